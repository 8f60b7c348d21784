import Calendar
import Documents
import Formats

/// What a passage says besides its numbers: who, in which direction, and what the fact's title adds.
extension PassageCheck {
    func checkMeaning(at place: Place, _ report: inout Report) {
        let fact = report.fact
        let about = names.parts(of: fact.about)
        if case .word(let word)? = fact.value {
            let lowered = word.lowercased()
            if fact.status != .implied {
                if lowered == "no", !Polarity.isNegated(place.clause) {
                    report.add("value", "the text does not deny it: “\(shortened(place.clause))”", advice: nil)
                }
                if lowered == "yes", Polarity.isNegated(place.clause) {
                    report.add("value", "the text denies it: “\(shortened(place.clause))”", advice: nil)
                }
            }
            if Polarity.contradicts(word, place.clause) || Polarity.isUnsupported(word, place.sentence) {
                report.add("value", "the text does not say `\(word)`: “\(shortened(place.clause))”", advice: nil)
            }
        }
        checkValueWords(at: place, &report)
        checkRoles(at: place, &report)
        if Polarity.contradicts(fact.title, place.clause) {
            report.add("title", "the text says the opposite: “\(shortened(place.clause))”", advice: nil)
        }
        checkActor(about, at: place, &report)
        // By what words views are told is known of English alone.
        guard language.hasPrefix("en") else { return }
        if let fault = StatusCues.fault(
            fact.status, about: about, clause: place.clause, sentence: place.sentence, paragraph: place.paragraph.text,
            before: place.before)
        {
            report.add("status", fault, advice: nil)
        }
    }

    /// Who the clause speaks of: its first name, or the one nearest before the words.
    private func checkActor(_ about: [String], at place: Place, _ report: inout Report) {
        guard about.count == 1, let own = about.first, own == report.fact.about else { return }
        var text = place.clause
        if report.fact.status != .implied, let unlike = text.firstRange(of: "nlike ") {
            // What is unlike it is somebody else.
            let rest = text[unlike.upperBound...]
            text = String(rest[(rest.firstIndex(of: ",") ?? rest.endIndex)...])
        }
        let mentioned = names.mentioned(in: text)
        guard !mentioned.isEmpty else { return }
        guard !mentioned.contains(where: { $0.name == own }) else { return }
        // The sentence may have named it before, or speak of it as one of two.
        if names.mentioned(in: place.beforeClause).contains(where: { $0.name == own }) { return }
        let pronouns: Set<String> = ["both", "they", "their", "it", "its", "two"]
        if Polarity.words(place.sentence).contains(where: pronouns.contains) { return }
        report.add(
            "about", "the text says it of \(mentioned[0].name), not of \(own): “\(shortened(place.clause))”",
            advice: nil)
    }

    /// The names in a title stand in the text, and the one it begins with is what the fact is about.
    func checkTitle(in named: [Paragraph], _ report: inout Report) {
        let fact = report.fact
        let mentioned = names.mentioned(in: fact.title)
        let about = names.parts(of: fact.about)
        if let first = mentioned.first, first.place == 0, about.count == 1, about[0] == fact.about,
            !mentioned.contains(where: { $0.name == fact.about })
        {
            report.add("title", "the title speaks of \(first.name), and the fact is about \(fact.about)", advice: nil)
        }
        checkAbout(mentioned.map(\.name), &report)
        let whole =
            named.map(\.text).joined(separator: " ") + " " + named.map(\.locator.section).joined(separator: " ")
            + " " + (text.title ?? "")
        let spoken = Set(names.mentioned(in: whole).map(\.name))
        for (name, _) in mentioned where !spoken.contains(name) {
            report.add("title", "\(name) stands nowhere in \(report.place) of \(file)", advice: nil)
        }
        checkEpithets(in: named.map(\.text).joined(separator: " "), &report)
        let words = Polarity.words(whole)
        // What it is about is named in the text, or at least in the title.
        let spokenStems = words + Polarity.words(fact.title + " " + fact.measure)
        let known = names.mentioned(in: fact.about).map(\.name).joined(separator: " ")
        for word in fact.about.split(whereSeparator: { !$0.isLetter })
        where word.count > 3 && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase) {
            let stem = String(word.lowercased().prefix(4))
            if names.mentioned(in: String(word)).isEmpty, !known.contains(word),
                !spokenStems.contains(where: { $0.hasPrefix(stem) })
            {
                report.add("about", "“\(word)” stands nowhere in \(report.place) of \(file)", advice: nil)
            }
        }
        let titleNames = mentioned.map(\.name).joined(separator: " ")
        for (index, word) in fact.title.split(whereSeparator: { !$0.isLetter }).enumerated()
        where word.count > 3 && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase) {
            let stem = String(word.lowercased().prefix(4))
            // The first word is in capitals in any case: it is a name where nobody writes it otherwise.
            if index == 0, isCommon(stem) { continue }
            let isKnown = !names.mentioned(in: String(word)).isEmpty || titleNames.contains(word)
            if !isKnown, !words.contains(where: { $0.hasPrefix(stem) }), !fact.about.contains(word),
                !fact.measure.contains(word)
            {
                report.add("title", "“\(word)” stands nowhere in \(report.place) of \(file)", advice: nil)
            }
        }
    }

    /// Whether a word stands in the text, or in what facts measure, in small letters.
    private func isCommon(_ stem: String) -> Bool {
        commonStems.contains(stem) || Self.openers.contains(stem)
    }

    /// Words that a title opens with and that are no names, by their first letters.
    private static let openers: Set<String> = [
        "whos", "what", "when", "wher", "whic", "whil", "with", "from", "both", "most", "many", "some", "more", "less",
        "that", "this", "thes", "thos", "each", "afte", "befo", "unti", "sinc", "abou", "over", "unde", "none", "only",
    ]
}
