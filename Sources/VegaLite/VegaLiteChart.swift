import Documents
import Figures

/// Charts: Vega-Lite documents, v5 and v6 (https://vega.github.io/vega-lite/docs/). `ChartSupport` says what of them is
/// drawn; the README has its table, and `dossier charts` prints it.
public enum VegaLiteChart: FigureKind {
    public static let name = "chart"

    public static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        var chart = try CompiledChart(document, in: context)
        var (figure, layout) = drawn(chart, in: context)
        if layout.nameFit > .flat, chart.mayLieDown {
            // Long names are read beside their bars, not under them with the head on one side.
            let lying = try CompiledChart(document, in: context, lyingDown: true)
            let turned = drawn(lying, in: context)
            if turned.layout.nameFit < layout.nameFit { (chart, (figure, layout)) = (lying, turned) }
        }
        let findings = try chart.findings(after: layout)
        figure.warnings += findings.warnings
        figure.notes += findings.notes
        if context.wantsSeries { figure.series = layout.seriesChart(scene: figure.scene) }
        return figure
    }

    private static func drawn(
        _ chart: CompiledChart, in context: FigureContext
    ) -> (figure: DrawnFigure, layout: ChartLayout) {
        chart.model.config.isEditorial
            ? EditorialFigure(chart: chart, context: context).drawn()
            : PlainFigure(chart: chart, context: context).drawn()
    }
}
