import Documents
import Tables

/// `extent`: the least and greatest number of a field, as a parameter.
public struct ExtentTransform: Transform {
    public static let key = "extent"
    public static let properties = ["extent", "param"]

    public var field: String
    public var parameter: String

    public init(_ reader: inout TransformReader) {
        field = reader.requiredString("extent")
        parameter = reader.requiredString("param")
    }

    public func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let numbers = try table.column(for: field).numbers.filter { !$0.isNaN }
        context.environment.values[parameter] = .array([
            numbers.min().map { .number($0) } ?? .null, numbers.max().map { .number($0) } ?? .null,
        ])
        return table
    }
}
