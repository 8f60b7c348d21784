/// Reads dates as people and files write them, into milliseconds since 1970-01-01T00:00:00Z.
///
/// ISO 8601 first (`2012`, `2012-05`, `2012-05-03`, `2012-05-03T10:00:00.000Z`, `+02:00`), then the looser forms that
/// browsers take: `Jan 1 2000`, `1 January 2000`, `1/2/2000` (month first), `2000/1/2`, with a time, `AM`, `PM` and a
/// zone after it. A time without a zone is UTC, unlike a browser's, so that a year never shifts with the reader's zone.
public enum DateReading {
    /// Nil where the text is no date.
    public static func milliseconds(_ text: String) -> Double? {
        guard text.utf8.count <= 64 else { return nil }
        if text.utf8.count == 10, let day = plainDay(text) { return day }
        let bytes = Array(text.utf8)
        if let value = iso(bytes) { return value }
        return loose(bytes)
    }

    /// `2012-05-03`, which columns are full of.
    private static func plainDay(_ text: String) -> Double? {
        var value = 0, place = 0, dashes = 0
        for byte in text.utf8 {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                dashes += 1
            } else {
                guard byte &- 0x30 < 10 else { return nil }
                value = value * 10 + Int(byte &- 0x30)
            }
            place += 1
        }
        let year = value / 10_000, month = value / 100 % 100, day = value % 100
        guard dashes == 2, month >= 1, month <= 12, day >= 1, day <= 28 || day <= daysIn(month: month, year: year)
        else { return nil }
        return Double(CivilTime.day(year: year, month: month, day: day)) * 86_400_000
    }

    private static func iso(_ bytes: [UInt8]) -> Double? {
        var scanner = Scanner(bytes)
        var sign = 1
        var digits = 4
        if scanner.take("+") { digits = 6 } else if scanner.take("-") { digits = 6; sign = -1 }
        guard let year = scanner.number(exactly: digits) else { return nil }
        var month = 1, day = 1
        if scanner.take("-") {
            guard let m = scanner.number(exactly: 2) else { return nil }
            month = m
            if scanner.take("-") {
                guard let d = scanner.number(exactly: 2) else { return nil }
                day = d
            }
        }
        guard month >= 1, month <= 12, day >= 1, day <= daysIn(month: month, year: year * sign) else { return nil }
        var time = CivilTime(year: year * sign, month: month, day: day)
        if scanner.atEnd { return time.milliseconds() }
        guard scanner.take("T") || scanner.take("t") || scanner.take(" ") else { return nil }
        guard let hour = scanner.number(exactly: 2), scanner.take(":"), let minute = scanner.number(exactly: 2) else {
            return nil
        }
        time.hour = hour
        time.minute = minute
        if scanner.take(":") {
            guard let second = scanner.number(exactly: 2) else { return nil }
            time.second = second
            if scanner.take(".") || scanner.take(",") {
                guard let fraction = scanner.fraction() else { return nil }
                time.millisecond = fraction
            }
        }
        guard time.hour <= 24, time.minute <= 59, time.second <= 59 else { return nil }
        if time.hour == 24, time.minute + time.second + time.millisecond > 0 { return nil }
        if scanner.atEnd { return time.milliseconds() }
        if scanner.take("Z") || scanner.take("z") { return scanner.atEnd ? time.milliseconds() : nil }
        guard let offset = scanner.offset(), scanner.atEnd else { return nil }
        return time.milliseconds(offset: offset)
    }

    private static func loose(_ bytes: [UInt8]) -> Double? {
        var scanner = Scanner(bytes)
        var numbers: [(value: Int, digits: Int)] = []
        var month: Int?
        var monthFirst = false
        var clock: [Int] = []
        var millisecond = 0
        var afternoon: Bool?
        var offset = 0
        while !scanner.atEnd {
            if let letters = scanner.word() {
                let word = letters.lowercased()
                if word == "am" || word == "pm" {
                    guard !clock.isEmpty else { return nil }
                    afternoon = word == "pm"
                } else if word == "z" || word == "gmt" || word == "utc" || word == "ut" {
                    if let further = scanner.offset() { offset = further }
                } else if word == "t", !numbers.isEmpty {
                    continue
                } else if let index = months.firstIndex(where: { word.hasPrefix($0) }) {
                    guard month == nil else { return nil }
                    month = index + 1
                    monthFirst = numbers.isEmpty
                } else if weekdays.contains(where: { word.hasPrefix($0) }) {
                    continue
                } else {
                    return nil
                }
                continue
            }
            if let number = scanner.number() {
                if scanner.peek(":"), clock.isEmpty {
                    clock.append(number.value)
                    while scanner.take(":") {
                        guard let part = scanner.number(), clock.count < 3 else { return nil }
                        clock.append(part.value)
                    }
                    if clock.count == 3, scanner.take(".") {
                        guard let fraction = scanner.fraction() else { return nil }
                        millisecond = fraction
                    }
                } else {
                    numbers.append((number.value, number.digits))
                    guard numbers.count <= 3 else { return nil }
                    _ = scanner.take("/") || scanner.take("-") || scanner.take(".")
                }
                continue
            }
            if !clock.isEmpty, scanner.peek("+") || scanner.peek("-") {
                guard let further = scanner.offset() else { return nil }
                offset = further
                continue
            }
            if scanner.take("(") {
                while !scanner.atEnd, !scanner.take(")") { scanner.skip() }
                continue
            }
            // A comma between two numbers alone is a thousands separator, not a date.
            if scanner.peek(","), month == nil, !numbers.isEmpty, numbers.count < 3 { return nil }
            if scanner.take(" ") || scanner.take(",") || scanner.take("-") || scanner.take("/") || scanner.take(".") {
                continue
            }
            return nil
        }
        var year: Int
        var day = 1
        if let month {
            switch numbers.count {
            case 0: return nil
            case 1:
                if numbers[0].value > 31 || numbers[0].digits > 2 {
                    year = fullYear(numbers[0])
                } else {
                    return yearless(month, numbers[0].value)
                }
            default:
                if numbers[0].digits > 2 || numbers[0].value > 31 {
                    year = fullYear(numbers[0])
                    day = numbers[1].value
                } else {
                    day = numbers[0].value
                    year = fullYear(numbers[1])
                }
            }
            _ = monthFirst
            return finish(year, month, day, clock, millisecond, afternoon, offset)
        }
        guard numbers.count >= 2 else { return nil }
        if numbers[0].digits > 2 {
            year = fullYear(numbers[0])
            day = numbers.count > 2 ? numbers[2].value : 1
            return finish(year, numbers[1].value, day, clock, millisecond, afternoon, offset)
        }
        if numbers.count == 2 {
            guard numbers[1].digits > 2 else { return nil }
            return finish(fullYear(numbers[1]), numbers[0].value, 1, clock, millisecond, afternoon, offset)
        }
        return finish(
            fullYear(numbers[2]), numbers[0].value, numbers[1].value, clock, millisecond, afternoon, offset)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    /// A day and a month without a year stand in 2001, the year that V8 takes.
    private static func yearless(_ month: Int, _ day: Int) -> Double? {
        finish(2001, month, day, [], 0, nil, 0)
    }

    /// Two digits: 50 to 99 in the last century, 00 to 49 in this one.
    private static func fullYear(_ number: (value: Int, digits: Int)) -> Int {
        if number.digits > 2 { return number.value }
        return number.value < 50 ? 2000 + number.value : 1900 + number.value
    }

    private static func finish(
        _ year: Int, _ month: Int, _ day: Int, _ clock: [Int], _ millisecond: Int, _ afternoon: Bool?, _ offset: Int
    ) -> Double? {
        guard month >= 1, month <= 12, day >= 1, day <= 31 else { return nil }
        var time = CivilTime(year: year, month: month, day: day)
        time.hour = clock.first ?? 0
        time.minute = clock.dropFirst().first ?? 0
        time.second = clock.dropFirst(2).first ?? 0
        time.millisecond = millisecond
        if let afternoon {
            guard time.hour <= 12 else { return nil }
            time.hour = time.hour % 12 + (afternoon ? 12 : 0)
        }
        guard time.hour <= 24, time.minute <= 59, time.second <= 59 else { return nil }
        return time.milliseconds(offset: offset)
    }

    static func daysIn(month: Int, year: Int) -> Int {
        CivilTime.day(year: year, month: month + 1) - CivilTime.day(year: year, month: month)
    }

    private struct Scanner {
        private let bytes: [UInt8]
        private var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var atEnd: Bool { position >= bytes.count }
        mutating func skip() { position += 1 }

        func peek(_ character: Character) -> Bool {
            position < bytes.count && bytes[position] == character.asciiValue
        }

        mutating func take(_ character: Character) -> Bool {
            guard peek(character) else { return false }
            position += 1
            return true
        }

        mutating func number() -> (value: Int, digits: Int)? {
            var value = 0
            var digits = 0
            while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39, digits < 9 {
                value = value * 10 + Int(bytes[position] - 0x30)
                digits += 1
                position += 1
            }
            return digits > 0 ? (value, digits) : nil
        }

        mutating func number(exactly count: Int) -> Int? {
            let start = position
            if let number = number(), number.digits == count { return number.value }
            position = start
            return nil
        }

        /// Digits after a decimal mark, as milliseconds; further digits are cut off.
        mutating func fraction() -> Int? {
            var value = 0
            var digits = 0
            while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
                if digits < 3 { value = value * 10 + Int(bytes[position] - 0x30) }
                digits += 1
                position += 1
            }
            guard digits > 0 else { return nil }
            for _ in min(digits, 3)..<3 { value *= 10 }
            return value
        }

        /// `+02:00`, `+0200`, `-08`: minutes east of UTC.
        mutating func offset() -> Int? {
            let start = position
            let sign: Int
            if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
            guard let first = number() else {
                position = start
                return nil
            }
            if first.digits == 4 { return sign * (first.value / 100 * 60 + first.value % 100) }
            guard first.digits <= 2 else { return nil }
            var minutes = first.value * 60
            if take(":") {
                guard let rest = number(exactly: 2) else { return nil }
                minutes += rest
            }
            return sign * minutes
        }

        mutating func word() -> String? {
            let start = position
            while position < bytes.count, bytes[position] | 0x20 >= 0x61, bytes[position] | 0x20 <= 0x7A {
                position += 1
            }
            guard position > start else { return nil }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
    }
}
