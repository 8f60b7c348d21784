import Documents
import Facts
import Tables

/// The rows of a thematic layer, read and chosen.
struct LayerTable: Sendable {
    var table: Table
    /// Position in the file, from 0, of each row that was chosen.
    var positions: [Int]
    /// Id of each row's fact; empty where the rows are no facts.
    var facts: [String] = []
    var source: ValueSource

    var rowCount: Int { positions.count }

    /// `row 3 of ages.csv`, rows counted from 1 without the header.
    func rowName(_ row: Int) -> String {
        facts.isEmpty ? "row \(positions[row] + 1) of \(source.name)" : "the fact `\(facts[row])`"
    }

    /// The words of a column, each once, as they come; fields without any are one too.
    func words(_ column: Table.Column) -> [String] {
        var known: Set<String> = []
        return (0..<rowCount).map { text($0, column) }.filter { known.insert($0).inserted }
    }

    /// Some of its rows, by their places.
    fileprivate func choosing(_ rows: [Int]) -> LayerTable {
        var chosen = self
        chosen.positions = rows
        guard rows.count < table.rowCount else { return chosen }
        chosen.table = table.rows(rows)
        if !facts.isEmpty { chosen.facts = rows.map { facts[$0] } }
        return chosen
    }

    /// The text of a field without the spaces around it; empty where there is none.
    func text(_ row: Int, _ column: Table.Column) -> String { trimmed(column[row].isNull ? "" : column[row].asText) }
}

extension LayerTable {
    /// Facts as rows.
    fileprivate init(_ chosen: [Fact], source: ValueSource) {
        let rows = chosen.map { fact in
            var fields = [
                DataValue.Field("id", .string(fact.id)), .init("about", .string(fact.about)),
                .init("measure", .string(fact.measure)), .init("unit", fact.unit.map { .string($0) } ?? .null),
            ]
            let value: DataValue =
                fact.value?.number.map { .number($0) } ?? fact.value?.word.map { .string($0) } ?? .null
            fields.append(.init("value", value))
            return fields
        }
        self.init(table: Table(rows: rows), positions: [], facts: chosen.map(\.id), source: source)
    }
}

private func trimmed(_ text: String) -> String {
    guard text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false else { return text }
    var rest = text[...]
    while rest.first?.isWhitespace ?? false { rest.removeFirst() }
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return String(rest)
}

extension MapCanvas {
    /// The rows of a layer, of this panel where there are several; nil, and the problems kept, where they cannot be
    /// had.
    mutating func table(_ source: ValueSource) -> LayerTable? { table(source, of: panel) }

    /// - Parameter panel: nil for the rows of all panels.
    mutating func table(_ source: ValueSource, of panel: Panel?) -> LayerTable? {
        guard let whole = whole(source) else { return nil }
        var rows = Array(0..<whole.table.rowCount)
        for condition in source.conditions {
            guard let column = whole.table.column(condition.column) else {
                addUnknownColumn(
                    ColumnName(text: condition.column, location: condition.value.location, path: condition.path), whole
                )
                return nil
            }
            let wanted = DataValue(condition.value).asText
            rows = rows.filter { column[$0].asText == wanted }
        }
        if let panel, let column = whole.table.column(panel.field) {
            rows = rows.filter { whole.text($0, column) == panel.value }
            // A panel may have no rows of one of its layers.
            if rows.isEmpty { return whole.choosing([]) }
        }
        guard !rows.isEmpty else {
            problems.add(
                Diagnostic(
                    source.conditions.isEmpty
                        ? "\(source.name) has no rows" : "no row of \(source.name) is as `where` asks", file: file,
                    at: source.conditions.first?.value.location ?? source.location,
                    path: source.conditions.first?.path ?? source.path))
            return nil
        }
        return whole.choosing(rows)
    }

    /// All rows of a source, none chosen.
    private mutating func whole(_ source: ValueSource) -> LayerTable? {
        switch source.rows {
        case .inline(let node): return LayerTable(table: Table(node), positions: [], source: source)
        case .facts(let node):
            do throws(Diagnostics) {
                let chosen = try context.facts.select(node, file: file, path: source.path)
                return LayerTable(chosen, source: source)
            } catch {
                problems.add(error)
                return nil
            }
        case .file(let named):
            do throws(Diagnostics) {
                return LayerTable(table: try library.table(named, of: source), positions: [], source: source)
            } catch {
                for var problem in error.all {
                    // The map's file is what the user is told of; the place in the table follows it.
                    let place = problem.location.map { ":\($0.line)" } ?? ""
                    problem.message = "`\(named.file)\(place)`: \(problem.message)"
                    problem.file = file
                    problem.location = source.location
                    problem.path = source.path
                    problems.add(problem)
                }
                return nil
            }
        }
    }

    /// A column by name; nil, with an error that lists the nearest, where the table has none.
    mutating func column(_ name: ColumnName?, in table: LayerTable) -> Table.Column? {
        guard let name else { return nil }
        if let column = table.table.column(name.text) { return column }
        addUnknownColumn(name, table)
        return nil
    }

    private mutating func addUnknownColumn(_ name: ColumnName, _ table: LayerTable) {
        let known = table.table.names
        problems.add(
            Diagnostic(
                "\(table.source.name) has no column `\(name.text)`", file: file, at: name.location, path: name.path,
                advice: suggestion(for: name.text, among: known).map { "did you mean `\($0)`?" }
                    ?? "its columns: " + known.joined(separator: ", ")))
    }

    /// The numbers of a column; nil where a row has none. What is neither is an error.
    mutating func numbers(_ column: Table.Column, _ name: ColumnName, in table: LayerTable) -> [Double?] {
        var reading = TableReading()
        reading.types = [name.text: .number]
        var bare = Table(rowCount: table.rowCount)
        bare.set(name.text, column)
        var problems = Diagnostics()
        var values = [Double?](repeating: nil, count: table.rowCount)
        do throws(Diagnostics) {
            let read = try table.source.typed(bare, as: reading)
            problems = read.notes
            if let numbers = read.table.column(name.text)?.numbers {
                values = numbers.map { $0.isFinite ? $0 : nil }
            }
        } catch {
            problems = error
        }
        for var problem in problems.all where problem.severity != .note {
            problem.message = "\(table.source.name): \(problem.message)"
            problem.file = file
            problem.location = name.location
            problem.path = name.path
            self.problems.add(problem)
        }
        return values
    }
}
