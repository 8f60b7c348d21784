import Documents
import Formats
import Markdown
import SceneGraph
import Tables
import Typography

/// A table from a file: `![Growth by country](tables/gdp.csv){columns="country, growth" bars=growth source=imf}`.
struct DataTableBlock: ReportBlock {
    var table: ReportTable
    var label: BlockLabel
    var source: [StyledRun]
    var place: SourceLocation

    static let keys = ["columns", "bars", "colours", "colors", "source", "sources", "rows"]

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .paragraph(let inlines) = block.content, let image = Report.figure(in: inlines),
            ReportImages.kind(of: image.address) == .table
        else { return nil }
        let entry = resolver.image(image.address)
        _ = resolver.nextTable()
        let data: Table
        do throws(Diagnostics) { data = try resolver.context.table(image.address) } catch {
            for problem in error.all {
                var problem = problem
                if problem.file.isEmpty || problem.location == nil {
                    (problem.file, problem.location, problem.path) = (
                        resolver.report.document.file, block.location, image.address
                    )
                }
                resolver.inlines.problems.add(problem)
            }
            return NothingBlock()
        }
        var reader = DataTableReader(data, attributes: image.attributes, style: resolver.type.body)
        let table = reader.table(resolver.context.theme)
        for problem in reader.problems { resolver.problem(problem.message, at: block.location, advice: problem.advice) }
        let caption = resolver.runs(image.caption)
        return DataTableBlock(
            table: table, label: BlockLabel(entry: entry, words: resolver.words, caption: caption),
            source: sourceLine(image.attributes, at: block.location, &resolver), place: block.location)
    }

    /// `Source: …`, written from the sources that the attribute names.
    private static func sourceLine(
        _ attributes: [String: String], at place: SourceLocation, _ resolver: inout BlockResolver
    ) -> [StyledRun] {
        let names = (attributes["source"] ?? attributes["sources"] ?? "").split(separator: ",").map {
            String($0).trimmed
        }
        var runs: [StyledRun] = []
        for name in names {
            guard let source = resolver.context.facts.source(name) else {
                resolver.problem(
                    "no source has the id `\(name)`", at: place, advice: "sources stand in Data/sources.yaml")
                continue
            }
            resolver.citedSources.append(name)
            var style = resolver.type.body
            style.target = .destination(FactPlaces.source(name))
            let before = runs.isEmpty ? resolver.words.page.source + resolver.words.colon : "; "
            runs += [
                StyledRun(text: before, style: resolver.type.body), StyledRun(text: source.attribution, style: style),
            ]
        }
        return runs
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        table.set(in: &composer, at: place, label: label, source: source, location: self.place)
    }

    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry] {
        let caption = label.caption.map(\.text).joined()
        let title = caption.isEmpty ? label.text : caption
        return scenes.table(
            table, title: title, source: source.map(\.text).joined(), name: label.entry.destination
        ).map { .page(title: title, $0, name: $0.root.id) }
    }

    func html(in page: inout HTMLPage) -> String { table.html(in: &page, label: label, source: source) }
}

/// From a file's table, and what the author says of it, to one that is set.
struct DataTableReader {
    let data: Table
    let attributes: [String: String]
    let style: TextStyle
    private(set) var problems: [(message: String, advice: String?)] = []

    init(_ data: Table, attributes: [String: String], style: TextStyle) {
        (self.data, self.attributes, self.style) = (data, attributes, style)
    }

    mutating func table(_ theme: Theme) -> ReportTable {
        for key in attributes.keys.sorted() where !DataTableBlock.keys.contains(key) && key != "." && key != "#" {
            problems.append(
                (
                    "a table has no `\(key)`",
                    suggestion(for: key, among: DataTableBlock.keys).map { "did you mean `\($0)`?" }
                        ?? "known: " + DataTableBlock.keys.joined(separator: ", ")
                ))
        }
        let names = attributes["columns"].map { columns($0, "columns") } ?? data.names
        let most = attributes["rows"].flatMap { Int($0) } ?? data.rowCount
        let rows = (0..<min(most, data.rowCount)).map { row in
            names.map { name -> [StyledRun] in
                let text = DataTableReader.text(data.column(name)?[row] ?? .null)
                return text.isEmpty ? [] : [StyledRun(text: text, style: style)]
            }
        }
        var table = ReportTable(
            header: names.map { head($0, theme) }, rows: rows, alignments: names.map { _ in .start })
        table.alignNumbers(where: names.map { _ in true })
        for name in columns(attributes["bars"] ?? "", "bars") { mark(name, names, &table) { bars($0) } }
        for name in columns(attributes["colours"] ?? attributes["colors"] ?? "", "colours") {
            mark(name, names, &table) { tints($0, theme) }
        }
        return table
    }

