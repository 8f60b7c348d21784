import Documents
import Tables
import Testing

@testable import Transforms

struct LookupTests {
    private static let other = #"[{"id": "a", "w": 1}, {"id": "a", "w": 2}, {"id": 1, "w": 5}, {"id": null, "w": 9}]"#
    private static let mine = #"[{"k": "a"}, {"k": "b"}, {"k": null}, {"k": 1}, {"k": "1"}]"#

    private static func run(_ transform: LookupTransform) throws -> [DataValue] {
        var context = TransformContext()
        return try transform.apply(to: Table(try TransformTests.read(mine)), in: &context).column("w")?.values ?? []
    }

    /// vl-convert 1.9.0.post1 gives these: the last row of a key counts, a number is its text, null is a key.
    @Test func keysAreAsInVega() throws {
        let rows = Table(try TransformTests.read(Self.other))
        let transform = LookupTransform("k", in: .table(rows), key: "id", fields: ["w"])
        #expect(try Self.run(transform) == [.number(2), .null, .number(9), .number(5), .number(5)])
    }

    @Test func severalFieldsKeepTheirNamesOrGetNewOnes() throws {
        let rows = Table(try TransformTests.read(#"[{"id": "a", "p": 1, "q": 2}]"#))
        var transform = LookupTransform(
            "k", in: .table(rows), key: "id", fields: ["p", "q"], as: ["w", "z"], fallback: .string("none"))
        #expect(try Self.run(transform).prefix(2) == [.number(1), .string("none")])
        transform.names = []
        #expect(try Self.run(transform) == [])
    }

    @Test func nothingIsFoundInASelectionNobodyMade() throws {
        let transform = LookupTransform("k", in: .selection("picked"), key: "id", fields: ["w"])
        #expect(try Self.run(transform) == Array(repeating: .null, count: 5))
    }

    @Test(arguments: [
        (#"{"lookup": "a"}"#, "`from` is missing"),
        (#"{"lookup": "a", "from": {"key": "b", "fields": ["c"]}}"#, "`data` is missing"),
        (#"{"lookup": "a", "from": {"data": {"values": []}, "fields": ["c"]}}"#, "`key` is missing"),
        (#"{"lookup": "a", "from": {"data": {"values": []}, "key": "b"}}"#, "needs `from.fields`"),
        (
            #"{"lookup": "a", "from": {"data": {"values": []}, "key": "b", "fields": ["c"]}, "as": ["d", "e"]}"#,
            "`as` names 2 fields"
        ),
        (
            #"{"lookup": "a", "from": {"dta": 1, "data": {"values": []}, "key": "b", "fields": "c"}}"#,
            "unknown key `dta`"
        ),
    ])
    func whatIsMissingIsTold(_ transform: String, _ message: String) throws {
        let found = try TransformProblemTests.problems("[\(transform)]")
        #expect(found.contains { $0.message.contains(message) }, "\(found)")
    }
}
