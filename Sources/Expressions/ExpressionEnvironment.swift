import Formats
import Tables

/// What an expression may ask of the document around it.
package struct ExpressionEnvironment: Sendable {
    /// Parameters, and `width`, `height` and the like, by name.
    package var values: [String: DataValue]
    /// `scale(name, value)`, `invert`, `bandwidth`, `domain`, `range`; nil where there are no scales yet.
    package var scale: (@Sendable (_ name: String, _ value: DataValue) -> DataValue)?
    package var invert: (@Sendable (_ name: String, _ value: DataValue) -> DataValue)?
    package var bandwidth: (@Sendable (_ name: String) -> Double)?
    package var domain: (@Sendable (_ name: String) -> [DataValue])?
    package var range: (@Sendable (_ name: String) -> [DataValue])?
    /// The projection of that name, for `geoScale` and the like; nil where nothing is projected yet.
    package var projection: (@Sendable (_ name: String) -> (any ProjectedMeasures)?)?
    /// `data(name)`.
    package var table: (@Sendable (_ name: String) -> Table?)?
    /// `fact(id)`: the value of a fact, null where there is none; nil outside of templates.
    package var fact: (@Sendable (_ id: String) -> DataValue)?
    package var numberLocale: NumberLocale
    package var timeLocale: TimeLocale
    /// What `now()` gives, in milliseconds since 1970: fixed, so that a document is drawn the same at any time.
    package var now: Double
    /// Where `random()` and the like begin.
    package var seed: UInt64

    package init(
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
