import Documents
import Facts
import Formats
import SceneGraph
import Typography

/// What an area on the map measures, beside what a source claims.
struct Measure: Sendable {
    /// Square kilometres of the polygons, or kilometres of the lines, as the data has them.
    var drawn: Double
    /// `km²` or `km`.
    var unit: String
    var claim: Fact?
    var color: Color
}

extension MapCanvas {
    /// Two lines a measure, or one where nothing is claimed.
    private var rows: Int { layers.reduce(0) { $0 + $1.claims.reduce(0) { $0 + ($1 == nil ? 1 : 2) } } }

    private var rowHeight: Double { (theme.labelSize * 1.75).rounded() }

    /// What the panel takes below the map.
    var measureHeight: Double { rows == 0 ? 0 : theme.margin * 0.8 + Double(rows) * rowHeight }

    /// For each measure two bars to one scale: what is drawn, and what the source says.
    func drawMeasures(top: Double) -> Node? {
        var panels: [Node] = []
        var top = top
        for (index, measure) in measures.enumerated() {
            let panel = panel(of: measure, top: top, id: "\(name)/measure" + (index == 0 ? "" : "\(index + 1)"))
            panels.append(panel)
            top += rowHeight * (measure.claim == nil ? 1 : 2)
        }
        return panels.count > 1 ? .group(id: "\(name)/measures", role: "measure", panels) : panels.first
    }

    private func panel(of measure: Measure, top: Double, id panelID: String) -> Node {
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
                id: "drawn", label: phrases.map.measured, value: measure.drawn,
                written: Quantity(measure.drawn, unit: measure.unit, qualifier: .about).written(.label), isOpen: false,
                facts: [])
        ]
        if let claim = measure.claim, let value = claim.value?.number {
            let credit = context.facts.sources(of: claim).first?.attributionShort
            rowList.append(
                Row(
                    id: "claimed", label: phrases.map.claimed + (credit.map { " (\($0))" } ?? ""),
                    value: value,
                    written: claim.written(.label, language: language), isOpen: claim.qualifier == .atLeast,
                    facts: [claim.id]))
        }
        let font = theme.font(size: theme.labelSize * 0.95)
        let bold = theme.font(size: theme.labelSize * 0.95, weight: 700)
        let metrics = measurer.metrics(of: font)
        let labelWidth = rowList.map { measurer.width(of: $0.label, font: font) }.max() ?? 0
        let valueWidth = rowList.map { measurer.width(of: $0.written, font: bold) }.max() ?? 0
        let gap = 8.0
        let tail = 16.0
        let left = frame.minX + labelWidth + gap
        let room = max(20, frame.maxX - left - valueWidth - gap - tail)
        let largest = max(1, rowList.map(\.value).max() ?? 1)
        var children: [Node] = []
        for (index, row) in rowList.enumerated() {
            let middle = top + (Double(index) + 0.5) * rowHeight
            let baseline = middle + metrics.capHeight / 2
            let id = "\(panelID)[\(row.id)]"
            let box = Rectangle(
                x: left, y: middle - rowHeight * 0.3, width: room * row.value / largest, height: rowHeight * 0.6)
            children.append(
                measurer.node(
                    id: id + "/label", role: "axis-label",
                    Text(lines: [row.label], origin: Point(frame.minX, baseline), font: font, fill: .color(theme.ink))))
            let color = row.facts.isEmpty ? measure.color : theme.neutral
            // "Over": the bar has no end that the source gives, and fades beyond the figure.
            let whole = row.isOpen ? Rectangle(x: box.x, y: box.y, width: box.width + tail, height: box.height) : box
            let fill: Paint =
                row.isOpen
                ? .linearGradient(
                    from: Point(whole.minX, whole.midY), to: Point(whole.maxX, whole.midY),
                    stops: [
                        GradientStop(offset: 0, color: color),
                        GradientStop(offset: box.width / whole.width, color: color),
                        GradientStop(offset: 1, color: color.opacity(0)),
                    ]) : .color(color)
            children.append(.path(id: id, role: "measure-bar", .rectangle(whole), fill: fill, facts: row.facts))
            let end = whole.maxX
            children.append(
                measurer.node(
                    id: id + "/value", role: "measure-label",
                    Text(lines: [row.written], origin: Point(end + gap, baseline), font: bold, fill: .color(theme.ink)),
                    facts: row.facts))
        }
        return .group(id: panelID, role: "measure", children)
    }

    /// The fact that claims what is measured; nil where none is named, or where it is unknown, which is an error.
    mutating func claimedFact(_ id: String?, unit: String, at location: SourceLocation, _ path: String) -> Fact? {
        guard let id else { return nil }
        guard let fact = context.facts[id] else {
            problems.add(
                Diagnostic(
                    "no fact has the id `\(id)`", file: file, at: location, path: path,
                    advice: context.facts.adviceForUnknown(id)))
            return nil
        }
        guard fact.value?.number != nil, fact.unit == unit else {
            problems.add(
                Diagnostic(
                    "the fact `\(id)` is no number of \(unit)", file: file, at: location, path: path,
                    advice: "what is measured is told in \(unit)"))
            return nil
        }
        facts.append(id)
        return fact
    }

    /// To three significant digits: a generalised outline bears no more.
    func roundedMeasure(_ value: Double) -> Double {
        guard value > 0 else { return 0 }
        var unit = 1.0
        while value / unit >= 1000 { unit *= 10 }
        return (value / unit).rounded() * unit
    }
}
