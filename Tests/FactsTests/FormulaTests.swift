import Documents
import Facts
import Formats
import Testing

@Suite struct FormulaTests {
    private func derived(_ id: String, _ formula: String, from inputs: [String], _ more: String = "") -> String {
        record(
            id: id, "formula: \"\(formula)\"\nderived_from: [\(inputs.joined(separator: ", "))]\n\(more)",
            without: ["value", "source", "locator"])
    }

    private func value(_ formula: String) throws -> Double? {
        let base = try load(
            record(id: "a-1", "value: 12"), record(id: "b", "value: 4\ndate: 1979"),
            derived("c", formula, from: ["a-1", "b"].filter { formula.contains("`\($0)`") }))
        return base["c"]?.value?.number
    }

    @Test(arguments: [
        ("`a-1` / `b`", 3.0), ("`a-1` - `b`", 8), ("`a-1` - `b` - 1", 7), ("`a-1` + `b` * 2", 20),
        ("(`a-1` + `b`) * 2", 32), ("-`a-1` + `b`", -8), ("`a-1` * -`b`", -48), ("24 / `a-1` / 2", 1),
        ("`a-1`/years(`a-1`, `b`)", 1.2), ("count(`a-1`, `b`)", 2), ("2.5*`b`", 10), ("`a-1` − `b` × 2 ÷ 4", 10),
    ]) func arithmetic(formula: String, expected: Double) throws {
        #expect(try value(formula) == expected)
    }

    @Test(arguments: [
        "`a-1` /", "/ `b`", "(`a-1`", "`a-1`)", "`a-1", "``", "a-1 / b", "`a-1` `b`", "1..2 + `b`", "sqrt(`b`)",
        "count()", "count(`a-1`", "years(`a-1`)", "`b` / (`b` - `b`)", "()", "`a-1` ** `b`", "`a-1`; rm",
    ]) func whatCannotBeComputedIsAnError(formula: String) {
        #expect(throws: Diagnostics.self) { try value(formula) }
    }

    @Test func divisionByZeroNamesTheZero() throws {
        let found = problems(record(id: "a"), record(id: "z", "value: 0"), derived("c", "`a` / `z`", from: ["a", "z"]))
        let problem = try #require(found.first)
        #expect(problem.message == "the formula divides by zero")
        #expect(problem.advice == "`z` is 0")
        #expect(problem.path == "c.formula")
    }

    @Test func unknownIdsAndCirclesAreTold() {
        let unknown = problems(record(id: "length"), derived("c", "`lenght` * 2", from: ["lenght"]))
        #expect(unknown.map(\.message) == ["no fact has the id `lenght`"])
        #expect(unknown.first?.advice == "did you mean `length`?")

        let circle = problems(
            derived("a", "`b` + 1", from: ["b"]), derived("b", "`c` + 1", from: ["c"]),
            derived("c", "`a` + 1", from: ["a"]),
            derived("outside", "`a` * 2", from: ["a"]))
        #expect(circle.count == 1)
        #expect(circle.first?.message.contains("is computed from itself") == true)
        #expect(problems(derived("a", "`a`", from: ["a"])).count == 1)
    }

    @Test func derivedFromAndFormulaMustAgree() {
        #expect(
            problems(record(id: "a"), record(id: "b"), derived("c", "`a` + 1", from: ["a", "b"])).map(\.message)
                == ["the formula does not use `b`"])
        #expect(
            problems(record(id: "a"), record(id: "b"), derived("c", "`a` + `b`", from: ["a"])).map(\.message)
                == ["the formula names `b`, which `derived_from` does not list"])
        #expect(
            problems(record(id: "a"), derived("c", "`a` + 1", from: ["a"], "value: 3")).map(\.message)
                == ["a derived fact has a `value`"])
    }

    @Test func wordsAndDecadesCannotBeComputedWith() {
        #expect(
            problems(record(id: "a", "value: many"), derived("c", "`a` + 1", from: ["a"])).map(\.message)
                == ["`a` has no number to compute with"])
        #expect(
            problems(record(id: "a", "date: 196X"), record(id: "b"), derived("c", "years(`a`, `b`)", from: ["a", "b"]))
                .map(\.message) == ["`a` is not dated to one year"])
    }

    @Test(arguments: [
        ("`low` / `exact`", Qualifier.atLeast), ("`exact` / `low`", .atMost), ("`low` - `low2`", .about),
        ("`low` + `low2`", .atLeast), ("`exact` - `low`", .atMost), ("`exact` * 2", .exact), ("`low` * -1", .about),
        ("-`low`", .atMost),
    ]) func qualifiersGoThrough(formula: String, expected: Qualifier) throws {
        let base = try load(
            record(id: "low", "qualifier: at-least"), record(id: "low2", "qualifier: at-least"), record(id: "exact"),
            derived("c", formula, from: ["low", "low2", "exact"].filter { formula.contains("`\($0)`") }))
        #expect(base["c"]?.qualifier == expected)
    }

    @Test func longChainsAndLongFormulasDoNotUseUpTheStack() throws {
        let count = 4_000
        let chain = (1...count).map { derived("f\($0)", "`f\($0 - 1)` + 1", from: ["f\($0 - 1)"]) }.reversed()
        let long = "`f0`" + String(repeating: " + 1", count: count)
        let deep = String(repeating: "(", count: count) + "`f0`" + String(repeating: ")", count: count)
        let minus = String(repeating: "-", count: count) + "`f0`"
        let base = try load(
            chain.joined(separator: "\n"), record(id: "f0", "value: 0"), derived("long", long, from: ["f0"]),
            derived("deep", deep, from: ["f0"]), derived("minus", minus, from: ["f0"]))
        #expect(base["f\(count)"]?.value == .number(Double(count)))
        #expect(base["long"]?.value == .number(Double(count)))
        #expect(base["deep"]?.value == .number(0))
        #expect(base.inputs(of: try #require(base["f\(count)"])).map(\.id) == ["f0"])
    }

    @Test func whatIsTooLargeIsAnError() {
        #expect(
            problems(record(id: "a", "value: 1e308"), derived("c", "`a` * 10", from: ["a"])).map(\.message)
                == ["the outcome is too large for a number"])
    }
}
