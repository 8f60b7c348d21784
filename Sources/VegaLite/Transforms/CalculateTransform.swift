import Documents
import Tables

/// `calculate`: a new field from an expression.
public struct CalculateTransform: Transform {
    public static let key = "calculate"
    public static let properties = ["calculate", "as"]

    public var expression: Expression?
    public var name: String

    public init(_ expression: Expression, as name: String) {
        self.expression = expression
        self.name = name
    }

    public init(_ reader: inout TransformReader) {
        expression = reader.expression("calculate")
        name = reader.requiredString("as")
    }

    public func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        guard let expression else { return table }
        var result = table
        result.set(name, try expression.column(over: table, in: context.environment))
        return result
    }
}
