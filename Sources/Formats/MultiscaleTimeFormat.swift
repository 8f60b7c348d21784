/// Writes a moment by its coarsest unit that is not zero, as Vega labels a time axis: the year at New Year, the month
/// at its first, and so on down to milliseconds.
public struct MultiscaleTimeFormat: Sendable {
    private var formats: [String: TimeFormat] = [:]
    private let offset: Int

    public static let defaults: [String: String] = [
        "year": "%Y", "quarter": "%B", "month": "%B", "week": "%b %d", "date": "%a %d", "hours": "%I %p",
        "minutes": "%I:%M", "seconds": ":%S", "milliseconds": ".%L",
    ]

    /// - Parameter specifiers: replace Vega's own for `year`, `quarter`, `month`, `week`, `date`, `hours`, `minutes`,
    ///   `seconds`, `milliseconds`.
    public init(_ specifiers: [String: String] = [:], locale: TimeLocale = .unitedStates, offset: Int = 0) {
        self.offset = offset
        for (unit, specifier) in Self.defaults.merging(specifiers, uniquingKeysWith: { $1 }) {
            formats[unit] = TimeFormat(specifier, locale: locale, offset: offset)
        }
    }

    public func format(_ milliseconds: Double) -> String {
        guard let time = CivilTime(milliseconds: milliseconds, offset: offset) else { return "Invalid Date" }
        let unit: String
        if time.millisecond != 0 {
            unit = "milliseconds"
        } else if time.second != 0 {
            unit = "seconds"
        } else if time.minute != 0 {
            unit = "minutes"
        } else if time.hour != 0 {
            unit = "hours"
        } else if time.day != 1 {
            unit = time.weekday == 0 ? "week" : "date"
        } else if time.month != 1 {
            unit = time.month % 3 == 1 ? "quarter" : "month"
        } else {
            unit = "year"
        }
        return formats[unit]?.format(milliseconds) ?? ""
    }
}
