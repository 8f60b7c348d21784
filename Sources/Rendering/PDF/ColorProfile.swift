import SceneGraph

/// An ICC profile of sRGB (ICC.1:2001-04, a three-component matrix profile), made from the numbers of IEC 61966-2-1:
/// PDF/A wants the meaning of its colours in the file.
enum ColorProfile {
    static let sRGB: [UInt8] = {
        // Colorants adapted to D50 by the Bradford transform, as s15Fixed16.
        let tags: [(name: String, data: [UInt8])] = [
            ("desc", description("sRGB")),
            ("cprt", text("No copyright, use freely")),
            ("wtpt", xyz(0.9642, 1, 0.8249)),
            ("rXYZ", xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ]
        var table = number(UInt32(tags.count))
        var data: [UInt8] = []
        var places: [[UInt8]: Int] = [:]
        let start = 128 + 4 + 12 * tags.count
        for tag in tags {
            // The three curves are one.
            let place = places[tag.data] ?? start + data.count
            if places[tag.data] == nil {
                places[tag.data] = place
                data += tag.data
                while data.count % 4 != 0 { data.append(0) }
            }
            table += Array(tag.name.utf8) + number(UInt32(place)) + number(UInt32(tag.data.count))
        }
        var header = number(UInt32(start + data.count)) + number(0) + number(0x0210_0000)
        header += Array("mntrRGB XYZ ".utf8)
        header += [2026, 1, 1, 0, 0, 0].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        header += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
        header += fixed(0.9642) + fixed(1) + fixed(0.8249)
        header += [UInt8](repeating: 0, count: 128 - header.count)
        return header + table + data
    }()

    private static func number(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }

    private static func fixed(_ value: Double) -> [UInt8] { number(UInt32((value * 65536).rounded())) }

    private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        Array("XYZ ".utf8) + number(0) + fixed(x) + fixed(y) + fixed(z)
    }

    private static func text(_ value: String) -> [UInt8] { Array("text".utf8) + number(0) + Array(value.utf8) + [0] }

    private static func description(_ value: String) -> [UInt8] {
        let ascii = Array(value.utf8) + [0]
        return Array("desc".utf8) + number(0) + number(UInt32(ascii.count)) + ascii
            + number(0) + number(0) + [UInt8](repeating: 0, count: 2 + 1 + 67)
    }

    /// The transfer function of sRGB at 1,024 places.
    private static var curve: [UInt8] {
        let count = 1024
        var bytes = Array("curv".utf8) + number(0) + number(UInt32(count))
        for index in 0..<count {
            let value = Double(index) / Double(count - 1)
            let word = UInt16((Color.linear(value) * 65535).rounded())
            bytes += [UInt8(word >> 8), UInt8(word & 0xFF)]
        }
        return bytes
    }
}
