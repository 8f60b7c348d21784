import Documents
import Formats

/// Whether the day or the month stands first in `01/02/2023`.
package enum DateOrder: String, Sendable, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
}

/// A column of texts that are to be dates: which of day and month comes first is found from all of them.
struct DateColumn {
    /// Milliseconds since 1970 by row; missing where there is no value, NaN where a cell is no date.
    var moments: [Double]
    var missing: [Int] = []
    var unreadable: [Int] = []
    /// What was found of how they are written, in words; nil where they are as ISO 8601 or a browser has them.
    var found: String?
    /// A cell that could be two days, where nothing in the column says which.
    var doubt: Int?

    init(_ texts: [String], said: CellsSaid) {
        let marks = MissingMarks(said: said.missing)
        moments = Array(repeating: .missing, count: texts.count)
        var numeric: [(row: Int, date: NumericDate)] = []
        for (row, text) in texts.enumerated() {
            if text.isEmpty || marks.contains(text) {
                missing.append(row)
            } else if let date = NumericDate(text) {
                numeric.append((row, date))
            } else if let moment = DateReading.milliseconds(text) {
                moments[row] = moment
            } else if let period = PeriodReading.milliseconds(text) {
                moments[row] = period
                found = "periods, each drawn at its first day"
            } else {
                moments[row] = .nan
                unreadable.append(row)
            }
        }
        readNumeric(numeric, said: said)
    }

    private mutating func readNumeric(_ dates: [(row: Int, date: NumericDate)], said: CellsSaid) {
        guard !dates.isEmpty else { return }
        let dayFirst = dates.count { $0.date.first > 12 }, monthFirst = dates.count { $0.date.second > 12 }
        let order: DateOrder
        if let dates = said.dates {
            order = dates
        } else if dayFirst == 0, monthFirst == 0 {
            // The same day either way leaves nothing to ask.
            doubt = dates.first { $0.date.first != $0.date.second }?.row
            order = .monthFirst
        } else {
            order = dayFirst >= monthFirst ? .dayFirst : .monthFirst
        }
        if order == .dayFirst { found = "days before months" }
        for (row, date) in dates {
            if let moment = date.milliseconds(order) {
                moments[row] = moment
            } else {
                moments[row] = .nan
                unreadable.append(row)
            }
        }
        unreadable.sort()
    }
}

/// Three numbers of which the last is a year: `31/12/2023`, `31.12.23`, `12-31-2023 10:00`.
struct NumericDate {
    var first: Int
    var second: Int
    var year: Int
    /// What follows the date: a time of day.
    var time: String

    init?(_ text: String) {
        var numbers: [(value: Int, digits: Int)] = []
        var rest = Substring(text).drop { $0 == " " }
        var mark: Character?
        while numbers.count < 3 {
            let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
            guard let value = Int(digits), digits.count <= 4 else { return nil }
            numbers.append((value, digits.count))
            rest = rest.dropFirst(digits.count)
            if numbers.count == 3 { break }
            guard let next = rest.first, next == "/" || next == "." || next == "-", mark == nil || mark == next else {
                return nil
            }
            mark = next
            rest = rest.dropFirst()
            while rest.first == " " { rest = rest.dropFirst() }
        }
        guard numbers[0].digits <= 2, numbers[1].digits <= 2, numbers[2].digits == 4 || numbers[2].digits == 2 else {
            return nil
        }
        if let next = rest.first, next != " ", next != "T", next != "," { return nil }
        first = numbers[0].value
        second = numbers[1].value
        year = numbers[2].digits == 4 ? numbers[2].value : numbers[2].value + (numbers[2].value < 50 ? 2000 : 1900)
        time = String(rest.drop { $0 == " " || $0 == "T" || $0 == "," })
    }

    func milliseconds(_ order: DateOrder) -> Double? {
        let (day, month) = order == .dayFirst ? (first, second) : (second, first)
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        guard let midnight = DateReading.milliseconds(date) else { return nil }
        if time.isEmpty { return midnight }
        // A time of day, with AM, PM or a zone, reads after any date.
        guard let moment = DateReading.milliseconds("Jan 1 2000 " + time) else { return nil }
        return midnight + moment - 946_684_800_000
    }
}

/// Periods as statistical offices write them: `2023Q1`, `2023-Q1`, `Q1 2023`, `2023M05`, `2023-S1`, `2023-W05`, and
/// days without marks, `20230501`.
enum PeriodReading {
    /// The first moment; nil for anything else.
    static func milliseconds(_ text: String) -> Double? {
        let bare = text.uppercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
        guard bare.utf8.count <= 8, bare.utf8.count >= 5 else { return nil }
        if bare.utf8.count == 8, bare == text, let value = Int(bare), value > 10_000_000 {
            return DateReading.milliseconds("\(bare.prefix(4))-\(bare.dropFirst(4).prefix(2))-\(bare.suffix(2))")
        }
        if bare.first == "Q" || bare.first == "H", let year = Int(bare.suffix(4)), bare.count == 6 {
            return start(bare.first, bare.dropFirst().prefix(1), year: year)
        }
        guard let year = Int(bare.prefix(4)), bare.prefix(4).allSatisfy(\.isWholeNumber) else { return nil }
        return start(bare.dropFirst(4).first, bare.dropFirst(5), year: year)
    }

    private static func start(_ letter: Character?, _ digits: Substring, year: Int) -> Double? {
        guard let number = Int(digits), number >= 1, year >= 1000 else { return nil }
        func month(_ month: Int) -> Double { Double(CivilTime.day(year: year, month: month)) * 86_400_000 }
        switch letter {
        case "Q": return number <= 4 ? month(number * 3 - 2) : nil
        case "S", "H": return number <= 2 ? month(number * 6 - 5) : nil
        case "M": return number <= 12 ? month(number) : nil
        case "W":
            guard number <= 53 else { return nil }
            // The week of 4 January is the first of ISO 8601; 1970-01-01 was a Thursday.
            let fourth = CivilTime.day(year: year, month: 1, day: 4)
            let monday = fourth - ((fourth + 3) % 7 + 7) % 7
            return Double(monday + (number - 1) * 7) * 86_400_000
        default: return nil
        }
    }
}

extension DataValue {
    /// A moment as ISO 8601 has it, without the time where it is midnight.
    static func day(_ milliseconds: Double) -> String {
        let isDay = milliseconds.truncatingRemainder(dividingBy: 86_400_000) == 0
        return TimeFormat(isDay ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S").format(milliseconds)
    }
}
