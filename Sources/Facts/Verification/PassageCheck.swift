import Calendar
import Documents
import Formats

/// Checks facts against the paragraphs of one text: number, unit, hedge, date, actor, direction and status have to be
/// said together with the fact's words, in one clause or at least in one sentence.
struct PassageCheck {
    let text: SourceText
    let file: String
    let names: Names
    /// The first letters of all words that are written small anywhere in the text or in facts.
    private let commonStems: Set<String>
    let passages: [Paragraph]

    /// A paragraph, taken apart.
    struct Paragraph {
        var locator: Locator
        var text: String
        var passage: Passage
        var sentences: Sentences
        var dates: DateMentions
    }

    let language: String

    init(text: SourceText, file: String, facts: FactBase, language: String) {
        self.language = language
        self.text = text
        self.file = file
        names = Names(facts)
        var common: Set<String> = []
        let written = [text.located.map(\.1).joined(separator: " ")] + facts.facts.flatMap { [$0.measure, $0.title] }
        for line in written {
            for word in line.split(whereSeparator: { !$0.isLetter }) where word.first?.isLowercase == true {
                common.insert(String(word.lowercased().prefix(4)))
            }
        }
        commonStems = common
        let counted = FactBinder(facts).counted
        passages = text.located.map { locator, text in
            let claims = ClaimScanner.claims(in: text, language: language, counted: counted)
            return Paragraph(
                locator: locator, text: text, passage: Passage(text: text, claims: claims, known: []),
                sentences: Sentences(text), dates: DateMentions(in: text))
        }
    }

    func entry(_ fact: Fact) -> Verification.Entry {
        var report = Report(fact: fact)
        var named: [Paragraph] = []
        for locator in fact.locators {
            let found = passages(at: locator)
            if locator.cell != nil || locator.border != nil {
                report.add("locator", "\(file) is a text, and the locator is none of a text", advice: nil)
            } else if found.isEmpty {
                report.add("locator", missing(locator), advice: adviceForMissing(locator))
            } else if locator.paragraph == nil {
                report.add("locator", "the locator names no paragraph", advice: "write {section: …, paragraph: …}")
            }
            named += found
        }
        guard report.problems.isEmpty, !named.isEmpty else {
            return Verification.Entry(fact: fact, outcome: .missing, problems: report.problems)
        }
        var place: Place?
        var found = false
        switch fact.value {
        case .number(let number)?:
            place = checkNumber(number, in: named, &report)
            found = true
        case .word(let word)? where Fact.vagueQuantities.contains(word.lowercased()):
            place = checkVague(word.lowercased(), in: named, &report)
            found = true
        default: break
        }
        let spoken = checkWords(in: named, beside: place, &report)
        if !fact.words.isEmpty { found = true }
        place = place ?? spoken
        if checkDate(in: named, at: place, &report) { found = true }
        if let place {
            checkMeaning(at: place, &report)
        }
        checkTitle(in: named, &report)
        let outcome: Verification.Outcome = report.problems.isEmpty ? (found ? .found : .located) : .missing
        return Verification.Entry(fact: fact, outcome: outcome, problems: report.problems)
    }

    /// What is found of one fact.
    struct Report {
        let fact: Fact
        var problems: [Diagnostic] = []

        mutating func add(_ key: String, _ message: String, advice: String?) {
            problems.append(
                Diagnostic(
                    message, cause: .difference, file: fact.file, at: fact.location, path: "\(fact.id).\(key)",
                    advice: advice))
        }

        var place: String { fact.locators.map(\.written).joined(separator: " and ") }
    }

    /// Where in a paragraph a fact is said.
    struct Place {
        var paragraph: Paragraph
        var offset: Int

        var clause: String { cut(paragraph.sentences.clause(at: offset)) }
        var sentence: String { cut(paragraph.sentences.sentence(at: offset)) }
        /// The sentence up to the clause.
        var beforeClause: String {
            let sentence = paragraph.sentences.sentence(at: offset), clause = paragraph.sentences.clause(at: offset)
            return cut(sentence.lowerBound..<max(sentence.lowerBound, clause.lowerBound))
        }
        /// The paragraph up to the sentence.
        var before: String { cut(0..<paragraph.sentences.sentence(at: offset).lowerBound) }

        private func cut(_ range: Range<Int>) -> String {
            let bytes = paragraph.passage.bytes
            let end = min(range.upperBound, bytes.count)
            return range.lowerBound < end ? String(decoding: bytes[range.lowerBound..<end], as: UTF8.self) : ""
        }
    }

    // MARK: Numbers

