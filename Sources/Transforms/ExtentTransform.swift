import Documents
import Tables

/// `extent`: the least and greatest number of a field, as a parameter.
package struct ExtentTransform: Transform {
    package static let key = "extent"

    package var field: String
    package var parameter: String

    package init(_ field: String, as parameter: String) {
        self.field = field
        self.parameter = parameter
    }

    package init(_ reader: inout DocumentReader) {
        field = reader.required("extent")
        parameter = reader.required("param", naming: "the new parameter")
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let numbers = try table.column(for: field).numbers.filter { !$0.isNaN }
        context.environment.values[parameter] = .array([
            numbers.min().map { .number($0) } ?? .null, numbers.max().map { .number($0) } ?? .null,
        ])
        return table
    }
}
