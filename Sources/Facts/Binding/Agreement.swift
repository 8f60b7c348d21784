import Calendar
import Formats

/// How what a text says by a number stands to a fact.
public struct Agreement: Sendable, Hashable {
    public enum Difference: Sendable, Hashable {
        /// The number is another.
        case value
        /// The text names another unit, or counts something else: its words.
        case unit(String)
        /// The text hedges otherwise than the source.
        case hedge
        /// The text dates it otherwise: as it is written there.
        case date(String)
    }

    public var differences: [Difference] = []
    /// The text names the fact's own unit.
    public var namesUnit = false
    /// The text names the fact's own date.
    public var namesDate = false
    /// The text writes every digit.
    public var isExact = false

    public var holds: Bool { differences.isEmpty }
    public var sharesValue: Bool { !differences.contains(.value) }
}

extension Fact {
    /// Compares a claim with the fact.
    ///
    /// - Parameter times: the years and decades that the text ties to the claim.
    public func agreement(with claim: Claim, times: [Claim] = []) -> Agreement {
        var agreement = Agreement()
        switch value {
        case .number(let number)?: compare(claim, with: number, &agreement)
        case .word(let word)?:
            guard case .vague(let name) = claim.kind, word.lowercased().hasPrefix(name) || name == word.lowercased()
            else {
                agreement.differences.append(.value)
                return agreement
            }
            compareNouns(claim, &agreement)
        case nil: agreement.differences.append(.value)
        }
        compareDates(times, &agreement)
        return agreement
    }

    // MARK: Value and hedge

    private func compare(_ claim: Claim, with number: Double, _ agreement: inout Agreement) {
        var claim = claim
        let own = unit.map(UnitWords.symbol(of:)) ?? "1"
        switch claim.kind {
        case .amount, .multiple: break
        case .share where own == "%":
            claim.number.value *= 100
            claim.number.place *= 100
            claim.unit = "%"
        case .share: break
        case .vague, .ordinal, .year, .decade, .day, .reference, .pronoun:
            agreement.differences.append(.value)
            return
        }
        switch Fact.precision(of: claim.number, beside: number, written: roundedAsWritten(number)) {
        case nil: agreement.differences.append(.value)
        case let relation?:
            agreement.isExact = relation == .exact
            if !admits(claim.number.hedge, relation) { agreement.differences.append(.hedge) }
        }
        compareUnit(claim, own: own, &agreement)
        // What is counted once is no rate; what is of one year may be told as a yearly number.
        if let rate = claim.rate, date.singleYear == nil, !(unit ?? "").contains("per "),
            stems.isDisjoint(with: ["year", "yearly", "annual", "annually", "monthly", "daily", "per", "day", "month"])
        {
            agreement.differences.append(.unit(rate))
        }
    }

    /// How a written number stands to a value that it may stand for.
    enum Precision { case exact, rounded, roundedDown, roundedUp }

    /// Nil where the number is another one. A number of fewer than three digits that is not the value needs a hedge.
    static func precision(of number: WrittenNumber, beside value: Double, written: Double) -> Precision? {
        guard value.isFinite, number.value.isFinite, !number.isPlural else { return nil }
        let slack = max(value.magnitude, number.value.magnitude) * 1e-9
        let difference = number.value - value
        if difference.magnitude <= slack { return .exact }
        if (number.value - written).magnitude <= slack { return .rounded }
        // As prose writes millions.
        if value.magnitude >= 1e6, let short = ShortestDecimal(value)?.rounded(significant: 3).value,
            (number.value - short).magnitude <= slack
        {
            return .rounded
        }
        guard difference.magnitude <= value.magnitude / 20 + slack else { return nil }
        let digits = number.place > 0 ? number.value.magnitude / number.place : 0
        if digits >= 99.5, number.place >= 1e-6 * number.value.magnitude,
            difference.magnitude <= number.place / 2 + slack,
            !number.isInWords
        {
            return .rounded
        }
        guard number.hedge != .none, number.hedge != .exactly else { return nil }
        let reach = number.hedge == .about ? number.roundPlace / 2 : number.roundPlace
        guard difference.magnitude <= reach + slack else { return nil }
        return difference < 0 ? .roundedDown : .roundedUp
    }

    private func admits(_ hedge: WrittenNumber.Hedge, _ precision: Precision) -> Bool {
        switch qualifier {
        case .exact:
            switch hedge {
            case .none: return precision == .exact || precision == .rounded
            case .exactly: return precision == .exact
            case .about: return precision != .exact
            case .above: return precision == .roundedDown
            case .below, .nearly: return precision == .roundedUp
            }
        case .about: return hedge == .about || hedge == .nearly
        // Rounding may not carry a bound past itself.
        case .atLeast: return hedge == .above && precision != .roundedUp
        case .atMost: return (hedge == .below || hedge == .nearly) && precision != .roundedDown
        }
    }

