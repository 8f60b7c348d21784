/// Numbers in text.
public enum NumberReading {
    /// Decimal digits, a point, an exponent; nil for anything else, spaces included.
    ///
    /// Mantissas to 2⁵³ with a power of ten to 22 are exact in one operation (Clinger 1990); the rest is left to the
    /// standard library.
    public static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var index = 0
        let count = bytes.count
        guard count > 0, count <= 400 else { return nil }
        var negative = false
        if bytes[0] == UInt8(ascii: "-") {
            negative = true; index = 1
        } else if bytes[0] == UInt8(ascii: "+") {
            index = 1
        }
        var mantissa: UInt64 = 0
        var significant = 0
        var digits = 0
        var scale = 0
        while index < count {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { break }
            mantissa = mantissa &* 10 &+ UInt64(digit)
            if mantissa != 0 { significant += 1 }
            digits += 1
            index += 1
        }
        if index < count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            while index < count {
                let digit = bytes[index] &- 0x30
                guard digit < 10 else { break }
                mantissa = mantissa &* 10 &+ UInt64(digit)
                if mantissa != 0 { significant += 1 }
                digits += 1
                scale -= 1
                index += 1
            }
        }
        guard digits > 0 else { return nil }
        if index < count {
            guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return nil }
            index += 1
            var exponentNegative = false
            if index < count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
                exponentNegative = bytes[index] == UInt8(ascii: "-")
                index += 1
            }
            guard index < count else { return nil }
            var exponent = 0
            while index < count {
                let digit = bytes[index] &- 0x30
                guard digit < 10 else { return nil }
                exponent = min(exponent * 10 + Int(digit), 100_000)
                index += 1
            }
            scale += exponentNegative ? -exponent : exponent
        }
        if significant <= 15, scale >= -22, scale <= 22 {
            let whole = Double(mantissa)
            let value = scale < 0 ? whole / powersOfTen[-scale] : whole * powersOfTen[scale]
            return negative ? -value : value
        }
        return Double(String(decoding: bytes, as: UTF8.self))
    }

    /// As a column of a file may hold it: a decimal without a leading zero or plus and of at most 15 digits, so that
    /// postal codes and long identifiers stay text.
    static func inferred(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var index = 0
        if let first = bytes.first, first == UInt8(ascii: "-") { index = 1 }
        guard index < bytes.count, bytes[index] != UInt8(ascii: "+") else { return nil }
        if bytes[index] == UInt8(ascii: "0"), index + 1 < bytes.count, bytes[index + 1] &- 0x30 < 10 { return nil }
        if bytes.count > 16, bytes.allSatisfy({ $0 != UInt8(ascii: ".") }) { return nil }
        return decimal(bytes)
    }

    /// ECMAScript's `Number()` of a text: blank is 0, `0x` hexadecimal, `Infinity`; NaN for what is no number.
    public static func javaScriptNumber(_ text: String) -> Double {
        var bytes = Array(text.utf8)[...]
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
        while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        if bytes.isEmpty { return 0 }
        if let value = Array(bytes).withUnsafeBufferPointer({ decimal($0) }) { return value }
        let word = String(decoding: bytes, as: UTF8.self)
        switch word {
        case "Infinity", "+Infinity": return .infinity
        case "-Infinity": return -.infinity
        default: break
        }
        let radices: [(String, Int)] = [("0x", 16), ("0X", 16), ("0o", 8), ("0O", 8), ("0b", 2), ("0B", 2)]
        for (prefix, radix) in radices where word.hasPrefix(prefix) {
            if !word.dropFirst(2).hasPrefix("-"), !word.dropFirst(2).hasPrefix("+"),
                let value = UInt64(word.dropFirst(2), radix: radix)
            {
                return Double(value)
            }
        }
        return .nan
    }

    static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]
}
