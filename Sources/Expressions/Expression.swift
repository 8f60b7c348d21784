import Documents
import Tables

/// An expression in Vega's language (https://vega.github.io/vega/docs/expressions/), read once and evaluated over rows.
///
/// JavaScript's rules for coercion, `==`, `+`, truth and NaN hold. Dates are in UTC, and become numbers in a table. A
/// missing member of a row that the table has a column for is null. There are no loops in the language, functions that
/// could make much out of little are bounded, and regular expressions take linear time: no expression hangs.
package struct Expression: Sendable {
    package let text: String
    let syntax: ExpressionSyntax

    /// - Throws: a diagnostic without a place; the caller adds where the text stands.
    package init(_ text: String) throws(Diagnostic) {
        self.text = text
        do {
            syntax = try ExpressionParser.parse(text)
            try ExpressionCompiler.check(syntax)
        } catch {
            throw error.diagnostic(in: text)
        }
    }

    /// Every function of Vega's language, in the order of the alphabet.
    package static var functionNames: [String] {
        ExpressionFunctions.all.keys.filter { FactFunctions.all[$0] == nil }.sorted()
    }

    /// The names that follow `datum` in it.
    package var fields: [String] {
        var found: [String] = []
        ExpressionCompiler.visit(syntax) { node in
            if case .member(.name("datum", _), .literal(.string(let name))) = node, !found.contains(name) {
                found.append(name)
            }
        }
        return found
    }

    /// Whether it uses `datum` in any other way than by a member's name, so that `fields` does not tell all it reads.
    package var usesWholeDatum: Bool {
        var whole = 0, byName = 0
        ExpressionCompiler.visit(syntax) { node in
            if case .name("datum", _) = node { whole += 1 }
            if case .member(.name("datum", _), .literal(.string)) = node { byName += 1 }
        }
        return whole > byName
    }

    /// The names it uses besides `datum`: parameters and constants.
    package var names: [String] {
        var found: [String] = []
        ExpressionCompiler.visit(syntax) { node in
            if case .name(let name, _) = node, name != "datum", !found.contains(name) { found.append(name) }
        }
        return found
    }

    /// Its value for each row of a table.
    package func values(over table: Table, in environment: ExpressionEnvironment) throws(Diagnostic) -> [DataValue] {
        try run(table, environment) { evaluate, frame in
            var values: [DataValue] = []
            values.reserveCapacity(table.rowCount)
            for row in 0..<table.rowCount {
                frame.row = row
                values.append(try evaluate(frame).data)
            }
            return values
        }
    }

    /// Its value for each row of a table, as a column that remembers whether they are dates.
    package func column(over table: Table, in environment: ExpressionEnvironment) throws(Diagnostic) -> Table.Column {
        try run(table, environment) { evaluate, frame in
            var values: [DataValue] = []
            values.reserveCapacity(table.rowCount)
            var (dates, others) = (0, 0)
            for row in 0..<table.rowCount {
                frame.row = row
                let value = try evaluate(frame)
                if case .moment = value { dates += 1 } else if !value.isNullish { others += 1 }
                values.append(value.data)
            }
            var column = Table.Column(values)
            if dates > 0, others == 0, case .numbers = column.storage { column.isTime = true }
            return column
        }
    }

    /// The rows of a table for which it is true.
    package func rows(of table: Table, in environment: ExpressionEnvironment) throws(Diagnostic) -> [Int] {
        try run(table, environment) { evaluate, frame in
            var rows: [Int] = []
            for row in 0..<table.rowCount {
                frame.row = row
                if try evaluate(frame).truth { rows.append(row) }
            }
            return rows
        }
    }

    /// Its value for one `datum`.
    package func value(
        datum: DataValue = .null, in environment: ExpressionEnvironment
    ) throws(Diagnostic) -> DataValue {
        try run(nil, environment) { evaluate, frame in
            frame.datum = ExpressionValue(datum)
            return try evaluate(frame).data
        }
    }

    /// Whether it is true for one `datum`.
    package func isTrue(datum: DataValue = .null, in environment: ExpressionEnvironment) throws(Diagnostic) -> Bool {
        try run(nil, environment) { evaluate, frame in
            frame.datum = ExpressionValue(datum)
            return try evaluate(frame).truth
        }
    }

    private func run<Result>(
        _ table: Table?, _ environment: ExpressionEnvironment,
        _ body: (ExpressionEvaluator, ExpressionFrame) throws -> Result
    ) throws(Diagnostic) -> Result {
        do {
            var compiler = ExpressionCompiler(table: table, environment: environment)
            let evaluate = try compiler.compile(syntax)
            return try body(evaluate, ExpressionFrame(table: table, environment: environment))
        } catch let problem as ExpressionProblem {
            throw problem.diagnostic(in: text)
        } catch let problem as Diagnostic {
            throw problem
        } catch {
            throw Diagnostic("\(error)")
        }
    }
}