    private func roundedAsWritten(_ number: Double) -> Double {
        let decimals = decimals ?? (isDerived ? writtenDecimals(of: number) : nil)
        guard let decimals,
            let rounded = ShortestDecimal(withinBound(number, decimals: decimals))?.rounded(decimals: decimals)
        else { return number }
        return rounded.value
    }

    // MARK: Unit

    private func compareUnit(_ claim: Claim, own: String, _ agreement: inout Agreement) {
        guard let named = claim.unit else {
            compareNouns(claim, &agreement)
            return
        }
        if named == own || named == "×" && claim.kind == .multiple && (own == "1" || own == "×") {
            agreement.namesUnit = true
        } else if let unit, claim.nouns.first.map({ ClaimScanner.stem(of: $0) == ClaimScanner.stem(of: unit) }) ?? false
        {
            agreement.namesUnit = true
        } else {
            agreement.differences.append(.unit(named))
        }
    }

    /// What the text counts must be what the fact counts, by any of the fact's own words.
    private func compareNouns(_ claim: Claim, _ agreement: inout Agreement) {
        let nouns = claim.nouns.prefix(3)
        guard !nouns.isEmpty else { return }
        let own = stems
        if let unit, unit != "1",
            nouns.contains(where: { ClaimScanner.stem(of: $0) == ClaimScanner.stem(of: Fact.head(of: unit)) })
        {
            agreement.namesUnit = true
            return
        }
        let isMeasured = UnitWords.isMeasure(unit ?? "")
        for noun in nouns {
            if isMeasured, noun == "people" {
                agreement.differences.append(.unit(noun))
                return
            }
            let stem = ClaimScanner.stem(of: noun)
            if own.contains(where: { $0.hasPrefix(stem) || stem.count > 4 && stem.hasPrefix($0) })
                || Fact.people.contains(noun) && !UnitWords.isMeasure(unit ?? "")
            {
                return
            }
            if Fact.isPlural(noun) {
                agreement.differences.append(.unit(noun))
                return
            }
        }
    }

    /// The noun of `students per year`, of `academic scholarships`.
    static func head(of unit: String) -> String {
        let words = unit.split(separator: " ").map(String.init)
        if let cut = words.firstIndex(where: { $0 == "per" || $0 == "of" }), cut > 0 { return words[cut - 1] }
        return words.last ?? unit
    }

    private static let people: Set<String> = [
        "people", "persons", "individuals", "others", "pieces", "units", "cases", "items", "personnes", "individus",
        "personas", "individuos",
    ]
    private static let verbs: Set<String> = [
        "across", "always", "perhaps", "others", "besides", "towards", "thus", "plus", "minus", "less", "unless", "yes",
        "comes", "goes", "makes", "shows", "means", "gives", "takes", "lies", "stands", "rests", "remains", "kinds",
        "sides",
        "sorts", "its", "theirs", "ours", "ones", "afterwards", "upwards", "versus", "various", "previous", "famous",
    ]

    static func isPlural(_ word: String) -> Bool {
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us") && !verbs.contains(word)
    }

    /// Stems of all that the fact says of itself.
    var stems: Set<String> {
        var stems: Set<String> = []
        for text in [title, about, measure, unit ?? "", notes ?? ""] + words {
            for word in text.split(whereSeparator: { !$0.isLetter }) where word.count > 2 {
                stems.insert(ClaimScanner.stem(of: String(word)))
            }
        }
        return stems
    }

    // MARK: Date

    private func compareDates(_ times: [Claim], _ agreement: inout Agreement) {
        guard let years = date.years, let first = times.first else { return }
        let strange = times.filter { !Fact.years(of: $0).overlaps(years) }
        // Of a span both ends are named; a text may name another year beside the one of a single date.
        if strange.isEmpty || !date.isInterval && strange.count < times.count {
            agreement.namesDate = true
        } else {
            agreement.differences.append(.date((strange.first ?? first).text))
        }
    }

    /// The years that a time in a text covers.
    package static func years(of time: Claim) -> ClosedRange<Int> {
        let number = time.number
        let value = Int(min(max(number.value, -9999), 99_999))
        guard time.kind == .decade else { return value...value }
        if time.text.lowercased().contains("cent") || value < 30 {
            return ((value - 1) * 100)...((value - 1) * 100 + 100)
        }
        // `the 1800s` may be the decade or the century.
        if value < 100 { return (1900 + value)...(1900 + value + 9) }
        return value...(value + (value % 100 == 0 ? 99 : 9))
    }
}
