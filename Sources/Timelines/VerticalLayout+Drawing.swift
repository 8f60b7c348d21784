import SceneGraph
import Typography

extension VerticalLayout {
    /// What stands on the axis, by its kind.
    private struct Drawing {
        var bars: [Node] = []
        var leaders: [Node] = []
        var dots: [Node] = []
        var labels: [Node] = []
        var bottom: Double
    }

    /// One side of the strip: where its marks, lanes and labels stand.
    private struct Side {
        var side: SideAssignment.Side
        /// The strip's own edge.
        var edge: Double
        var channelStart: Double
        var labelEdge: Double
        var pitch: Double

        var away: Double { side == .left ? -1 : 1 }

        init(_ side: SideAssignment.Side, of plan: VerticalPlan) {
            self.side = side
            let place = side == .left ? 0 : 1
            let away: Double = side == .left ? -1 : 1
            edge = side == .left ? plan.stripLeft : plan.stripRight
            channelStart = edge + away * plan.lanesWidth[place]
            labelEdge = channelStart + away * VerticalPlan.channel
            let lanes = Double(plan.laneCounts[place])
            pitch = lanes == 0 ? VerticalPlan.pitch : min(VerticalPlan.pitch, (plan.lanesWidth[place] - 7) / lanes)
        }
    }

    func drawn(_ plan: VerticalPlan) -> AxisPicture {
        var result = AxisPicture()
        result.marks = plan.marks
        result.missingBreaks = plan.missingBreaks
        var drawing = Drawing(bottom: plan.axis.places.upperBound + 8)
        for side in plan.isTwoSided ? [SideAssignment.Side.left, .right] : [.right] {
            let members = plan.marks.indices.filter { plan.sides[$0] == side }
            let tops = labelTops(members, plan)
            for (member, top) in zip(members, tops) {
                draw(member, of: plan, on: Side(side, of: plan), labelTop: top, into: &drawing)
            }
        }
        let strip = VerticalStrip(timeline, plan: plan, parts: parts, name: name).nodes(unnamed: &result.unnamedEras)
        result.nodes = [
            .group(id: "\(name)/axis", role: "axis", strip),
            .group(id: "\(name)/spans", role: "timeline-spans", drawing.bars),
            .group(id: "\(name)/leaders", role: "timeline-leaders", drawing.leaders),
            .group(id: "\(name)/marks", role: "timeline-marks", drawing.dots),
            .group(id: "\(name)/labels", role: "timeline-labels", drawing.labels),
        ].filter { !$0.children.isEmpty }
        result.height = drawing.bottom - plan.top
        result.labelWidth = plan.labelWidth
        return result
    }

    /// As near to their marks as leaves none on another.
    private func labelTops(_ members: [Int], _ plan: VerticalPlan) -> [Double] {
        let bounds =
            plan.isFree
            ? plan.top...max(plan.top, plan.axis.places.upperBound + 30)
            : plan.top...max(plan.top, plan.top + plan.room)
        let starts = IsotonicPlacement.starts(members.map { plan.boxes[$0] }, gap: plan.gap, bounds: bounds)
        // What is longer than its bounds begins at the top and runs out below.
        let shift = max(0, plan.top - (starts.first ?? plan.top))
        return starts.map { $0 + shift }
    }

    private func draw(
        _ member: Int, of plan: VerticalPlan, on side: Side, labelTop: Double, into drawing: inout Drawing
    ) {
        let (mark, block) = (plan.marks[member], plan.blocks[member])
        let events = mark.events.map { timeline.events[$0] }
        let facts = events.flatMap(\.facts)
        let key = events.first?.id ?? ""
        let y = plan.axis.place(mark.anchor)
        let from: Double
        switch mark.shape {
        case .dot:
            let radius = (mark.rank == 1 ? 4.2 : 3.4)
            drawing.dots.append(painter.dot(mark, at: Point(side.edge, y), radius: radius, key: key, facts: facts))
            from = side.edge + side.away * radius
        case .span:
            let middle = side.edge + side.away * (7 + side.pitch * (Double(plan.lanes[member]) + 0.1))
            let width = min(VerticalPlan.barWidth, side.pitch * 0.6)
            drawing.bars.append(
                painter.bar(mark, axis: plan.axis, middle: middle, width: width, key: key, facts: facts))
            from = middle + side.away * width / 2
        }
        let labelMiddle = labelTop + block.firstLine
        var path = PathData()
        path.move(to: Point(from, y))
        path.line(to: Point(side.channelStart, y))
        path.line(to: Point(side.labelEdge - side.away * 9, labelMiddle))
        path.line(to: Point(side.labelEdge - side.away * 4, labelMiddle))
        drawing.leaders.append(
            .path(
                id: "\(name)/leader[\(key)]", role: "timeline-leader", path,
                stroke: Stroke(theme.rule, width: 0.75, join: .round), facts: facts))
        drawing.labels.append(
            block.node(
                name: name, timeline: timeline, edge: side.labelEdge, top: labelTop, side: side.side,
                measurer: measurer))
        drawing.bottom = max(drawing.bottom, labelTop + block.size.height)
    }
}
