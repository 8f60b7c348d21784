import Tables

/// Functions of text. Lengths and places count UTF-16 code units, as JavaScript's do.
enum TextFunctions {
    private static func spaces(_ value: Unicode.Scalar) -> Bool {
        value.properties.isWhitespace || value.value == 0xFEFF
    }

    static func trimmed(_ text: String) -> String {
        var view = text.unicodeScalars[...]
        while let first = view.first, spaces(first) { view.removeFirst() }
        while let last = view.last, spaces(last) { view.removeLast() }
        return String(view)
    }

    static func find(_ needle: [UInt16], in hay: [UInt16], from start: Int = 0) -> Int? {
        guard needle.count <= hay.count else { return nil }
        if needle.isEmpty { return min(start, hay.count) }
        var index = max(0, start)
        while index + needle.count <= hay.count {
            if hay[index] == needle[0], hay[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }

    static let all: [String: ExpressionFunction] = [
        "parseFloat": ExpressionFunction(1...1) { arguments, _ in .number(leadingNumber(arguments.text(0))) },
        "parseInt": ExpressionFunction(1...2) { arguments, _ in
            .number(leadingInteger(arguments.text(0), radix: arguments.integer(1, default: 10)))
        },
        "lower": ExpressionFunction(1...1) { arguments, _ in .string(arguments.text(0).lowercased()) },
        "upper": ExpressionFunction(1...1) { arguments, _ in .string(arguments.text(0).uppercased()) },
        "trim": ExpressionFunction(1...1) { arguments, _ in .string(trimmed(arguments.text(0))) },
        "substring": ExpressionFunction(2...3) { arguments, _ in
            let text = arguments.text(0)
            let count = text.utf16.count
            let a = max(0, min(count, arguments.integer(1))),
                b = max(0, min(count, arguments.integer(2, default: count)))
            return .string(TextUnits.slice(text, min(a, b), max(a, b)))
        },
        "split": ExpressionFunction(2...3) { arguments, frame in
            let text = arguments.text(0)
            let limit = arguments.integer(2, default: .max)
            try frame.spend(text.utf8.count, for: "split")
            var parts: [String]
            if case .pattern(let pattern) = arguments[1] {
                parts = split(text, by: pattern)
            } else {
                let separator = arguments.text(1)
                if separator.isEmpty {
                    parts = (0..<text.utf16.count).map { TextUnits.slice(text, $0, $0 + 1) }
                    if text.utf16.count > 10_000 { parts = text.map { String($0) } }
                } else {
                    parts = pieces(text, separator)
                }
            }
            if limit >= 0, parts.count > limit { parts = Array(parts.prefix(limit)) }
            return .array(parts.map { .string($0) })
        },
        "replace": ExpressionFunction(3...3) { arguments, frame in
            let text = arguments.text(0), replacement = arguments.text(2)
            try frame.spend(text.utf8.count, for: "replace")
            let result: String
            if case .pattern(let pattern) = arguments[1] {
                result = try replace(text, pattern, with: replacement, frame: frame)
            } else {
                result = replace(text, arguments.text(1), with: replacement)
            }
            try frame.spend(result.utf8.count, for: "replace")
            return .string(result)
        },
        "pad": ExpressionFunction(2...4) { arguments, frame in
            let text = arguments.text(0)
            let length = arguments.integer(1)
            let given = arguments.count > 2 && !arguments[2].isNullish ? arguments.text(2) : ""
            let filler = given.isEmpty ? " " : given
            let missing = length - text.count
            guard missing > 0 else { return .string(text) }
            let size = missing.multipliedReportingOverflow(by: filler.utf8.count)
            try frame.spend(size.overflow ? .max : size.partialValue, for: "pad")
            func padding(_ count: Int) -> String { String(repeating: filler, count: count) }
            switch arguments.count > 3 ? arguments.text(3) : "right" {
            case "left": return .string(padding(missing) + text)
            case "center": return .string(padding(missing / 2) + text + padding(missing - missing / 2))
            default: return .string(text + padding(missing))
            }
        },
        "truncate": ExpressionFunction(2...4) { arguments, _ in
            let text = arguments.text(0)
            let length = max(0, arguments.integer(1))
            let ellipsis = arguments.count > 3 && !arguments[3].isNullish ? arguments.text(3) : "…"
            let characters = Array(text)
            guard characters.count > length else { return .string(text) }
            let kept = max(0, length - ellipsis.count)
            switch arguments.count > 2 ? arguments.text(2) : "right" {
            case "left": return .string(ellipsis + String(characters.suffix(kept)))
            case "center":
                let head = (kept + 1) / 2
                return .string(String(characters.prefix(head)) + ellipsis + String(characters.suffix(kept - head)))
            default: return .string(String(characters.prefix(kept)) + ellipsis)
            }
        },
        "btoa": ExpressionFunction(1...1) { arguments, _ in .string(base64(Array(arguments.text(0).utf8))) },
        "atob": ExpressionFunction(1...1) { arguments, _ in .string(fromBase64(arguments.text(0))) },
        "regexp": ExpressionFunction(1...2) { arguments, frame in
            .pattern(try frame.pattern(arguments.text(0), flags: arguments.count > 1 ? arguments.text(1) : ""))
        },
        "test": ExpressionFunction(1...2) { arguments, frame in
            let pattern: RegularExpression
            if case .pattern(let given) = arguments[0] {
                pattern = given
            } else {
                pattern = try frame.pattern(arguments.text(0))
            }
            let text = arguments.text(1)
            try frame.spend(text.utf8.count, for: "test")
            return .boolean(pattern.test(text))
        },
    ]

    static func pieces(_ text: String, _ separator: String, most: Int = .max) -> [String] {
        let units = Array(text.utf16), needle = Array(separator.utf16)
        guard !needle.isEmpty else { return [text] }
        var parts: [String] = []
        var from = 0
        while parts.count + 1 < most, let at = find(needle, in: units, from: from) {
            parts.append(String(decoding: units[from..<at], as: UTF16.self))
            from = at + needle.count
        }
        parts.append(String(decoding: units[from...], as: UTF16.self))
        return parts
    }

    static func string(_ scalars: ArraySlice<UInt32>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars.lazy.compactMap { Unicode.Scalar($0) })
        return text
    }

    private static func split(_ text: String, by pattern: RegularExpression) -> [String] {
        let scalars = pattern.scalars(text)
        var parts: [String] = []
        var from = 0
        var search = 0
        while search <= scalars.count, let match = pattern.firstMatch(in: scalars, from: search)?.first ?? nil {
            if match.isEmpty {
                search = match.upperBound + 1
                if match.lowerBound <= from || match.lowerBound >= scalars.count { continue }
            } else {
                search = match.upperBound
            }
            parts.append(string(scalars[from..<match.lowerBound]))
            from = match.upperBound
        }
        parts.append(string(scalars[from...]))
        return parts
    }

    private static func leadingNumber(_ text: String) -> Double {
        let bytes = Array(trimmed(text).utf8)
        var end = 0
        var digits = false
        if end < bytes.count, bytes[end] == 0x2B || bytes[end] == 0x2D { end += 1 }
        let word = String(decoding: bytes[end...], as: UTF8.self)
        if word.hasPrefix("Infinity") { return bytes.first == 0x2D ? -.infinity : .infinity }
        while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1; digits = true }
        if end < bytes.count, bytes[end] == 0x2E {
            end += 1
            while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1; digits = true }
        }
        guard digits else { return .nan }
        if end < bytes.count, bytes[end] | 0x20 == 0x65 {
            var further = end + 1
            if further < bytes.count, bytes[further] == 0x2B || bytes[further] == 0x2D { further += 1 }
            if further < bytes.count, bytes[further] &- 0x30 < 10 {
                while further < bytes.count, bytes[further] &- 0x30 < 10 { further += 1 }
                end = further
            }
        }
        return NumberReading.javaScriptNumber(String(decoding: bytes[..<end], as: UTF8.self))
    }

    private static func leadingInteger(_ text: String, radix: Int) -> Double {
        var rest = trimmed(text)[...]
        var sign = 1.0
        if rest.hasPrefix("-") {
            sign = -1; rest = rest.dropFirst()
        } else if rest.hasPrefix("+") {
            rest = rest.dropFirst()
        }
        var radix = radix == 0 ? 10 : radix
        if rest.lowercased().hasPrefix("0x"), radix == 16 || radix == 10 {
            radix = 16
            rest = rest.dropFirst(2)
        }
        guard radix >= 2, radix <= 36 else { return .nan }
        var value = 0.0
        var any = false
        for character in rest {
            guard character.isASCII, let ascii = character.lowercased().utf8.first else { break }
            let digit = ascii >= 0x61 ? Int(ascii) - 0x57 : Int(ascii) - 0x30
            guard digit >= 0, digit < radix, ascii < 0x3A || ascii >= 0x61 else { break }
            value = value * Double(radix) + Double(digit)
            any = true
        }
        return any ? sign * value : .nan
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for offset in 0..<3 { bits = bits << 8 | UInt32(offset < part.count ? part[start + offset] : 0) }
            for offset in 0..<4 {
                result.append(
                    offset <= part.count ? alphabet[Int(bits >> UInt32(18 - 6 * offset) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func fromBase64(_ text: String) -> String {
        var bits: UInt32 = 0
        var count: UInt32 = 0
        var result: [UInt8] = []
        for byte in text.utf8 {
            guard let value = alphabet.firstIndex(of: byte) else { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> count))
            }
            bits &= 0xFFFF
        }
        return String(decoding: result, as: UTF8.self)
    }
}
