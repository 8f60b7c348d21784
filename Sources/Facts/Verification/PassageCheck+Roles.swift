import Formats

/// Who does what to whom, by the names that facts and texts use.
extension PassageCheck {
    /// A value in words is the text's: the names in it stand beside it, and something of it does.
    func checkValueWords(at place: Place, _ report: inout Report) {
        guard case .word(let word)? = report.fact.value, report.fact.status != .implied else { return }
        let lowered = word.lowercased()
        guard lowered != "yes", lowered != "no", !Fact.vagueQuantities.contains(lowered) else { return }
        let sentence = names.mentioned(in: place.sentence).map(\.name)
        let own = names.mentioned(in: word)
        if let strange = own.first(where: { !sentence.contains($0.name) }) {
            report.add(
                "value", "the text does not speak of \(strange.name): “\(shortened(place.sentence))”", advice: nil)
        } else if let name = own.first?.name, name == word, report.fact.status != .stated,
            let first = sentence.first, !isSame(first, name, in: place.sentence)
        {
            // Whoever holds a view of himself is named first.
            report.add(
                "value", "the text speaks of \(first), not of \(name): “\(shortened(place.sentence))”", advice: nil)
        }
        if isTurnedComparison(lowered, at: place, about: report.fact.about) {
            report.add("value", "the text says the opposite: “\(shortened(place.clause))”", advice: nil)
        }
        guard language.hasPrefix("en"), own.isEmpty, !Polarity.hasPole(word),
            !PassageCheck.plainValues.contains(lowered)
        else { return }
        let spoken = Polarity.words(place.paragraph.text)
        let said = Polarity.words(word).filter { $0.count > 3 }
        if !said.isEmpty, !said.contains(where: { one in spoken.contains { $0.hasPrefix(one.prefix(4)) } }) {
            report.add(
                "value", "nothing in \(report.place) says `\(word)`",
                advice: "take the text’s own word, or say that it is `status: implied`")
        }
    }

    /// These say no more than that the text names the thing together with the other.
    private static let plainValues: Set<String> = ["takes part", "named", "listed", "present", "mentioned"]

    /// `Moscow` is Russia and the Soviet Union.
    private func isSame(_ one: String, _ other: String, in text: String) -> Bool {
        let places = names.mentioned(in: text)
        guard let first = places.first(where: { $0.name == one })?.place else { return false }
        return one == other || places.contains { $0.name == other && $0.place == first }
    }

    /// `less widespread` of a thing that the text calls more so, before its `than` and not behind it.
    private func isTurnedComparison(_ value: String, at place: Place, about: String) -> Bool {
        for (own, opposite) in [("more ", "less "), ("less ", "more "), ("more ", "fewer "), ("fewer ", "more ")]
        where value.hasPrefix(own) {
            let wanted = opposite + value.dropFirst(own.count)
            let sentence = place.sentence.lowercased()
            guard let found = sentence.firstRange(of: wanted), !sentence.contains(value) else { continue }
            let (before, behind) = (sentence[..<found.lowerBound].count, sentence[found.upperBound...].count)
            let isBehind = names.mentioned(in: String(place.sentence.suffix(behind))).contains { $0.name == about }
            let isBefore = names.mentioned(in: String(place.sentence.prefix(before))).contains { $0.name == about }
            if isBefore, !isBehind { return true }
        }
        return false
    }

    /// A word that the text has before one name alone, as in “imperial Russia”, is not another's in the title.
    func checkEpithets(in text: String, _ report: inout Report) {
        let title = report.fact.title
        let spoken = epithets(in: text)
        for (word, name) in epithets(in: title) {
            let owners = Set(spoken.filter { $0.word == word }.map(\.name))
            guard !owners.isEmpty, !owners.contains(name), let owner = owners.sorted().first else { continue }
            report.add("title", "the text has “\(word)” of \(owner), and the title of \(name)", advice: nil)
        }
    }

    /// Names with the small word right before each.
    private func epithets(in text: String) -> [(word: String, name: String)] {
        let words = text.split(separator: " ").map(String.init)
        return zip(words, words.dropFirst()).compactMap { word, next in
            guard word.count > 4, word.allSatisfy({ $0.isLetter && $0.isLowercase }),
                next.first?.isUppercase ?? false, let name = names.mentioned(in: next).first, name.place == 0,
                !Self.particles.contains(word)
            else { return nil }
            return (word, name.name)
        }
    }

    /// These stand before any name.
    private static let particles: Set<String> = [
        "about", "above", "across", "after", "against", "along", "among", "around", "because", "before", "behind",
        "below", "between", "beyond", "during", "including", "inside", "outside", "since", "through", "toward",
        "towards", "under", "unlike", "until", "where", "which", "while", "within", "without", "their", "these",
        "those", "other", "especially", "particularly", "whereas", "although", "though", "would", "could", "should",
    ]

    /// To whom, by whom, from whom: where title and clause both say it, they say the same.
    func checkRoles(at place: Place, _ report: inout Report) {
        guard language.hasPrefix("en") else { return }
        for preposition in ["to", "from", "by", "against"] {
            let said = parties(preposition, in: report.fact.title)
            let spoken = parties(preposition, in: place.sentence)
            guard !said.isEmpty, !spoken.isEmpty, said.isDisjoint(with: spoken) else { continue }
            report.add(
                "title",
                "the text says “\(preposition) \(spoken.sorted().joined(separator: ", "))”, and the title "
                    + "“\(preposition) \(said.sorted().joined(separator: ", "))”", advice: nil)
        }
    }

    /// The names that stand behind a preposition, with at most two small words between.
    private func parties(_ preposition: String, in text: String) -> Set<String> {
        let words = text.split(separator: " ").map(String.init)
        var found: Set<String> = []
        for (index, word) in words.enumerated() where word.lowercased() == preposition {
            for end in (index + 1)..<min(words.count, index + 4) {
                let names = names.mentioned(in: words[end]).map(\.name)
                if !names.isEmpty {
                    found.formUnion(names)
                    break
                }
                if words[end].first?.isUppercase ?? false { break }
            }
        }
        return found
    }

    /// What a fact is about and what its title names are the same names, where both have any.
    func checkAbout(_ mentioned: [String], _ report: inout Report) {
        let fact = report.fact
        let about = names.mentioned(in: fact.about).map(\.name)
        // A relation of two may be told by what it does to a third.
        guard about.count == 1, about[0] != fact.about, !mentioned.isEmpty, Set(about).isDisjoint(with: mentioned)
        else { return }
        report.add(
            "title", "the title speaks of \(mentioned[0]), and the fact is about \(fact.about)", advice: nil)
    }
}
