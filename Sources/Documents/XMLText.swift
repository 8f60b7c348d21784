/// Text as XML and HTML write it, so that nothing of it is markup.
public enum XMLText {
    /// A text as content or as an attribute in double quotes. Characters that XML 1.0 cannot hold (section 2.2) are
    /// left out.
    ///
    /// - Parameter keepsBreaks: whether tabs and line breaks stay; an attribute reads them as spaces, and is better
    ///   given those.
    public static func escaped(_ text: String, keepsBreaks: Bool = true) -> String {
        var plain = true
        for byte in text.utf8
        where byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0xEF {
            plain = false
            break
        }
        if plain { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n": if keepsBreaks { result.unicodeScalars.append(scalar) } else { result += " " }
            case "\r": if !keepsBreaks { result += " " }
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
