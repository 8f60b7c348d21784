import Calendar
import Formats

/// What an author's own words say beside a fact.
public enum TextCheck: Sendable, Hashable {
    /// The text has no number, so there is nothing to compare.
    case noNumber
    /// It writes the fact's number with its unit and hedge, or the fact's date, and no other number.
    case agrees
    /// It writes something else: each number that is not the fact's, with what is wrong with it.
    case differs([String])
}

extension Fact {
    /// Whether a text may stand for this fact: it has no number at all, or writes the fact's.
    public func matches(text: String) -> Bool {
        if case .differs = check(text: text) { return false }
        return true
    }

    /// Compares every number of a text with the fact: its value, as precisely as it is written, with its unit and
    /// hedge; years with the fact's date. A text that stands for a fact has no room for another number.
    public func check(text: String, language: String = "en") -> TextCheck {
        let claims = ClaimScanner.claims(in: text, language: language, counted: countedStems)
        var agreed = false
        var strange: [String] = []
        for claim in claims {
            switch claim.kind {
            case .year, .decade:
                let own = date.years.map { Fact.years(of: claim).overlaps($0) } ?? false
                // A year may also be the number: 1,999 soldiers typed without a comma.
                if own || agreement(with: asAmount(claim)).holds { agreed = true } else { strange.append(claim.text) }
            case .day, .reference: continue
            case .pronoun: agreed = agreed || agreement(with: asAmount(claim)).sharesValue
            default:
                let agreement = agreement(with: claim)
                if agreement.holds { agreed = true } else { strange.append(told(agreement, of: claim)) }
            }
        }
        if !strange.isEmpty { return .differs(strange) }
        return agreed ? .agrees : .noNumber
    }

    private var countedStems: Set<String> {
        unit.map { [ClaimScanner.stem(of: Fact.head(of: $0))] } ?? []
    }

    private func asAmount(_ claim: Claim) -> Claim {
        var claim = claim
        claim.kind = .amount
        return claim
    }

    private func told(_ agreement: Agreement, of claim: Claim) -> String {
        switch agreement.differences.first {
        case .unit(let unit)?: "\(claim.text) \(unit)"
        case .hedge?: "\(claim.text), hedged otherwise"
        default: claim.text
        }
    }

    /// What a text says otherwise than the fact, in words: `the unit is students, not miles`.
    public func told(_ difference: Agreement.Difference, language: String = "en") -> String {
        switch difference {
        case .value: "its value is \(written(.full, language: language))"
        case .unit(let named):
            "it counts \(unit == nil || unit == "1" ? "no unit" : unit ?? ""), not \(named)"
        case .hedge:
            qualifier == .exact
                ? "its source does not hedge it: it is \(written(.full, language: language))"
                : "its source hedges it: it is “\(written(.prose, language: language))”"
        case .date(let written): "it is of \(date.wording), not of \(written)"
        }
    }
}
