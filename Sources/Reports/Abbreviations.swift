import Documents
import Markdown

/// What short forms stand for, as the author says: in the text at first use, “Shanghai Cooperation Organisation (SCO)”,
/// or under `abbreviations` in the front matter.
struct Abbreviations {
    /// By short form.
    private(set) var expansions: [String: String]
    /// Short forms that the text uses before it says what they stand for, or without saying it.
    private(set) var unexplained: [(abbreviation: String, location: SourceLocation, isDefinedLater: Bool)] = []

    /// What a newspaper leaves unexplained (The Economist's style guide says as much), and what is no abbreviation.
    private static let known: Set<String> = ["AD", "BC", "EU", "NATO", "OK", "TV", "UK", "UN", "US", "USA"]
    private static let smallWords: Set<String> = ["a", "and", "for", "in", "of", "on", "the", "to"]

    init(in document: MarkdownDocument, given: [String: String]) {
        expansions = given
        var uses: [(String, SourceLocation)] = []
        var definedAt: [String: Int] = [:]
        for passage in ProsePassages.all(in: document) {
            for word in Abbreviations.words(in: passage.text) {
                let short = String(word.text)
                let location = passage.location(of: word.offset)
                if word.isInParentheses, expansions[short] == nil,
                    let long = Abbreviations.expansion(of: short, before: passage.text[..<word.text.startIndex])
                {
                    expansions[short] = long
                    definedAt[short] = uses.count
                } else {
                    uses.append((short, location))
                }
            }
        }
        var told = Set(given.keys).union(Abbreviations.known)
        for (index, use) in uses.enumerated() {
            if let place = definedAt[use.0], place <= index { continue }
            guard told.insert(use.0).inserted else { continue }
            unexplained.append((use.0, use.1, definedAt[use.0] != nil))
        }
    }

    /// Words of two to eight capitals, with digits behind them or without.
    private static func words(
        in text: String
    ) -> [(text: Substring, offset: Int, isInParentheses: Bool)] {
        var found: [(text: Substring, offset: Int, isInParentheses: Bool)] = []
        let bytes = text.utf8
        var index = bytes.startIndex
        var offset = 0
        var before: UInt8 = 0x20
        func isWord(_ byte: UInt8) -> Bool {
            byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
        }
        while index < bytes.endIndex {
            let byte = bytes[index]
            guard isWord(byte), !isWord(before) else {
                before = byte
                index = bytes.index(after: index)
                offset += 1
                continue
            }
            var end = index
            var count = 0
            var capitals = 0
            while end < bytes.endIndex, isWord(bytes[end]) {
                if bytes[end] >= 0x41, bytes[end] <= 0x5A { capitals += 1 }
                count += 1
                end = bytes.index(after: end)
            }
            let isHyphenated = before == 0x2D || end < bytes.endIndex && bytes[end] == 0x2D
            if capitals >= 2, capitals == count, count <= 8, !isHyphenated, !isRomanNumber(bytes[index..<end]) {
                let isIn = before == 0x28 && end < bytes.endIndex && bytes[end] == 0x29
                found.append((text[index..<end], offset, isIn))
            }
            before = 0x41
            index = end
            offset += count
        }
        return found
    }

    private static func isRomanNumber(_ word: Substring.UTF8View) -> Bool {
        word.allSatisfy { "IVXLC".utf8.contains($0) }
    }

    /// The words before a short form whose first letters spell it; small words may stand between them.
    private static func expansion(of short: String, before text: Substring) -> String? {
        let words = text.dropLast().split(separator: " ").suffix(short.count * 3)
        var letters = Array(short.lowercased())
        var start = words.endIndex
        for index in words.indices.reversed() {
            guard let letter = letters.last else { break }
            let word = words[index].lowercased()
            let initials = word.split(separator: "-").compactMap(\.first)
            if initials.count > 1, letters.suffix(initials.count).elementsEqual(initials) {
                letters.removeLast(initials.count)
            } else if word.first == letter {
                letters.removeLast()
            } else if !smallWords.contains(word) {
                return nil
            }
            start = index
        }
        guard letters.isEmpty else { return nil }
        let long = words[start...].joined(separator: " ")
        return long.contains(where: { ".;:!?".contains($0) }) ? nil : long
    }
}

extension Report {
    /// Warnings for short forms that the text does not write out at their first use.
    public var unexplainedAbbreviations: [Diagnostic] {
        Abbreviations(in: document, given: matter.abbreviations).unexplained.map { use in
            Diagnostic(
                "`\(use.abbreviation)` is \(use.isDefinedLater ? "used before it is" : "not") written out",
                severity: .warning,
                cause: .difference, file: document.file, at: use.location,
                advice:
                    "write its name at the first use, as in Full Name (\(use.abbreviation)), or put it under "
                    + "`abbreviations` in the front matter"
            )
        }
    }
}
