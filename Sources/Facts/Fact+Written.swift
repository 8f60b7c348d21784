import Calendar
import Formats

extension Fact {
    /// The fact's value as people read it, with its qualifier and unit; an event's date.
    ///
    /// - Parameter language: BCP 47. English is written so far; other languages get the label form in sentences, whose
    ///   symbols need no words.
    public func written(_ style: QuantityStyle, language: String = "en") -> String {
        let english = language == "en" || language.hasPrefix("en-")
        let style = style == .prose && !english ? .label : style
        switch value {
        case .number(let number)?:
            let decimals = writtenDecimals(of: number)
            return Quantity(
                withinBound(number, decimals: decimals), unit: unit, qualifier: qualifier, decimals: decimals
            ).written(style)
        case .word(let word)?:
            guard let unit, style == .prose || style == .full else { return word }
            return Fact.vagueQuantities.contains(word) ? "\(word) of \(unit)" : "\(word) \(unit)"
        case nil:
            return date.wording(style == .prose ? .sentence : .label)
        }
    }

    /// As `written`, and where the source does not plainly state it, how it says it: `yes (implied)`.
    public func told(_ style: QuantityStyle, language: String = "en") -> String {
        let text = written(style, language: language)
        guard value != nil, !isDerived, let word = status.printed else { return text }
        return "\(text) (\(word))"
    }

    /// The title of an event, and where the source does not plainly state it, how it says it.
    public var titleWithStatus: String { status.printed.map { "\(title) (\($0))" } ?? title }

    /// Words that count without a number: "scores of soldiers".
    static let vagueQuantities: Set<String> = [
        "dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens", "handfuls", "plenty", "lots",
    ]

    /// A computed bound is rounded to the side on which it stays true: 2.7198 or more is not "more than 2.72".
    func withinBound(_ number: Double, decimals: Int?) -> Double {
        guard isDerived, let decimals, let rounded = ShortestDecimal(number)?.rounded(decimals: decimals).value else {
            return number
        }
        var unit = 1.0
        for _ in 0..<decimals { unit /= 10 }
        switch qualifier {
        case .atLeast where rounded > number: return rounded - unit
        case .atMost where rounded < number: return rounded + unit
        default: return number
        }
    }

    /// A typed value keeps its digits. A computed one has more than its inputs bear out, so it is written with three
    /// significant digits, or as a whole number where that is more.
    func writtenDecimals(of number: Double) -> Int? {
        if let decimals { return decimals }
        guard isDerived, let digits = ShortestDecimal(number), digits.decimals > 0 else { return nil }
        return digits.rounded(significant: max(3, digits.exponent)).decimals
    }
}
