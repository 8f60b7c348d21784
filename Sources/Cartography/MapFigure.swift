import Documents
import Facts
import Furniture
import Geography
import SceneGraph
import Typography

/// `figure: map`: layers of geodata in a projection, labelled, measured, with a scale and a note that says whose
/// borders are drawn.
public enum MapFigure: FigureKind {
    public static let name = "map"

    public static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        var composer = MapComposer(map: try MapReader.read(document), file: document.file, context: context)
        return try composer.compose()
    }
}
