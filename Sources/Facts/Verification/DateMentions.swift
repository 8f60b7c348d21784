import Calendar
import Formats

/// The dates that a text names: years, decades, centuries, months and days.
struct DateMentions {
    private(set) var years: Set<Int> = []
    /// First years: 1960 for "the 1960s".
    private(set) var decades: Set<Int> = []
    /// First years: 1800 for "the 1800s" and "the nineteenth century".
    private(set) var centuries: Set<Int> = []
    /// Year and month.
    private(set) var months: Set<[Int]> = []
    /// Year, month and day.
    private(set) var days: Set<[Int]> = []

    init(in text: String) {
        let numbers = NumberScanner.numbers(in: text)
        var yearAt: [(offset: Int, year: Int)] = []
        for number in numbers where number.mayBeYear && number.value >= 1000 && number.value < 3000 {
            let year = Int(number.value)
            if number.isPlural {
                decades.insert(year)
                if year % 100 == 0 { centuries.insert(year) }
            } else {
                years.insert(year)
                yearAt.append((number.offset, year))
            }
        }
        let words = DateMentions.words(of: text)
        for (index, word) in words.enumerated() {
            func neighbour(_ distance: Int) -> String? {
                let place = index + distance
                return words.indices.contains(place) ? words[place].text : nil
            }
            let next = neighbour(1)
            if next == "century" || next == "centuries", let ordinal = NumberWords.ordinal(word.text) {
                centuries.insert((ordinal - 1) * 100)
            }
            // "The following year" counts from the last year named before it.
            if let before = yearAt.last(where: { $0.offset < word.offset })?.year {
                switch (word.text, next) {
                case ("following", "year"), ("next", "year"), ("year", "later"), ("year", "after"):
                    years.insert(before + 1)
                case ("previous", "year"), ("preceding", "year"), ("year", "before"), ("year", "earlier"):
                    years.insert(before - 1)
                default: break
                }
            }
            guard let month = EDTFDate.monthNames.firstIndex(where: { $0.lowercased() == word.text }).map({ $0 + 1 })
            else { continue }
            // "28 May 1858", "May 28, 1858" and "May 1858".
            if let year = neighbour(1).flatMap(DateMentions.year) {
                months.insert([year, month])
                if let day = neighbour(-1).flatMap(DateMentions.day) { days.insert([year, month, day]) }
            } else if let day = neighbour(1).flatMap(DateMentions.day),
                let year = neighbour(2).flatMap(DateMentions.year)
            {
                months.insert([year, month])
                days.insert([year, month, day])
            }
        }
    }

    /// Whether the text names a date, as precisely as it is written. A date that is only approximate may be named by
    /// its decade or century.
    func name(_ moment: EDTFMoment) -> Bool {
        switch moment.precision {
        case .millennium: return false
        case .century: return centuries.contains(moment.year)
        case .decade: return decades.contains(moment.year)
        case .year, .season: return nameYear(of: moment)
        case .month: return moment.month.map { months.contains([moment.year, $0]) } ?? false
        case .day, .minute, .second:
            guard let month = moment.month, let day = moment.day else { return false }
            return days.contains([moment.year, month, day])
        }
    }

    /// Whether the text names any date.
    var isAny: Bool { !years.isEmpty || !decades.isEmpty || !centuries.isEmpty }

    /// Whether a text counts from a year that another names.
    static func isRelative(_ text: String) -> Bool {
        let words = text.lowercased()
        return ["following year", "next year", "year later", "year after", "previous year", "since then"]
            .contains { words.contains($0) }
    }

    /// Whether the text names the year of a date.
    func nameYear(of moment: EDTFMoment) -> Bool {
        switch moment.precision {
        case .millennium: return false
        case .century:
            return centuries.contains(moment.year) || years.contains { $0 >= moment.year && $0 < moment.year + 100 }
        case .decade:
            return decades.contains(moment.year) || years.contains { $0 >= moment.year && $0 < moment.year + 10 }
        default:
            if years.contains(moment.year) { return true }
            guard moment.isApproximate || moment.isUncertain else { return false }
            return decades.contains(moment.year) || centuries.contains(moment.year)
        }
    }

    private static func words(of text: String) -> [(text: String, offset: Int)] {
        var words: [(String, Int)] = []
        var word: [UInt8] = []
        let bytes = Array(text.utf8)
        for (index, byte) in (bytes + [0x20]).enumerated() {
            let isPart = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
            if isPart {
                word.append(byte)
            } else if !word.isEmpty {
                words.append((String(decoding: word, as: UTF8.self).lowercased(), index - word.count))
                word = []
            }
        }
        return words
    }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), year >= 1000, year < 3000 else { return nil }
        return year
    }

    private static func day(_ word: String) -> Int? {
        if let day = Int(word), (1...31).contains(day) { return day }
        return NumberWords.ordinal(word).flatMap { (1...31).contains($0) ? $0 : nil }
    }
}
