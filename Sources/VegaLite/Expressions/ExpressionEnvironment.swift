import Formats
import Tables

/// What an expression may ask of the document around it.
public struct ExpressionEnvironment: Sendable {
    /// Parameters, and `width`, `height` and the like, by name.
    public var values: [String: DataValue]
    /// `scale(name, value)`, `invert`, `bandwidth`, `domain`, `range`; nil where there are no scales yet.
    public var scale: (@Sendable (_ name: String, _ value: DataValue) -> DataValue)?
    public var invert: (@Sendable (_ name: String, _ value: DataValue) -> DataValue)?
    public var bandwidth: (@Sendable (_ name: String) -> Double)?
    public var domain: (@Sendable (_ name: String) -> [DataValue])?
    public var range: (@Sendable (_ name: String) -> [DataValue])?
    /// `data(name)`.
    public var table: (@Sendable (_ name: String) -> Table?)?
    public var numberLocale: NumberLocale
    public var timeLocale: TimeLocale
    /// What `now()` gives, in milliseconds since 1970: fixed, so that a document is drawn the same at any time.
    public var now: Double
    /// Where `random()` and the like begin.
    public var seed: UInt64

    public init(
        values: [String: DataValue] = [:], numberLocale: NumberLocale = .unitedStates,
        timeLocale: TimeLocale = .unitedStates, now: Double = 0, seed: UInt64 = 1
    ) {
        self.values = values
        self.numberLocale = numberLocale
        self.timeLocale = timeLocale
        self.now = now
        self.seed = seed
    }
}
