import Documents
import Expressions
import Tables

/// `calculate`: a new field from an expression.
package struct CalculateTransform: Transform {
    package static let key = "calculate"

    package var expression: Expression?
    package var name: String

    package init(_ expression: Expression, as name: String) {
        self.expression = expression
        self.name = name
    }

    package init(_ reader: inout DocumentReader) {
        expression = reader.expression("calculate")
        name = reader.required("as", naming: "the new field")
    }

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        guard let expression else { return table }
        var result = table
        result.set(name, try expression.column(over: table, in: context.environment))
        return result
    }
}
