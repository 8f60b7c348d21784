import Documents
import Tables
import Testing

@testable import Expressions

/// What is wrong with an expression is told with the character where it is wrong, counted from 1.
struct ProblemPlaceTests {
    private static func problem(_ text: String) -> Diagnostic? {
        do {
            _ = try Expression(text)
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        ("1 + @", "unexpected `@`", 5),
        ("(1 + 2", "the expression ends too early; `)` was expected", 7),
        ("datum.", "the expression ends too early; `a name` was expected", 7),
        ("datum.a b", "unexpected `b`", 9),
        ("[1, 2", "the expression ends too early; `]` was expected", 6),
        ("{a 1}", "unexpected value; `:` was expected", 4),
        ("1 ? 2", "the expression ends too early; `:` was expected", 6),
        ("2 = 3", "`=` alone means nothing in an expression", 3),
        ("1 + 0x", "`0x` is no number", 5),
        ("a + )", "unexpected `)`", 5),
        ("datum.s.trim()", "only functions by name can be called", 13),
    ])
    func syntax(_ text: String, _ message: String, _ place: Int) throws {
        let problem = try #require(Self.problem(text))
        #expect(problem.message == "\(message), in the expression `\(text)`, at character \(place)")
    }

    @Test(arguments: [
        ("uppr(datum.s)", "unknown function `uppr`", "did you mean `upper`?"),
        ("1 = 2", "`=` alone means nothing", "to compare, write `==` or `===`"),
        ("datum.s.upper()", "only functions by name", "`upper(datum.name)`, not `datum.name.upper()`"),
    ])
    func advice(_ text: String, _ message: String, _ advice: String) throws {
        let problem = try #require(Self.problem(text))
        #expect(problem.message.hasPrefix(message))
        #expect(problem.advice == advice)
    }

    @Test(arguments: [
        ("if(1, 2)", "3 arguments"), ("clamp(1, 2)", "3 arguments"), ("pad('a')", "at least 2"),
        ("substring('a')", "at least 2"), ("now(1) + format()", "at least 1"),
    ])
    func tooFewArguments(_ text: String, _ wanted: String) throws {
        let problem = try #require(Self.problem(text))
        #expect(problem.message.contains(wanted), "\(problem.message)")
    }

    @Test func aLongExpressionIsShownByItsBeginning() throws {
        let problem = try #require(Self.problem(String(repeating: "1 + ", count: 100)))
        #expect(problem.message.contains("…`, at character "))
        #expect(problem.message.count < 220)
    }

    @Test(arguments: [
        ("widht * 2", "width", "did you mean `width`?"), ("hieght", "height", "did you mean `height`?"),
    ])
    func aNameThatNothingHas(_ text: String, _ known: String, _ advice: String) throws {
        let environment = ExpressionEnvironment(values: [known: .number(1)])
        let problem = #expect(throws: Diagnostic.self) { try Expression(text).value(in: environment) }
        #expect(problem?.advice == advice)
    }

    @Test(arguments: ["sort(5)", "reverse('a')", "lerp(1, 2)", "span(null)", "join('a', 'b')"])
    func whatNeedsAListSaysSo(_ text: String) throws {
        let problem = #expect(throws: Diagnostic.self) { try Expression(text).value(in: ExpressionEnvironment()) }
        let name = text.prefix { $0 != "(" }
        #expect(problem?.message.hasPrefix("`\(name)` needs a list") == true)
    }

    @Test func aNumberFormatThatIsNone() throws {
        let problem = #expect(throws: Diagnostic.self) {
            try Expression("format(1, '.2y!')").value(in: ExpressionEnvironment())
        }
        #expect(problem?.message.hasPrefix("`.2y!` is not a number format") == true)
    }
}
