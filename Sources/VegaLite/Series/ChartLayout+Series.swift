import Figures
import SceneGraph
import Tables

extension ChartLayout {
    /// The chart's data for programs that draw charts themselves, where it is a plain bar or line chart: bars or lines
    /// over categories, a linear value axis, colours that part series, and besides only text and points.
    mutating func seriesChart(scene: Scene) -> Result<SeriesChart, NoSeriesChart> {
        do { return .success(try plainSeries(scene: scene)) } catch { return .failure(error) }
    }

    private mutating func plainSeries(scene: Scene) throws(NoSeriesChart) -> SeriesChart {
        let plain = try PlainUnit(of: views)
        let axes = try SeriesAxes(of: plain) { scale(of: $0, in: plain.id, cell: .whole) }
        let valueTitle = title(of: axes.value) ?? axes.value.field ?? "value"
        var rows = try SeriesRows(of: plain, axes: axes, valueTitle: valueTitle, color: theme.accent) {
            parting, value in
            ValueWriter(parting, config: config, evaluator: evaluator).text(of: value) ?? value.asText
        }
        let look = try SeriesLook(of: scene, plain: plain, category: axes.category, into: &rows)
        let form = try plain.form(seriesCount: rows.series.count, hasPoints: look.hasPoints)
        switch form {
        case .bars(_, .stacked), .bars(_, .shares): rows.sortByStack(of: plain.unit)
        case .bars(_, .sideBySide), .lines: break
        }
        let labels = look.axisTexts.isEmpty ? rows.series.flatMap(\.labels.values) : look.axisTexts
        let writer = ValueWriter(axes.category, config: config, evaluator: evaluator)
        return SeriesChart(
            form: form, categories: axes.places.map { writer.text(of: $0) ?? $0.asText },
            categoryTitle: axes.category.written.axis?.isOff == true ? "" : title(of: axes.category) ?? "",
            valueTitle: valueTitle,
            axis: SeriesChart.ValueAxis(
                minimum: axes.bounds.low, maximum: axes.bounds.high, isShown: look.isAxisShown, hasGrid: look.hasGrid,
                format: SeriesChart.ValueAxis.format(ofLabels: labels)),
            series: rows.series)
    }

    private func title(of definition: ChannelDefinition) -> String? {
        model.title(of: definition, guide: definition.axis?[.title])?.joined(separator: " ")
    }
}
