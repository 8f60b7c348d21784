import Facts
import Formats
import SceneGraph
import Typography

/// What an area on the map measures, beside what a source claims.
struct Measure: Sendable {
    /// Square kilometres, of the polygons as the data has them.
    var drawn: Double
    var claim: Fact?
    var color: Color
}

extension MapComposer {
    private var rows: Int { measuredLayer == nil ? 0 : measuredLayer?.claim == nil ? 1 : 2 }

    private var measuredLayer: AreasLayer? {
        for layer in map.layers { if case .areas(let areas) = layer, areas.measured { return areas } }
        return nil
    }

    private var rowHeight: Double { (theme.labelSize * 1.75).rounded() }

    /// What the panel takes below the map.
    var measureHeight: Double { rows == 0 ? 0 : theme.margin * 0.8 + Double(rows) * rowHeight }

    /// Two bars to one scale: what is drawn, and what the source says.
    mutating func drawMeasure(top: Double) -> Node? {
        guard let measure else { return nil }
        struct Row {
            var id: String
            var label: String
            var value: Double
            var written: String
            var isOpen: Bool
            var facts: [String]
        }
        var rowList = [
            Row(
                id: "drawn", label: "Measured on this map", value: measure.drawn,
                written: Quantity(measure.drawn, unit: "km²", qualifier: .about).written(.label), isOpen: false, facts: [])
        ]
        if let claim = measure.claim, let value = claim.value?.number {
            let credit = context.facts.sources(of: claim).first?.attributionShort
            rowList.append(
                Row(
                    id: "claimed", label: credit.map { "As the source says (\($0))" } ?? "As the source says", value: value,
                    written: claim.written(.label, language: language), isOpen: claim.qualifier == .atLeast, facts: [claim.id]))
        }
        let font = theme.font(size: theme.labelSize * 0.95)
        let bold = theme.font(size: theme.labelSize * 0.95, weight: 700)
        let metrics = context.measurer.metrics(of: font)
        let labelWidth = rowList.map { context.measurer.width(of: $0.label, font: font) }.max() ?? 0
        let valueWidth = rowList.map { context.measurer.width(of: $0.written, font: bold) }.max() ?? 0
        let gap = 8 * style.scale
        let tail = 16 * style.scale
        let left = frame.minX + labelWidth + gap
        let room = max(20, frame.maxX - left - valueWidth - gap - tail)
        let largest = max(1, rowList.map(\.value).max() ?? 1)
        var children: [Node] = []
        for (index, row) in rowList.enumerated() {
            let middle = top + (Double(index) + 0.5) * rowHeight
            let baseline = middle + metrics.capHeight / 2
            let id = "\(name)/measure[\(row.id)]"
            let box = Rectangle(
                x: left, y: middle - rowHeight * 0.3, width: room * row.value / largest, height: rowHeight * 0.6)
            children.append(
                context.measurer.node(
                    id: id + "/label", role: "axis-label",
                    Text(lines: [row.label], origin: Point(frame.minX, baseline), font: font, fill: .color(theme.ink))))
            let color = row.facts.isEmpty ? measure.color : theme.neutral
            // "Over": the bar has no end that the source gives, and fades beyond the figure.
            let whole = row.isOpen ? Rectangle(x: box.x, y: box.y, width: box.width + tail, height: box.height) : box
            let fill: Paint = row.isOpen
                ? .linearGradient(
                    from: Point(whole.minX, whole.midY), to: Point(whole.maxX, whole.midY),
                    stops: [
                        GradientStop(offset: 0, color: color), GradientStop(offset: box.width / whole.width, color: color),
                        GradientStop(offset: 1, color: color.opacity(0)),
                    ]) : .color(color)
            children.append(.path(id: id, role: "mark-bar", .rectangle(whole), fill: fill, facts: row.facts))
            let end = whole.maxX
            children.append(
                context.measurer.node(
                    id: id + "/value", role: "mark-label",
                    Text(lines: [row.written], origin: Point(end + gap, baseline), font: bold, fill: .color(theme.ink)),
                    facts: row.facts))
        }
        return .group(id: "\(name)/measure", role: "measure", children)
    }
}
