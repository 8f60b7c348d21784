import Calendar
import Documents
import Figures
import Phrases

/// A timeline as its document says it, before it is laid out.
struct Timeline {
    enum Orientation: String, Sendable, CaseIterable { case auto, horizontal, vertical }

    /// Where the words stand.
    enum Labels: String, Sendable, CaseIterable {
        /// Beside the marks, or under numbers where they do not fit.
        case auto
        case beside, keyed
    }

    enum Breaks: Sendable {
        /// Where nothing happens for long.
        case auto
        case none
        /// Where the author says; each is checked against the spans. With their places in the document.
        case declared([(index: Int, period: EDTFDate)])
    }

    /// Something that happened, or lasted.
    struct Event: Sendable, Hashable {
        /// Unique in the figure: the fact's id, the author's, or `event-3`.
        var id: String
        var date: EDTFDate
        var title: String
        /// 1 for a milestone, 2 for the rest of the story, 3 for background.
        var rank: Int
        var lane: String?
        var icon: Icon
        /// What sort of event it is: the measure of a fact.
        var kind: String?
        /// What it is about.
        var about: String?
        /// A remark of the author's at a date, not something that happened then.
        var isAnnotation = false
        /// Ids of the facts it shows.
        var facts: [String]
        /// How much of it is done, from 0 to 1; nil where that is not told.
        var progress: Double?
        var location: SourceLocation
    }

    /// A band of time.
    struct Era: Sendable, Hashable {
        var id: String
        var date: EDTFDate
        var title: String
        var facts: [String]
    }

    /// How a date is written beside its mark: without the day where nearly all events are of one day, and by the clock.
    func label(of date: EDTFDate, isCompact: Bool) -> String {
        if let age = ages?.wording(of: date, in: phrases) { return age }
        let full = date.wording(isCompact ? .compact : .label, in: phrases) + inSecondCalendar(date)
        guard let commonDay, !isCompact else { return full }
        func shortened(_ moment: EDTFMoment) -> String? {
            guard moment.secondOfDay != nil else { return nil }
            if moment.earliest == commonDay { return moment.marked(moment.clock) }
            let civil = CivilDate(daysSince1970: moment.earliest)
            return moment.marked("\(civil.day) \(EDTFDate.monthNames[civil.month - 1]), \(moment.clock)")
        }
        switch date.form {
        case .moment(let moment): return shortened(moment) ?? full
        case .interval(.moment(let from), .moment(let to)):
            guard let first = shortened(from), let last = shortened(to) else { return full }
            return first + "–" + last
        default: return full
        }
    }

    /// The round moments of a part of the axis, at least so many seconds apart.
    func ticks(in times: ClosedRange<Double>, spacing: Double) -> [TimeTick] {
        if let ages { return ages.ticks(in: times, spacing: spacing, phrases) }
        return TimeTicks.ticks(in: times, step: TimeTicks.step(spacing: spacing), phrases.dates)
    }

    /// ` (16 May O.S.)` after a day, where days are written in a second calendar; with the year where that differs.
    private func inSecondCalendar(_ date: EDTFDate) -> String {
        guard let secondCalendar, case .moment(let moment) = date.form, moment.precision == .day,
            moment.calendar.rawValue != secondCalendar.rawValue,
            let day = secondCalendar.day(daysSince1970: moment.earliest)
        else { return "" }
        let year = day.year == moment.year ? secondCalendar.mark : secondCalendar.wording(ofYear: day.year)
        return " (\(day.day) \(secondCalendar.monthName(day.month, year: day.year)) \(year))"
    }

    /// The day that two thirds of the dated events or more are of, all with a time of day; nil where there is none.
    func foundCommonDay() -> Int? {
        var counts: [Int: Int] = [:]
        var dated = 0
        for event in events {
            switch event.date.form {
            case .undated: continue
            case .moment(let moment), .interval(.moment(let moment), _):
                dated += 1
                if moment.secondOfDay != nil { counts[moment.earliest, default: 0] += 1 }
            default: dated += 1
            }
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), 3 * most.value >= 2 * dated else {
            return nil
        }
        return most.key
    }

    /// An arrow from one event to another: the second follows from the first, or waits for it.
    struct Link: Sendable, Hashable {
        /// Places in `events`.
        var from: Int
        var to: Int
    }

    /// A stretch of the axis that is drawn smaller than the rest, and says so.
    struct Reduction: Sendable, Hashable {
        var period: EDTFDate
        /// 0.2 for a fifth.
        var scale: Double
    }

    /// A chart along the axis, and how high its plot is; nil for as high as suits the size.
    struct Chart {
        var chart: any AxisChart
        var height: Double?
        /// Of its document, for messages: `charts[0]`.
        var path: String
    }

    /// Moments of the charts' data, in order.
    var chartMoments: [Double] { charts.flatMap(\.chart.moments).sorted() }

    /// The mark of an event that is a moment.
    enum Icon: String, Sendable, CaseIterable { case dot, square, diamond, triangle, cross, star }

    /// The words of its language.
    var phrases = Phrases.of("en")
    var title = ""
    var subtitle = ""
    var note = ""
    var alternative: String?
    var size: FigureSize?
    var orientation = Orientation.auto
    var labels = Labels.auto
    /// The last moment comes first.
    var isReversed = false
    /// What the axis counts in, in place of years of the calendar.
    var ages: AgeUnit?
    /// Undated ones among them, in the order of the document.
    var events: [Event] = []
    var eras: [Era] = []
    /// Lanes in the order they are drawn; empty where events have none.
    var lanes: [String] = []
    var links: [Link] = []
    /// The icons of kinds, in the order of the document.
    var icons: [(kind: String, icon: Icon)] = []
    var breaks = Breaks.auto
    var reductions: [Reduction] = []
    /// Charts along the axis, from the top.
    var charts: [Chart] = []
    /// Days are written in this calendar too, and the axis has its ticks.
    var secondCalendar: SecondCalendar?
    var asOf: EDTFDate?
    /// Heading of the events without a date.
    var undatedTitle = Phrases.of("en").timeline.undated
    /// Attributions, in the order of first use.
    var credits: [String] = []
    /// Ids of the sources, where the project knows them, in the order of first use.
    var sources: [String] = []
    var facts: [String] = []
    /// See `foundCommonDay`.
    var commonDay: Int?
}
