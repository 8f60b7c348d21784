import Formats
import Tables

/// Dates and times as documents write them.
enum Moments {
    private static let keys: Set<String> = [
        "year", "quarter", "month", "date", "day", "hours", "minutes", "seconds", "milliseconds", "utc",
    ]

    /// A `DateTime` object such as `{"year": 2012, "month": "jan"}` in milliseconds; nil for anything else.
    static func moment(_ value: DataValue) -> Double? {
        guard let members = value.object, !members.isEmpty, members.allSatisfy({ keys.contains($0.name) }) else {
            return nil
        }
        func number(_ key: String, _ standard: Double) -> Double { value[key]?.number ?? standard }
        var month = 0.0
        if let written = value["month"]?.number {
            month = written - 1
        } else if let text = value["month"]?.string {
            month = Double(index(of: text, among: months) ?? 0)
        } else if let quarter = value["quarter"]?.number {
            month = (quarter - 1) * 3
        }
        var day = number("date", 1)
        if value["date"] == nil, let weekday = value["day"] {
            day = (weekday.number ?? weekday.string.flatMap { index(of: $0, among: days) }.map(Double.init) ?? 0) + 1
        }
        // A week that begins on a Sunday, the first day of 2006.
        let year = value["year"]?.number ?? (value["day"] != nil && value["date"] == nil ? 2006 : 2012)
        return CivilTime.milliseconds(
            year: year, monthFromZero: month, day: day, hour: number("hours", 0), minute: number("minutes", 0),
            second: number("seconds", 0), millisecond: number("milliseconds", 0))
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    private static func index(of name: String, among names: [String]) -> Int? {
        let name = name.lowercased()
        return names.firstIndex { name.hasPrefix($0) }
    }

    /// Whether `"Mon"` or `"january"` names the day or month that a moment is the beginning of.
    static func matches(_ value: DataValue, _ unit: TimeUnitName, _ moment: Double) -> Bool {
        switch unit.parts.last {
        case "month":
            let written = value.object == nil ? DataValue.object([.init("month", value)]) : value
            guard let other = Moments.moment(written) else { return false }
            return TimeParts.month(of: other) == TimeParts.month(of: moment)
        case "day":
            guard let text = value.string else { return false }
            let day = Int(((moment / 86_400_000).rounded(.down) + 4).truncatingRemainder(dividingBy: 7))
            return index(of: text, among: days) == day
        default: return false
        }
    }

    /// Texts read as dates; numbers are moments already.
    static func times(_ column: Table.Column) -> Table.Column {
        func moment(_ text: String) -> Double { DateReading.milliseconds(text) ?? .missing }
        switch column.storage {
        case .numbers: return column
        case .strings(let texts): return Table.Column(.numbers(texts.map(moment)))
        case .values(let values):
            return Table.Column(
                .numbers(
                    values.map { value in
                        switch value {
                        case .string(let text): moment(text)
                        case .number(let number): number
                        default: .missing
                        }
                    }))
        }
    }
}
