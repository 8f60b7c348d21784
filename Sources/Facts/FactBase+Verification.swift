import Files
import Calendar
import Documents
import Formats

extension FactBase {
    /// Looks up each fact in the text of its source: the number, in digits or words, and the date, in the paragraph that
    /// the locator names.
    ///
    /// - Parameters:
    ///   - contents: UTF-8 text.
    ///   - file: what the user called the text, for messages.
    ///   - source: id of the source that the text is of; nil to tell it by its SHA-256 or, failing that, its headings.
    /// - Throws: when the text is not UTF-8, or is of no known source. What the text does not bear out is no error here:
    ///   it stands in the outcome, as diagnostics whose cause is `difference`.
    public func verify(_ contents: [UInt8], file: String, source id: String? = nil) throws(Diagnostics) -> Verification
    {
        guard let decoded = String(validating: contents, as: UTF8.self) else {
            throw Diagnostics([
                Diagnostic("the text is not valid UTF-8", file: file, advice: "save the file as UTF-8")
            ])
        }
        let text = SourceText(decoded.hasPrefix("\u{FEFF}") ? String(decoded.dropFirst()) : decoded)
        let digest = SHA256.hexadecimal(of: contents)
        let source = try sourceOf(text, digest: digest, file: file, named: id)

        var textProblems: [Diagnostic] = []
        if let recorded = source.sha256, recorded != digest {
            textProblems.append(
                Diagnostic(
                    "the text is not the one that `\(source.id)` was taken from: its SHA-256 is \(digest)",
                    cause: .difference, file: source.file, at: source.location, path: "\(source.id).sha256",
                    advice: "check the facts against \(file), then record that digest"))
        }
        let check = PassageCheck(text: text, file: file)
        let entries = facts.map { fact in
            if fact.isDerived { return Verification.Entry(fact: fact, outcome: .recomputed, problems: []) }
            if fact.source != source.id {
                return Verification.Entry(fact: fact, outcome: .otherSource(fact.source ?? ""), problems: [])
            }
            return check.entry(fact)
        }
        return Verification(source: source, entries: entries, textProblems: textProblems)
    }

    private func sourceOf(
        _ text: SourceText, digest: String, file: String, named id: String?
    ) throws(Diagnostics) -> Source {
        if let id {
            if let source = source(id) { return source }
            let close = suggestion(for: id, among: sources.map(\.id))
            throw Diagnostics([
                Diagnostic("no source has the id `\(shortened(id))`", advice: close.map { "did you mean `\($0)`?" })
            ])
        }
        if let source = sources.first(where: { $0.sha256 == digest }) { return source }
        var best: (source: Source, count: Int)?
        for source in sources {
            // Every text has a lead, so that tells nothing.
            let count = facts.count { fact in
                fact.source == source.id
                    && fact.locators.contains { $0.section != Locator.leadSection && text.section($0.section) != nil }
            }
            if count > best?.count ?? 0 { best = (source, count) }
        }
        if let best { return best.source }
        throw Diagnostics([
            Diagnostic(
                "no source in sources.yaml is this text: neither its SHA-256 (\(digest)) nor its headings are known",
                file: file, advice: "known sources: \(sources.map(\.id).joined(separator: ", "))")
        ])
    }
}

/// Checks facts against the paragraphs of one text.
private struct PassageCheck {
    let text: SourceText
    let file: String
    private let passages: [Passage]

    /// A paragraph with the numbers and dates that it names.
    private struct Passage {
        var locator: Locator
        var text: String
        var numbers: [WrittenNumber]
        var dates: DateMentions
    }

    init(text: SourceText, file: String) {
        self.text = text
        self.file = file
        passages = text.located.map { locator, text in
            Passage(
                locator: locator, text: text.lowercased(), numbers: NumberScanner.numbers(in: text),
                dates: DateMentions(in: text))
        }
    }

