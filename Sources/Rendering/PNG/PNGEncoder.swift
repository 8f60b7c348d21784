import CCairo
import Documents

/// Writes PNG, pressed by libdeflate.
enum PNGEncoder {
    /// How samples lie in memory, eight bits each.
    enum Layout: UInt8 {
        /// The values are PNG's colour types (section 11.2.1).
        case rgb = 2
        case indexed = 3
        case rgba = 6

        var channels: Int {
            switch self {
            case .rgb: 3
            case .indexed: 1
            case .rgba: 4
            }
        }
    }

    /// - Parameters:
    ///   - samples: rows from the top.
    ///   - palette: four bytes a colour, where the layout is `indexed`.
    static func encode(
        _ samples: [UInt8], width: Int, height: Int, layout: Layout, palette: [UInt8] = [], effort: PNGEffort = .quick
    ) throws(Diagnostic) -> [UInt8] {
        try encode(
            samples, width: width, height: height, layout: layout, palette: palette, filterings: effort.filterings,
            level: effort.level)
    }

    /// The smallest file that one of the filterings leads to.
    static func encode(
        _ samples: [UInt8], width: Int, height: Int, layout: Layout, palette: [UInt8] = [],
        filterings: [PNGEffort.Filtering], level: Int32
    ) throws(Diagnostic) -> [UInt8] {
        guard width > 0, height > 0, samples.count == width * height * layout.channels else {
            throw Diagnostic("\(samples.count) bytes are no \(width) × \(height) pixels", cause: .internalError)
        }
        var data: [UInt8]?
        for filtering in filterings {
            let rows = filtered(samples, rowLength: width * layout.channels, distance: layout.channels, filtering)
            guard let pressed = press(rows, level: level) else {
                throw Diagnostic("a PNG cannot be written: no memory", cause: .internalError)
            }
            if pressed.count < data?.count ?? .max { data = pressed }
        }
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        append("IHDR", bigEndian(width) + bigEndian(height) + [8, layout.rawValue, 0, 0, 0], to: &file)
        if layout == .indexed {
            let colors = stride(from: 0, to: palette.count - 3, by: 4)
            append("PLTE", colors.flatMap { palette[$0..<($0 + 3)] }, to: &file)
            let alphas = colors.map { palette[$0 + 3] }
            if alphas.contains(where: { $0 < 255 }) { append("tRNS", alphas, to: &file) }
        }
        append("IDAT", data ?? [], to: &file)
        append("IEND", [], to: &file)
        return file
    }

    private static func bigEndian(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
        file += bigEndian(content.count)
        let start = file.count
        file += name.utf8
        file += content
        let sum = file[start...].withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
        file += bigEndian(Int(sum))
    }

    /// The rows, each after the number of its filter.
    private static func filtered(
        _ samples: [UInt8], rowLength: Int, distance: Int, _ filtering: PNGEffort.Filtering
    ) -> [UInt8] {
        let height = samples.count / rowLength
        let zeros = [UInt8](repeating: 0, count: rowLength)
        return samples.withUnsafeBufferPointer { samples in
            zeros.withUnsafeBufferPointer { zeros in
                [UInt8](unsafeUninitializedCapacity: height * (rowLength + 1)) { buffer, count in
                    guard let source = samples.baseAddress, let zeros = zeros.baseAddress,
                        let target = buffer.baseAddress
                    else { return }
                    for y in 0..<height {
                        let row = source + y * rowLength
                        let above = y == 0 ? zeros : row - rowLength
                        let place = target + y * (rowLength + 1)
                        func write(_ filter: PNGFilter) {
                            place[0] = filter.rawValue
                            filter.apply(row, above: above, count: rowLength, distance: distance, into: place + 1)
                        }
                        switch filtering {
                        case .all(let filter): write(filter)
                        case .eachRow:
                            // The filter whose differences are smallest (section 12.8).
                            var best: (filter: PNGFilter, sum: Int) = (.none, .max)
                            for filter in PNGFilter.allCases {
                                write(filter)
                                var sum = 0
                                for index in 1...rowLength { sum &+= abs(Int(Int8(bitPattern: place[index]))) }
                                if sum < best.sum { best = (filter, sum) }
                            }
                            write(best.filter)
                        }
                    }
                    count = height * (rowLength + 1)
                }
            }
        }
    }

    private static func press(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        guard let compressor = libdeflate_alloc_compressor(level) else { return nil }
        defer { libdeflate_free_compressor(compressor) }
        let most = libdeflate_zlib_compress_bound(compressor, bytes.count)
        let pressed = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, most)
        }
        return pressed.isEmpty ? nil : pressed
    }
}

/// How much time a PNG's size is worth.
public enum PNGEffort: Sendable {
    /// Rows as they are, pressed quickly: of drawings, where colours come in runs, that is small already.
    case quick
    /// Every filter is tried and the smallest file kept: for pictures that stay in a repository.
    case smallest

    enum Filtering {
        case all(PNGFilter)
        /// Each row by the filter that suits it.
        case eachRow
    }

    var filterings: [Filtering] {
        switch self {
        case .quick: [.all(.none)]
        case .smallest: PNGFilter.allCases.map(Filtering.all) + [.eachRow]
        }
    }

    /// Of libdeflate: 1 to 12.
    var level: Int32 {
        switch self {
        case .quick: 4
        case .smallest: 12
        }
    }
}
