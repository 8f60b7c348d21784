import Documents
import Tables

/// `filter`: the rows for which a condition holds.
public struct FilterTransform: Transform {
    public static let key = "filter"
    public static let properties = ["filter"]

    public var predicate: Predicate

    public init(_ predicate: Predicate) { self.predicate = predicate }

    public init(_ reader: inout TransformReader) {
        var problems = Diagnostics()
        predicate =
            reader["filter"].map { Predicate($0, path: reader.path + ".filter", diagnostics: &problems) } ?? .invalid
        reader.add(problems)
    }

    public func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        table.rows(try predicate.rows(of: table, in: context))
    }
}
