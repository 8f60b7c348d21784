import Documents
import Tables

/// What a text is, where a value takes its place in it: from this follows how the value is written there.
package enum ValueContext: Sendable, Hashable {
    /// Text that people read.
    case text
    /// An expression or a filter of a chart: the value is a literal of it, or within quotes a part of one.
    case expression
    /// SQL.
    case query
    /// A path to a file: the value is one name in it.
    case path
    /// The address of a link.
    case address
    /// Text that is read as Markdown later on.
    case markdown

    /// Keys whose texts are something else than text, in figures and front matter.
    private static let keys: [String: ValueContext] = [
        "filter": .expression, "calculate": .expression, "expr": .expression, "test": .expression,
        "signal": .expression, "labelExpr": .expression, "update": .expression, "where": .expression,
        "query": .query, "url": .path, "path": .path, "table": .path, "theme": .path, "template": .path,
        "dataset": .path, "data_root": .path, "changes_since": .path, "href": .address, "label": .markdown,
    ]

    /// - Parameter isMatter: whether it is front matter, whose labels are Markdown; a label of a figure is text.
    static func context(of key: String, isMatter: Bool) -> ValueContext {
        let context = keys[key] ?? .text
        return context == .markdown && !isMatter ? .text : context
    }
}

extension ValueContext {
    /// A value as it is written at one place.
    ///
    /// - Parameter before: the text before it, by which quotes and the beginning of an address are known.
    /// - Throws: a diagnostic without a place, where the value cannot stand there.
    func written(_ value: DataValue, after before: String) throws(Diagnostic) -> String {
        switch self {
        case .text:
            let text = value.asText
            if text.contains("{fact:") {
                throw Diagnostic("a value holds `{fact:`, which the figure would read as a fact")
            }
            return text
        case .expression:
            return ValueContext.expression(value, quote: ValueContext.openQuote(in: before, escaped: true))
        case .query: return ValueContext.query(value, quote: ValueContext.openQuote(in: before, escaped: false))
        case .path:
            try ValueContext.checkPath(value.asText, isWhole: before.isEmpty)
            return value.asText
        case .address: return try ValueContext.address(value.asText, after: before)
        case .markdown: return ValueContext.escapedMarkdown(value.asText)
        }
    }

    /// The quote that is open at the end of a text.
    private static func openQuote(in text: String, escaped: Bool) -> UInt8? {
        var open: UInt8?
        var isEscaped = false
        for byte in text.utf8 {
            if isEscaped { isEscaped = false; continue }
            if escaped, open != nil, byte == UInt8(ascii: "\\") { isEscaped = true; continue }
            if let quote = open {
                if byte == quote { open = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                open = byte
            }
        }
        return open
    }

    private static func expression(_ value: DataValue, quote: UInt8?) -> String {
        guard quote != nil else { return value.json }
        var result = ""
        for scalar in value.asText.unicodeScalars {
            switch scalar {
            case "\\", "'", "\"": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\u{2028}": result += "\\u2028"
            case "\u{2029}": result += "\\u2029"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func query(_ value: DataValue, quote: UInt8?) -> String {
        func doubled(_ text: String, _ quote: Character) -> String {
            String(text.flatMap { $0 == quote ? [$0, $0] : [$0] }.filter { $0 != "\0" })
        }
        if let quote { return doubled(value.asText, Character(UnicodeScalar(quote))) }
        switch value {
        case .number, .boolean: return value.asText
        case .array(let items): return items.map { query($0, quote: nil) }.joined(separator: ", ")
        default: return "'" + doubled(value.asText, "'") + "'"
        }
    }

    /// One name of a file or folder: it leads nowhere else.
    static func checkPath(_ text: String, isWhole: Bool) throws(Diagnostic) {
        let unsafe = text.unicodeScalars.first { $0 == "/" || $0 == "\\" || $0.value < 0x20 || $0.value == 0x7F }
        if text.isEmpty || text == "." || text.hasPrefix("..") || unsafe != nil {
            let what = text.isEmpty ? "an empty value" : "`\(text.prefix(80))`"
            throw Diagnostic(
                "\(what) cannot be a part of a file's name",
                advice: "folders stand in the template: images/{{ name }}.png")
        }
    }

    private static func address(_ text: String, after before: String) throws(Diagnostic) -> String {
        if before.hasPrefix("fact:") || before.hasPrefix("#") { return text }
        if before.isEmpty {
            let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
            let isScheme = scheme.endIndex < text.endIndex && text[scheme.endIndex] == ":"
            guard !isScheme || ["http", "https", "mailto"].contains(scheme.lowercased()) else {
                throw Diagnostic(
                    "`\(text.prefix(80))` is no address to lead readers to",
                    advice: "an address begins with https:, http: or mailto:")
            }
            return text
        }
        // A part of an address (RFC 3986, section 2.3).
        var result = ""
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~".utf8.contains(byte)
            if isPlain {
                result.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return result
    }

    /// With a backslash before every character that means something to Markdown (CommonMark, section 2.4).
    static func escapedMarkdown(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r": result += " "
            case _ where scalar.isASCII && isPunctuation(UInt8(scalar.value)):
                result += "\\" + String(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }
}
