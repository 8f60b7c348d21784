import Documents
import Tables
import Testing

@testable import Transforms

/// Documents that ask for more than any table holds are refused with their place, and nothing traps.
struct HostileTests {
    @Test(arguments: [
        #"{"impute": "a", "key": "b", "keyvals": {"start": 0, "stop": 1e19}}"#,
        #"{"impute": "a", "key": "b", "keyvals": {"start": 1e300, "stop": -1e300, "step": -1e-300}}"#,
        #"{"impute": "a", "key": "b", "keyvals": {"stop": 5, "step": 0}}"#,
        #"{"sample": 1e19}"#, #"{"sample": -1}"#, #"{"pivot": "b", "value": "a", "limit": 1e19}"#,
        #"{"density": "a", "steps": 1e19}"#, #"{"density": "a", "maxsteps": 0}"#, #"{"quantile": "a", "step": 0}"#,
        #"{"quantile": "a", "step": 1e-300}"#, #"{"regression": "a", "on": "a", "order": 1e19}"#,
        #"{"loess": "a", "on": "a", "bandwidth": -3}"#, #"{"bin": {"maxbins": -1e19}, "field": "a", "as": "c"}"#,
        #"{"timeUnit": {"unit": "year", "step": 1e19}, "field": "a", "as": "c"}"#,
        #"{"timeUnit": {"maxbins": 0}, "field": "a", "as": "c"}"#, #"{"window": [], "frame": [1, 2, 3]}"#,
        #"{"stack": "a", "groupby": [], "as": ["s"], "offset": "middle"}"#, #"{"fold": []}"#, #"{"flatten": []}"#,
    ])
    func isRefusedWithItsPlace(_ transform: String) throws {
        let found = try TransformProblemTests.problems("[\(transform)]")
        #expect(found.contains { $0.severity == .error && $0.path.hasPrefix("transform[0]") && $0.location != nil })
    }

    @Test(arguments: [
        #"{"impute": "a", "key": "b", "keyvals": {"start": 5, "stop": -1e19}}"#,
        #"{"window": [{"op": "lag", "field": "a", "param": 1e300, "as": "w"}], "frame": [-1e300, 1e300]}"#,
        #"{"bin": {"maxbins": 1e19}, "field": "a", "as": "c"}"#, #"{"bin": {"step": 1e-300}, "field": "a", "as": "c"}"#,
        #"{"bin": {"extent": [-1e308, 1e308]}, "field": "a", "as": "c"}"#, #"{"quantile": "a", "probs": [-5, 1e300]}"#,
    ])
    func isTakenForWhatItIs(_ transform: String) throws {
        #expect(try TransformProblemTests.problems("[\(transform)]").isEmpty)
    }

    @Test func flattenedSequencesOfSequencesEnd() throws {
        let step = #"{"flatten": ["s"]}"#
        let list = try TransformTests.read(
            #"[{"calculate": "sequence(2000)", "as": "s"}, {"calculate": "sequence(2000)", "as": "r"}, \#(step), "#
                + #"{"flatten": ["r"]}, {"calculate": "sequence(2000)", "as": "s"}, \#(step)]"#)
        #expect(throws: Diagnostics.self) { try TransformTests.run(list, on: Table(rowCount: 3)) }
    }

    @Test func densityIsBoundedOverAllGroups() throws {
        var table = Table()
        table.set("g", .init(.numbers((0..<2_000).map { Double($0) })))
        table.set("v", .init(.numbers((0..<2_000).map { Double($0) })))
        let list = try TransformTests.read(#"[{"density": "v", "groupby": ["g"], "steps": 100000}]"#)
        #expect(throws: Diagnostics.self) { try TransformTests.run(list, on: table) }
    }

    @Test func listsThatDoubleThemselvesEnd() throws {
        let double = #"{"calculate": "[datum.s, datum.s]", "as": "s"}"#
        let list = try TransformTests.read(
            "[\(Array(repeating: double, count: 40).joined(separator: ","))]")
        #expect(throws: Diagnostics.self) { try TransformTests.run(list, on: Table(rowCount: 1)) }
    }

    @Test func deepConditionsAreRefused() throws {
        var condition = #""datum.a > 1""#
        for _ in 0..<200 { condition = #"{"not": \#(condition)}"# }
        #expect(
            try TransformProblemTests.problems(#"[{"filter": \#(condition)}]"#).contains {
                $0.message.contains("nested too deeply")
            })
    }
}
