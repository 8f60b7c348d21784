import Documents
import Tables
import Testing

@testable import Expressions

/// Patterns that are wrong, or that linear time forbids, are told for what they are.
struct RegularExpressionProblemTests {
    @Test(arguments: [
        ("(", "`(` without `)` in a regular expression"),
        (")", "`)` without `(` in a regular expression"),
        ("[a", "`[` without `]` in a regular expression"),
        ("*a", "nothing to repeat before `*` in a regular expression"),
        ("a|+", "nothing to repeat before `+` in a regular expression"),
        ("a{3,1}", "numbers out of order in a regular expression's {}"),
        ("[z-a]", "a range out of order in a regular expression"),
        (#"a\"#, #"a regular expression ends in `\`"#),
        ("(?=a)", "look-around is not known in regular expressions here"),
        ("(?<!a)b", "look-around is not known in regular expressions here"),
        (#"(a)\1"#, "back references are not known in regular expressions here"),
        ("a{2000000}", "the regular expression repeats too often"),
        ("((a{900}){900})", "the regular expression is too large"),
    ])
    func patterns(_ pattern: String, _ message: String) {
        do {
            _ = try RegularExpression(pattern, flags: "")
            Issue.record("\(pattern) was read")
        } catch { #expect(error.message == message) }
    }

    @Test func deepGroupsAreRefused() {
        let deep = String(repeating: "(", count: 200) + "a" + String(repeating: ")", count: 200)
        #expect(throws: RegularExpression.Problem.self) { try RegularExpression(deep, flags: "") }
    }

    @Test func aLiteralIsToldWhenItIsRead() {
        let problem = #expect(throws: Diagnostic.self) { try Expression("test(/(/, 'a')") }
        #expect(problem?.message.hasPrefix("`(` without `)` in a regular expression") == true)
    }

    @Test func aPatternOfDataIsToldWhenItRuns() throws {
        let expression = try Expression("test(regexp(datum.p), 'a')")
        let row = DataValue.object([.init("p", .string("(a"))])
        #expect(throws: Diagnostic.self) { try expression.value(datum: row, in: ExpressionEnvironment()) }
    }
}
