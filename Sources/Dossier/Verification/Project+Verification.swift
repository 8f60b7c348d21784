import Documents
import Facts
import Files
import Geography
import Tables

/// What came of checking one source.
public struct SourceCheck: Sendable {
    public var source: Source
    /// How many of its facts were found, and how many there are.
    public var found = 0
    public var count = 0
    public var problems: [Diagnostic] = []
    /// Why some or all of its facts could not be checked; nil where all were.
    public var reason: String?

    /// One line: `wani-essay: 110 of 112 found`.
    public var summary: String {
        let text = "\(source.id): \(found) of \(count) found"
        return reason.map { "\(text); \($0)" } ?? text
    }
}

extension Project {
    /// Checks facts against every source that the project holds or can derive: a text at the source's `path`, tables in
    /// `Data/tables`, borders measured on `Data/geo`.
    ///
    /// - Parameter texts: texts of sources that are held elsewhere, by file name.
    public func verified(
        _ facts: FactBase, texts: [(file: String, contents: [UInt8])] = []
    ) throws(Diagnostics) -> [SourceCheck] {
        var byText: [String: Verification] = [:]
        for text in texts {
            let verification = try facts.verify(text.contents, file: text.file)
            byText[verification.source.id] = verification
        }
        var cells = HeldCells(project: self)
        return facts.sources.map { source in
            check(source, facts, text: byText[source.id], &cells)
        }
    }

    private func check(
        _ source: Source, _ facts: FactBase, text: Verification?, _ cells: inout HeldCells
    ) -> SourceCheck {
        let own = facts.facts.filter { $0.source == source.id && !$0.isDerived }
        var check = SourceCheck(source: source, count: own.count)
        var verification = text
        if verification == nil, let path = source.path, let dataFolder,
            let contents = try? DataRoot(dataFolder).read(path), HeldCells.isText(path)
        {
            verification = try? facts.verify(contents, file: FilePath.join(dataFolder, path), source: source.id)
        }
        check.problems += verification?.textProblems ?? []
        var unchecked: [String] = []
        for fact in own {
            let held = fact.locators.filter { $0.cell != nil || $0.border != nil }
            if !held.isEmpty {
                let problems = held.flatMap { cells.problems(of: fact, at: $0) }
                check.problems += problems
                if problems.isEmpty { check.found += 1 }
            } else if let entry = verification?.entries.first(where: { $0.fact.id == fact.id }) {
                check.problems += entry.problems
                if entry.problems.isEmpty { check.found += 1 }
            } else {
                unchecked.append(fact.id)
            }
        }
        if !unchecked.isEmpty {
            let names = unchecked.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
            let more = unchecked.count > 3 ? " and \(unchecked.count - 3) more" : ""
            check.reason =
                verification == nil && held(source) == nil
                ? "its text is not held here, so \(names)\(more) cannot be checked: name it with --source"
                : "\(names)\(more) cannot be checked: their locators name no paragraph, cell or border"
        }
        return check
    }

    private func held(_ source: Source) -> String? { source.path }
}

/// The tables and maps that a project holds, read as facts ask for them.
struct HeldCells {
    private let project: Project
    private var tables: [String: Table?] = [:]
    private var borders: [Locator.Border: Double?] = [:]

    init(project: Project) { self.project = project }

    static func isText(_ path: String) -> Bool { [".txt", ".md"].contains { path.hasSuffix($0) } }

