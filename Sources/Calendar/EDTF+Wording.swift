extension EDTFDate {
    /// Where a date is read: in a running sentence, or by itself in a label or a table.
    public enum WordingStyle: Sendable {
        /// `the 1960s`, `undated`
        case sentence
        /// `1960s`, `No date`
        case label
        /// As a label, with months of three letters: `28 May 1858`, `3 Aug – 4 Oct 2021`.
        case compact
    }

    /// The date as readers write it: `28 May 1858`, `the 1960s`, `19th century`, `2005–2015`, `c. 1858`, `since 1991`.
    ///
    /// Centuries are counted, not named by their hundreds: "the 1900s" might be ten years or a hundred.
    public var wording: String { wording(.sentence) }

    public func wording(_ style: WordingStyle) -> String {
        if style == .compact { return EDTFDate.shorteningMonths(wording(.label)) }
        return switch form {
        case .undated: style == .sentence ? "undated" : "No date"
        case .moment(let moment): moment.wording(article: style == .sentence)
        case .interval(let from, let to): EDTFDate.wording(from: from, to: to, style: style)
        }
    }

    private static func shorteningMonths(_ text: String) -> String {
        var result = ""
        var word = ""
        for character in text + " " {
            if character.isLetter {
                word.append(character)
            } else {
                result += monthNames.contains(word) ? String(word.prefix(3)) : word
                result.append(character)
                word = ""
            }
        }
        return String(result.dropLast())
    }

    private static func wording(from: End, to: End, style: WordingStyle) -> String {
        let article = style == .sentence
        switch (from, to) {
        case (.moment(let start), .open): return (article ? "since " : "Since ") + start.wording(article: true)
        case (.open, .moment(let end)): return (article ? "until " : "Until ") + end.wording(article: true)
        case (.moment(let start), .unknown): return start.wording(article: article) + "–?"
        case (.unknown, .moment(let end)): return "?–" + end.wording(article: false)
        case (.moment(let start), .moment(let end)): return range(start, end, article: article)
        default: return "undated"
        }
    }

    /// Two dates as a range, what they share said once: `3–5 May 1858`, `May–June 1858`, `753–509 BCE`.
    private static func range(_ start: EDTFMoment, _ end: EDTFMoment, article: Bool) -> String {
        let plain = !start.isApproximate && !start.isUncertain && !end.isApproximate && !end.isUncertain
        let whole = { start.wording(article: article) + " – " + end.wording(article: false) }
        guard plain, start.precision == end.precision, start.calendar == end.calendar else {
            return start.precision == .year && end.precision == .year
                ? yearRange(start, end) : whole()
        }
        switch start.precision {
        case .year: return yearRange(start, end)
        case .decade, .century, .millennium: return start.wording(article: article) + "–" + end.wording(article: false)
        case .season: return whole()
        case .month:
            guard start.year == end.year else { return whole() }
            return start.monthName + "–" + end.wording(article: false)
        case .day:
            guard start.year == end.year, let first = start.day else { return whole() }
            if start.month == end.month { return "\(first)–" + end.wording(article: false) }
            return "\(first) \(start.monthName) – " + end.wording(article: false)
        case .minute, .second:
            guard start.earliest == end.earliest, start.offset == end.offset else { return whole() }
            return start.wording(article: false) + "–" + end.clock
        }
    }

    private static func yearRange(_ start: EDTFMoment, _ end: EDTFMoment) -> String {
        if start.year < 1, end.year < 1 {
            return start.marked(yearDigits(1 - start.year)) + "–" + end.wording(article: false)
        }
        if start.year >= 1, end.year >= 1 {
            return start.marked(yearDigits(start.year)) + "–" + end.marked(yearDigits(end.year))
                + (end.year < 1000 ? " CE" : "")
        }
        return start.wording(article: false) + "–" + end.marked(yearDigits(end.year)) + (end.year < 1000 ? " CE" : "")
    }

    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// A year as readers write it: `1969`, `79 CE`, `44 BCE`, `65.5 million BCE`. Astronomical years: 0 is 1 BCE.
    public static func wording(ofYear year: Int) -> String {
        if year >= 1000 { return yearDigits(year) }
        if year >= 1 { return yearDigits(year) + " CE" }
        return yearDigits(1 - year) + " BCE"
    }

    /// Digits of a year counted from 1, in groups from 10,000 on, and round millions in words.
    static func yearDigits(_ year: Int) -> String {
        for (unit, word) in [(1_000_000_000, " billion"), (1_000_000, " million")] where year >= unit {
            // 66 million BCE is written Y-66000000 or Y-65999999; both read as 66 million.
            let tenths = (year + unit / 2_000) / (unit / 10)
            if abs(year - tenths * (unit / 10)) <= 1 {
                return (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)") + word
            }
        }
        guard year >= 10_000 else { return String(year) }
        var digits = String(year)
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(Substring(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([Substring(digits)] + groups).joined(separator: ",")
    }
}

extension EDTFMoment {
    /// The date as readers write it. `article` puts "the" before a decade.
    public func wording(article: Bool = true) -> String {
        let text =
            switch precision {
            case .millennium, .century, .decade: periodWording
            case .year: EDTFDate.wording(ofYear: year)
            case .season: seasonWording
            case .month: monthName + " " + EDTFDate.wording(ofYear: year)
            case .day: dayWording
            case .minute, .second: dayWording + ", " + clock
            }
        let marked = self.marked(text)
        let takesArticle =
            precision == .decade && year >= 10 || precision == .century || precision == .millennium && year < 1
        return article && takesArticle && !isApproximate && year != 0 ? "the " + marked : marked
    }

    /// With `c.` before it where it is approximate, and `?` after it where it is uncertain.
    public func marked(_ text: String) -> String { (isApproximate ? "c. " : "") + text + (isUncertain ? "?" : "") }

    var monthName: String {
        guard let month, (1...12).contains(month) else { return "" }
        return EDTFDate.monthNames[month - 1]
    }

    private var dayWording: String {
        "\(day ?? 1) \(monthName) " + EDTFDate.wording(ofYear: year) + (calendar == .julian ? " (Julian)" : "")
    }

    /// `20:17`, or `20:17:40` where seconds are known.
    public var clock: String {
        guard let secondOfDay else { return "" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let text = two(secondOfDay / 3600) + ":" + two(secondOfDay / 60 % 60)
        return precision == .second && secondOfDay % 60 != 0 ? text + ":" + two(secondOfDay % 60) : text
    }

    private var seasonWording: String {
        switch month {
        case 21: "spring " + EDTFDate.wording(ofYear: year)
        case 22: "summer " + EDTFDate.wording(ofYear: year)
        case 23: "autumn " + EDTFDate.wording(ofYear: year)
        default:
            year >= 1000
                ? "winter \(year)–" + EDTFMoment.twoDigits((year + 1) % 100)
                : "winter " + EDTFDate.wording(ofYear: year)
        }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Decades, centuries and millennia by name where they have one; years otherwise.
    private var periodWording: String {
        let last = CivilDate(daysSince1970: latest).year
        if precision == .decade, year >= 10 { return "\(year)s" + (year < 1000 ? " CE" : "") }
        if precision == .century {
            // 18XX is the 19th century to a year; −01XX, the years 101 to 200 BCE, is the 2nd century BCE.
            return year >= 0
                ? EDTFMoment.ordinal(year / 100 + 1) + " century" + (year < 900 ? " CE" : "")
                : EDTFMoment.ordinal(-last / 100 + 1) + " century BCE"
        }
        if year < 1, last < 1 { return "\(1 - year)–\(1 - last) BCE" }
        return EDTFDate.wording(ofYear: year) + "–" + EDTFDate.wording(ofYear: last)
    }

    private static func ordinal(_ number: Int) -> String {
        switch (number % 10, number % 100) {
        case (_, 11), (_, 12), (_, 13): "\(number)th"
        case (1, _): "\(number)st"
        case (2, _): "\(number)nd"
        case (3, _): "\(number)rd"
        default: "\(number)th"
        }
    }
}
