import Geography
import Scales
import Expressions
import Transforms
import Tables

/// What of Vega-Lite is drawn, as the code's own registries have it: the table of the README, and `dossier charts`.
public enum ChartSupport {
    /// Where the table stands in a file, between two comments.
    public static let (begin, end) = ("<!-- charts: written by `dossier charts --update` -->", "<!-- charts: end -->")

    /// A Markdown table of what is drawn, and one of what is not.
    public static var markdown: String {
        var lines = ["| | drawn |", "|---|---|"]
        for (subject, names) in drawn {
            lines.append("| \(subject) | \(names.map { "`\($0)`" }.joined(separator: ", ")) |")
        }
        lines += ["", "| not drawn | what becomes of it |", "|---|---|"]
        for group in Coverage.all where !group.undrawn.isEmpty {
            let names = group.undrawn.map { "`\($0)`" }.joined(separator: ", ")
            lines.append("| of \(group.noun): \(names) | a warning that names it |")
        }
        let idle = Coverage.all.flatMap(\.idle)
        let names = idle.indices.filter { idle.firstIndex(of: idle[$0]) == $0 }.map { "`\(idle[$0])`" }
        lines.append("| \(names.joined(separator: ", ")) | nothing: they are of a page on a screen |")
        let channels = Channel.allCases.filter(\.isIdle).map { "`\($0.rawValue)`" }
        lines.append(
            "| the channels \(channels.joined(separator: ", ")) | their fields part the rows of an aggregate, "
                + "nothing else |"
        )
        lines.append("| selections, and parameters bound to inputs | the picture of their initial values |")
        lines.append("| data at a network address | an error: nothing is fetched |")
        return lines.joined(separator: "\n") + "\n"
    }

    /// A file's text with the table anew between its two comments; nil where it does not have them.
    public static func updating(_ text: String) -> String? {
        guard let start = text.firstRange(of: begin), let stop = text[start.upperBound...].firstRange(of: end) else {
            return nil
        }
        return text[..<start.upperBound] + "\n\n" + markdown + "\n" + text[stop.lowerBound...]
    }

    private static var drawn: [(subject: String, names: [String])] {
        [
            ("marks", MarkRegistry.names + CompositeMark.names),
            ("channels", Channel.allCases.filter { !$0.isIdle }.map(\.rawValue)),
            ("types of fields", MeasurementType.allCases.map(\.rawValue)),
            ("views", ["layer", "facet", "row", "column", "repeat", "concat", "hconcat", "vconcat", "resolve"]),
            ("data", DataLoader.properties.filter { $0 != "format" }),
            ("formats of data", TableFormats.names),
            ("transforms", TransformRegistry.all.map { $0.key }.sorted()),
            ("aggregates", AggregateOperation.allCases.map(\.rawValue)),
            ("of windows", WindowOperation.allCases.map(\.rawValue)),
            ("time units, and their combinations", TimeUnitName.all),
            ("scales", ScaleType.allCases.map(\.rawValue)),
            ("colour schemes", ColorScheme.names),
            ("interpolations", Interpolation.allCases.map(\.rawValue)),
            ("shapes, besides SVG paths", SymbolShape.allCases.map(\.rawValue)),
            ("projections", ProjectionKind.all.map(\.name)),
            ("functions of expressions", Expression.functionNames),
        ]
    }
}
