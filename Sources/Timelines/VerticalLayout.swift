import Calendar
import SceneGraph
import Typography

/// Time runs down the sheet: eras and ticks in a strip, marks along its edges, labels in a column on one side or both.
///
/// Labels stand in the order of time. They are moved along the axis by isotonic placement, so that none overlap and
/// each is as near to its mark as can be; leaders join points in the same order on two parallel lines, so that none
/// cross.
struct VerticalLayout {
    let timeline: Timeline
    let palette: MarkPalette
    let measurer: any TextMeasuring
    let name: String
    /// How much larger than in print the type of labels is.
    let type: Double

    var theme: Theme { palette.theme }
    var painter: MarkPainter { MarkPainter(palette: palette, name: name, direction: .down) }
    var parts: AxisParts {
        AxisParts(timeline: timeline, palette: palette, measurer: measurer, direction: .down)
    }

    /// - Parameters:
    ///   - height: what the axis and its labels may take; nil for as much as they need.
    func layout(x: Double, top: Double, width: Double, height: Double?) -> AxisPicture {
        // One column of labels is read from the top down; two are for what one cannot hold.
        let one = drawn(plan(Room(x: x, top: top, width: width, height: height, isTwoSided: false)))
        let most = height ?? 1.2 * width
        let dated = timeline.events.count { !$0.date.isUndated }
        if one.height <= most || width < 440 || dated < 2 { return one }
        return drawn(plan(Room(x: x, top: top, width: width, height: height, isTwoSided: true)))
    }

    /// What there is for axis and labels.
    private struct Room {
        var x: Double
        var top: Double
        var width: Double
        var height: Double?
        var isTwoSided: Bool

        var sideCount: Double { isTwoSided ? 2 : 1 }
    }

    // MARK: Measuring

    private func plan(_ room: Room) -> VerticalPlan {
        let strip = VerticalStripSizes(
            timeline, parts: parts, top: room.top, height: room.height, isTwoSided: room.isTwoSided)
        var laneCounts = [2, 2]
        var length = strip.likelyLength
        var attempt = 0
        while true {
            attempt += 1
            var plan = empty(room, strip, laneCounts)
            length = setLabels(&plan, room, strip, length: length)
            let axis = strip.scale(top: room.top + VerticalPlan.head, length: length)
            plan.axis = axis
            plan.ticks = strip.ticks(axis)
            plan.secondTicks = strip.secondTicks(axis)
            plan.boxes = plan.marks.indices.map { index in
                IsotonicPlacement.Box(
                    ideal: axis.place(plan.marks[index].anchor) - plan.blocks[index].firstLine,
                    length: plan.blocks[index].size.height, weight: plan.marks[index].rank == 1 ? 2 : 1)
            }
            plan.sides =
                room.isTwoSided
                ? SideAssignment.sides(plan.boxes, gap: plan.gap, room: length)
                : [SideAssignment.Side](repeating: .right, count: plan.boxes.count)
            plan.packLanes()
            let found = plan.laneCounts
            if (found[0] > laneCounts[0] || found[1] > laneCounts[1] || attempt == 1) && attempt < 6 {
                laneCounts = attempt == 1 ? found : [max(found[0], laneCounts[0]), max(found[1], laneCounts[1])]
                continue
            }
            return plan
        }
    }

    /// Where strip, lanes and labels stand beside each other, for so many lanes on either side.
    private func empty(_ room: Room, _ strip: VerticalStripSizes, _ laneCounts: [Int]) -> VerticalPlan {
        let lanesWidth = laneCounts.map {
            $0 == 0 ? 9 : min(Double($0) * VerticalPlan.pitch + 7, room.width * 0.22)
        }
        let channel = VerticalPlan.channel
        let labelWidth =
            room.isTwoSided
            ? (room.width - strip.width - lanesWidth[0] - lanesWidth[1] - 2 * channel) / 2
            : room.width - strip.width - lanesWidth[1] - channel
        let stripLeft = room.isTwoSided ? room.x + labelWidth + channel + lanesWidth[0] : room.x
        return VerticalPlan(
            top: room.top, axis: strip.scale(top: room.top, length: 1), missingBreaks: strip.missingBreaks,
            labelWidth: labelWidth, stripLeft: stripLeft, stripRight: stripLeft + strip.width,
            eraWidth: strip.eraWidth, lanesWidth: lanesWidth, gap: type * (room.height == nil ? 0.5 : 0.3),
            isTwoSided: room.isTwoSided, isFree: room.height == nil, room: room.height ?? .infinity)
    }

    /// Labels do not depend on the length of the axis, save where a mark is a span at one length and a dot at another;
    /// so the length follows from them.
    ///
    /// - Returns: the length.
    private func setLabels(
        _ plan: inout VerticalPlan, _ room: Room, _ strip: VerticalStripSizes, length: Double
    ) -> Double {
        let trial = strip.scale(top: room.top + VerticalPlan.head, length: length)
        let marks = TimelineMark.marks(timeline, scale: trial, widest: 22)
        let width = max(plan.labelWidth, 4 * type)
        plan.marks = marks
        plan.blocks = marks.map {
            LabelBlock(
                $0, of: timeline, width: width, type: type, theme: theme, color: palette.date($0.rank, lane: $0.lane),
                measurer: measurer)
        }
        if let height = room.height { return max(height - 2 * VerticalPlan.head, 60) }
        let total = plan.blocks.reduce(0) { $0 + $1.size.height + plan.gap }
        let needed = max(total / room.sideCount * 1.04, plan.blocks.map(\.size.height).max() ?? 0)
        // Room enough that crowded years are not far from their labels, and no more than a page of it, unless the
        // labels themselves need more.
        return max(needed * 1.1, min(needed * 1.3, 560), 300)
    }
}
