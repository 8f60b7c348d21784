import Documents
import SceneGraph
import Tables

extension Compilation {
    /// The rectangles of interval selections that something is picked in from the start: a veil beneath the marks, and
    /// its outline above them.
    mutating func brushes(of frame: Int, cell: Cell, size: ViewSize, place: String) -> (beneath: [Node], above: [Node])
    {
        var (beneath, above): ([Node], [Node]) = ([], [])
        let units = units(under: frame)
        for id in [frame] + units.filter({ $0 != frame }) {
            for param in views[id].node["params"]?.array ?? [] {
                guard let selection = param["name"]?.string.flatMap({ evaluator.selections[$0] }), selection.isInterval,
                    !selection.isBoundToScales,
                    let unit = views[id].isUnit ? id : units.first
                else { continue }
                var box = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
                var isPlaced = false
                for (name, extent) in selection.extents where extent.isRange && extent.values.count == 2 {
                    guard let channel = Channel(rawValue: name), channel.isPosition,
                        let scale = scale(of: channel, in: unit, cell: cell)
                    else { continue }
                    let (a, b) = (scale.position(of: extent.values[0]), scale.position(of: extent.values[1]))
                    guard a.isFinite, b.isFinite else { continue }
                    isPlaced = true
                    if channel == .x {
                        box = Rectangle(from: Point(a, box.minY), to: Point(b, box.maxY))
                    } else {
                        box = Rectangle(from: Point(box.minX, a), to: Point(box.maxX, b))
                    }
                }
                guard isPlaced else { continue }
                let p = Properties([selection.mark], evaluator: evaluator)
                let path = PathData.rectangle(box)
                let name = "\(context.name)/\(place)\(selection.name)"
                if let fill = p.color("fill", default: Color(hex: 0x333333)) {
                    beneath.append(
                        .path(
                            id: name, role: "selection", path,
                            fill: .color(fill.opacity(p.number("fillOpacity") ?? 0.125))))
                }
                if let stroke = p.color("stroke", default: .white) {
                    let line = Stroke(
                        .color(stroke.opacity(p.number("strokeOpacity") ?? 1)), width: p.number("strokeWidth") ?? 1,
                        dash: p.numbers("strokeDash") ?? [])
                    above.append(.path(id: name + "-outline", role: "selection", path, stroke: line))
                }
            }
        }
        return (beneath, above)
    }
}
