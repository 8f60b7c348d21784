/// Reads the text of a date. Messages say what is wrong and, where it can be guessed, how to write it instead.
struct EDTFReader {
    let text: String
    let calendar: CalendarSystem

    typealias Failure = EDTFDate.ParsingError

    func form() throws(Failure) -> EDTFDate.Form {
        if text == "undated" { return .undated }
        if text.isEmpty { throw Failure(message: "the date is empty; where the source gives none, write `undated`") }
        if text.utf8.count > 64 { throw Failure(message: "`\(text.prefix(24))…` is too long for a date") }
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        if ends.count > 2 { throw Failure(message: "`\(text)` has more than one `/`; an interval has two ends") }
        guard ends.count == 2 else { return .moment(try moment(ends[0])) }
        let (from, to) = (try end(ends[0]), try end(ends[1]))
        guard from.moment != nil || to.moment != nil else {
            throw Failure(message: "`\(text)` has no date at either end; where the source gives none, write `undated`")
        }
        if let from = from.moment, let to = to.moment, from.firstSecond >= to.endSecond {
            throw Failure(message: "`\(text)` ends before it begins")
        }
        return .interval(from: from, to: to)
    }

    private func end(_ part: Substring) throws(Failure) -> EDTFDate.End {
        switch part {
        case "": return .unknown
        case "..", "open": return .open
        case "unknown": return .unknown
        default: return .moment(try moment(part))
        }
    }

    private func moment(_ whole: Substring) throws(Failure) -> EDTFMoment {
        var part = whole
        var (approximate, uncertain) = (false, false)
        switch part.last {
        case "~": approximate = true
        case "?": uncertain = true
        case "%": (approximate, uncertain) = (true, true)
        default: break
        }
        if approximate || uncertain { part.removeLast() }
        if part.contains(where: { "~?%".contains($0) }) {
            throw Failure(
                message:
                    "`\(whole)`: `~`, `?` and `%` stand once, at the end of the date (`%` is both about and uncertain)")
        }
        var time: Clock?
        if let place = part.firstIndex(of: "T") {
            time = try clock(part[part.index(after: place)...], in: whole)
            part = part[..<place]
        }
        let fields = try self.fields(part, in: whole)
        let result = try moment(
            year: try year(fields[0], in: whole), month: fields.count > 1 ? fields[1] : nil,
            day: fields.count > 2 ? fields[2] : nil, time: time, approximate: approximate, uncertain: uncertain,
            in: whole)
        return result
    }

    /// The parts between hyphens, the sign of the year kept with it.
    private func fields(_ part: Substring, in whole: Substring) throws(Failure) -> [Substring] {
        var start = part.startIndex
        if part.first == "Y" { start = part.index(after: start) }
        if start < part.endIndex, part[start] == "-" { start = part.index(after: start) }
        var fields = part[start...].split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count <= 3, let first = fields.first, !first.isEmpty else { throw notADate(whole) }
        fields[0] = part[..<first.endIndex]
        return fields
    }

    private struct Years {
        var first: Int
        var last: Int
        var precision: EDTFMoment.Precision
    }

