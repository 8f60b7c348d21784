import Cartography
import Documents
import Figures
import Timelines
import VegaLite

extension Figure {
    /// Every kind of figure. The first is what a document without the word `figure` is. A new kind is one more line.
    static let kinds: [Kind] = [Kind(VegaLiteChart.self), Kind(TimelineFigure.self), Kind(MapFigure.self)]

    /// A kind of figure by its name, as a value.
    struct Kind: Sendable {
        let name: String
        let draw: @Sendable (Document, FigureContext) throws(Diagnostics) -> DrawnFigure

        init<K: FigureKind & SendableMetatype>(_ kind: K.Type) {
            name = K.name
            draw = { (document, context) throws(Diagnostics) in
                let drawn = try K.draw(document, in: context)
                try drawn.checkLimits(document)
                return drawn
            }
        }
    }
}
