import Documents
import Facts
import Furniture
import SceneGraph
import Typography

/// `figure: timeline`: events on an axis of time, drawn to scale.
public enum TimelineFigure: FigureKind {
    public static let name = "timeline"

    /// Lays a timeline out.
    ///
    /// - Throws: all that is wrong with the document, each with its line.
    public static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        let timeline = try TimelineReader.read(document, facts: context.facts)
        let size = context.size ?? timeline.size ?? .page
        let theme = context.theme.scaled(by: size.typeScale)
        let composition = TimelineComposition(
            timeline: timeline, size: size, theme: theme, measurer: context.measurer, name: context.name)
        var warnings: [Diagnostic] = []
        let scene: Scene
        do {
            scene = try composition.scene { message, advice in
                warnings.append(Diagnostic(message, severity: .warning, file: document.file, advice: advice))
            }
        } catch {
            var problem = error
            problem.file = document.file
            problem.location = document.root["size"]?.location
            throw Diagnostics([problem])
        }
        return DrawnFigure(
            scene: scene, title: timeline.title, subtitle: timeline.subtitle, facts: timeline.facts,
            sources: timeline.sources, warnings: warnings)
    }
}
