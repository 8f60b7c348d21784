import CCairo
import Pictures

/// A PNG's samples as they are stored, its filters undone: what two files must agree in to show the same pixels, and
/// most of the way to pixels. Inflated whole by libdeflate, in a third of the time that libpng takes.
struct PNGRaster {
    let width: Int
    let height: Int
    let bitDepth: UInt8
    let colorType: UInt8
    let palette: [UInt8]
    /// Whatever else of the file says how its samples look: transparency, gamma, a colour profile. What says only that
    /// they are sRGB, as they are where nothing is said, is left out.
    private let appearance: [String: [UInt8]]
    private let rowLength: Int
    /// Row after row, each after a zero where its filter was named.
    private let rows: [UInt8]

    /// Nil where the file is damaged, interlaced or larger than `PictureFile` allows: libpng says what it is then.
    init?(_ bytes: [UInt8], width: Int, height: Int) {
        guard let chunks = PNGRaster.chunks(of: bytes), let header = chunks.header else { return nil }
        let (depth, type) = (bytes[header + 8], bytes[header + 9])
        guard let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][type], [1, 2, 4, 8, 16].contains(depth),
            depth == 8 || channels == 1 || depth == 16, type != 3 || depth < 16,
            bytes[header + 10] == 0, bytes[header + 11] == 0, bytes[header + 12] == 0
        else { return nil }
        let bits = channels * Int(depth)
        let rowLength = (width * bits + 7) / 8
        guard let rows = PNGRaster.inflate(bytes, chunks.data, count: height * (rowLength + 1)),
            let plain = PNGRaster.unfiltered(rows, rowLength: rowLength, height: height, distance: max(1, bits / 8))
        else { return nil }
        (self.width, self.height) = (width, height)
        (bitDepth, colorType) = (depth, type)
        (palette, appearance) = (chunks.palette, chunks.appearance)
        (self.rowLength, self.rows) = (rowLength, plain)
    }

    /// True where the files show the same, sample by sample; false where that cannot be told without converting them.
    func hasSameSamples(as other: PNGRaster) -> Bool {
        width == other.width && height == other.height && bitDepth == other.bitDepth && colorType == other.colorType
            && palette == other.palette && appearance == other.appearance && PixelImage.sameBytes(rows, other.rows)
    }

    /// Four bytes a pixel; nil for what libpng has to convert: sixteen bits, fewer than eight, a gamma or a profile of
    /// its own, one transparent colour.
    var pixels: [UInt8]? {
        let alphas = appearance["tRNS"] ?? []
        guard bitDepth == 8, appearance.count == (alphas.isEmpty ? 0 : 1), alphas.isEmpty || colorType == 3,
            [2, 3, 6].contains(colorType)
        else { return nil }
        let colors = palette(alphas: alphas)
        var known = true
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, written in
            useLargePages(buffer)
            rows.withUnsafeBufferPointer { source in
                guard let source = source.baseAddress, let target = buffer.baseAddress else { return }
                for y in 0..<height {
                    let row = source + y * (rowLength + 1) + 1
                    let place = target + y * width * 4
                    if colorType == 6 {
                        place.update(from: row, count: width * 4)
                        continue
                    }
                    place.withMemoryRebound(to: UInt32.self, capacity: width) { place in
                        var x = 0
                        if colorType == 2 {
                            while x < width {
                                let at = row + x &* 3
                                place[x] =
                                    (UInt32(at[0]) | UInt32(at[1]) << 8 | UInt32(at[2]) << 16 | 0xFF00_0000)
                                    .littleEndian
                                x &+= 1
                            }
                        } else {
                            while x < width {
                                let color = Int(row[x])
                                if color >= colors.count { known = false } else { place[x] = colors[color] }
                                x &+= 1
                            }
                        }
                    }
                }
            }
            written = known ? width * height * 4 : 0
        }
        return known ? pixels : nil
    }

    /// Each colour as the four bytes of a pixel.
    private func palette(alphas: [UInt8]) -> [UInt32] {
        (0..<(palette.count / 3)).map { index in
            let alpha = alphas.indices.contains(index) ? alphas[index] : 255
            return
                (UInt32(palette[index * 3]) | UInt32(palette[index * 3 + 1]) << 8
                | UInt32(palette[index * 3 + 2]) << 16 | UInt32(alpha) << 24).littleEndian
        }
    }

    // MARK: Reading

    private struct Chunks {
        /// Where the contents begin.
        var header: Int?
        var palette: [UInt8] = []
        var appearance: [String: [UInt8]] = [:]
        var data: [Range<Int>] = []
    }

    /// Nil where the file is cut off, or a checksum is wrong.
    private static func chunks(of bytes: [UInt8]) -> Chunks? {
        var chunks = Chunks()
        return bytes.withUnsafeBytes { memory -> Chunks? in
            func number(_ start: Int) -> Int { (0..<4).reduce(0) { $0 << 8 | Int(memory[start + $1]) } }
            var position = 8
            while position + 12 <= memory.count {
                let length = number(position)
                let content = (position + 8)..<(position + 8 + length)
                guard content.upperBound + 4 <= memory.count, let base = memory.baseAddress,
                    Int(libdeflate_crc32(0, base + position + 4, length + 4)) == number(content.upperBound)
                else { return nil }
                let name = String(decoding: memory[(position + 4)..<(position + 8)], as: UTF8.self)
                switch name {
                case "IHDR":
                    guard length == 13 else { return nil }
                    chunks.header = content.lowerBound
                case "IDAT": chunks.data.append(content)
                case "PLTE": chunks.palette = Array(memory[content])
                case "gAMA":
                    // 1/2.2, which is what eight bits mean where nothing is said.
                    if !memory[content].elementsEqual([0, 0, 0xB1, 0x8F]) {
                        chunks.appearance[name] = Array(memory[content])
                    }
                case "tRNS", "iCCP", "cICP": chunks.appearance[name] = Array(memory[content])
                case "IEND": return chunks
                default:
                    // A chunk that must be understood, and is not.
                    if memory[position + 4] & 0x20 == 0 { return nil }
                }
                position = content.upperBound + 4
            }
            return nil
        }
    }

    private static func inflate(_ bytes: [UInt8], _ data: [Range<Int>], count: Int) -> [UInt8]? {
        guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
        defer { libdeflate_free_decompressor(decompressor) }
        var complete = false
        let rows = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            useLargePages(buffer)
            func inflate(_ pressed: UnsafeRawBufferPointer) -> Bool {
                var length = 0
                let result = libdeflate_zlib_decompress(
                    decompressor, pressed.baseAddress, pressed.count, buffer.baseAddress, count, &length)
                return result == LIBDEFLATE_SUCCESS && length == count
            }
            complete = bytes.withUnsafeBytes { memory in
                // One chunk, as most programs write it, needs no copy.
                if data.count == 1, let only = data.first {
                    return inflate(UnsafeRawBufferPointer(rebasing: memory[only]))
                }
                var joined: [UInt8] = []
                joined.reserveCapacity(data.reduce(0) { $0 + $1.count })
                for range in data { joined += memory[range] }
                return joined.withUnsafeBytes(inflate)
            }
            written = complete ? count : 0
        }
        return complete ? rows : nil
    }

    /// The rows with their filters undone, where they stand. Nil where a filter is none.
    private static func unfiltered(
        _ filtered: consuming [UInt8], rowLength: Int, height: Int, distance: Int
    ) -> [UInt8]? {
        var rows = filtered
        let zeros = [UInt8](repeating: 0, count: rowLength)
        let known = rows.withUnsafeMutableBufferPointer { buffer in
            zeros.withUnsafeBufferPointer { zeros in
                guard let base = buffer.baseAddress, var above = zeros.baseAddress else { return false }
                for y in 0..<height {
                    let start = base + y * (rowLength + 1)
                    guard let filter = PNGFilter(rawValue: start[0]) else { return false }
                    start[0] = 0
                    switch distance {
                    // Distances that the optimiser knows make loops that it can unroll.
                    case 3: filter.undo(start + 1, above: above, count: rowLength, distance: 3)
                    case 4: filter.undo(start + 1, above: above, count: rowLength, distance: 4)
                    case 1: filter.undo(start + 1, above: above, count: rowLength, distance: 1)
                    default: filter.undo(start + 1, above: above, count: rowLength, distance: distance)
                    }
                    above = UnsafePointer(start + 1)
                }
                return true
            }
        }
        return known ? rows : nil
    }
}
