import Documents
import Tables

/// `filter`: the rows for which a condition holds.
package struct FilterTransform: Transform {
    package static let key = "filter"
    package static let properties = ["filter"]

    package var predicate: Predicate

    package init(_ predicate: Predicate) { self.predicate = predicate }

    package init(_ reader: inout TransformReader) {
        var problems = Diagnostics()
        predicate =
            reader["filter"].map { Predicate($0, path: reader.path + ".filter", diagnostics: &problems) } ?? .invalid
        reader.add(problems)
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        table.rows(try predicate.rows(of: table, in: context))
    }
}
