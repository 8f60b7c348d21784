import CQPDF

/// A font file for the web: a TrueType or OpenType file whose tables are pressed one by one (W3C, WOFF File Format
/// 1.0).
enum WOFF {
    /// - Parameter font: a whole `sfnt` file.
    static func file(from font: [UInt8]) -> [UInt8] {
        let count = Int(word16(font, 4))
        var tables: [(tag: UInt32, checksum: UInt32, length: Int, data: [UInt8])] = []
        for index in 0..<count {
            let entry = 12 + 16 * index
            let (offset, length) = (Int(word32(font, entry + 8)), Int(word32(font, entry + 12)))
            guard entry + 16 <= font.count, offset + length <= font.count else { return font }
            let table = Array(font[offset..<(offset + length)])
            let pressed = self.pressed(table)
            tables.append(
                (
                    word32(font, entry), word32(font, entry + 4), length,
                    !pressed.isEmpty && pressed.count < length ? pressed : table
                ))
        }
        let bodyStart = 44 + 20 * count
        let size = tables.reduce(bodyStart) { $0 + ($1.data.count + 3) & ~3 }
        var file: [UInt8] = []
        file.reserveCapacity(size)
        func add32(_ value: UInt32) {
            for shift in [24, 16, 8, 0] { file.append(UInt8(truncatingIfNeeded: value >> shift)) }
        }
        func add16(_ value: Int) { for shift in [8, 0] { file.append(UInt8(truncatingIfNeeded: value >> shift)) } }
        add32(0x774F_4646)
        add32(word32(font, 0))
        add32(UInt32(size))
        add16(count)
        add16(0)
        add32(UInt32(tables.reduce(12 + 16 * count) { $0 + ($1.length + 3) & ~3 }))
        add16(1)
        add16(0)
        // No metadata, no private block.
        for _ in 0..<5 { add32(0) }
        var offset = bodyStart
        for table in tables {
            add32(table.tag)
            add32(UInt32(offset))
            add32(UInt32(table.data.count))
            add32(UInt32(table.length))
            add32(table.checksum)
            offset += (table.data.count + 3) & ~3
        }
        for table in tables {
            file += table.data
            while file.count % 4 != 0 { file.append(0) }
        }
        return file
    }

    private static func pressed(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(uLong(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            let status = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), 9)
            count = status == Z_OK ? Int(size) : 0
        }
    }

    private static func word16(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        at + 2 <= bytes.count ? UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1]) : 0
    }

    private static func word32(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        word16(bytes, at) << 16 | word16(bytes, at + 2)
    }
}
