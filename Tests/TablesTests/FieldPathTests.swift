import Testing

@testable import Tables

@Suite("Names of fields within fields")
struct FieldPathTests {
    @Test(
        "as Vega-Lite writes them",
        arguments: [
            ("a", ["a"]), ("a.b", ["a", "b"]), ("a[0]", ["a", "0"]), ("a['b c'].d", ["a", "b c", "d"]),
            ("a\\.b", ["a.b"]), ("a[0][\"x\"]", ["a", "0", "x"]), ("", [""]), ("a[b", ["a[b"]),
        ])
    func parts(text: String, parts: [String]) {
        #expect(FieldPath(text).parts == parts)
    }

    private let row = DataValue.object([
        DataValue.Field("a", .array([.number(1), .object([DataValue.Field("b", .string("жar"))])])),
        DataValue.Field("n", .number(2)),
    ])

    @Test("a path leads through objects, lists and texts, or nowhere")
    func values() {
        #expect(FieldPath("a[0]").value(in: row) == .number(1))
        #expect(FieldPath("a[1].b").value(in: row) == .string("жar"))
        #expect(FieldPath("a[1].b[0]").value(in: row) == .string("ж"))
        #expect(FieldPath("a.length").value(in: row) == .number(2))
        #expect(FieldPath("a[1].b.length").value(in: row) == .number(3))
        for nowhere in ["x", "a[2]", "a[-1]", "n.b", "a[1].c.d"] {
            #expect(FieldPath(nowhere).value(in: row) == .null)
        }
    }

    @Test("a column of that very name comes first, and one that no row has is none")
    func columns() throws {
        let rows = [
            [DataValue.Field("p", .object([DataValue.Field("q", .number(1))])), DataValue.Field("p.r", .number(7))],
            [DataValue.Field("p", .object([])), DataValue.Field("p.r", .number(8))],
        ]
        let table = Table(rows: rows)
        #expect(table.field("p.q")?.values == [.number(1), .null])
        #expect(table.field("p.r")?.values == [.number(7), .number(8)])
        #expect(table.field("p.s") == nil && table.field("z") == nil)
    }
}