    private func year(_ field: Substring, in whole: Substring) throws(Failure) -> Years {
        var digits = field
        let long = digits.first == "Y"
        if long { digits.removeFirst() }
        let negative = digits.first == "-"
        if negative { digits.removeFirst() }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "X") }) else {
            throw notADate(whole)
        }
        let unknown = digits.utf8.reversed().prefix { $0 == UInt8(ascii: "X") }.count
        let known = digits.dropLast(unknown)
        guard known.utf8.allSatisfy(isDigit) else {
            throw Failure(message: "`\(whole)`: only the last digits of a year may be `X` (`196X`, `18XX`)")
        }
        if long {
            guard unknown == 0, digits.utf8.count > 4, digits.first != "0" else {
                throw Failure(message: "`\(whole)`: `Y` stands before years of more than four digits, as in `Y-170000`")
            }
            guard digits.utf8.count <= 11, let value = Int(digits), value <= CivilDate.furthestYear else {
                throw Failure(message: "`\(whole)` is more than \(CivilDate.furthestYear) years off")
            }
            return Years(first: negative ? -value : value, last: negative ? -value : value, precision: .year)
        }
        guard digits.utf8.count == 4 else {
            if digits.utf8.count > 4 {
                throw Failure(message: "`\(whole)`: a year of more than four digits is written with a `Y`: `Y\(field)`")
            }
            if let value = Int(digits), value == 0 {
                throw Failure(
                    message: "`\(whole)`: there is no year 0 in the common era; `0000` is 1 BCE and `0001` is 1 CE")
            }
            throw Failure(message: "`\(whole)`: a year has four digits, as in `0079`")
        }
        guard unknown < 4 else {
            throw Failure(
                message: "`\(whole)` gives no digit of the year; where the source gives none, write `undated`")
        }
        var scale = 1
        for _ in 0..<unknown { scale *= 10 }
        let value = (Int(known) ?? 0) * scale
        if negative, value == 0, unknown == 0 {
            throw Failure(message: "`\(whole)`: there is no year −0; `0000` is 1 BCE and `-0001` is 2 BCE")
        }
        let precision: EDTFMoment.Precision =
            switch unknown {
            case 0: .year
            case 1: .decade
            case 2: .century
            default: .millennium
            }
        return negative
            ? Years(first: -(value + scale - 1), last: -max(value, 1), precision: precision)
            : Years(first: value, last: value + scale - 1, precision: precision)
    }

    private func moment(
        year years: Years, month monthField: Substring?, day dayField: Substring?, time: Clock?, approximate: Bool,
        uncertain: Bool, in whole: Substring
    ) throws(Failure) -> EDTFMoment {
        func result(
            _ precision: EDTFMoment.Precision, month: Int? = nil, day: Int? = nil, earliest: Int, latest: Int
        ) -> EDTFMoment {
            EDTFMoment(
                precision: precision, calendar: calendar, year: years.first, month: month, day: day,
                secondOfDay: time?.second, offset: time?.offset, isApproximate: approximate, isUncertain: uncertain,
                earliest: earliest, latest: latest)
        }
        if time != nil, monthField == nil || dayField == nil || dayField == "XX" || monthField == "XX" {
            throw Failure(message: "`\(whole)`: a time of day needs a whole date before it, as in `1969-07-20T20:17`")
        }
        let wholeYears = { () -> EDTFMoment in
            result(
                years.precision, earliest: days(years.first, 1, 1), latest: days(years.last, 12, 31))
        }
        guard let monthField else { return wholeYears() }
        if monthField == "XX" {
            guard dayField == nil || dayField == "XX" else {
                throw Failure(
                    message: "`\(whole)` gives a day and no month; EDTF level 1 knows `1999-XX-XX` and no more")
            }
            return wholeYears()
        }
        guard years.precision == .year else {
            throw Failure(message: "`\(whole)` gives a month and no whole year; EDTF level 1 does not know that")
        }
        let month = try number(monthField, what: "month", in: whole)
        if (21...24).contains(month) {
            guard dayField == nil else { throw Failure(message: "`\(whole)` gives a day in a season") }
            let first = 3 * (month - 20)
            let (endYear, endMonth) = month == 24 ? (years.first + 1, 2) : (years.first, first + 2)
            return result(
                .season, month: month, earliest: days(years.first, first, 1),
                latest: days(endYear, endMonth, dayCount(endMonth, endYear)))
        }
        if (25...41).contains(month) {
            throw Failure(message: "`\(whole)`: seasons by hemisphere, quarters and halves are EDTF level 2")
        }
        guard (1...12).contains(month) else {
            throw Failure(
                message: "`\(whole)` has the month \(monthField); months run from 01 to 12, and 21 to 24 are seasons")
        }
        let count = dayCount(month, years.first)
        guard let dayField, dayField != "XX" else {
            return result(
                .month, month: month, earliest: days(years.first, month, 1), latest: days(years.first, month, count))
        }
        let day = try number(dayField, what: "day", in: whole)
        guard (1...count).contains(day) else {
            throw Failure(
                message: "`\(whole)` is no day: \(EDTFDate.monthNames[month - 1]) \(years.first) has \(count) days"
                    + (calendar == .julian ? " (Julian calendar)" : ""))
        }
        let exact = days(years.first, month, day)
        return result(
            time.map { $0.hasSeconds ? .second : .minute } ?? .day, month: month, day: day, earliest: exact,
            latest: exact)
    }

    private func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        switch calendar {
        case .gregorian: CivilDate(year: year, month: month, day: day)?.daysSince1970 ?? 0
        case .julian: JulianDate(year: year, month: month, day: day)?.daysSince1970 ?? 0
        }
    }

    private func dayCount(_ month: Int, _ year: Int) -> Int {
        switch calendar {
        case .gregorian: CivilDate.dayCount(ofMonth: month, year: year)
        case .julian: JulianDate.dayCount(ofMonth: month, year: year)
        }
    }

    private struct Clock {
        var second: Int
        var hasSeconds: Bool
        var offset: Int?
    }

    /// `20:17`, `20:17:40`, either followed by `Z`, `+05:00` or `-05`.
    private func clock(_ part: Substring, in whole: Substring) throws(Failure) -> Clock {
        let wrong = Failure(
            message:
                "`\(whole)`: a time of day is written `20:17` or `20:17:40`, with `Z` or `+05:00` after it if need be")
        var rest = part
        var offset: Int?
        if rest.last == "Z" {
            rest.removeLast()
            offset = 0
        } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let parts = rest[rest.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
            guard let first = parts.first, parts.count <= 2, let hours = twoDigits(first), hours <= 14,
                let minutes = parts.count == 2 ? twoDigits(parts[1]) : 0, minutes < 60
            else { throw wrong }
            offset = (hours * 60 + minutes) * (rest[sign] == "-" ? -1 : 1)
            rest = rest[..<sign]
        }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, let hour = twoDigits(parts[0]), hour < 24,
            let minute = twoDigits(parts[1]), minute < 60,
            let second = parts.count == 3 ? twoDigits(parts[2]) : 0, second < 60
        else { throw wrong }
        return Clock(second: (hour * 60 + minute) * 60 + second, hasSeconds: parts.count == 3, offset: offset)
    }

    private func twoDigits(_ part: Substring) -> Int? {
        part.utf8.count == 2 && part.utf8.allSatisfy(isDigit) ? Int(part) : nil
    }

    private func number(_ field: Substring, what: String, in whole: Substring) throws(Failure) -> Int {
        guard let value = twoDigits(field) else {
            if field.utf8.count == 1, let only = field.utf8.first, isDigit(only) {
                throw Failure(message: "`\(whole)`: a \(what) has two digits: `0\(field)`")
            }
            if field.contains("X") {
                throw Failure(message: "`\(whole)`: a \(what) that is not known is `XX`, both digits")
            }
            throw notADate(whole)
        }
        return value
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Dates as people write them, answered with how EDTF writes the same.
    private func notADate(_ whole: Substring) -> Failure {
        let lowered = whole.lowercased()
        let digits = String(lowered.filter { $0.isASCII && $0.isNumber })
        var advice = ""
        if lowered.hasSuffix("s"), digits.count == 4 {
            advice =
                digits.hasSuffix("00")
                ? "; a century is `\(digits.prefix(2))XX`" : "; a decade is `\(digits.prefix(3))X`"
        } else if lowered.hasPrefix("c"), digits.count == 4 {
            advice = "; “about” is written `\(digits)~`"
        } else if lowered.contains("x") || lowered.contains("u"), digits.count == 2 || digits.count == 3 {
            advice = "; a digit that is not known is a capital `X`"
        } else if lowered.hasSuffix("bc") || lowered.hasSuffix("bce"), let year = Int(digits), year > 0, year <= 9999 {
            let before = String(year - 1)
            advice =
                "; \(year) BCE is `\(year == 1 ? "" : "-")" + String(repeating: "0", count: 4 - before.count) + before
                + "`"
        } else {
            advice = "; write it as `1858-05-28`, `1858-05`, `1858`, `185X`, `2005/2015` or `undated`"
        }
        return Failure(message: "`\(whole)` is not a date that EDTF level 1 knows\(advice)")
    }
}
