import Calendar
import Formats

/// What an author's own words say beside a fact.
public enum TextCheck: Sendable, Hashable {
    /// The text has no number, so there is nothing to compare.
    case noNumber
    /// It writes the fact's number, as precisely as it was written, or the fact's date.
    case agrees
    /// It writes something else: each number that is neither the fact's value nor its date, as it was written.
    case differs([String])
}

extension Fact {
    /// Whether a text may stand for this fact: it has no number at all, or writes the fact's.
    public func matches(text: String) -> Bool {
        if case .differs = check(text: text) { return false }
        return true
    }

    /// Compares the numbers of a text with the fact: "13,198", "1.5 million", "twenty-three", "seventeenfold", "about
    /// 13,000" (rounded because it is hedged), and years with the fact's date.
    ///
    /// A text that hedges the wrong way ("under 1.5 million" for a lower bound) differs.
    public func check(text: String) -> TextCheck {
        if let word = value?.word, Fact.vagueQuantities.contains(word) {
            return checkVague(text, word: word)
        }
        var agreed = false
        var strange: [String] = []
        for number in NumberScanner.numbers(in: text) {
            if let value = value?.number, writes(number, value) {
                agreed = true
            } else if names(number) {
                agreed = agreed || value?.number == nil
            } else if number.isInWords, number.value == 1 || number.value == 2 {
                // "One of the longest", "the two countries": counting words that measure nothing.
                continue
            } else if value?.number == nil, !number.mayBeYear {
                // A word or an event has no number that this could be; only its date can be contradicted.
                continue
            } else {
                strange.append(number.text)
            }
        }
        if !strange.isEmpty, !agreed || strange.contains(where: Fact.looksLikeYear) { return .differs(strange) }
        return agreed ? .agrees : .noNumber
    }

    private func writes(_ number: WrittenNumber, _ value: Double) -> Bool {
        // "a third more" and the like are beyond this; a per cent or a factor is the number itself.
        guard !number.isPlural, number.writes(value) else { return false }
        switch (qualifier, number.hedge) {
        case (.atLeast, .below), (.atMost, .above): return false
        // Rounding may not carry a bound past itself: "over 1.6 million" is more than a lower bound of 1.56 million says.
        case (.atLeast, _): return number.value <= value * (1 + 1e-9)
        case (.atMost, _): return number.value >= value * (1 - 1e-9)
        default: return true
        }
    }

    private func names(_ number: WrittenNumber) -> Bool {
        guard number.mayBeYear else { return false }
        let mentions = DateMentions(in: number.text)
        return date.moments.contains { moment in
            // "In the 1960s" is true of 1969, though it says less.
            mentions.nameYear(of: moment) || mentions.decades.contains(moment.year - moment.year % 10)
        }
    }

    private static func looksLikeYear(_ text: String) -> Bool {
        text.utf8.count >= 4
            && NumberScanner.numbers(in: text).contains { $0.mayBeYear && (1500..<2100).contains($0.value) }
    }

    private func checkVague(_ text: String, word: String) -> TextCheck {
        let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        if words.contains(word) { return .agrees }
        let other = Fact.vagueQuantities.filter { words.contains($0) }.sorted()
        let numbers = NumberScanner.numbers(in: text).filter { !names($0) }.map(\.text)
        return other.isEmpty && numbers.isEmpty ? .noNumber : .differs(other + numbers)
    }
}
