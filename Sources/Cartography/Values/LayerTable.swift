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

    /// The text of a field without the spaces around it; empty where there is none.
    func text(_ row: Int, _ column: Table.Column) -> String { trimmed(column[row].isNull ? "" : column[row].asText) }
}

private func trimmed(_ text: String) -> String {
    guard text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false else { return text }
    var rest = text[...]
    while rest.first?.isWhitespace ?? false { rest.removeFirst() }
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return String(rest)
}

extension MapCanvas {
    /// Reads a layer's table; nil, and the problems kept, where it cannot be.
    mutating func table(_ source: ValueSource) -> LayerTable? {
        var result: LayerTable
        switch source.rows {
        case .inline(let node): result = LayerTable(table: Table(node), positions: [], source: source)
        case .facts(let node):
            let chosen: [Fact]
            do throws(Diagnostics) {
                chosen = try context.facts.select(node, file: file, path: source.path)
            } catch {
                problems.add(error)
                return nil
            }
            result = LayerTable(
                table: Table(
                    rows: chosen.map { fact in
                        var fields = [
                            DataValue.Field("id", .string(fact.id)), .init("about", .string(fact.about)),
                            .init("measure", .string(fact.measure)),
                            .init("unit", fact.unit.map { .string($0) } ?? .null),
                        ]
                        let value: DataValue =
                            fact.value?.number.map { .number($0) } ?? fact.value?.word.map { .string($0) } ?? .null
                        fields.append(.init("value", value))
                        return fields
                    }), positions: [], facts: chosen.map(\.id), source: source)
        case .file(let named):
            do throws(Diagnostics) {
                let read = try named.read(in: context.dataRoot)
                result = LayerTable(table: read.table, positions: [], source: source)
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
        let table = result.table
        var rows = Array(0..<table.rowCount)
        for condition in source.conditions {
            guard let column = table.column(condition.column) else {
                addUnknownColumn(
                    ColumnName(text: condition.column, location: condition.value.location, path: condition.path), result
                )
                return nil
            }
            let wanted = DataValue(condition.value).asText
            rows = rows.filter { column[$0].asText == wanted }
        }
        if let panel, let column = table.column(panel.field) {
            rows = rows.filter { trimmed(column[$0].isNull ? "" : column[$0].asText) == panel.value }
            if rows.isEmpty {
                result.table = table.rows([])
                return result
            }
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
        result.positions = rows
        if rows.count < table.rowCount { result.table = table.rows(rows) }
        return result
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
