import Documents
import Expressions
import Tables

/// An expression of a template, and where it stands.
package struct TemplateExpression: Sendable {
    let expression: Expression
    let file: String
    let place: Template.Place

    /// Names that are known everywhere besides the parameters.
    static let constants: Set<String> = [
        "NaN", "Infinity", "E", "LN10", "LN2", "LOG10E", "LOG2E", "MAX_VALUE", "MIN_VALUE", "PI", "SQRT1_2", "SQRT2",
        "undefined",
    ]

    init(_ text: String, file: String, at place: Template.Place, names: [String]) throws(Diagnostic) {
        self.file = file
        self.place = place
        do throws(Diagnostic) { expression = try Expression(text) } catch {
            throw TemplateExpression.placed(error, text, file, place)
        }
        for name in expression.names where !names.contains(name) && !TemplateExpression.constants.contains(name) {
            throw Diagnostic(
                "no parameter is called `\(name)`", file: file, at: place.location, path: text,
                advice: DocumentReader.advice(for: name, among: names.filter { $0 != "loop" }))
        }
        if expression.fields.isEmpty == false || expression.usesWholeDatum {
            throw Diagnostic(
                "a template has no `datum`", file: file, at: place.location, path: text,
                advice: "name parameters as they are: {{ population }}")
        }
    }

    private static func placed(
        _ problem: Diagnostic, _ text: String, _ file: String, _ place: Template.Place
    ) -> Diagnostic {
        var problem = problem
        (problem.file, problem.location, problem.path) = (file, place.location, text)
        return problem
    }

    func value(in environment: ExpressionEnvironment) throws(Diagnostic) -> DataValue {
        do throws(Diagnostic) { return try expression.value(in: environment) } catch {
            throw TemplateExpression.placed(error, expression.text, file, place)
        }
    }

    func isTrue(in environment: ExpressionEnvironment) throws(Diagnostic) -> Bool {
        do throws(Diagnostic) { return try expression.isTrue(in: environment) } catch {
            throw TemplateExpression.placed(error, expression.text, file, place)
        }
    }
}
