import Calendar
import Documents
import Formats

/// Passages of a text by their locators, and how its words and numbers are held against a fact's.
extension PassageCheck {
    func passages(at locator: Locator) -> [Paragraph] {
        guard let section = text.section(locator.section) else { return [] }
        return passages.filter {
            $0.locator.section == section.name
                && (locator.paragraph == nil || $0.locator.paragraph == locator.paragraph)
        }
    }

    func missing(_ locator: Locator) -> String {
        guard let section = text.section(locator.section) else {
            return "\(file) has no section “\(shortened(locator.section))”"
        }
        return "section “\(section.name)” of \(file) has \(section.paragraphs.count) paragraphs, "
            + "and no paragraph \(locator.paragraph ?? 1)"
    }

    func adviceForMissing(_ locator: Locator) -> String? {
        guard text.section(locator.section) == nil else { return nil }
        let names = text.sections.map(\.name)
        if let close = suggestion(for: locator.section, among: names) { return "did you mean “\(close)”?" }
        return "its sections: \(names.prefix(12).map { "“\($0)”" }.joined(separator: ", "))"
    }

    static func elsewhere(_ passages: [Paragraph]) -> String {
        if passages.isEmpty { return "it stands nowhere in the text" }
        return "it stands in \(passages.prefix(4).map(\.locator.written).joined(separator: "; "))"
    }

    // MARK: Comparing

    /// A fact must be what the text says, to the last digit that the text writes and no further.
    static func equal(_ claim: Claim, _ value: Double) -> Bool {
        if case .vague = claim.kind { return false }
        if claim.kind == .decade || claim.kind == .day { return false }
        return !claim.number.isPlural && (claim.number.value - value).magnitude <= value.magnitude * 1e-9
    }

    static func qualifier(_ hedge: WrittenNumber.Hedge) -> Qualifier {
        switch hedge {
        case .none, .exactly: .exact
        case .about, .nearly: .about
        case .above: .atLeast
        case .below: .atMost
        }
    }

    static func agrees(_ hedge: WrittenNumber.Hedge, _ qualifier: Qualifier) -> Bool {
        // "Nearly" is a word for an upper bound and for an approximation.
        self.qualifier(hedge) == qualifier || hedge == .nearly && qualifier == .atMost
    }

    /// Whether a phrase stands in a text as whole words, whatever their capitals.
    static func contains(_ text: String, _ phrase: String) -> Bool { !places(of: phrase, in: text).isEmpty }

    /// Where a phrase begins, in bytes.
    static func places(of phrase: String, in text: String) -> [Int] {
        func parts(_ text: String) -> [(word: String, place: Int)] {
            text.split { !$0.isLetter && !$0.isNumber }.map {
                ($0.lowercased(), text.utf8.distance(from: text.startIndex, to: $0.startIndex))
            }
        }
        let words = parts(text), wanted = parts(phrase).map(\.word)
        guard !wanted.isEmpty, words.count >= wanted.count else { return [] }
        return (0...(words.count - wanted.count)).compactMap { start in
            words[start..<(start + wanted.count)].lazy.map(\.word).elementsEqual(wanted) ? words[start].place : nil
        }
    }
}