    private func checkNumber(_ number: Double, in named: [Paragraph], _ report: inout Report) -> Place? {
        let fact = report.fact
        var best: (place: Place, problems: [Diagnostic])?
        for paragraph in named {
            for (index, claim) in paragraph.passage.claims.enumerated() {
                guard PassageCheck.equal(claim, number) else { continue }
                let place = Place(paragraph: paragraph, offset: claim.range.lowerBound)
                var told = Report(fact: fact)
                compare(claim, times: paragraph.passage.times(of: index), at: place, &told)
                if told.problems.count < best?.problems.count ?? .max { best = (place, told.problems) }
            }
        }
        guard let best else {
            let elsewhere = passages.filter { $0.passage.claims.contains { PassageCheck.equal($0, number) } }
            report.add(
                "value", "the number \(Quantity(number).written(.full)) does not stand in \(report.place) of \(file)",
                advice: PassageCheck.elsewhere(elsewhere))
            return nil
        }
        report.problems += best.problems
        return best.place
    }

    private func compare(_ claim: Claim, times: [Claim], at place: Place, _ report: inout Report) {
        let fact = report.fact
        if !PassageCheck.agrees(claim.number.hedge, fact.qualifier) {
            report.add(
                "qualifier", "the text qualifies `\(claim.text)` otherwise than `\(fact.qualifier.rawValue)`",
                advice: "it reads as `\(PassageCheck.qualifier(claim.number.hedge).rawValue)`")
        }
        let own = fact.unit.map(UnitWords.symbol(of:)) ?? "1"
        if let named = claim.unit, named != own, !(own == "1") {
            report.add("unit", "the text counts `\(claim.text)` in \(named), not in \(fact.unit ?? "")", advice: nil)
        } else if claim.unit == nil, own != "1", UnitWords.isMeasure(own) {
            report.add("unit", "the text names no unit beside `\(claim.text)`", advice: nil)
        } else if claim.unit == nil, own != "1", let unit = fact.unit {
            checkNoun(Fact.head(of: unit), in: place.sentence, &report)
        }
        checkWordsBeside(place, &report)
        if let time = fact.agreement(with: claim, times: times).differences.first(where: {
            if case .date = $0 { true } else { false }
        }),
            case .date(let written) = time
        {
            report.add(
                "date", "the text ties `\(claim.text)` to \(written), not to \(fact.date.wording)", advice: nil)
        }
    }

    /// What is counted must be named in the sentence, in some form of the word.
    private func checkNoun(_ noun: String, in sentence: String, _ report: inout Report) {
        let stem = ClaimScanner.stem(of: noun).prefix(4)
        let words = Polarity.words(sentence)
        guard !words.contains(where: { $0.hasPrefix(stem) }) else { return }
        report.add("unit", "nothing beside the number is counted as \(noun)", advice: nil)
    }

    /// The fact's words stand in the sentence of its number, and one of them in its clause.
    private func checkWordsBeside(_ place: Place, _ report: inout Report) {
        let words = report.fact.words
        for phrase in words where !PassageCheck.contains(place.sentence, phrase) {
            guard place.paragraph.text.utf8.count > 0, PassageCheck.contains(place.paragraph.text, phrase) else {
                continue
            }
            report.add("words", "“\(phrase)” does not stand beside the number", advice: "it stands in another sentence")
        }
        if !words.isEmpty, !words.contains(where: { PassageCheck.contains(place.clause, $0) }),
            words.allSatisfy({ PassageCheck.contains(place.sentence, $0) })
        {
            report.add(
                "words", "none of the words stands in the clause of the number",
                advice:
                    "name a word that stands right beside it: "
                    + "“\(place.clause.split(separator: " ").suffix(6).joined(separator: " "))”"
            )
        }
    }

    private func checkVague(_ word: String, in named: [Paragraph], _ report: inout Report) -> Place? {
        for paragraph in named {
            for claim in paragraph.passage.claims {
                guard case .vague(let name) = claim.kind, name == word else { continue }
                let place = Place(paragraph: paragraph, offset: claim.range.lowerBound)
                if let unit = report.fact.unit { checkNoun(Fact.head(of: unit), in: place.sentence, &report) }
                checkWordsBeside(place, &report)
                return place
            }
        }
        let elsewhere = passages.filter { PassageCheck.contains($0.text, word) }
        guard named.contains(where: { PassageCheck.contains($0.text, word) }) else {
            report.add(
                "value", "the word `\(word)` does not stand in \(report.place) of \(file)",
                advice: PassageCheck.elsewhere(elsewhere))
            return nil
        }
        return nil
    }

    // MARK: Words and dates

