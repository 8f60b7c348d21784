import Documents
import Expressions
import Formats

/// A moment as documents write it: `{year: 2006, month: "jan", date: 1, hours: 12}`
/// (https://vega.github.io/vega-lite/docs/datetime.html).
package enum DateTime {
    static let properties = [
        "year", "quarter", "month", "week", "date", "day", "hours", "minutes", "seconds", "milliseconds", "utc",
    ]
    static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    static let days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

    /// Whether an object can only be meant as a moment.
    package static func isDateTime(_ node: DocumentNode) -> Bool {
        guard let object = node.object, !object.keys.isEmpty else { return false }
        return object.keys.allSatisfy { properties.contains($0) }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z. A moment without its year stands in 2012, as a time unit's does.
    ///
    /// - Throws: a diagnostic with the place of what is wrong.
    package static func milliseconds(_ node: DocumentNode, path: String) throws(Diagnostic) -> Double {
        func number(_ key: String, _ usual: Double) throws(Diagnostic) -> Double {
            guard let found = node[key] else { return usual }
            guard let value = found.number, value.isFinite else {
                throw Diagnostic("`\(key)` of a moment is a number", at: found.location, path: "\(path).\(key)")
            }
            return value
        }
        func named(
            _ key: String, _ names: [String], from first: Double, below bound: Double
        ) throws(Diagnostic) -> Double? {
            guard let found = node[key] else { return nil }
            if let value = found.number, value >= first, value <= bound { return value - first }
            if let text = found.string?.lowercased(), text.utf8.count >= 3,
                let index = names.firstIndex(where: { $0 == text || $0.prefix(3) == text })
            {
                return Double(index)
            }
            if let text = found.string, let value = Double(text), value >= first, value <= bound {
                return value - first
            }
            throw Diagnostic(
                "this is no `\(key)`", at: found.location, path: "\(path).\(key)",
                advice: "a number or a name such as \(names[0])")
        }
        let year = try number("year", Double(TimeUnit.baseYear))
        var month = try named("month", months, from: 1, below: 12) ?? 0
        if node["month"] == nil, node["quarter"] != nil {
            let quarter = try number("quarter", 1)
            guard quarter >= 1, quarter <= 4 else {
                throw Diagnostic("`quarter` is 1 to 4", at: node["quarter"]?.location, path: path + ".quarter")
            }
            month = (quarter - 1) * 3
        }
        var date = try number("date", 1)
        if node["date"] == nil, let day = try named("day", days, from: 0, below: 7) {
            date = 1 + day.truncatingRemainder(dividingBy: 7)
        }
        if node["date"] == nil, node["week"] != nil {
            let first = CivilTime(year: Int(max(-9999, min(9999, year)))).weekday
            date += try (number("week", 1) - 1) * 7 + Double((7 - first) % 7)
        }
        let result = CivilTime.milliseconds(
            year: year, monthFromZero: month, day: date, hour: try number("hours", 0), minute: try number("minutes", 0),
            second: try number("seconds", 0), millisecond: try number("milliseconds", 0))
        guard result.isFinite else { throw Diagnostic("this is no moment", at: node.location, path: path) }
        return result
    }
}
