/// What `replace` puts in the place of a text or of matches of a pattern.
extension TextFunctions {
    /// The first of a plain text in another replaced.
    static func replace(_ text: String, _ wanted: String, with replacement: String) -> String {
        let before = wanted.isEmpty ? "" : pieces(text, wanted, most: 2)[0]
        guard wanted.isEmpty || before.utf16.count < text.utf16.count else { return text }
        let scalars = text.unicodeScalars.map(\.value)
        let start = before.unicodeScalars.count
        let end = start + wanted.unicodeScalars.count
        guard end <= scalars.count else { return text }
        return before + expand(replacement, groups: [start..<end], in: scalars) + string(scalars[end...])
    }

    static func replace(
        _ text: String, _ pattern: RegularExpression, with replacement: String, frame: ExpressionFrame
    ) throws -> String {
        let scalars = pattern.scalars(text)
        var result = ""
        var from = 0
        var search = 0
        while search <= scalars.count, let groups = pattern.firstMatch(in: scalars, from: search),
            let match = groups.first ?? nil
        {
            result += string(scalars[from..<match.lowerBound])
            result += expand(replacement, groups: groups, in: scalars)
            if result.utf8.count > ExpressionFrame.mostAtOnce { try frame.spend(result.utf8.count, for: "replace") }
            from = match.upperBound
            if !pattern.isGlobal { break }
            if match.isEmpty {
                if from < scalars.count { result += string(scalars[from..<(from + 1)]) }
                from += 1
            }
            search = from
        }
        if from < scalars.count { result += string(scalars[from...]) }
        return result
    }

    /// `$1`, `$&`, ``$` ``, `$'` and `$$` in a replacement.
    private static func expand(_ replacement: String, groups: [Range<Int>?], in text: [UInt32]) -> String {
        guard replacement.contains("$") else { return replacement }
        var result = ""
        var rest = Array(replacement)[...]
        while let character = rest.popFirst() {
            guard character == "$", let next = rest.first else {
                result.append(character)
                continue
            }
            if let known = part(next, of: text, match: (groups.first ?? nil) ?? 0..<0) {
                rest.removeFirst()
                result += known
            } else if next.isASCII, let digit = next.wholeNumberValue, digit > 0, digit < groups.count {
                rest.removeFirst()
                if let group = groups[digit] { result += string(text[group]) }
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// What `$` and a mark stand for; nil where the mark is none.
    private static func part(_ mark: Character, of text: [UInt32], match: Range<Int>) -> String? {
        switch mark {
        case "$": "$"
        case "&": string(text[match])
        case "`": string(text[..<match.lowerBound])
        case "'": string(text[match.upperBound...])
        default: nil
        }
    }
}