    /// The place of the first words, in the sentence that holds most of them.
    private func checkWords(in named: [Paragraph], beside place: Place?, _ report: inout Report) -> Place? {
        var best: (place: Place, count: Int)?
        for phrase in report.fact.words {
            var stands = false
            for paragraph in named {
                for offset in PassageCheck.places(of: phrase, in: paragraph.text) {
                    stands = true
                    let here = Place(paragraph: paragraph, offset: offset)
                    let count =
                        report.fact.words.count { PassageCheck.contains(here.sentence, $0) }
                        + (fits(here, report.fact) ? 1 : 0)
                    if count > best?.count ?? 0 { best = (here, count) }
                }
            }
            if !stands {
                report.add(
                    "words", "“\(phrase)” does not stand in \(report.place) of \(file)",
                    advice: PassageCheck.elsewhere(passages.filter { PassageCheck.contains($0.text, phrase) }))
            }
        }
        return best?.place
    }

    /// Of several places, the one that names the fact's date.
    private func fits(_ place: Place, _ fact: Fact) -> Bool {
        let dates = DateMentions(in: place.clause)
        return fact.date.moments.contains { dates.name($0) }
    }

    /// - Returns: whether there was a date to find.
    private func checkDate(in named: [Paragraph], at place: Place?, _ report: inout Report) -> Bool {
        var any = false
        let moments = report.fact.date.moments
        for moment in moments {
            any = true
            guard named.contains(where: { $0.dates.name(moment) }) else {
                report.add(
                    "date", "the date \(moment.wording(article: false)) is not named in \(report.place) of \(file)",
                    advice: PassageCheck.elsewhere(passages.filter { $0.dates.name(moment) }))
                continue
            }
            guard let place, report.fact.value?.number == nil else { continue }
            // What the clause dates, or else its sentence, is dated so.
            for part in [place.clause, place.sentence] {
                let dates = DateMentions(in: part)
                guard dates.isAny else { continue }
                // "The following year" counts from a year before the clause.
                let whole = DateMentions(in: place.before + place.sentence)
                if !moments.contains(where: { dates.name($0) }), !(DateMentions.isRelative(part) && whole.name(moment))
                {
                    report.add(
                        "date", "the text does not date it to \(moment.wording(article: false)): “\(shortened(part))”",
                        advice: nil)
                    return true
                }
                break
            }
        }
        return any
    }

    // MARK: Meaning

    private func checkMeaning(at place: Place, _ report: inout Report) {
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
    private func checkTitle(in named: [Paragraph], _ report: inout Report) {
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

    // MARK: Places

    private func passages(at locator: Locator) -> [Paragraph] {
        guard let section = text.section(locator.section) else { return [] }
        return passages.filter {
            $0.locator.section == section.name
                && (locator.paragraph == nil || $0.locator.paragraph == locator.paragraph)
        }
    }

    private func missing(_ locator: Locator) -> String {
        guard let section = text.section(locator.section) else {
            return "\(file) has no section “\(shortened(locator.section))”"
        }
        return "section “\(section.name)” of \(file) has \(section.paragraphs.count) paragraphs, "
            + "and no paragraph \(locator.paragraph ?? 1)"
    }

    private func adviceForMissing(_ locator: Locator) -> String? {
        guard text.section(locator.section) == nil else { return nil }
        let names = text.sections.map(\.name)
        if let close = suggestion(for: locator.section, among: names) { return "did you mean “\(close)”?" }
        return "its sections: \(names.prefix(12).map { "“\($0)”" }.joined(separator: ", "))"
    }

    private static func elsewhere(_ passages: [Paragraph]) -> String {
        if passages.isEmpty { return "it stands nowhere in the text" }
        return "it stands in \(passages.prefix(4).map(\.locator.written).joined(separator: "; "))"
    }

    // MARK: Comparing

    /// A fact must be what the text says, to the last digit that the text writes and no further.
    private static func equal(_ claim: Claim, _ value: Double) -> Bool {
        if case .vague = claim.kind { return false }
        if claim.kind == .decade || claim.kind == .day { return false }
        return !claim.number.isPlural && (claim.number.value - value).magnitude <= value.magnitude * 1e-9
    }

    private static func qualifier(_ hedge: WrittenNumber.Hedge) -> Qualifier {
        switch hedge {
        case .none, .exactly: .exact
        case .about, .nearly: .about
        case .above: .atLeast
        case .below: .atMost
        }
    }

    private static func agrees(_ hedge: WrittenNumber.Hedge, _ qualifier: Qualifier) -> Bool {
        // "Nearly" is a word for an upper bound and for an approximation.
        self.qualifier(hedge) == qualifier || hedge == .nearly && qualifier == .atMost
    }

    /// Whether a phrase stands in a text as whole words, whatever their capitals.
    private static func contains(_ text: String, _ phrase: String) -> Bool { !places(of: phrase, in: text).isEmpty }

    /// Where a phrase begins, in bytes.
    private static func places(of phrase: String, in text: String) -> [Int] {
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
