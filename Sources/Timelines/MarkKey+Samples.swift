import SceneGraph
import Typography

extension MarkKey {
    /// Draws what an entry of the key looks like on the sheet.
    struct Sample {
        let key: MarkKey
        let id: String
        let left: Double
        let middle: Double

        private var type: Double { key.type }
        private var palette: MarkPalette { key.palette }
        private var theme: Theme { key.palette.theme }

        func nodes(of entry: Entry, width sample: Double) -> [Node] {
            let along = left...(left + max(0, sample))
            let center = Point(left + type * 0.35, middle)
            let radius = type * 0.34
            switch entry {
            case .calendar: return []
            case .milestone(let icon):
                return [shape(MarkShapes.icon(icon, center: center, radius: radius), fill: .color(theme.accent))]
            case .icon(let icon, _):
                return [shape(MarkShapes.icon(icon, center: center, radius: radius), fill: .color(theme.neutral))]
            case .doubt(let doubt): return doubted(doubt, center: center, radius: radius)
            case .reduction:
                let line = PathData.line(from: Point(left, middle), to: Point(along.upperBound, middle))
                return [
                    shape(line, stroke: Stroke(theme.rule, width: type * 0.1, dash: [type * 0.2, type * 0.24]))
                ]
            case .within:
                let paint = MarkShapes.softPaint(
                    theme.mutedInk, .across, piece: along, whole: along, soft: (sample * 0.4, sample * 0.4))
                return [bar(along, width: 0.45, fill: paint)]
            case .goesOn: return [bar(along, width: 0.38, fill: .color(theme.neutral), headAtEnd: true)]
            case .done:
                let half = (along.lowerBound + along.upperBound) / 2
                return [
                    bar(along, width: 0.45, fill: .color(palette.mix(theme.neutral, 0.38))),
                    bar(along.lowerBound...half, width: 0.45, fill: .color(theme.neutral)),
                ]
            case .link: return arrow(to: along.upperBound)
            case .lane(let place, _): return [swatch(along, palette.category(place))]
            case .era(let place, _): return [swatch(along, palette.era(place))]
            }
        }

        private func shape(_ data: PathData, fill: Paint? = nil, stroke: Stroke? = nil) -> Node {
            .path(id: id, role: "legend-symbol", data, fill: fill, stroke: stroke)
        }

        private func bar(
            _ along: ClosedRange<Double>, width: Double, fill: Paint, headAtEnd: Bool = false
        ) -> Node {
            shape(
                MarkShapes.bar(
                    .across, along: along, middle: middle, width: type * width, headAtEnd: headAtEnd,
                    headAtStart: false), fill: fill)
        }

        private func swatch(_ along: ClosedRange<Double>, _ color: Color) -> Node {
            shape(
                .rectangle(
                    Rectangle(
                        x: left, y: middle - type * 0.35, width: along.upperBound - along.lowerBound,
                        height: type * 0.7)), fill: .color(color))
        }

        private func doubted(_ doubt: Doubt, center: Point, radius: Double) -> [Node] {
            doubt.nodes(
                id: id, icon: .dot, center: center, radius: radius, color: theme.mutedInk,
                background: theme.background
            ).map { node in
                var node = node
                node.role = "legend-symbol"
                return node
            }
        }

        private func arrow(to end: Double) -> [Node] {
            let line = PathData.line(from: Point(left, middle), to: Point(end - type * 0.3, middle))
            var head = PathData()
            head.move(to: Point(end, middle))
            head.line(to: Point(end - type * 0.42, middle - type * 0.25))
            head.line(to: Point(end - type * 0.42, middle + type * 0.25))
            head.close()
            return [
                shape(line, stroke: Stroke(theme.mutedInk, width: type * 0.09)),
                shape(head, fill: .color(theme.mutedInk)),
            ]
        }
    }
}
