import Chronology
import Formats

extension EDTFDate {
    /// The date as readers write it, in English.
    ///
    /// In `prose` `196X` is "the 1960s", `18XX` "the 19th century", `1960~` "about 1960", `1991/..` "since 1991",
    /// `2005/2015` "2005–2015"; a `label` says "1960s", "19th century", "c. 1960", "1991–". `full` is written as prose.
    public func written(_ style: QuantityStyle) -> String {
        if text == "undated" { return "undated" }
        let prose = style == .prose || style == .full
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2, let start = ends.first, let end = ends.last else {
            return DatePart(text)?.written(prose: prose) ?? text
        }
        let first = DatePart(start)
        let last = DatePart(end)
        switch (first, last) {
        case (let first?, let last?):
            let from = first.written(prose: prose)
            let to = last.written(prose: prose)
            if first.isPlainYear, last.isPlainYear { return "\(from)–\(to)" }
            return prose ? "\(from) to \(to)" : "\(from) – \(to)"
        case (let first?, nil):
            let from = first.written(prose: prose)
            if end == ".." { return prose ? "since \(from)" : "\(from)–" }
            return prose ? "from \(from)" : "\(from)–?"
        case (nil, let last?):
            let to = last.written(prose: prose)
            if start == ".." { return prose ? "until \(to)" : "–\(to)" }
            return prose ? "to \(to)" : "?–\(to)"
        case (nil, nil):
            return text
        }
    }
}

/// One end of an EDTF date, taken apart: what is written is not only the span of days that `EDTFDate` keeps.
struct DatePart: Hashable {
    /// Four digits, the last of which may be `X`; the sign apart.
    var year: String
    var isNegative: Bool
    /// 1…12, or 21…24 for the seasons.
    var month: Int?
    /// 1…31.
    var day: Int?
    var isApproximate: Bool
    var isUncertain: Bool

    /// Nil for an open or unknown end, and for what is no date.
    init?(_ text: String) {
        var body = Substring(text)
        isApproximate = false
        isUncertain = false
        while let last = body.last, "~?%".contains(last) {
            if last != "?" { isApproximate = true }
            if last != "~" { isUncertain = true }
            body.removeLast()
        }
        if body.hasPrefix("Y") { body.removeFirst() }
        isNegative = body.hasPrefix("-")
        if isNegative { body.removeFirst() }
        let parts = body.split(separator: "-", omittingEmptySubsequences: false)
        guard let head = parts.first, parts.count <= 3, head.utf8.count >= 4,
            head.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "X") })
        else { return nil }
        year = String(head)
        month = parts.count > 1 ? Int(parts[1]) : nil
        day = parts.count > 2 ? Int(String(parts[2].prefix(2))) : nil
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let seasons = [21: "spring", 22: "summer", 23: "autumn", 24: "winter"]

    /// A year and nothing beside it, as two of which make `2005–2015`.
    var isPlainYear: Bool {
        month == nil && !year.contains("X") && !isApproximate && !isUncertain && !isNegative
    }

    var monthName: String? {
        guard let month, month >= 1, month <= DatePart.months.count else { return nil }
        return DatePart.months[month - 1]
    }

    func written(prose: Bool) -> String {
        var name = yearName(prose: prose)
        if let month = monthName {
            name = (day.map { "\($0) " } ?? "") + month + " " + name
        } else if let month, let season = DatePart.seasons[month] {
            name = season + " " + name
        }
        if isApproximate { name = (prose ? "about " : "c. ") + name }
        if isUncertain { name = prose ? "perhaps " + name : name + "?" }
        return name
    }

    private func yearName(prose: Bool) -> String {
        let article = prose ? "the " : ""
        let digits = year.prefix { $0 != "X" }
        switch year.utf8.count - digits.utf8.count {
        case 0:
            guard year.utf8.count < 18, let number = Int(year) else { return (isNegative ? "-" : "") + year }
            // EDTF has a year 0, which is 1 BC.
            return isNegative || number == 0 ? "\(number + 1) BC" : String(number)
        case 1 where !isNegative: return "\(article)\(digits)0s"
        case 2 where !isNegative:
            guard let century = Int(digits) else { return year }
            return "\(article)\(DatePart.ordinal(century + 1)) century"
        case 3 where !isNegative:
            guard let millennium = Int(digits) else { return year }
            return "\(article)\(DatePart.ordinal(millennium + 1)) millennium"
        default: return (isNegative ? "-" : "") + year
        }
    }

    static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}
