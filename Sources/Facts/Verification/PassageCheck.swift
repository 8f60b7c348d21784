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
    let commonStems: Set<String>
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
}
