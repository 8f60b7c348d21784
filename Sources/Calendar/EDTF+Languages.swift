import Phrases

extension EDTFDate {
    /// The date as readers of a language write it: `28. Mai 1858`, `XIX век`, `1858年5月28日`; what English adds in a
    /// sentence, an article, is left out.
    public func wording(_ style: WordingStyle, in phrases: Phrases) -> String {
        if phrases.language == "en" { return wording(style) }
        let words = LanguageDates(phrases: phrases, isCompact: style == .compact)
        switch form {
        case .undated: return phrases.dates.undated
        case .moment(let moment): return words.wording(moment)
        case .interval(let from, let to):
            switch (from, to) {
            case (.moment(let start), .open): return Phrases.fill(phrases.dates.since, words.wording(start))
            case (.open, .moment(let end)): return Phrases.fill(phrases.dates.until, words.wording(end))
            case (.moment(let start), .unknown): return words.wording(start) + "–?"
            case (.unknown, .moment(let end)): return "?–" + words.wording(end)
            case (.moment(let start), .moment(let end)): return words.range(start, end)
            default: return phrases.dates.undated
            }
        }
    }
}

/// Writes moments in one language.
private struct LanguageDates {
    let phrases: Phrases
    let isCompact: Bool
    private var dates: Phrases.Dates { phrases.dates }

    func wording(_ moment: EDTFMoment) -> String {
        let text = plain(moment)
        return (moment.isApproximate ? Phrases.fill(dates.about, text) : text) + (moment.isUncertain ? "?" : "")
    }

    private func plain(_ moment: EDTFMoment) -> String {
        switch moment.precision {
        case .decade where moment.year >= 10: return Phrases.fill(dates.decade, String(moment.year))
        case .century where moment.year >= 0: return Phrases.fill(dates.century, century(moment.year / 100 + 1))
        case .millennium, .century, .decade:
            let last = CivilDate(daysSince1970: moment.latest).year
            return year(moment.year) + "–" + year(last)
        case .year, .season: return year(moment.year)
        case .month: return Phrases.fill(dates.month, month(moment, alone: true), bare(moment.year))
        case .day: return day(moment)
        case .minute, .second: return day(moment) + (phrases.language == "zh" ? " " : ", ") + moment.clock
        }
    }

    private func day(_ moment: EDTFMoment) -> String {
        let number = moment.day ?? 1
        let first = number == 1 && phrases.language == "fr" ? "1er" : "\(number)"
        return Phrases.fill(dates.day, first, month(moment, alone: false), bare(moment.year))
    }

    private func month(_ moment: EDTFMoment, alone: Bool) -> String {
        guard let month = moment.month, (1...12).contains(month) else { return "" }
        if isCompact { return dates.shortMonths[month - 1] }
        return alone ? dates.monthsAlone[month - 1] : dates.months[month - 1]
    }

    /// A year by itself: `1858`, `1858年`.
    private func year(_ year: Int) -> String {
        year >= 1000 && phrases.language == "zh" ? bare(year) + "年" : bare(year)
    }

    /// A year within a date.
    private func bare(_ year: Int) -> String {
        if year >= 1000 { return String(year) }
        return Phrases.fill(
            year >= 1 ? dates.commonEra : dates.beforeCommonEra, phrases.grouped(year >= 1 ? year : 1 - year))
    }

    /// In Roman numerals where the language counts centuries by them.
    private func century(_ number: Int) -> String {
        guard ["fr", "es", "ru"].contains(phrases.language) else { return "\(number)" }
        var (rest, text) = (number, "")
        for (value, sign) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    func range(_ start: EDTFMoment, _ end: EDTFMoment) -> String {
        let isYears = start.precision == .year && end.precision == .year
        if isYears, start.year >= 1000, end.year >= 1000, !start.isApproximate, !start.isUncertain {
            return String(start.year) + "–" + wording(end)
        }
        if start.precision == .day, end.precision == .day, start.year == end.year, start.month == end.month,
            phrases.language != "zh", let first = start.day
        {
            return "\(first)" + (phrases.language == "de" ? "." : "") + "–" + wording(end)
        }
        return wording(start) + (isYears ? "–" : " – ") + wording(end)
    }
}
