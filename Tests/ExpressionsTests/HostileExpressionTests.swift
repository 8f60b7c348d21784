import Documents
import Tables
import Testing

@testable import Expressions

/// Expressions that are long, deep, odd or greedy: each is evaluated or refused, soon.
struct HostileExpressionTests {
    @Test func deepNestingIsRefused() {
        for text in [
            String(repeating: "(", count: 100_000) + "1", String(repeating: "-", count: 50_000) + "1",
            String(repeating: "[", count: 30_000), String(repeating: "!", count: 60_000),
            "datum" + String(repeating: ".a", count: 30_000), String(repeating: "a(", count: 20_000),
            String(repeating: "{a:", count: 20_000),
        ] {
            #expect(throws: Diagnostic.self) { try Expression(text) }
        }
    }

    @Test func muchOutOfLittleIsRefused() throws {
        for text in [
            "sequence(1e12)", "sequence(0, 1, 1e-300)", "pad('a', 1e9)", "length(join(sequence(1e6), pad('x', 1e6)))",
            "timeSequence('milliseconds', 0, 1e15)", "sequence(1/0)", "join(sequence(1e6), pad('x', 2e6))",
        ] {
            let expression = try Expression(text)
            #expect(throws: Diagnostic.self, "\(text)") { try expression.value(in: ExpressionEnvironment()) }
        }
    }

    /// `vl_convert.vegalite_to_scenegraph` of a text mark whose text is each of these (vl-convert 1.9.0.post1).
    @Test(arguments: [
        ("isDate(datetime(2001,1,1))", DataValue.boolean(true)), ("isNumber(datetime(2001,1,1))", .boolean(false)),
        ("isDate(toDate('2020-03-15'))", .boolean(false)), ("isDate(utc(2020,1,1))", .boolean(false)),
        ("isDate(timeParse('2020', '%Y'))", .boolean(true)), ("isObject(datetime(2001,1,1))", .boolean(true)),
        ("'' + datetime(2020, 0, 1)", .string("Wed Jan 01 2020 00:00:00 GMT+0000 (Coordinated Universal Time)")),
        ("toString(datetime(2020, 0, 1))", .string("Wed Jan 01 2020 00:00:00 GMT+0000 (Coordinated Universal Time)")),
        ("format(datetime(1970, 0, 1, 0, 0, 5), 'd')", .string("5000")),
        ("datetime(2020, 0, 2) - datetime(2020, 0, 1)", .number(86_400_000)),
    ]) func datesAreDates(_ text: String, _ value: DataValue) throws {
        #expect(try Expression(text).value(in: ExpressionEnvironment()) == value)
    }

    @Test func hostilePatternsEnd() throws {
        let text = String(repeating: "a", count: 5_000) + "!"
        let environment = ExpressionEnvironment(values: ["text": .string(text)])
        for pattern in ["(a+)+$", "^(a|a)*$", "(a|aa)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$"] {
            let found = try Expression("test(regexp('\(pattern)'), text)").value(in: environment)
            #expect(found == .boolean(false), "\(pattern)")
        }
        #expect(throws: Diagnostic.self) {
            try Expression("test('(((a{999}){999}){999})', 'a')").value(in: environment)
        }
        #expect(throws: Diagnostic.self) { try Expression(#"test('(a)\\1', 'aa')"#).value(in: environment) }
    }

    /// Random text from pieces of the language is read or refused, and what is read is evaluated, without a trap.
    @Test func fuzz() {
        let pieces = [
            "datum", ".", "a", "[", "]", "(", ")", "{", "}", "'x'", "\"", "'", "1", "0x", "1e999", "+", "-", "*", "/",
            "%", "?",
            ":", "==", "===", "<", ">>>", "<<", "!", "~", "&&", "||", ",", "if(", "length(", "slice(", "substring(",
            "format(",
            "pad(", "timeFormat(", "datetime(", "timeOffset(", "sequence(", "replace(", "truncate(", "/a/", "null",
            "NaN", "-1e308",
            "é", "😀", "\\", " ", "split(", "'%Y'", "'.99f'", "pow(", "lastindexof(", "timeUnitSpecifier(",
            "9007199254740993", "1/0",
        ]
        var generator = SeededGenerator(seed: 42)
        let environment = ExpressionEnvironment()
        for _ in 0..<4_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...14, using: &generator) {
                text += pieces.randomElement(using: &generator) ?? ""
            }
            if let expression = try? Expression(text) {
                _ = try? expression.value(datum: ExpressionTests.row, in: environment)
            }
        }
        // Every function with odd arguments.
        let odd = [
            "null", "NaN", "-1", "1e300", "''", "'é😀'", "[]", "[1,'a',null]", "{}", "1/0", "-1/0", "datum", "0.5",
            "'month'",
        ]
        for (name, function) in ExpressionFunctions.all.sorted(by: { $0.key < $1.key }) {
            for _ in 0..<30 {
                let count = Int.random(
                    in: function.arguments.lowerBound...min(4, function.arguments.upperBound), using: &generator)
                let arguments = (0..<count).map { _ in odd.randomElement(using: &generator) ?? "1" }.joined(
                    separator: ",")
                _ = try? Expression("\(name)(\(arguments))").value(datum: ExpressionTests.row, in: environment)
            }
        }
    }
}
