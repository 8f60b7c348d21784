import Documents
import Furniture
import SceneGraph
import Typography

/// Charts: Vega-Lite documents, v5 and v6 (https://vega.github.io/vega-lite/docs/).
public enum VegaLiteChart: FigureKind {
    public static let name = "chart"

    public static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        var compilation = Compilation(document: document, context: context)
        return try compilation.drawn()
    }
}
