import SceneGraph
import Tables

extension ChartLayout {
    /// The rectangles of interval selections that something is picked in from the start: a veil beneath the marks, and
    /// its outline above them.
    mutating func brushes(of frame: Int, cell: Cell, size: ViewSize, place: String) -> (beneath: [Node], above: [Node])
    {
        var (beneath, above): ([Node], [Node]) = ([], [])
        let units = units(under: frame)
        for id in [frame] + units.filter({ $0 != frame }) {
            for name in views[id].written.selections {
                guard let selection = evaluator.selections[name], selection.isInterval, !selection.isBoundToScales,
                    let unit = views[id].isUnit ? id : units.first,
                    let box = box(of: selection, in: unit, cell: cell, size: size)
                else { continue }
                let path = PathData.rectangle(box)
                let p = Properties([selection.look], evaluator: evaluator)
                let id = "\(context.name)/\(place)\(selection.name)"
                if let fill = p.color(.fill, default: Color(hex: 0x333333)) {
                    let veil = fill.opacity(p.number(.fillOpacity) ?? 0.125)
                    beneath.append(.path(id: id, role: "selection", path, fill: .color(veil)))
                }
                if let stroke = p.color(.stroke, default: .white) {
                    let line = Stroke(
                        .color(stroke.opacity(p.number(.strokeOpacity) ?? 1)), width: p.number(.strokeWidth) ?? 1,
                        dash: p.numbers(.strokeDash) ?? [])
                    above.append(.path(id: id + "-outline", role: "selection", path, stroke: line))
                }
            }
        }
        return (beneath, above)
    }

    /// What of a view an interval holds; nil where nothing is picked.
    private mutating func box(of selection: Selection, in unit: Int, cell: Cell, size: ViewSize) -> Rectangle? {
        var box = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        var isPlaced = false
        for (name, extent) in selection.extents where extent.isRange && extent.values.count == 2 {
            guard let channel = Channel(rawValue: name), channel.isPosition,
                let scale = scale(of: channel, in: unit, cell: cell)
            else { continue }
            let (a, b) = (scale.position(of: extent.values[0]), scale.position(of: extent.values[1]))
            guard a.isFinite, b.isFinite else { continue }
            isPlaced = true
            box =
                channel == .x
                ? Rectangle(from: Point(a, box.minY), to: Point(b, box.maxY))
                : Rectangle(from: Point(box.minX, a), to: Point(box.maxX, b))
        }
        return isPlaced ? box : nil
    }
}
