import Documents
import Tables
import Testing

@testable import Expressions

/// An expression over `ExpressionTests.row`, joined to a text, is that text. Numbers agree in twelve digits: the last
/// digit of a logarithm is the library's own affair.
func expect(
    _ expression: String, is wanted: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
    let found = try ExpressionTests.text(expression)
    if let a = Double(found), let b = Double(wanted), (a - b).magnitude <= 1e-12 * b.magnitude { return }
    #expect(found == wanted, "\(expression)", sourceLocation: sourceLocation)
}
