/// A number as it stands in a text: `4,380`, `1.5 million`, `twenty-three`, `seventeenfold`.
public struct WrittenNumber: Sendable, Hashable {
    /// What the words before or after a number say of it.
    public enum Hedge: Sendable, Hashable {
        case none
        /// "about", "roughly".
        case about
        /// "over", "more than".
        case above
        /// "less than", "at most".
        case below
        /// "nearly", "almost": below, and close to it.
        case nearly
        /// "exactly", "precisely".
        case exactly
    }

    public var value: Double
    /// The worth of its last written digit: 1 for `4,380`, 100,000 for `1.5 million`.
    public var place: Double
    /// The worth of the last digit that is not a zero: 10 for `4,380`.
    public var roundPlace: Double
    /// As it was written.
    public var text: String
    public var hedge: Hedge
    /// In letters: `twenty-three`.
    public var isInWords: Bool
    /// Four digits without a separator, which may be a year.
    public var mayBeYear: Bool
    /// Followed by an `s`, as a decade or a century is: `1960s`.
    public var isPlural: Bool
    /// Where it begins in the text, in UTF-8 bytes.
    public var offset: Int

    /// Whether this writes `number`, as precisely as it was written, and within a twentieth of it: a number with few
    /// digits may be precise to its last and still be wrong, as "2 million" is of 1.5.
    ///
    /// A number that its author hedged may be rounded to its trailing zeros: "about 13,000" writes 13,198, while
    /// "13,000" does not; "more than 13,000" does and "nearly 13,000" does not.
    public func writes(_ number: Double) -> Bool {
        guard number.isFinite else { return false }
        // The products of decimal fractions are not exact in binary; a billionth is far under any written digit.
        let slack = max(number.magnitude, value.magnitude) * 1e-9
        guard (number - value).magnitude <= number.magnitude / 20 + slack else { return false }
        if (number - value).magnitude <= place / 2 + slack { return true }
        switch hedge {
        case .none, .exactly: return false
        case .about: return (number - value).magnitude <= roundPlace / 2 + slack
        case .above: return number >= value - slack && number < value + roundPlace
        case .below, .nearly: return number <= value + slack && number > value - roundPlace
        }
    }
}
