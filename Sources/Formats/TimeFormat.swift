/// Writes and reads moments as a d3-time-format specifier says (https://d3js.org/d3-time-format), in UTC or at a fixed
/// distance from it.
public struct TimeFormat: Sendable {
    private enum Part: Sendable {
        case text(String)
        case directive(UInt8, pad: UInt8?)
    }

    private let parts: [Part]
    private let locale: TimeLocale
    private let offset: Int

    /// - Parameters:
    ///   - specifier: text with directives such as `%Y`; an unknown directive stands as it is.
    ///   - offset: minutes east of UTC.
    public init(_ specifier: String, locale: TimeLocale = .unitedStates, offset: Int = 0) {
        self.locale = locale
        self.offset = offset
        parts = TimeFormat.parts(specifier, locale: locale, depth: 0)
    }

    /// `%x`, `%X` and `%c` are unfolded here, so that a locale that names itself cannot loop.
    private static func parts(_ specifier: String, locale: TimeLocale, depth: Int) -> [Part] {
        var parts: [Part] = []
        var text = ""
        var rest = Array(specifier)[...]
        while let character = rest.popFirst() {
            guard character == "%", let next = rest.first else {
                text.append(character)
                continue
            }
            rest.removeFirst()
            var pad: UInt8?
            var letter = next
            if next == "-" || next == "_" || next == "0" {
                guard let following = rest.popFirst() else {
                    text += "%" + String(next)
                    break
                }
                pad = next == "-" ? 0 : next == "_" ? UInt8(ascii: " ") : UInt8(ascii: "0")
                letter = following
            }
            if letter == "%" {
                text.append("%")
                continue
            }
            let folded =
                letter == "c" ? locale.dateTime : letter == "x" ? locale.date : letter == "X" ? locale.time : nil
            guard let byte = letter.asciiValue, folded != nil || "aAbBdefgGHIjLmMpqQsSuUVwWyYZ".contains(letter) else {
                text.append(letter)
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            if let folded {
                if depth < 3 { parts += Self.parts(folded, locale: locale, depth: depth + 1) }
            } else {
                parts.append(.directive(byte, pad: pad))
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
        return parts
    }

    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z. A moment that is no date is written `Invalid Date`.
    public func format(_ milliseconds: Double) -> String {
        guard let time = CivilTime(milliseconds: milliseconds, offset: offset) else { return "Invalid Date" }
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .directive(let letter, let pad): write(letter, pad, time, milliseconds, into: &result)
            }
        }
        return result
    }

    private func write(
        _ letter: UInt8, _ pad: UInt8?, _ time: CivilTime, _ milliseconds: Double, into result: inout String
    ) {
        func padded(_ value: Int, _ width: Int, _ usual: UInt8 = UInt8(ascii: "0")) {
            let pad = pad ?? usual
            if value < 0 { result += "-" }
            let digits = String(value.magnitude)
            if pad != 0, digits.count < width {
                result += String(repeating: Character(Unicode.Scalar(pad)), count: width - digits.count)
            }
            result += digits
        }
        switch letter {
        case UInt8(ascii: "a"): result += locale.shortDays[time.weekday]
        case UInt8(ascii: "A"): result += locale.days[time.weekday]
        case UInt8(ascii: "b"): result += locale.shortMonths[time.month - 1]
        case UInt8(ascii: "B"): result += locale.months[time.month - 1]
        case UInt8(ascii: "d"): padded(time.day, 2)
        case UInt8(ascii: "e"): padded(time.day, 2, UInt8(ascii: " "))
        case UInt8(ascii: "f"): padded(time.millisecond * 1000, 6)
        case UInt8(ascii: "g"): padded(time.isoWeek.year % 100, 2)
        case UInt8(ascii: "G"): padded(time.isoWeek.year % 10_000, 4)
        case UInt8(ascii: "H"): padded(time.hour, 2)
        case UInt8(ascii: "I"): padded(time.hour % 12 == 0 ? 12 : time.hour % 12, 2)
        case UInt8(ascii: "j"): padded(time.dayOfYear, 3)
        case UInt8(ascii: "L"): padded(time.millisecond, 3)
        case UInt8(ascii: "m"): padded(time.month, 2)
        case UInt8(ascii: "M"): padded(time.minute, 2)
        case UInt8(ascii: "p"): result += locale.periods[time.hour >= 12 ? 1 : 0]
        case UInt8(ascii: "q"): result += String((time.month - 1) / 3 + 1)
        case UInt8(ascii: "Q"): result += String(Int(milliseconds))
        case UInt8(ascii: "s"): result += String(Int((milliseconds / 1000).rounded(.down)))
        case UInt8(ascii: "S"): padded(time.second, 2)
        case UInt8(ascii: "u"): result += String(time.weekday == 0 ? 7 : time.weekday)
        case UInt8(ascii: "U"): padded(time.weekFromSunday, 2)
        case UInt8(ascii: "V"): padded(time.isoWeek.week, 2)
        case UInt8(ascii: "w"): result += String(time.weekday)
        case UInt8(ascii: "W"): padded(time.weekFromMonday, 2)
        case UInt8(ascii: "y"): padded(time.year % 100, 2)
        case UInt8(ascii: "Y"): padded(time.year % 10_000, 4)
        case UInt8(ascii: "Z"):
            let distance = abs(offset)
            result += offset < 0 ? "-" : "+"
            result += "\(distance / 600)\(distance / 60 % 10)\(distance % 60 / 10)\(distance % 60 % 10)"
        default: break
        }
    }

    /// Milliseconds since 1970 of a text in this format; nil where the text does not match it to the end.
    public func parse(_ text: String) -> Double? {
        var rest = Substring(text)
        var fields = Fields()
        for part in parts {
            switch part {
            case .text(let literal):
                guard rest.hasPrefix(literal) else { return nil }
                rest = rest.dropFirst(literal.count)
            case .directive(let letter, _):
                guard read(letter, from: &rest, into: &fields) else { return nil }
            }
        }
        guard rest.isEmpty else { return nil }
        return fields.milliseconds(offset: offset)
    }

    private struct Fields {
        var year: Int?
        var month: Int?
        var day: Int?
        var quarter: Int?
        var hour = 0
        var minute = 0
        var second = 0
        var millisecond = 0
        var afternoon: Bool?
        var zone: Int?
        var dayOfYear: Int?
        /// 0 Sunday to 6 Saturday.
        var weekday: Int?
        var sundayWeek: Int?
        var mondayWeek: Int?
        var isoWeek: Int?
        var isoYear: Int?
        var moment: Double?

        func milliseconds(offset: Int) -> Double? {
            if let moment { return moment }
            var time = CivilTime(year: year ?? 1900, month: month ?? quarter.map { $0 * 3 - 2 } ?? 1, day: day ?? 1)
            time.hour = afternoon.map { hour % 12 + ($0 ? 12 : 0) } ?? hour
            time.minute = minute
            time.second = second
            time.millisecond = millisecond
            if let isoWeek {
                guard isoWeek >= 1, isoWeek <= 53 else { return nil }
                let year = isoYear ?? year ?? 1900
                // 4 January is always in week 1.
                let fourth = CivilTime(year: year, month: 1, day: 4)
                time.year = year
                time.month = 1
                time.day = 4 - (fourth.weekday + 6) % 7 + (isoWeek - 1) * 7 + ((weekday ?? 1) + 6) % 7
            } else if let week = sundayWeek {
                let first = CivilTime(year: time.year).weekday
                time.month = 1
                time.day = 1 + (7 - first) % 7 + (weekday ?? 0) + (week - 1) * 7
            } else if let week = mondayWeek {
                let first = (CivilTime(year: time.year).weekday + 6) % 7
                let weekday = ((weekday ?? 1) + 6) % 7
                time.month = 1
                time.day = 1 + (7 - first) % 7 + weekday + (week - 1) * 7
            } else if let dayOfYear {
                time.month = 1
                time.day = dayOfYear
            }
            return time.milliseconds(offset: zone ?? offset)
        }
    }

    private func read(_ letter: UInt8, from rest: inout Substring, into fields: inout Fields) -> Bool {
        func number(_ digits: Int, signed: Bool = false) -> Int? {
            var value = 0
            var count = 0
            var sign = 1
            if signed, rest.first == "-" || rest.first == "+" {
                if rest.removeFirst() == "-" { sign = -1 }
            } else {
                // Numbers may be padded with spaces.
                while rest.first == " ", count < digits { rest.removeFirst() }
            }
            while count < digits, let digit = rest.first, digit.isASCII, let part = digit.wholeNumberValue {
                value = value * 10 + part
                count += 1
                rest.removeFirst()
            }
            return count > 0 ? sign * value : nil
        }
        func name(_ names: [String]) -> Int? {
            let lowered = rest.lowercased()
            // The longest wins, so that a name that begins with another is found.
            let found = names.indices.filter { !names[$0].isEmpty && lowered.hasPrefix(names[$0].lowercased()) }
                .max { names[$0].count < names[$1].count }
            guard let found else { return nil }
            rest = rest.dropFirst(names[found].count)
            return found
        }
        func set(_ path: WritableKeyPath<Fields, Int?>, _ value: Int?) -> Bool {
            guard let value else { return false }
            fields[keyPath: path] = value
            return true
        }
        switch letter {
        case UInt8(ascii: "a"): return set(\.weekday, name(locale.shortDays))
        case UInt8(ascii: "A"): return set(\.weekday, name(locale.days))
        case UInt8(ascii: "b"): return set(\.month, name(locale.shortMonths).map { $0 + 1 })
        case UInt8(ascii: "B"): return set(\.month, name(locale.months).map { $0 + 1 })
        case UInt8(ascii: "d"), UInt8(ascii: "e"): return set(\.day, number(2))
        case UInt8(ascii: "m"): return set(\.month, number(2))
        case UInt8(ascii: "q"): return set(\.quarter, number(1))
        case UInt8(ascii: "j"): return set(\.dayOfYear, number(3))
        case UInt8(ascii: "w"): return set(\.weekday, number(1))
        case UInt8(ascii: "u"): return set(\.weekday, number(1).map { $0 % 7 })
        case UInt8(ascii: "U"): return set(\.sundayWeek, number(2))
        case UInt8(ascii: "W"): return set(\.mondayWeek, number(2))
        case UInt8(ascii: "V"): return set(\.isoWeek, number(2))
        case UInt8(ascii: "Y"): return set(\.year, number(4, signed: true))
        case UInt8(ascii: "G"): return set(\.isoYear, number(4, signed: true))
        case UInt8(ascii: "y"), UInt8(ascii: "g"):
            guard let short = number(2) else { return false }
            let year = short + (short > 68 ? 1900 : 2000)
            if letter == UInt8(ascii: "g") { fields.isoYear = year } else { fields.year = year }
            return true
        case UInt8(ascii: "H"), UInt8(ascii: "I"):
            guard let hour = number(2) else { return false }
            fields.hour = hour
            return true
        case UInt8(ascii: "M"):
            guard let minute = number(2) else { return false }
            fields.minute = minute
            return true
        case UInt8(ascii: "S"):
            guard let second = number(2) else { return false }
            fields.second = second
            return true
        case UInt8(ascii: "L"), UInt8(ascii: "f"):
            guard let part = number(letter == UInt8(ascii: "L") ? 3 : 6) else { return false }
            fields.millisecond = letter == UInt8(ascii: "L") ? part : part / 1000
            return true
        case UInt8(ascii: "p"):
            guard let period = name(locale.periods) else { return false }
            fields.afternoon = period == 1
            return true
        case UInt8(ascii: "Q"), UInt8(ascii: "s"):
            guard let moment = number(15, signed: true) else { return false }
            fields.moment = Double(moment) * (letter == UInt8(ascii: "s") ? 1000 : 1)
            return true
        case UInt8(ascii: "Z"):
            if rest.first == "Z" {
                rest.removeFirst()
                fields.zone = 0
                return true
            }
            guard let sign = rest.first, sign == "+" || sign == "-" else { return false }
            rest.removeFirst()
            guard let hours = number(2) else { return false }
            if rest.first == ":" { rest.removeFirst() }
            let minutes = number(2) ?? 0
            fields.zone = (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
            return true
        default: return false
        }
    }
}
