import Documents
import Tables
import Testing

@testable import Transforms

/// `vl_convert.vegalite_to_scenegraph` of a text mark that writes both ends of each bin (vl-convert 1.9.0.post1).
struct BinTests {
    static let rows = #"[{"a": 1}, {"a": 5}, {"a": 9}, {"a": 12}, {"a": null}, {"a": 25}, {"a": -3}]"#

    private static func lowerEnds(_ bin: String) throws -> [Double?] {
        let list = try TransformTests.read(#"[{"bin": \#(bin), "field": "a", "as": "b"}]"#)
        let result = try TransformTests.run(list, on: Table(try TransformTests.read(rows)))
        return (result.column("b")?.values ?? []).map(\.number)
    }

    @Test(
        "numbers outside a written extent are in no bin",
        arguments: [#"{"extent": [2, 10], "step": 2}"#])
    func extents(_ bin: String) throws {
        #expect(try Self.lowerEnds(bin) == [-.infinity, 4, 8, .infinity, nil, .infinity, -.infinity])
    }

    @Test("of steps the last before the first that is wide enough is taken, in the order written")
    func steps() throws {
        #expect(try Self.lowerEnds(#"{"steps": [2, 5, 10]}"#) == [0, 4, 8, 12, nil, 24, -4])
        #expect(try Self.lowerEnds(#"{"steps": [10, 5, 2]}"#) == [0, 0, 0, 10, nil, 20, -10])
    }

    @Test func barePartsBeginAtTheLeast() throws {
        #expect(try Self.lowerEnds(#"{"nice": false}"#) == [-3, 2, 7, 12, nil, 22, -3])
        #expect(try Self.lowerEnds(#"{"nice": false, "step": 7}"#) == [-3, 4, 4, 11, nil, 18, -3])
    }

    @Test func anAnchorMovesEveryBin() throws {
        #expect(try Self.lowerEnds(#"{"anchor": 1}"#) == [1, 1, 6, 11, nil, 21, -4])
    }

    @Test func anExtentMayComeFromAParameter() throws {
        var context = TransformContext()
        context.environment.values["span"] = .array([.number(0), .number(10)])
        let list = try TransformList([
            try TransformTests.read(#"{"bin": {"extent": {"param": "span"}, "step": 5}, "field": "a", "as": "b"}"#)
        ])
        let result = try list.apply(to: Table(try TransformTests.read(Self.rows)), in: &context)
        #expect(result.column("b")?[1] == .number(5))
        #expect(result.column("b")?[5] == .number(.infinity))
    }

    @Test func madeInSwiftItIsWhatADocumentSays() throws {
        let table = Table(try TransformTests.read(Self.rows))
        var context = TransformContext()
        let made = try BinTransform("a", BinParameters(maxbins: 3), as: "b").apply(to: table, in: &context)
        let read = try TransformTests.run(
            try TransformTests.read(#"[{"bin": {"maxbins": 3}, "field": "a", "as": "b"}]"#), on: table)
        #expect(made.column("b")?.values == read.column("b")?.values)
    }

    @Test func namesTellBinsApart() {
        var parameters = BinParameters(maxbins: 10)
        #expect(parameters.name == "maxbins_10")
        parameters.nice = false
        parameters.anchor = 0.5
        #expect(parameters.name == "anchor_0.5_maxbins_10_nice_false")
        #expect(BinParameters(step: 2.5, extent: 0...10).name == "extent_0_10_step_2.5")
    }

    @Test(arguments: [
        (#"{"maxbins": 0}"#, "at least 1"), (#"{"step": -1}"#, "more than 0"), (#"{"base": 1}"#, "more than 1"),
        (#"{"extent": [1]}"#, "two numbers"), (#"{"maxbin": 3}"#, "unknown key `maxbin`"), ("7", "is true"),
    ])
    func whatMakesNoBinsIsTold(_ bin: String, _ message: String) throws {
        let found = try TransformProblemTests.problems(#"[{"bin": \#(bin), "field": "a", "as": "b"}]"#)
        #expect(found.contains { $0.message.contains(message) }, "\(found)")
    }
}