    mutating func problems(of fact: Fact, at locator: Locator) -> [Diagnostic] {
        func differs(_ message: String, _ advice: String? = nil) -> [Diagnostic] {
            [
                Diagnostic(
                    message, cause: .difference, file: fact.file, at: fact.location, path: "\(fact.id).value",
                    advice: advice)
            ]
        }
        if let border = locator.border {
            guard let length = length(of: border) else {
                return differs("no map `\(border.map)` with \(border.between.joined(separator: " and ")) is held here")
            }
            guard fact.unit == "km" else {
                return differs("a border is measured in km, not in \(fact.unit ?? "nothing")")
            }
            let value = fact.value?.number ?? .infinity
            guard (length - value).magnitude >= 0.5 else { return [] }
            return differs("the border measures \(length.rounded()) km on the map, not \(fact.written(.full))")
        }
        guard let cell = locator.cell else { return [] }
        guard let table = table(cell.table) else {
            return differs("the project has no table `\(cell.table)`", "tables stand in Data/tables")
        }
        guard let names = table.columns.first, let column = table.column(cell.column) else {
            return differs("the table `\(cell.table)` has no column `\(cell.column)`")
        }
        guard let row = (0..<table.rowCount).first(where: { names[$0].asText == cell.row }) else {
            return differs("the table `\(cell.table)` has no row `\(cell.row)`")
        }
        return compare(fact, cell, column[row], differs)
    }

    private func compare(
        _ fact: Fact, _ cell: Locator.Cell, _ value: DataValue, _ differs: (String, String?) -> [Diagnostic]
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let place = "row `\(cell.row)`, column `\(cell.column)` of `\(cell.table)`"
        switch (fact.value, value) {
        case (.number(let number)?, .number(let held)):
            if (number - held).magnitude > held.magnitude * 1e-9 {
                found += differs("\(place) holds \(NumberWriting.javaScript(held)), not \(fact.written(.full))", nil)
            }
        case (.word(let word)?, .string(let held)):
            if word != held { found += differs("\(place) holds “\(held)”, not “\(word)”", nil) }
        default: found += differs("\(place) holds no such value", nil)
        }
        // The row and the column are what the fact is about and what it measures, by their names.
        let name = cell.row.split(whereSeparator: { !$0.isLetter }).first.map(String.init) ?? cell.row
        if !fact.about.contains(name) {
            found += differs("\(place) is of \(cell.row), and the fact is about \(fact.about)", nil)
        }
        if !fact.title.contains(name) {
            found += differs("\(place) is of \(cell.row), and the title does not name it", nil)
        }
        if fact.measure != cell.column, cell.column == "area" || fact.measure.hasSuffix("area") {
            found += differs("\(place) is the \(cell.column), and the fact is the \(fact.measure)", nil)
        }
        if let unit = HeldCells.units[cell.column], unit != fact.unit {
            found += differs("the column `\(cell.column)` is in \(unit), not in \(fact.unit ?? "no unit")", nil)
        }
        if fact.qualifier != .exact { found += differs("\(place) is not hedged, and the fact is", nil) }
        if !fact.date.isUndated, fact.date.years.map({ $0.count == 1 }) ?? false, cell.column != fact.date.text {
            found += differs("\(place) gives no date, and the fact is of \(fact.date.wording)", nil)
        }
        return found
    }

    /// Units that columns of held tables are in, by their names.
    private static let units = ["area": "km²", "land area": "km²", "border": "km"]

    // MARK: Reading

    private mutating func table(_ name: String) -> Table? {
        if let known = tables[name] { return known }
        var read: Table?
        if let dataFolder = project.dataFolder, let contents = try? DataRoot(dataFolder).read("tables/\(name).csv") {
            read = try? DelimitedText().read(contents, file: "\(name).csv")
        }
        tables[name] = read
        return read
    }

    private mutating func length(of border: Locator.Border) -> Double? {
        if let known = borders[border] { return known }
        var measured: Double?
        if let geodata = project.geodata, let contents = try? geodata.read("\(border.map).topo.json"),
            let topology = try? Topology(contents: contents, file: border.map), let layer = topology.layers.first
        {
            let members = border.between.compactMap { code in
                layer.members.firstIndex { $0.properties["iso_a3"]?.string == code }
            }
            if members.count == 2 {
                let line = topology.border(between: members[0], and: members[1], in: layer)
                if !line.isEmpty { measured = Geodesic.length(of: line) / 1000 }
            }
        }
        borders[border] = measured
        return measured
    }
}
