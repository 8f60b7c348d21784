import Documents
import Expressions
import Formats
import Tables

/// What a filter asks of a row: an expression, a comparison of a field, a selection, or several of these with `and`,
/// `or`, `not` (https://vega.github.io/vega-lite/docs/predicate.html).
package indirect enum Predicate: Sendable {
    case expression(Expression)
    case field(FieldPredicate)
    /// Whether the row is in a selection; `empty` is the answer where nothing is selected.
    case parameter(String, empty: Bool)
    case and([Predicate])
    case or([Predicate])
    case not(Predicate)
    /// What could not be read; its error has been told.
    case invalid

    /// The rows of a table that it holds for.
    package func rows(of table: Table, in context: TransformContext) throws(Diagnostic) -> [Int] {
        let flags = try flags(over: table, in: context)
        return flags.indices.filter { flags[$0] }
    }

    /// Whether it holds, for each row.
    package func flags(over table: Table, in context: TransformContext) throws(Diagnostic) -> [Bool] {
        switch self {
        case .expression(let expression):
            var flags = [Bool](repeating: false, count: table.rowCount)
            for row in try expression.rows(of: table, in: context.environment) { flags[row] = true }
            return flags
        case .field(let predicate):
            let test = try predicate.test(in: context.environment)
            let column = try table.column(for: predicate.field)
            if predicate.comparesMoments, case .strings = column.storage {
                return column.moments.map { test(.number($0)) }
            }
            return (0..<table.rowCount).map { test(column[$0]) }
        case .parameter(let name, let empty):
            guard let selection = context.selections[name], !selection.isEmpty else {
                if case .boolean(let flag)? = context.environment.values[name] {
                    return Array(repeating: flag, count: table.rowCount)
                }
                return Array(repeating: empty, count: table.rowCount)
            }
            return selection.test(table)
        case .and(let parts):
            var flags = [Bool](repeating: true, count: table.rowCount)
            for part in parts {
                let own = try part.flags(over: table, in: context)
                for row in flags.indices where !own[row] { flags[row] = false }
            }
            return flags
        case .or(let parts):
            var flags = [Bool](repeating: false, count: table.rowCount)
            for part in parts {
                let own = try part.flags(over: table, in: context)
                for row in flags.indices where own[row] { flags[row] = true }
            }
            return flags
        case .not(let inner): return try inner.flags(over: table, in: context).map { !$0 }
        case .invalid: return Array(repeating: true, count: table.rowCount)
        }
    }

    /// Whether it holds for one `datum`.
    package func isTrue(datum: DataValue, in context: TransformContext) throws(Diagnostic) -> Bool {
        switch self {
        case .expression(let expression): return try expression.isTrue(datum: datum, in: context.environment)
        case .field(let predicate):
            return try predicate.test(in: context.environment)(
                datum[predicate.field] ?? FieldPath(predicate.field).value(in: datum))
        case .parameter(let name, let empty):
            guard let selection = context.selections[name], !selection.isEmpty else {
                if case .boolean(let flag)? = context.environment.values[name] { return flag }
                return empty
            }
            return selection.test(Table(rows: [datum.object ?? []])).first ?? false
        case .and(let parts):
            for part in parts where !(try part.isTrue(datum: datum, in: context)) { return false }
            return true
        case .or(let parts):
            for part in parts where try part.isTrue(datum: datum, in: context) { return true }
            return false
        case .not(let inner): return !(try inner.isTrue(datum: datum, in: context))
        case .invalid: return true
        }
    }
}
