import Chronology
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
            return Quantity(number, unit: unit, qualifier: qualifier, decimals: writtenDecimals(of: number)).written(style)
        case .word(let word)?:
            guard let unit, style == .prose || style == .full else { return word }
            return Fact.vagueQuantities.contains(word) ? "\(word) of \(unit)" : "\(word) \(unit)"
        case nil:
            return date.wording(style == .prose ? .sentence : .label)
        }
    }

    /// Words that count without a number: "scores of soldiers".
    static let vagueQuantities: Set<String> = [
        "dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens", "handfuls", "plenty", "lots",
    ]

    /// A typed value keeps its digits. A computed one has more than its inputs bear out, so it is written with three
    /// significant digits, or as a whole number where that is more.
    private func writtenDecimals(of number: Double) -> Int? {
        if let decimals { return decimals }
        guard isDerived, let digits = ShortestDecimal(number), digits.decimals > 0 else { return nil }
        return digits.rounded(significant: max(3, digits.exponent)).decimals
    }
}
