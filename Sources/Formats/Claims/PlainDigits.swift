/// A text whose digits of other scripts and one-character fractions are written with ASCII digits, and where each byte
/// stands in the text as it was given.
struct PlainDigits {
    private(set) var bytes: [UInt8] = []
    private(set) var places: [Int] = []

    /// Nil where there is nothing to change.
    init?(_ text: String) {
        guard text.utf8.contains(where: { $0 >= 0xC2 }) else { return nil }
        guard text.unicodeScalars.contains(where: { $0.value >= 0x80 && PlainDigits.replacement(of: $0) != nil })
        else { return nil }
        bytes.reserveCapacity(text.utf8.count)
        places.reserveCapacity(text.utf8.count)
        var offset = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if scalar.value >= 0x80, var plain = PlainDigits.replacement(of: scalar) {
                // `2½` is 2.5, and `½` alone 0.5.
                if plain.hasPrefix("."), !(bytes.last.map { $0 >= 0x30 && $0 <= 0x39 } ?? false) { plain = "0" + plain }
                for byte in plain.utf8 { append(byte, at: offset) }
            } else {
                var part = 0
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    append(byte, at: offset + part)
                    part += 1
                }
            }
            offset += width
        }
    }

    private mutating func append(_ byte: UInt8, at place: Int) {
        bytes.append(byte)
        places.append(place)
    }

    private static func replacement(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xFF0E, 0x066B: return "."
        case 0xFF0C, 0x066C: return ","
        case 0xFF05, 0x066A: return "%"
        default: break
        }
        switch scalar.properties.numericType {
        case .decimal?: return scalar.properties.numericValue.map { String(Int($0)) }
        case .numeric?:
            guard let value = scalar.properties.numericValue, value > 0, value < 1 else { return nil }
            return String(String(value).dropFirst())
        default: return nil
        }
    }
}
