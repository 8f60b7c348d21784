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
}
