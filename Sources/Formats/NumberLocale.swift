/// How a language writes numbers.
public struct NumberLocale: Sendable, Hashable {
    /// The decimal mark.
    public var decimal: String
    /// Between groups of digits.
    public var thousands: String
    /// Sizes of groups from the right; the last one repeats.
    public var grouping: [Int]
    /// Before and after an amount of money.
    public var currency: (prefix: String, suffix: String) {
        get { (currencyPrefix, currencySuffix) }
        set { (currencyPrefix, currencySuffix) = newValue }
    }
    private var currencyPrefix: String
    private var currencySuffix: String
    /// Ten digits to write in place of 0 to 9; empty for those themselves.
    public var numerals: [String]
    public var percent: String
    public var minus: String
    public var nan: String

    public init(
        decimal: String = ".", thousands: String = ",", grouping: [Int] = [3],
        currency: (prefix: String, suffix: String) = ("$", ""), numerals: [String] = [], percent: String = "%",
        minus: String = "\u{2212}", nan: String = "NaN"
    ) {
        self.decimal = decimal
        self.thousands = thousands
        self.grouping = grouping.filter { $0 > 0 }
        currencyPrefix = currency.prefix
        currencySuffix = currency.suffix
        self.numerals = numerals.count == 10 ? numerals : []
        self.percent = percent
        self.minus = minus
        self.nan = nan
    }

    /// The United States' way, and d3's default.
    public static let unitedStates = NumberLocale()

    func grouped(_ digits: String, width: Int = .max) -> String {
        guard !grouping.isEmpty else { return digits }
        var rest = Array(digits)[...]
        var parts: [String] = []
        var index = 0
        var length = 0
        while !rest.isEmpty {
            var size = grouping[min(index, grouping.count - 1)]
            if length + size + 1 > width { size = max(1, width - length) }
            parts.append(String(rest.suffix(size)))
            rest = rest.dropLast(size)
            length += size + 1
            if length > width { break }
            index += 1
        }
        return parts.reversed().joined(separator: thousands)
    }
}
