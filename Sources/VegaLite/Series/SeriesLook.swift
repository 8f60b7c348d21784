import Figures
import SceneGraph

/// What the drawn scene says of a plain chart's look: its colours, the texts at its marks, its value axis.
struct SeriesLook {
    var hasPoints = false
    var isAxisShown = false
    var hasGrid = false
    var axisTexts: [String] = []
    private var colored = Set<Int>()
    private var fades = false

    /// Writes colours and labels into the series of `rows`.
    init(
        of scene: Scene, plain: PlainUnit, category: ChannelDefinition, into rows: inout SeriesRows
    ) throws(NoSeriesChart) {
        let axis = "\(plain.measure.rawValue)-axis/"
        let role = Role(rawValue: "mark-\(plain.unit.mark.name)")
        let categoryName = category.field ?? category.column
        scene.root.forEach { node in
            if node.role == "mark-point" { hasPoints = true }
            if node.role == "axis-grid", node.id.contains(axis) { hasGrid = true }
            if node.role == "axis-label", node.id.contains(axis), case .text(let text) = node.content {
                isAxisShown = true
                axisTexts += text.lines
            }
            guard node.role == role || node.role == "mark-text", let owner = rows.owner(of: node.datum),
                owner < rows.series.count
            else { return }
            let position = node.datum.value(of: categoryName).flatMap { rows.numbers[$0] }
            switch node.content {
            case .text(let text) where node.role == "mark-text":
                if let position { rows.series[owner].labels[position] = text.lines.joined(separator: " ") }
            case .path(let drawn) where node.role == role:
                let paint = plain.isBar ? drawn.fill ?? drawn.stroke?.paint : drawn.stroke?.paint
                take(paint, of: &rows.series[owner], number: owner, at: position)
            default: break
            }
        }
        if fades { throw NoSeriesChart("its marks fade", path: plain.path) }
    }

    private mutating func take(_ paint: Paint?, of series: inout SeriesChart.Series, number: Int, at position: Int?) {
        guard case .color(let color) = paint else {
            fades = true
            return
        }
        if colored.insert(number).inserted {
            series.color = color
        } else if color != series.color, let position {
            series.colors[position] = color
        }
    }
}
