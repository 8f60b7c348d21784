import Documents
import Figures

/// Charts: Vega-Lite documents, v5 and v6 (https://vega.github.io/vega-lite/docs/). `ChartSupport` says what of them is
/// drawn; the README has its table, and `dossier charts` prints it.
public enum VegaLiteChart: FigureKind {
    public static let name = "chart"

    public static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        let chart = try CompiledChart(document, in: context)
        var (figure, layout) =
            chart.model.config.isEditorial
            ? EditorialFigure(chart: chart, context: context).drawn()
            : PlainFigure(chart: chart, context: context).drawn()
        let findings = try chart.findings(after: layout)
        figure.warnings += findings.warnings
        figure.notes += findings.notes
        if context.wantsSeries { figure.series = layout.seriesChart(of: 0, scene: figure.scene) }
        return figure
    }
}
