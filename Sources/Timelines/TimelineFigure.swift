import Documents
import Facts
import Figures
import SceneGraph
import Typography

/// `figure: timeline`: events on an axis of time, drawn to scale.
public enum TimelineFigure: FigureKind {
    public static let name = "timeline"

    /// Lays a timeline out.
    ///
    /// - `title`, `subtitle`, `note`, `alt`, `language`: text
    /// - `events`: a list of events and choices; or `{facts: …}`; or `{table: file.csv, columns: {date: …}, source: …}`
    /// - an event: `date` (EDTF) or `period`, `title`, `source`, `fact`, `facts`, `rank` (1 to 3), `lane`, `icon`,
    ///   `kind`, `about`, `calendar` (`julian`), `id`, `progress` (0 to 1, of a span)
    /// - `facts`: `all`, a list of ids, or `{about, measure, ids, except}`
    /// - `eras`: as `events`; drawn as bands
    /// - `lanes`: names in order, or `{by: about}` or `{by: kind}`; without it, those of the events in the order of
    ///   first use
    /// - `icons`: `{conflict: cross}`: the mark of a kind of events (`kind`; the measure of a fact): `dot`, `square`,
    ///   `diamond`, `triangle`, `cross`, `star`
    /// - `links`: `{from: id, to: id}`, drawn as arrows
    /// - `annotations`: `{date, text}`: remarks at a date, set slanted and without it
    /// - `breaks`: `auto`, `none`, or periods to leave out
    /// - `reduce`: `{period, scale}`: stretches drawn smaller, declared on the axis
    /// - `asOf`: a date, marked on the axis
    /// - `secondCalendar`: `julian`, `gregorian`, `islamic` or `hebrew`: days are written in that calendar too, and the
    ///   axis has its ticks
    /// - `ages`: `BP`, `ka`, `Ma` or `Ga`: the axis and the labels count years before the present; dates may be written
    ///   so everywhere (`66 Ma`, `145/66 Ma`)
    /// - `reverse`: `true` for the last first
    /// - `charts`: a list of `{chart: file or Vega-Lite document, height}`, drawn along the axis; their `x` is time
    /// - `orientation`: `auto`, `vertical`, `horizontal`
    /// - `labels`: `auto`, `beside`, `keyed` (numbers on the axis and a list)
    /// - `size`: `column`, `page`, `slide`, `{width, height}`
    /// - `sources`: ids, attributions, or `{id, text}` for events to name
    /// - `undated`: the heading of the events without a date
    ///
    /// - Throws: all that is wrong with the document, each with its line.
    public static func draw(_ document: Document, in context: FigureContext) throws(Diagnostics) -> DrawnFigure {
        let timeline = try TimelineReader.read(document, in: context)
        let size = context.size ?? timeline.size ?? .page
        let theme = context.theme
        var warnings: [Diagnostic] = []
        let pages: [Scene]
        do {
            let charts = try timeline.charts.enumerated().map { (index, chart) throws(Diagnostics) in
                try TimelineChart(
                    chart.chart, height: (chart.height ?? 64), name: "\(context.name)/chart[\(index)]")
            }
            let composition = TimelineComposition(
                timeline: timeline, charts: charts, size: size, theme: theme, measurer: context.measurer,
                name: context.name)
            pages = try composition.pages { path, message, advice in
                warnings.append(
                    Diagnostic(
                        message, severity: .warning, file: document.file, at: location(of: path, in: document),
                        path: path,
                        advice: advice))
            }
        } catch {
            var problems = Diagnostics()
            for var problem in error.all {
                if problem.file.isEmpty {
                    problem.file = document.file
                    problem.location = document.root["size"]?.location
                }
                problems.add(problem)
            }
            throw problems
        }
        guard let first = pages.first else {
            throw Diagnostics([Diagnostic("a timeline without a page", cause: .internalError)])
        }
        return DrawnFigure(
            scene: first, furtherPages: Array(pages.dropFirst()), title: timeline.title, subtitle: timeline.subtitle,
            facts: timeline.facts, sources: timeline.sources, warnings: warnings)
    }

    /// Where `breaks[1]` or `size` stands in the document.
    private static func location(of path: String, in document: Document) -> SourceLocation? {
        let steps = path.split { "[].".contains($0) }
        guard let key = steps.first, let node = document.root[String(key)] else { return nil }
        guard steps.count > 1, let index = Int(steps[1]), let items = node.array, items.indices.contains(index) else {
            return node.location
        }
        return items[index].location
    }
}
