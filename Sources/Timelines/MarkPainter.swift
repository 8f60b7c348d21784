import SceneGraph
import Typography

/// Draws marks: dots for moments, bars for what lasted.
struct MarkPainter {
    let palette: MarkPalette
    let name: String
    let direction: AxisDirection

    /// A moment. One that is about is hollow, one that is uncertain hollow with a broken line, one that is both has
    /// both lines, one within the other.
    func dot(_ mark: TimelineMark, at point: Point, radius: Double, key: String, facts: [String]) -> Node {
        if mark.isAnnotation {
            return .path(
                id: "\(name)/event[\(key)]", role: "timeline-annotation", .circle(center: point, radius: 1.6),
                fill: .color(palette.theme.mutedInk), datum: Datum([Datum.Field("date", .string(mark.date.text))]))
        }
        let color = palette.mark(mark.rank, lane: mark.lane)
        let background = palette.theme.background
        let datum = Datum([Datum.Field("date", .string(mark.date.text))])
        let id = "\(name)/event[\(key)]"
        guard let doubt = Doubt(isApproximate: mark.isApproximate, isUncertain: mark.isUncertain) else {
            return .path(
                id: id, role: "timeline-event", MarkShapes.icon(mark.icon, center: point, radius: radius),
                fill: .color(color), stroke: Stroke(background, width: 1), facts: facts, datum: datum)
        }
        let nodes = doubt.nodes(
            id: id, icon: mark.icon, center: point, radius: radius, color: color, background: background)
        guard nodes.count > 1, let outer = nodes.first else {
            return nodes.first.map { node in
                var node = node
                (node.role, node.facts, node.datum) = ("timeline-event", facts, datum)
                return node
            } ?? .group(id: id, role: "timeline-event", facts: facts, datum: datum, [])
        }
        return .group(id: id, role: "timeline-event", facts: facts, datum: datum, [outer] + nodes.dropFirst())
    }

    /// The place of a bar along the axis: as long as its span, and never too short to be seen.
    func extent(_ mark: TimelineMark, axis: TimelineScale) -> ClosedRange<Double> {
        let whole = axis.span(mark.extent)
        guard whole.upperBound - whole.lowerBound < 4 else { return whole }
        let middle = (whole.lowerBound + whole.upperBound) / 2
        return (middle - 2)...(middle + 2)
    }

    /// What lasted, or lay somewhere within: a bar that fades where its ends are unsure and is cut where the axis is.
    func bar(
        _ mark: TimelineMark, axis: TimelineScale, middle: Double, width: Double, key: String, facts: [String]
    ) -> Node {
        let color = palette.mark(mark.rank, lane: mark.lane)
        let whole = extent(mark, axis: axis)
        // The early end of the span comes first, but on a reversed axis.
        let early = (soft: mark.cameBefore ? 0 : mark.softStart, hasHead: mark.cameBefore)
        let late = (soft: mark.goesOn ? 0 : mark.softEnd, hasHead: mark.goesOn)
        let (first, last) = axis.isReversed ? (late, early) : (early, late)
        let soft = (start: first.soft, end: last.soft)
        var pieces = axis.pieces(mark.extent)
        if pieces.reduce(0, { $0 + $1.upperBound - $1.lowerBound }) < 4 { pieces = [whole] }
        var nodes = pieces.enumerated().map { (index: Int, piece: ClosedRange<Double>) -> Node in
            .path(
                id: "\(name)/span[\(key)][\(index)]", role: "timeline-span",
                MarkShapes.bar(
                    direction, along: piece, middle: middle, width: width,
                    headAtEnd: last.hasHead && index == pieces.count - 1, headAtStart: first.hasHead && index == 0),
                fill: MarkShapes.softPaint(
                    mark.progress == nil ? color : palette.mix(color, 0.38), direction,
                    piece: piece, whole: whole, soft: soft), facts: facts)
        }
        if let done = mark.done {
            nodes += axis.pieces(done).enumerated().map { (index: Int, piece: ClosedRange<Double>) -> Node in
                .path(
                    id: "\(name)/span[\(key)]/done[\(index)]", role: "timeline-progress",
                    MarkShapes.bar(
                        direction, along: piece, middle: middle, width: width, headAtEnd: false, headAtStart: false),
                    fill: .color(color), facts: facts)
            }
        }
        // What is only about, or uncertain, has the mark of that where it belongs: at an end, or in the middle.
        let doubts = mark.doubts.map { (time, doubt) -> [Node] in
            let place = max(whole.lowerBound, min(whole.upperBound, axis.place(time)))
            return doubt.nodes(
                id: "\(name)/event[\(key)]/doubt[\(Int(place))]", icon: .dot, center: direction.point(place, middle),
                radius: max(2.4, width * 0.62), color: color, background: palette.theme.background)
        }
        return .group(
            id: "\(name)/event[\(key)]", role: "timeline-event", facts: facts,
            datum: Datum([Datum.Field("date", .string(mark.date.text))]), nodes + doubts.flatMap { $0 })
    }
}