    func entry(_ fact: Fact) -> Verification.Entry {
        var problems: [Diagnostic] = []
        func report(_ key: String, _ message: String, advice: String?) {
            problems.append(
                Diagnostic(
                    message, cause: .difference, file: fact.file, at: fact.location, path: "\(fact.id).\(key)",
                    advice: advice))
        }

        var named: [Passage] = []
        for locator in fact.locators {
            let found = passages(at: locator)
            if found.isEmpty { report("locator", missing(locator), advice: adviceForMissing(locator)) }
            named += found
        }
        guard problems.isEmpty, !named.isEmpty else {
            return Verification.Entry(fact: fact, outcome: .missing, problems: problems)
        }

        var found = false
        let place = fact.locators.map(\.written).joined(separator: " and ")
        switch fact.value {
        case .number(let number)?:
            let written = named.flatMap(\.numbers).filter { PassageCheck.equal($0, number) }
            if written.isEmpty {
                let elsewhere = passages.filter { $0.numbers.contains { PassageCheck.equal($0, number) } }
                report(
                    "value", "the number \(Quantity(number).written(.full)) does not stand in \(place) of \(file)",
                    advice: PassageCheck.elsewhere(elsewhere))
            } else if !written.contains(where: { PassageCheck.agrees($0.hedge, fact.qualifier) }) {
                let first = written[0]
                report(
                    "qualifier", "the text qualifies `\(first.text)` otherwise than `\(fact.qualifier.rawValue)`",
                    advice: "it reads as `\(PassageCheck.qualifier(first.hedge).rawValue)`")
            }
            found = true
        case .word(let word)?:
            let lowered = word.lowercased()
            found = !["yes", "no"].contains(lowered) && named.contains { PassageCheck.contains($0.text, lowered) }
            if !found, Fact.vagueQuantities.contains(lowered) {
                report(
                    "value", "the word `\(word)` does not stand in \(place) of \(file)",
                    advice: PassageCheck.elsewhere(passages.filter { PassageCheck.contains($0.text, lowered) }))
            }
        case nil: break
        }

        for phrase in fact.words {
            found = true
            let lowered = phrase.lowercased()
            if !named.contains(where: { PassageCheck.contains($0.text, lowered) }) {
                report(
                    "words", "“\(phrase)” does not stand in \(place) of \(file)",
                    advice: PassageCheck.elsewhere(passages.filter { PassageCheck.contains($0.text, lowered) }))
            }
        }
        for moment in fact.date.moments {
            found = true
            if !named.contains(where: { $0.dates.name(moment) }) {
                report(
                    "date", "the date \(moment.wording(article: false)) is not named in \(place) of \(file)",
                    advice: PassageCheck.elsewhere(passages.filter { $0.dates.name(moment) }))
            }
        }
        let outcome: Verification.Outcome = problems.isEmpty ? (found ? .found : .located) : .missing
        return Verification.Entry(fact: fact, outcome: outcome, problems: problems)
    }

    // MARK: Places

    private func passages(at locator: Locator) -> [Passage] {
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

    private static func elsewhere(_ passages: [Passage]) -> String {
        if passages.isEmpty { return "it stands nowhere in the text" }
        return "it stands in \(passages.prefix(4).map(\.locator.written).joined(separator: "; "))"
    }

    // MARK: Comparing

    /// A fact must be what the text says, to the last digit that the text writes and no further.
    private static func equal(_ number: WrittenNumber, _ value: Double) -> Bool {
        !number.isPlural && (number.value - value).magnitude <= value.magnitude * 1e-9
    }

    private static func qualifier(_ hedge: WrittenNumber.Hedge) -> Qualifier {
        switch hedge {
        case .none: .exact
        case .about: .about
        case .above: .atLeast
        case .below: .atMost
        }
    }

    private static func agrees(_ hedge: WrittenNumber.Hedge, _ qualifier: Qualifier) -> Bool {
        // "Nearly" is a word for an upper bound and for an approximation.
        self.qualifier(hedge) == qualifier || hedge == .below && qualifier == .about
    }

    /// Whether a phrase stands in a text as whole words; both are in small letters.
    private static func contains(_ text: String, _ phrase: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        let wanted = phrase.split { !$0.isLetter && !$0.isNumber }
        guard !wanted.isEmpty, words.count >= wanted.count else { return false }
        return (0...(words.count - wanted.count)).contains { words[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
