import Documents
import Facts
import Formats
import Markdown

/// The numbers that an author typed into the text, where a fact should have written them.
///
/// A number may stand in a fact link, in code, or in a name (`G20`, `COVID-19`, `Section 4`). Small counting words ("the
/// two sides") and ordinals ("the third time") measure nothing. Years do: they say when something happened.
struct ProseNumbers {
    struct Finding: Hashable {
        /// As it was typed.
        var text: String
        var location: SourceLocation
        var isYear: Bool
        /// What it refers to by a number of its own, in small letters: `figure`.
        var reference: String?
    }

    /// Words before a number that make it a name.
    private static let names: Set<String> = [
        "section", "chapter", "page", "part", "step", "article", "no", "number", "question", "version", "volume",
        "paragraph", "annex", "appendix", "phase", "type", "grade", "level",
    ]
    private static let references: Set<String> = ["figure", "table", "note"]

    /// In the order of the file: the text first, then its footnotes.
    static func findings(in document: MarkdownDocument) -> [Finding] {
        ProsePassages.all(in: document).flatMap(findings(in:))
    }

    static func findings(in inlines: [MarkdownInline]) -> [Finding] {
        ProsePassages.all(in: inlines).flatMap(findings(in:))
    }

    private static func findings(in passage: ProsePassage) -> [Finding] {
        let bytes = Array(passage.text.utf8)
        return NumberScanner.numbers(in: passage.text).compactMap { number in
            guard !isCountingWord(number), !isOrdinal(number, in: bytes), !isPartOfName(number, in: bytes) else {
                return nil
            }
            let word = wordBefore(number.offset, in: bytes)
            if names.contains(word) { return nil }
            return Finding(
                text: number.text, location: passage.location(of: number.offset),
                isYear: number.mayBeYear && (1000..<2200).contains(number.value),
                reference: references.contains(word) ? word : nil)
        }
    }

    private static func isCountingWord(_ number: WrittenNumber) -> Bool {
        number.isInWords && number.value <= 2 && !number.text.contains { $0 == " " || $0 == "-" }
    }

    /// `3rd`, but not `19th century`, which is a date.
    private static func isOrdinal(_ number: WrittenNumber, in bytes: [UInt8]) -> Bool {
        let end = number.offset + number.text.utf8.count
        let rest = String(decoding: bytes[min(end, bytes.count)...].prefix(12), as: UTF8.self).lowercased()
        guard ["st", "nd", "rd", "th"].contains(where: { rest.hasPrefix($0) }) else { return false }
        return !rest.dropFirst(2).drop { $0 == " " || $0 == "-" }.hasPrefix("centur")
    }

    /// `COVID-19`: behind a hyphen and a word with a capital.
    private static func isPartOfName(_ number: WrittenNumber, in bytes: [UInt8]) -> Bool {
        guard number.offset > 1, bytes[number.offset - 1] == UInt8(ascii: "-") else { return false }
        let word = bytes[..<(number.offset - 1)].reversed().prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
        return word.last.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
    }

    private static func wordBefore(_ offset: Int, in bytes: [UInt8]) -> String {
        var end = offset
        while end > 0, [0x20, 0x2E, 0xA0, 0xC2].contains(bytes[end - 1]) { end -= 1 }
        var start = end
        while start > 0, bytes[start - 1] | 0x20 >= 0x61, bytes[start - 1] | 0x20 <= 0x7A { start -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    }
}

extension Report {
    /// Every number of the text that stands in no fact link and no code: what nobody checks and no source bears out. The
    /// label of a key figure may name its own fact's value and date.
    ///
    /// - Returns: diagnostics of cause `difference`, with line and column.
    public func typedNumbers(facts: FactBase) -> [Diagnostic] {
        let labels = matter.keyFigures.flatMap { figure in
            ProseNumbers.findings(in: figure.label).filter { finding in
                // A year that does not differ is the fact's own; any other number has to be its value.
                switch facts[figure.fact]?.check(text: finding.text) {
                case .agrees: false
                case .noNumber: !finding.isYear
                default: true
                }
            }
        }
        return (labels + ProseNumbers.findings(in: document)).map(diagnostic)
    }

    private func diagnostic(_ finding: ProseNumbers.Finding) -> Diagnostic {
        let what = finding.isYear ? "the year" : "the number"
        var advice =
            "write a fact link, as in [\(finding.text)](fact:…), or `\(finding.text)` in code where it measures nothing"
        if let reference = finding.reference {
            advice = "refer to a \(reference) by its name, as in [](#…), so that its number stays right"
        }
        return Diagnostic(
            "\(what) \(finding.text) stands in no fact", cause: .difference, file: document.file, at: finding.location,
            advice: advice)
    }
}
