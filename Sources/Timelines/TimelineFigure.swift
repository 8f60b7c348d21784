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
    /// | key | value |
    /// |---|---|
    /// | `title`, `subtitle`, `note`, `alt`, `language` | text |
    /// | `events` | a list of events and choices; or `{facts: …}`; or `{table: file.csv, columns: {date: …}, source: …}` |
    /// | an event | `date` (EDTF) or `period`, `title`, `source`, `fact`, `facts`, `rank` (1 to 3), `lane`, `icon`, `kind`, `about`, `calendar` (`julian`), `id` |
    /// | `facts` | `all`, a list of ids, or `{about, measure, ids, except}` |
    /// | `eras` | as `events`; drawn as bands |
    /// | `lanes` | names in order, or `{by: about}` or `{by: kind}`; without it, those of the events in the order of first use |
    /// | `icons` | `{conflict: cross}`: the mark of a kind of events (`kind`; the measure of a fact): `dot`, `square`, `diamond`, `triangle`, `cross`, `star` |
    /// | `links` | `{from: id, to: id}`, drawn as arrows |
    /// | `annotations` | `{date, text}`: remarks at a date, set slanted and without it |
    /// | `breaks` | `auto`, `none`, or periods to leave out |
    /// | `reduce` | `{period, scale}`: stretches drawn smaller, declared on the axis |
    /// | `asOf` | a date, marked on the axis |
    /// | `secondCalendar` | `julian` or `gregorian`: days are written in that calendar too |
    /// | `orientation` | `auto`, `vertical`, `horizontal` |
    /// | `labels` | `auto`, `beside`, `keyed` (numbers on the axis and a list) |
    /// | `size` | `column`, `page`, `slide`, `{width, height}` |
    /// | `sources` | ids, attributions, or `{id, text}` for events to name |
    /// | `undated` | the heading of the events without a date |
    ///
    /// - Throws: all that is wrong with the document, each with its line.
    public static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        let timeline = try TimelineReader.read(document, facts: context.facts, dataRoot: context.dataRoot)
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
