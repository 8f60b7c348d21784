import Files
import Documents
import Tables
import Testing

@testable import Expressions

struct ExpressionTests {
    static let row: DataValue = .object([
        .init("a", .number(5)), .init("b", .string("7")), .init("n", .null), .init("s", .string("Hello, World")),
        .init("d", .string("2012-03-04")), .init("arr", .array([.number(3), .number(1), .number(2)])),
        .init("o", .object([.init("x", .number(1)), .init("y z", .string("w"))])), .init("t", .boolean(true)),
    ])

    static func text(_ expression: String) throws -> String {
        let value = try Expression("'' + (\(expression))").value(datum: row, in: ExpressionEnvironment())
        return value.string ?? "?"
    }

    /// Every expression of the fixture gives what Vega gives; `Tests/Fixtures/Expressions/record` made it.
    @Test func agreesWithVega() throws {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let contents = try DataRoot.readFile("/\(folder)/Fixtures/Expressions/expected.json")
        let cases = try JSONReader.read(contents, file: "expected.json").array ?? []
        #expect(cases.count > 300)
        for item in cases {
            guard let pair = item.array, pair.count == 2, let expression = pair[0].string else { continue }
            let expected = pair[1].string ?? pair[1].number.map { NumberWriting.javaScript($0) } ?? ""
            #expect(throws: Never.self) {
                let found = try Self.text(expression)
                // The last digit of a logarithm or a distribution is the library's own affair.
                if let a = Double(found), let b = Double(expected), (a - b).magnitude <= 1e-12 * b.magnitude { return }
                #expect(found == expected, "\(expression)")
            }
        }
    }

    @Test func undefinedBehavesAsInJavaScript() throws {
        #expect(try Self.text("null == undefined") == "true")
        #expect(try Self.text("undefined === null") == "false")
        #expect(try Self.text("'a' + null + undefined + true") == "anullundefinedtrue")
        #expect(try Self.text("isDefined(datum.nothing)") == "false")
    }

    @Test func parametersAndConstants() throws {
        var environment = ExpressionEnvironment(values: ["width": .number(200), "origin": .string("Japan")])
        environment.scale = { name, value in .string("\(name):\(value.asText)") }
        #expect(try Expression("width / 2").value(in: environment) == .number(100))
        #expect(try Expression("origin === 'Japan'").isTrue(in: environment))
        #expect(try Expression("scale('x', 3)").value(in: environment) == .string("x:3"))
    }

    @Test func valuesOverATable() throws {
        var table = Table()
        table.set("x", .init(.numbers([1, 2, .missing])))
        table.set("name", .init(.strings(["a", "b", "c"])))
        let values = try Expression("datum.x * 2 + datum.name").values(over: table, in: ExpressionEnvironment())
        #expect(values == [.string("2a"), .string("4b"), .string("0c")])
        #expect(try Expression("datum.x > 1").rows(of: table, in: ExpressionEnvironment()) == [1])
    }

    @Test func randomIsTheSameOnEveryRun() throws {
        let table = Table(rowCount: 3)
        let first = try Expression("random()").values(over: table, in: ExpressionEnvironment())
        #expect(first == (try Expression("random()").values(over: table, in: ExpressionEnvironment())))
        #expect(Set(first).count == 3)
    }

    @Test func fieldsAndNames() throws {
        let expression = try Expression("datum.a + datum['b c'] * width + datum.a")
        #expect(expression.fields == ["a", "b c"])
        #expect(expression.names == ["width"])
        #expect(!expression.usesWholeDatum)
        #expect(try Expression("datum[width]").usesWholeDatum)
    }

    @Test(arguments: [
        ("datum.a +", "too early"), ("datum.a ) 2", "unexpected `)`"), ("uper(datum.a)", "unknown function `uper`"),
        ("datum.a = 2", "`=` alone"), ("'abc", "never closes"), ("", "empty"),
        ("datum.name.upper()", "only functions by name"),
        ("if(1, 2)", "takes 3 arguments"), ("1 2", "unexpected"), ("{a: 1", "expected"), ("[1, 2", "expected"),
        ("/(/", "without"), ("@", "unexpected `@`"), ("pow(1)", "at least 2"),
    ])
    func problemsAreTold(_ text: String, _ message: String) {
        do {
            _ = try Expression(text)
            Issue.record("`\(text)` was read")
        } catch {
            #expect(error.message.contains(message), "\(error.message)")
        }
    }

    @Test func aMisspeltFunctionGetsASuggestion() {
        do { _ = try Expression("uper(datum.a)") } catch { #expect(error.advice == "did you mean `upper`?") }
    }

    @Test func unknownNamesAreToldWhenRun() throws {
        let expression = try Expression("widht + 1")
        #expect(throws: Diagnostic.self) {
            try expression.value(in: ExpressionEnvironment(values: ["width": .number(1)]))
        }
    }

    // MARK: Hostile input

    @Test func deepNestingIsRefused() {
        for text in [
            String(repeating: "(", count: 100_000) + "1", String(repeating: "-", count: 50_000) + "1",
            String(repeating: "[", count: 30_000), String(repeating: "!", count: 60_000),
            Array(repeating: "1", count: 30_000).joined(separator: "+"), "1" + String(repeating: "?1:1", count: 10_000),
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
            if let expression = try? Expression(text) { _ = try? expression.value(datum: Self.row, in: environment) }
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
                _ = try? Expression("\(name)(\(arguments))").value(datum: Self.row, in: environment)
            }
        }
    }
}
