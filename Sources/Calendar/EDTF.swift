/// A date or an interval as ISO 8601-2:2019 (EDTF), level 0 and level 1, writes it; or `undated`.
///
/// | written | meaning |
/// |---|---|
/// | `1969`, `1858-05`, `1858-05-28` | a year, a month, a day |
/// | `1969-07-20T20:17:40Z`, `1969-07-20T20:17` | a time of day; seconds may be left out |
/// | `196X`, `18XX`, `1999-XX`, `1999-04-XX` | a decade, a century, some time in a year or a month |
/// | `1992-21` … `1992-24` | spring, summer, autumn, winter (of the northern hemisphere) |
/// | `1858~`, `1858?`, `1858%` | about, uncertain, both |
/// | `2005/2015`, `1949/1960~` | an interval |
/// | `1991/..`, `../1991`, `1991/`, `/1991` | an open end (`..`), an unknown end |
/// | `-0043`, `0000`, `Y-170000002` | years before 1 CE, astronomical: `0000` is 1 BCE, `-0043` 44 BCE |
public struct EDTFDate: Sendable, Hashable {
    /// One end of an interval.
    public enum End: Sendable, Hashable {
        case moment(EDTFMoment)
        /// `..`: it goes on, or no end is said.
        case open
        /// Nothing: there is an end, and nobody knows it.
        case unknown

        public var moment: EDTFMoment? { if case .moment(let moment) = self { moment } else { nil } }
    }

    public enum Form: Sendable, Hashable {
        case undated
        case moment(EDTFMoment)
        case interval(from: End, to: End)
    }

    /// As it was written.
    public let text: String
    public let form: Form
    /// First and last day that the date may stand for, as days since 1970-01-01 (proleptic Gregorian);
    /// nil where the end is open or unknown, or the date is `undated`.
    public let earliest: Int?
    public let latest: Int?
    /// `~`: about. Of an interval: one end at least.
    public let isApproximate: Bool
    /// `?`: uncertain. Of an interval: one end at least.
    public let isUncertain: Bool

    public var isUndated: Bool { form == .undated }

    public var isInterval: Bool { if case .interval = form { true } else { false } }

    /// An interval one end of which nobody knows (`1991/`, `/1991`).
    public var hasUnknownEnd: Bool {
        if case .interval(let from, let to) = form { from == .unknown || to == .unknown } else { false }
    }

    /// Seconds from 1970-01-01T00:00:00 to the first moment it may stand for; nil as for `earliest`.
    public var firstSecond: Int? {
        switch form {
        case .undated: nil
        case .moment(let moment): moment.firstSecond
        case .interval(let from, _): from.moment?.firstSecond
        }
    }

    /// The first second after the last moment it may stand for; nil as for `latest`.
    public var endSecond: Int? {
        switch form {
        case .undated: nil
        case .moment(let moment): moment.endSecond
        case .interval(_, let to): to.moment?.endSecond
        }
    }

    public struct ParsingError: Error, Sendable, Hashable {
        public let message: String
        public init(message: String) { self.message = message }
    }

    /// - Parameter calendar: what year, month and day are written in. `.julian` is for days before a country's
    ///   change of calendar; `earliest` and `latest` are Gregorian whichever it is.
    public init(parsing text: String, calendar: CalendarSystem = .gregorian) throws(ParsingError) {
        self.init(text: text, form: try EDTFReader(text: text, calendar: calendar).form())
    }

    /// A single day.
    public init(_ date: CivilDate) {
        let days = date.daysSince1970
        let moment = EDTFMoment(
            precision: .day, calendar: .gregorian, year: date.year, month: date.month, day: date.day,
            isApproximate: false, isUncertain: false, earliest: days, latest: days)
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(abs(number))
            return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let year = abs(date.year) > 9999 ? "Y\(date.year)" : padded(date.year, 4)
        self.init(text: "\(year)-\(padded(date.month, 2))-\(padded(date.day, 2))", form: .moment(moment))
    }

    private init(text: String, form: Form) {
        self.text = text
        self.form = form
        switch form {
        case .undated:
            (earliest, latest) = (nil, nil)
            (isApproximate, isUncertain) = (false, false)
        case .moment(let moment):
            (earliest, latest) = (moment.earliest, moment.latest)
            (isApproximate, isUncertain) = (moment.isApproximate, moment.isUncertain)
        case .interval(let from, let to):
            (earliest, latest) = (from.moment?.earliest, to.moment?.latest)
            isApproximate = from.moment?.isApproximate == true || to.moment?.isApproximate == true
            isUncertain = from.moment?.isUncertain == true || to.moment?.isUncertain == true
        }
    }
}
