import Calendar
import Formats

/// What a number in a text is.
public struct NumberBinding: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        /// The value of this fact and no other.
        case fact(String)
        /// The value of several, which nothing in the text parts.
        case several([String])
        /// Of no fact; the fact that is most likely meant, where there is one, and what then differs.
        case none(closest: String?, reason: String?)
        /// The author's own: by its place in `own_numbers`.
        case own(Int)
    }

    public var claim: Claim
    public var outcome: Outcome

    public init(claim: Claim, outcome: Outcome) {
        self.claim = claim
        self.outcome = outcome
    }
}

/// Finds the facts that the numbers of a text are.
///
/// A number is a fact's where value, unit and hedge are, and where the text dates it, the date. A number that many
/// things could be counted by, `five`, needs a word of the fact beside it as well.
public struct FactBinder: Sendable {
    public let facts: FactBase
    public let language: String
    public let ownNumbers: [OwnNumber]
    /// Facts with a number, by value.
    private let byValue: [(value: Double, index: Int)]
    private let vague: [Int]
    /// Stems of what the project counts.
    public let counted: Set<String>

    public init(_ facts: FactBase, language: String = "en", ownNumbers: [OwnNumber] = []) {
        self.facts = facts
        self.language = language
        self.ownNumbers = ownNumbers
        var values: [(value: Double, index: Int)] = []
        var vague: [Int] = []
        var units: Set<String> = []
        for (index, fact) in facts.facts.enumerated() {
            switch fact.value {
            case .number(let number)?: values.append((number, index))
            case .word(let word)? where Fact.vagueQuantities.contains(word): vague.append(index)
            default: continue
            }
            if let unit = fact.unit { units.insert(unit) }
        }
        byValue = values.sorted { $0.value < $1.value }
        self.vague = vague
        counted = Set(
            units.lazy.filter { !UnitWords.isMeasure($0) && $0 != "1" }.map { ClaimScanner.stem(of: Fact.head(of: $0)) }
        )
    }

    /// A part of a text that writes a fact already: a link, or what `{fact:id}` became.
    public struct Known: Sendable, Hashable {
        /// In UTF-8 bytes of the text.
        public var range: Range<Int>
        public var fact: String

        public init(range: Range<Int>, fact: String) {
            self.range = range
            self.fact = fact
        }
    }

    /// What the numbers of a text are, in its order; years, references and what is known are not among them, but where
    /// a known fact is dated otherwise than the text does.
    ///
    /// - Parameter near: ids of the facts that stand beside the text: those that a figure draws.
    public func bindings(in text: String, known: [Known] = [], near: Set<String> = []) -> [NumberBinding] {
        let claims = ClaimScanner.claims(in: text, language: language, counted: counted)
        guard !claims.isEmpty else { return [] }
        let passage = Passage(text: text, claims: claims, known: known)
        var bindings: [NumberBinding] = []
        for (index, claim) in claims.enumerated() {
            if let fact = known.first(where: { $0.range.overlaps(claim.range) })?.fact {
                if let told = misdated(fact, claim, times: passage.times(of: index)) { bindings.append(told) }
                continue
            }
            guard claim.needsFact else { continue }
            if let own = ownNumbers.firstIndex(where: { $0.covers(claim.range, of: passage.bytes) }) {
                bindings.append(NumberBinding(claim: claim, outcome: .own(own)))
                continue
            }
            let outcome = outcome(of: claim, times: passage.times(of: index), in: passage, near: near)
            bindings.append(NumberBinding(claim: claim, outcome: outcome))
        }
        return bindings
    }

    /// A fact that the text ties to another time than its own.
    private func misdated(_ id: String, _ claim: Claim, times: [Claim]) -> NumberBinding? {
        guard claim.needsFact, let fact = facts[id], fact.value != nil else { return nil }
        for difference in fact.agreement(with: claim, times: times).differences {
            guard case .date = difference else { continue }
            return NumberBinding(
                claim: claim, outcome: .none(closest: id, reason: fact.told(difference, language: language)))
        }
        return nil
    }

    // MARK: Choosing

    private struct Candidate {
        var fact: Fact
        var agreement: Agreement
        var words: Int
    }

