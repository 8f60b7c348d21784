import Documents
import Tables
import Testing

@testable import Transforms

struct TransformProblemTests {
    static func problems(_ json: String, rows: String = #"[{"a": 1, "b": "x"}]"#) throws -> [Diagnostic] {
        do {
            _ = try TransformTests.run(try TransformTests.read(json), on: Table(try TransformTests.read(rows)))
            return []
        } catch let problems as Diagnostics { return problems.all }
    }

    @Test(arguments: [
        (#"[{"filtr": "datum.a > 1"}]"#, "no such transform", "did you mean `filter`?"),
        (#"[{"calculate": "datum.a", "az": "c"}]"#, "unknown key `az`", "did you mean `as`?"),
        (#"[{"aggregate": [{"op": "meen", "field": "a"}]}]"#, "`meen` is no op", "did you mean `mean`?"),
        (#"[{"timeUnit": "yearmnth", "field": "a", "as": "t"}]"#, "not a unit of time", "did you mean `yearmonth`?"),
        (#"[{"aggregate": [{"op": "mean", "field": "aa"}]}]"#, "no field `aa`", "did you mean `a`?"),
        (#"[{"filter": {"field": "a", "equals": 1}}]"#, "unknown key `equals`", "did you mean `equal`?"),
    ])
    func slipsGetASuggestion(_ json: String, _ message: String, _ advice: String) throws {
        let found = try Self.problems(json)
        #expect(found.contains { $0.message.contains(message) && $0.advice == advice }, "\(found)")
    }

    @Test func allProblemsAreToldWithTheirPaths() throws {
        let found = try Self.problems(
            #"""
            [
                {"filter": "datum.a >"}, {"calculate": 5, "as": "x"}, {"stack": "a"},
                {"bin": {"step": -1}, "field": "a", "as": "b"}
            ]
            """#
        )
        #expect(
            found.map(\.path) == [
                "transform[0].filter", "transform[1].calculate", "transform[2]", "transform[3].bin.step",
            ])
        #expect(found.allSatisfy { $0.location != nil })
    }

    @Test(arguments: [
        "[]", "5", "null", #"[{"window": 5}]"#, #"[{"window": [{"op": "rank"}], "frame": [1]}]"#, #"[{"sample": -5}]"#,
        #"[{"sample": 1e99}]"#,
        #"[{"fold": []}]"#, #"[{"pivot": "a"}]"#, #"[{"lookup": "a"}]"#, #"[{"density": "a", "steps": 1e9}]"#,
        #"[{"quantile": "a", "step": 1e-12}]"#,
        #"[{"impute": "a", "key": "b", "keyvals": {"stop": 1e12}}]"#,
        #"[{"regression": "a", "on": "b", "method": "magic"}]"#,
        #"[{"bin": {"maxbins": 1e300, "base": 1.0000001}, "field": "a", "as": "x"}]"#,
        #"[{"bin": {"step": 1e-300}, "field": "a", "as": "x"}]"#,
        #"[{"filter": {"and": [{"or": [{"not": 5}]}]}}]"#,
        #"[{"timeUnit": {"unit": "year", "step": 1e30}, "field": "a", "as": "x"}]"#, "[[]]", #"[{}]"#,
    ])
    func oddTransformsAreToldOrHarmless(_ json: String) throws { _ = try Self.problems(json) }

    @Test func emptyTables() throws {
        for transform in [
            #"{"aggregate": [{"op": "mean", "field": "a", "as": "m"}], "groupby": ["b"]}"#,
            #"{"bin": true, "field": "a", "as": "x"}"#,
            #"{"stack": "a", "groupby": ["b"], "as": ["p", "q"]}"#, #"{"density": "a"}"#, #"{"loess": "a", "on": "b"}"#,
            #"{"regression": "a", "on": "b"}"#,
            #"{"window": [{"op": "rank", "as": "r"}], "sort": [{"field": "a"}]}"#, #"{"impute": "a", "key": "b"}"#,
            #"{"pivot": "a", "value": "b"}"#,
            #"{"quantile": "a"}"#, #"{"fold": ["a"]}"#, #"{"flatten": ["a"]}"#,
            #"{"timeUnit": "year", "field": "a", "as": "y"}"#, #"{"sample": 3}"#,
            #"{"joinaggregate": [{"op": "max", "field": "a", "as": "m"}]}"#, #"{"filter": "datum.a > 1"}"#,
            #"{"calculate": "datum.a", "as": "c"}"#,
        ] {
            #expect(
                try TransformTests.run(try TransformTests.read("[\(transform)]"), on: Table()).rowCount == 0,
                "\(transform)")
        }
    }

    @Test func infinitiesAndOneRow() throws {
        for value in ["1e308", "-1e308", "0", "5e-324", "null"] {
            for transform in [
                #"{"bin": true, "field": "a", "as": "x"}"#, #"{"density": "a"}"#, #"{"loess": "a", "on": "a"}"#,
                #"{"regression": "a", "on": "a", "method": "poly"}"#,
                #"{"timeUnit": "yearmonth", "field": "a", "as": "x"}"#,
                #"{"stack": "a", "groupby": [], "as": ["p", "q"]}"#,
                #"{"bin": {"steps": [1e-9]}, "field": "a", "as": "x"}"#,
                #"{"aggregate": [{"op": "ci0", "field": "a", "as": "l"}, {"op": "stdev", "field": "a", "as": "s"}]}"#,
            ] {
                _ = try Self.problems("[\(transform)]", rows: #"[{"a": \#(value)}]"#)
                _ = try Self.problems("[\(transform)]", rows: #"[{"a": \#(value)}, {"a": -1e308}, {"a": 1e308}]"#)
            }
        }
    }

    @Test func extentGivesAParameter() throws {
        let table = Table(try TransformTests.read(#"[{"a": 3}, {"a": 1}, {"a": null}]"#))
        let result = try TransformTests.run(
            try TransformTests.read(#"[{"extent": "a", "param": "e"}, {"calculate": "e[1] - e[0]", "as": "span"}]"#),
            on: table)
        #expect(result.column("span")?[0] == .number(2))
    }

    @Test func bootstrapIsTheSameOnEveryRun() {
        let values = (0..<50).map { Double(($0 * 37) % 50) }
        let first = Statistics.bootstrap(values)
        #expect(first == Statistics.bootstrap(values))
        #expect(first.low < 24.5 && first.high > 24.5)
    }

    @Test func sampleKeepsOrderAndSize() throws {
        var table = Table()
        table.set("data", .init(.numbers((0..<1000).map { Double($0) })))
        let sampled = try TransformTests.run(try TransformTests.read(#"[{"sample": 50}]"#), on: table)
        let values = sampled.column("data")?.values.compactMap(\.number) ?? []
        #expect(values.count == 50)
        #expect(values == values.sorted())
    }

    /// Picks the second row, and is not empty.
    private struct SecondRow: RowSelection {
        let isEmpty = false
        let span: [DataValue]? = nil
        func test(_ table: Table) -> [Bool] { (0..<table.rowCount).map { $0 == 1 } }
    }

    @Test(arguments: [
        (#"{"filter": {"param": "picked"}}"#, 1), (#"{"filter": {"param": "other"}}"#, 2),
        (#"{"filter": {"param": "other", "empty": false}}"#, 0),
    ])
    func selections(json: String, rows: Int) throws {
        var context = TransformContext(selections: ["picked": SecondRow()])
        let table = Table(try TransformTests.read(#"[{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]"#))
        let list = try TransformList([try TransformTests.read(json)])
        let kept = try list.apply(to: table, in: &context)
        #expect(kept.rowCount == rows)
    }

    @Test func everyTransformIsKnownByItsKey() {
        #expect(Set(TransformRegistry.all.map { $0.key }).count == 19)
    }
}
