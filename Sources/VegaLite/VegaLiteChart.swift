import ChartDocuments
import Documents
import Figures
import SceneGraph
import Typography

/// Charts: Vega-Lite documents, v5 and v6 (https://vega.github.io/vega-lite/docs/). `ChartSupport` says what of them is
/// drawn; the README has its table, and `dossier charts` prints it.
public enum VegaLiteChart: FigureKind {
    public static let name = "chart"

    public static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        let (document, noted) = ChartDocument.prepared(document, theme: context.theme.name)
        var found = noted
        try found.throwIfErrors()
        do throws(Diagnostics) {
            var figure = try drawn(document, in: context)
            figure.warnings = found.warnings + figure.warnings
            return figure
        } catch {
            found.add(error)
            throw found
        }
    }

    private static func drawn(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        var compilation = Compilation(document: document, context: context)
        do throws(Diagnostics) {
            let figure = try compilation.drawn()
            if figure.warnings.isEmpty || !compilation.loader.hasOmissions { return figure }
        } catch {
            if !compilation.loader.hasOmissions { throw error }
        }
        // Something is amiss, and the columns that were not read may be what it needs, or what a message should name.
        var whole = Compilation(document: document, context: context, readsAll: true)
        return try whole.drawn()
    }
}