    private mutating func columns(_ list: String, _ key: String) -> [String] {
        list.split(separator: ",").compactMap { part -> String? in
            let name = String(part).trimmed
            if data.names.contains(name) { return name }
            problems.append(
                (
                    "the table has no column `\(name)` (`\(key)`)",
                    suggestion(for: name, among: data.names).map { "did you mean `\($0)`?" }
                        ?? "its columns: " + data.names.joined(separator: ", ")
                ))
            return nil
        }
    }

    /// A unit in brackets stands below the name, lighter.
    private func head(_ name: String, _ theme: Theme) -> [StyledRun] {
        guard name.hasSuffix(")"), let start = name.lastIndex(of: "("), start > name.startIndex else {
            return [StyledRun(text: name, style: style)]
        }
        var unit = style
        unit.color = theme.mutedInk
        let words = String(name[..<start]).trimmed
        return [
            StyledRun(text: words + "\n", style: style),
            StyledRun(text: String(name[name.index(after: start)...].dropLast()), style: unit),
        ]
    }

    private func mark(
        _ name: String, _ names: [String], _ table: inout ReportTable,
        _ marks: ([Int: Double]) -> [Int: ReportTable.Mark]
    ) {
        guard let column = names.firstIndex(of: name) else { return }
        var values: [Int: Double] = [:]
        for (row, cells) in table.rows.enumerated() {
            if let number = TableNumber(TableNumber.text(of: cells[column])) { values[row] = number.value }
        }
        table.marks[column] = marks(values)
    }

    /// From zero, as long as the numbers are large.
    private func bars(_ values: [Int: Double]) -> [Int: ReportTable.Mark] {
        let (low, high) = (min(0, values.values.min() ?? 0), max(0, values.values.max() ?? 0))
        guard high > low else { return [:] }
        return values.mapValues { .bar(base: -low / (high - low), end: ($0 - low) / (high - low)) }
    }

    /// The larger the number, the deeper the ground; text on it keeps its contrast.
    private func tints(_ values: [Int: Double], _ theme: Theme) -> [Int: ReportTable.Mark] {
        guard let low = values.values.min(), let high = values.values.max(), high > low else { return [:] }
        return values.mapValues { value in
            .tint(
                theme.categories.first.map { $0.over(theme.background, 0.42 * (value - low) / (high - low)) }
                    ?? theme.grid)
        }
    }

    /// Numbers in groups of three; text as it is.
    private static func text(_ value: DataValue) -> String {
        switch value {
        case .null: return ""
        case .string(let text):
            guard TableNumber(text) != nil, !text.contains(","), let number = Double(text), abs(number) >= 10_000 else {
                return text.hasPrefix("-") && TableNumber(text) != nil ? "−" + text.dropFirst() : text
            }
            return grouped(text)
        case .number(let number):
            return grouped(number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number))
        case .boolean(let isTrue): return isTrue ? "yes" : "no"
        default: return ""
        }
    }

    private static func grouped(_ text: String) -> String {
        let isNegative = text.hasPrefix("-")
        let body = isNegative ? text.dropFirst() : text[...]
        let whole = body.prefix { $0 != "." }
        guard whole.count > 4 else { return (isNegative ? "−" : "") + body }
        var groups: [Substring] = []
        var rest = whole
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return (isNegative ? "−" : "") + ([rest] + groups).joined(separator: ",") + body.dropFirst(whole.count)
    }
}

extension Color {
    /// So much of it over another.
    func over(_ ground: Color, _ part: Double) -> Color {
        Color(
            red: red * part + ground.red * (1 - part), green: green * part + ground.green * (1 - part),
            blue: blue * part + ground.blue * (1 - part))
    }
}