    private func outcome(
        of claim: Claim, times: [Claim], in passage: Passage, near: Set<String>
    ) -> NumberBinding.Outcome {
        let candidates = candidates(for: claim).map { index in
            let fact = facts.facts[index]
            return Candidate(
                fact: fact, agreement: fact.agreement(with: claim, times: times),
                words: passage.wordsShared(with: fact, claim))
        }
        var chosen = candidates.filter { candidate in
            guard candidate.agreement.holds else { return false }
            let isPlain = candidate.agreement.isExact || claim.number.hedge == .none
            // A rounded number that is hedged may be of anything near.
            if near.contains(candidate.fact.id), isPlain || candidate.fact.qualifier != .exact { return true }
            return isTelling(candidate, claim) && !speaksOfAnother(candidate.fact, claim, in: passage)
        }
        guard !chosen.isEmpty else {
            let shared = candidates.filter { $0.agreement.sharesValue }
            return closest(to: claim, among: shared, times: times, in: passage, near: near)
        }
        for prefers: (Candidate) -> Bool in [
            { $0.agreement.isExact }, { $0.agreement.namesUnit }, { $0.agreement.namesDate },
            { near.contains($0.fact.id) },
        ] where chosen.count > 1 && chosen.contains(where: prefers) {
            chosen = chosen.filter(prefers)
        }
        if chosen.count > 1, let most = chosen.map(\.words).max() { chosen = chosen.filter { $0.words == most } }
        if chosen.count == 1, let one = chosen.first { return .fact(one.fact.id) }
        return .several(chosen.map(\.fact.id))
    }

    /// Whether the sentence names something else that the same is told of, and not what the fact is about.
    private func speaksOfAnother(_ fact: Fact, _ claim: Claim, in passage: Passage) -> Bool {
        guard facts.facts.count <= 2_000, !passage.names(fact.about, beside: claim) else { return false }
        return facts.facts.contains {
            $0.measure == fact.measure && $0.unit == fact.unit && $0.about != fact.about
                && passage.names($0.about, beside: claim)
        }
    }

    /// Whether the text says more of the fact than a number that anything could be counted by.
    private func isTelling(_ candidate: Candidate, _ claim: Claim) -> Bool {
        if candidate.agreement.namesUnit || candidate.agreement.namesDate || candidate.words > 0 { return true }
        if case .vague = claim.kind { return true }
        var text = claim.text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
        // Zeros at the end tell little of a number that is only near.
        if !candidate.agreement.isExact { while text.last == 0x30 { text.removeLast() } }
        return text.count >= 3
    }

    /// Facts that have the value, or nearly.
    private func candidates(for claim: Claim) -> [Int] {
        if case .vague = claim.kind { return vague }
        var found: [Int] = []
        let value = claim.number.value
        for factor in claim.kind == .share ? [1, 100] : [1.0] {
            let wanted = value * factor
            let reach = wanted.magnitude / 16
            var (low, high) = (0, byValue.count)
            while low < high {
                let middle = (low + high) / 2
                if byValue[middle].value < wanted - reach { low = middle + 1 } else { high = middle }
            }
            while low < byValue.count, byValue[low].value <= wanted + reach {
                found.append(byValue[low].index)
                low += 1
                if found.count > 4_000 { return found }
            }
        }
        return found.sorted()
    }

    // MARK: What was meant

    private func closest(
        to claim: Claim, among shared: [Candidate], times: [Claim], in passage: Passage, near: Set<String>
    ) -> NumberBinding.Outcome {
        // The value is right, and something else is not.
        let best = shared.max { one, other in
            (near.contains(one.fact.id) ? 1 : 0, one.words, -one.agreement.differences.count)
                < (near.contains(other.fact.id) ? 1 : 0, other.words, -other.agreement.differences.count)
        }
        if let best {
            let differences = best.agreement.differences
            let reason =
                differences.isEmpty
                ? nil : differences.map { best.fact.told($0, language: language) }.joined(separator: "; ")
            if reason != nil || best.words > 0 { return .none(closest: best.fact.id, reason: reason) }
        }
        // The words and the date are a fact's, and the number is not.
        var found: (fact: Fact, score: Double)?
        let scanned = facts.facts.count <= 2_000 ? Array(facts.facts.indices) : candidates(for: claim)
        for index in scanned {
            let fact = facts.facts[index]
            let isVague = if case .word(let word)? = fact.value { Fact.vagueQuantities.contains(word) } else { false }
            guard fact.value?.number != nil || isVague else { continue }
            var score = Double(passage.wordsShared(with: fact, claim))
            let agreement = fact.agreement(with: claim, times: times)
            if near.contains(fact.id) { score += 1.5 }
            if agreement.namesUnit { score += 1.5 }
            if agreement.namesDate { score += 1.5 }
            if let value = fact.value?.number, value > 0, claim.number.value > 0 {
                let ratio = max(value, claim.number.value) / min(value, claim.number.value)
                score += ratio < 1.02 ? 2 : ratio < 1.3 ? 1 : 0
                if FactBinder.digits(value) == FactBinder.digits(claim.number.value) { score += 1 }
            }
            if score > found?.score ?? 2.4 { found = (fact, score) }
        }
        guard let found else { return .none(closest: nil, reason: nil) }
        let differences = found.fact.agreement(with: claim, times: times).differences
        return .none(
            closest: found.fact.id,
            reason: differences.first.map { found.fact.told($0, language: language) })
    }

    /// The digits in order of size: two numbers whose digits were exchanged have the same.
    private static func digits(_ value: Double) -> [Character] {
        String(value).filter { $0.isNumber && $0 != "0" }.sorted()
    }
}
