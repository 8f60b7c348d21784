import Documents

/// Titles of facts that are in no text, held against the fact itself: a name in capitals has to stand in one of its
/// other fields or in those of its inputs, and something of what it measures or is about has to be said.
struct StrangeNames {
    private let facts: FactBase
    /// The first letters of words that are written small somewhere, and so are no names.
    private var common: Set<String> = []

    init(_ facts: FactBase) {
        self.facts = facts
        for fact in facts.facts {
            for text in [fact.title, fact.measure, fact.of ?? "", fact.notes ?? ""] {
                for word in text.split(whereSeparator: { !$0.isLetter }) where word.first?.isLowercase == true {
                    common.insert(StrangeNames.stem(word))
                }
            }
        }
    }

    /// The first letters of a word are enough to know it by: Mongolian by Mongolia.
    private static func stem(_ word: Substring) -> String { String(word.lowercased().prefix(4)) }

    private static func stems(_ text: String) -> [String] {
        text.split(whereSeparator: { !$0.isLetter }).filter { $0.count > 2 }.map(stem)
    }

    /// What a fact, and what it is computed from, say in other fields than the title.
    private func known(of fact: Fact, depth: Int = 3) -> Set<String> {
        var texts = [
            fact.about, fact.measure, fact.of ?? "", fact.unit ?? "", fact.notes ?? "", fact.attributedTo ?? "",
        ]
        texts += fact.words
        texts += fact.locators.flatMap { [$0.section, $0.cell?.row ?? "", $0.cell?.column ?? ""] }
        var known = Set(texts.flatMap(StrangeNames.stems))
        guard depth > 0 else { return known }
        for input in fact.derivedFrom.compactMap({ facts[$0] }) {
            known.formUnion(self.known(of: input, depth: depth - 1))
            known.formUnion(StrangeNames.stems(input.title))
        }
        return known
    }

    func problems(of fact: Fact) -> [Diagnostic] {
        // A title of a fact in a text is held against that text.
        guard !fact.locators.contains(where: { $0.paragraph != nil }) else { return [] }
        let known = known(of: fact)
        let words: [Substring] = fact.title.split(whereSeparator: { !$0.isLetter }).filter { $0.count > 2 }
        var found: [Diagnostic] = []
        for (index, word) in words.enumerated()
        where word.count > 3 && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase) {
            let stem = StrangeNames.stem(word)
            if known.contains(stem) || index == 0 && common.contains(stem) { continue }
            found.append(
                problem(
                    fact, "the title of `\(fact.id)` speaks of “\(word)”, which none of its other fields knows",
                    "say in `about`, `measure`, `of` or `notes` what it is"))
        }
        if let cell = fact.locators.compactMap(\.cell).first, !words.isEmpty {
            let measured = StrangeNames.stems(fact.measure + " " + cell.column + " " + (fact.of ?? ""))
            if !measured.isEmpty, !words.contains(where: { measured.contains(StrangeNames.stem($0)) }) {
                found.append(
                    problem(
                        fact, "the title of `\(fact.id)` does not say what is measured: \(fact.measure)",
                        "name the measure in the title"))
            }
        }
        return found
    }

    private func problem(_ fact: Fact, _ message: String, _ advice: String) -> Diagnostic {
        Diagnostic(
            message, severity: .error, cause: .difference, file: fact.file, at: fact.location,
            path: "\(fact.id).title", advice: advice)
    }
}
