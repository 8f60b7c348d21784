import Calendar
import SceneGraph
import Typography

/// How wide the strip of eras and ticks is, measured before the axis has its length: ticks are tried at a likely one,
/// for their labels hardly change with it.
struct VerticalStripSizes {
    private(set) var width = 0.0
    let eraWidth: Double
    let likelyLength: Double
    /// Declared breaks that there is no room for.
    let missingBreaks: [Int]

    private let timeline: Timeline
    private let parts: AxisParts
    private let shown: [TimelineScale.Stretch]
    private let breakGap: Double

    init(_ timeline: Timeline, parts: AxisParts, top: Double, height: Double?, isTwoSided: Bool) {
        self.timeline = timeline
        self.parts = parts
        let breakGap = 2 * parts.lineHeight + 34
        self.breakGap = breakGap
        let breakRoom = height.map { Int(max(0, min(1_000, 0.6 * $0 / breakGap))) } ?? 1_000
        let shown = AxisBreaks.shown(timeline, most: breakRoom)
        self.shown = shown
        missingBreaks = AxisBreaks.missing(timeline, most: breakRoom)
        let dated = timeline.events.count { !$0.date.isUndated }
        let likely = max(320, min(Double(dated) * 26 / (isTwoSided ? 2 : 1), height ?? .infinity))
        likelyLength = likely
        let scale = TimelineScale(shown, start: top, length: likely, gap: breakGap, isReversed: timeline.isReversed)
        let bands = EraBands(timeline, scale: scale, least: 8)
        eraWidth = bands.width(
            timeline, scale: scale, font: parts.font, lineHeight: parts.lineHeight, measurer: parts.measurer)
        let breakWidth = scale.breaks.isEmpty ? 0 : parts.width(timeline.phrases.timeline.omitted) + 8
        // Ticks stand on both sides of the labels where no era does.
        let around = isTwoSided && timeline.eras.isEmpty ? 20.0 : 14.0
        let ticks = max(tickWidth(scale) + around, timeline.eras.isEmpty ? breakWidth : 0)
        width = max(ticks + Double(bands.rowCount) * eraWidth, breakWidth)
    }

    func scale(top: Double, length: Double) -> TimelineScale {
        TimelineScale(shown, start: top, length: length, gap: breakGap, isReversed: timeline.isReversed)
    }

    func ticks(_ scale: TimelineScale) -> [TimeTick] {
        scale.segments.flatMap { segment in
            // A reduced stretch has room for its own declaration between its ticks, and so few of them.
            let apart = segment.reduction < 1 ? 6 : 2.6
            return timeline.ticks(
                in: segment.times,
                spacing: apart * parts.lineHeight / max(scale.rate * segment.reduction, 1e-300))
        }
    }

    func secondTicks(_ scale: TimelineScale) -> [TimeTick] {
        guard let calendar = timeline.secondCalendar else { return [] }
        return scale.segments.flatMap { segment in
            SecondCalendarTicks.ticks(
                calendar, in: segment.times,
                spacing: 2.6 * parts.lineHeight / max(scale.rate * segment.reduction, 1e-300))
        }
    }

    /// Of the widest words beside the axis, those of a second calendar with them.
    private func tickWidth(_ scale: TimelineScale) -> Double {
        let reductions = scale.segments.filter { $0.reduction < 1 }.flatMap { AxisParts.reductionLines($0.reduction) }
        let asOf =
            timeline.asOf.map { [timeline.phrases.timeline.asOf, timeline.label(of: $0, isCompact: false)] } ?? []
        let words = ticks(scale).map(\.label) + reductions + asOf
        let second = secondTicks(scale).map { parts.width($0.label) }.max().map { $0 + 12 } ?? 0
        return (words.map { parts.width($0) }.max() ?? 0) + second
    }
}
