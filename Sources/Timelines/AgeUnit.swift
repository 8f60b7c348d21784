import Calendar
import Phrases

/// Years before the present, as geologists and archaeologists count them: the present is 1950 (Stuiver and Polach,
/// Radiocarbon 19, 1977).
enum AgeUnit: String, Sendable, CaseIterable {
    /// Years.
    case bp = "BP"
    /// Thousands, millions and thousands of millions of years.
    case ka, ma = "Ma", ga = "Ga"

    var years: Double {
        switch self {
        case .bp: 1
        case .ka: 1e3
        case .ma: 1e6
        case .ga: 1e9
        }
    }

    static let present = 1950.0

    // MARK: Reading

    /// The EDTF date that `66 Ma`, `145/66 Ma` or `11,700~ BP` stands for; nil where a text is no age. Of two ages the
    /// greater is the earlier.
    static func years(_ text: String) -> String? {
        var written = text.trimmingSpaces
        var mark = ""
        if let last = written.last, "~?%".contains(last) {
            mark = String(written.removeLast())
            written = written.trimmingSpaces
        }
        guard let unit = allCases.first(where: { written.hasSuffix($0.rawValue) }) else { return nil }
        let parts = written.dropLast(unit.rawValue.count).split(whereSeparator: { "/–".contains($0) })
        let years = parts.compactMap { unit.year($0, mark: mark) }
        guard years.count == parts.count, (1...2).contains(years.count) else { return nil }
        return years.sorted { $0.year < $1.year }.map(\.text).joined(separator: "/")
    }

    private func year(_ part: Substring, mark: String) -> (year: Int, text: String)? {
        var digits = String(part).trimmingSpaces
        var mark = mark
        if let last = digits.last, "~?%".contains(last) { mark = String(digits.removeLast()) }
        digits.removeAll { $0 == "," || $0 == " " || $0 == "\u{202F}" || $0 == "\u{A0}" }
        guard let age = Double(digits), age >= 0, age * years <= 2e10 else { return nil }
        let year = Int((AgeUnit.present - age * years).rounded())
        let size = String(year.magnitude)
        let padded = String(repeating: "0", count: max(0, 4 - size.count)) + size
        return (year, (size.count > 4 ? "Y" : "") + (year < 0 ? "-" : "") + padded + mark)
    }

    // MARK: Writing

    /// `66 Ma`, `145–66 Ma`; nil for dates that are no such age.
    func wording(of date: EDTFDate, in phrases: Phrases) -> String? {
        switch date.form {
        case .moment(let moment): return moment.marked(number(moment.year, in: phrases)) + " " + rawValue
        case .interval(let from, let to):
            guard let first = from.moment, let last = to.moment else { return nil }
            return first.marked(number(first.year, in: phrases)) + "–" + last.marked(number(last.year, in: phrases))
                + " " + rawValue
        case .undated: return nil
        }
    }

    /// Of a round age on an axis.
    func label(age: Double, in phrases: Phrases) -> String { number(age: age, in: phrases) + " " + rawValue }

    private func number(_ year: Int, in phrases: Phrases) -> String {
        // A date in round thousands of years is not told more exactly than it is known.
        let isRound = self != .bp && year <= -100_000 && year % 1000 == 0
        return number(age: isRound ? -Double(year) : AgeUnit.present - Double(year), in: phrases)
    }

    /// With as many decimals as the date has, three at the most.
    private func number(age: Double, in phrases: Phrases) -> String {
        let thousandths = Int((age / years * 1000).rounded())
        let whole = phrases.grouped(abs(thousandths) / 1000)
        var decimals = String(abs(thousandths) % 1000)
        decimals = String(repeating: "0", count: 3 - decimals.count) + decimals
        while decimals.last == "0" { decimals.removeLast() }
        let sign = thousandths < 0 ? "−" : ""
        return sign + whole + (decimals.isEmpty ? "" : phrases.numbers.decimal + decimals)
    }

    // MARK: Ticks

    /// The round ages of a part of an axis, in the order of time, at least so many seconds apart.
    func ticks(in times: ClosedRange<Double>, spacing: Double, _ phrases: Phrases) -> [TimeTick] {
        let second = AxisBreaks.secondsPerYear
        let origin = (AgeUnit.present - 1970) * second
        let apart = max(1, spacing / second)
        var step = 1.0
        for candidate in [1.0, 2, 5, 10] where step < apart { step = candidate }
        var scale = 1.0
        while step * scale < apart, scale < 1e12 {
            scale *= 10
            step = [1.0, 2, 5, 10].first { $0 * scale >= apart } ?? 10
        }
        let size = step * scale
        var age = ((origin - times.lowerBound) / second / size).rounded(.down) * size
        var ticks: [TimeTick] = []
        while ticks.count < 1_000 {
            let time = origin - age * second
            if time > times.upperBound { break }
            if time >= times.lowerBound { ticks.append(TimeTick(time: time, label: label(age: age, in: phrases))) }
            age -= size
        }
        return ticks
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
