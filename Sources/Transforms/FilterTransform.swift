import Documents
import Tables

/// `filter`: the rows for which a condition holds.
package struct FilterTransform: Transform {
    package static let key = "filter"

    package var predicate: Predicate

    package init(_ predicate: Predicate) { self.predicate = predicate }

    package init(_ reader: inout DocumentReader) {
        predicate = Predicate.read("filter", of: &reader) ?? .invalid
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        table.rows(try predicate.rows(of: table, in: context))
    }
}
