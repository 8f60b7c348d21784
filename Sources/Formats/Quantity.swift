/// A number with its unit and how sure it is, as people write it in English.
public struct Quantity: Sendable, Hashable {
    public var value: Double
    /// As a fact gives it: `km²`, `students`; nil or `1` for a bare number.
    public var unit: String?
    public var qualifier: Qualifier
    /// Digits after the point; nil for what suits the style.
    public var decimals: Int?

    public init(_ value: Double, unit: String? = nil, qualifier: Qualifier = .exact, decimals: Int? = nil) {
        self.value = value
        self.unit = unit
        self.qualifier = qualifier
        self.decimals = decimals
    }

    /// The quantity in words and figures. A number that is not finite is written `no value`.
    ///
    /// Millions and more are rounded to three significant digits except in `full`: a reader compares "1.56 million"
    /// with "1.5 million", and no bar shows the seventh digit.
    public func written(_ style: QuantityStyle) -> String {
        guard let digits = ShortestDecimal(value) else { return "no value" }
        let name = unit.flatMap { $0 == "1" || $0.isEmpty ? nil : UnitName($0) }
        let number = numberText(digits, style: style, hasSymbol: name?.symbol != nil)
        let prefix = style == .prose ? qualifier.prosePrefix : qualifier.labelPrefix
        guard let name else { return prefix + number }

        if style == .prose {
            return prefix + number + " " + (value == 1 ? name.singular : name.plural)
        }
        switch name.symbol {
        case "×": return prefix + "×" + number
        case "%": return prefix + number + "%"
        case "$", "€", "£", "¥":
            return prefix + (value < 0 ? "−" : "") + (name.symbol ?? "")
                + (number.hasPrefix("−") ? String(number.dropFirst()) : number)
        case let symbol?: return style == .short ? prefix + number : prefix + number + " " + symbol
        case nil:
            return style == .full ? prefix + number + " " + (value == 1 ? name.singular : name.plural) : prefix + number
        }
    }

    private func numberText(_ digits: ShortestDecimal, style: QuantityStyle, hasSymbol: Bool) -> String {
        if style == .full { return digits.grouped(decimals: decimals) }
        if digits.exponent > 6, decimals == nil || digits.decimals == 0 {
            for (exponent, word) in [(12, "trillion"), (9, "billion"), (6, "million")] {
                let rounded = digits.rounded(significant: 3)
                guard rounded.exponent > exponent, rounded.exponent <= exponent + 3,
                    let scaled = ShortestDecimal(rounded.value / Quantity.power(exponent))
                else { continue }
                return scaled.rounded(significant: 3).grouped() + " " + word
            }
        }
        // House style: whole numbers up to ten are words in a sentence, unless a measured unit follows.
        if style == .prose, !hasSymbol, unit != nil, unit != "1", digits.decimals == 0, value >= 0, value <= 10,
            let words = NumberWords.words(for: Int(value))
        {
            return words
        }
        return digits.grouped(decimals: decimals)
    }

    private static func power(_ exponent: Int) -> Double {
        var value = 1.0
        for _ in 0..<exponent { value *= 10 }
        return value
    }
}
