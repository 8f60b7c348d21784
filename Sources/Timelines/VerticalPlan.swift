import SceneGraph
import Typography

/// Everything that is known of a timeline that runs down the sheet before anything is drawn.
struct VerticalPlan {
    var top: Double
    var axis: TimelineScale
    var ticks: [TimeTick] = []
    var secondTicks: [TimeTick] = []
    var missingBreaks: [Int]
    var labelWidth: Double
    var stripLeft: Double
    var stripRight: Double
    var eraWidth: Double
    /// Of the lanes that spans run in, left and right of the strip.
    var lanesWidth: [Double]
    var laneCounts: [Int] = [0, 0]
    /// Between labels.
    var gap: Double
    var isTwoSided: Bool
    /// The axis is as long as its labels need.
    var isFree: Bool
    var room: Double

    // MARK: Marks

    var marks: [TimelineMark] = []
    var blocks: [LabelBlock] = []
    var boxes: [IsotonicPlacement.Box] = []
    var sides: [SideAssignment.Side] = []
    /// Of spans, beside the strip.
    var lanes: [Int] = []

    /// Between lanes and labels.
    static let channel = 28.0
    /// From one lane to the next.
    static let pitch = 8.0
    static let barWidth = 4.5
    /// Before the axis and after it.
    static let head = 8.0

    /// Puts the spans of either side into as few lanes as hold them.
    mutating func packLanes() {
        lanes = [Int](repeating: 0, count: marks.count)
        laneCounts = [0, 0]
        for (side, place) in [(SideAssignment.Side.left, 0), (.right, 1)] {
            let members = marks.indices.filter { marks[$0].shape == .span && sides[$0] == side }
            let packed = IntervalPacking.rows(
                members.map {
                    let span = axis.span(marks[$0].extent)
                    return span.lowerBound...max(span.lowerBound + 4, span.upperBound)
                },
                gap: 3)
            for (member, row) in zip(members, packed.rows) { lanes[member] = row }
            laneCounts[place] = packed.count
        }
    }
}
