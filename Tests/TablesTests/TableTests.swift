import Documents
import Testing

@testable import Tables

struct TableTests {
    static func table(_ json: String) throws -> Table { Table(try JSONReader.read(Array(json.utf8), file: "t.json")) }

    @Test func rowsBecomeColumns() throws {
        let table = try Self.table(#"[{"a": 1, "b": "x"}, {"b": null, "c": [1, 2]}, {"a": 2}]"#)
        #expect(table.names == ["a", "b", "c"])
        #expect(table.rowCount == 3)
        #expect(table.column("a")?.values == [.number(1), .null, .number(2)])
        #expect(table.column("c")?[1] == .array([.number(1), .number(2)]))
        #expect(table.row(0) == .object([.init("a", .number(1)), .init("b", .string("x")), .init("c", .null)]))
    }

    @Test func plainValuesAreColumnData() throws {
        #expect(try Self.table("[1, 2]").column("data")?.values == [.number(1), .number(2)])
        #expect(try Self.table("5").column("data")?[0] == .number(5))
        #expect(try Self.table("[]").rowCount == 0)
        #expect(try Self.table("[{}, {}]").rowCount == 2)
    }

    @Test func fieldPaths() throws {
        #expect(FieldPath("a.b[0]['c d']").parts == ["a", "b", "0", "c d"])
        #expect(FieldPath(#"a\.b"#).parts == ["a.b"])
        #expect(FieldPath("[x").parts == ["[x"])
        let table = try Self.table(#"[{"a": {"b": [5, 6]}, "p.q": 7}]"#)
        #expect(table.field("a.b[1]")?[0] == .number(6))
        #expect(table.field("p.q")?[0] == .number(7))
        #expect(table.field(#"p\.q"#)?[0] == .number(7))
        #expect(table.field("a.z") == nil)
    }

    @Test func missingIsNotNaN() {
        let column = Table.Column(.numbers([1, .missing, .nan]))
        #expect(column[1] == .null)
        #expect(column[2].number?.isNaN == true)
        #expect(Double.missing.isNaN)
    }

    @Test func typesAreRead() {
        #expect(DataValue.string("2012").read(as: .number) == .number(2012))
        #expect(DataValue.string("").read(as: .number) == .null)
        #expect(DataValue.string("0").read(as: .boolean) == .boolean(false))
        #expect(DataValue.number(5).read(as: .string) == .string("5"))
        #expect(DataValue.string("1970").read(as: .date(format: nil)) == .number(0))
        #expect(DataValue.number(1970).read(as: .date(format: nil)) == .number(1970))
        #expect(DataValue.number(1970).read(as: .date(format: "%Y")) == .number(0))
        #expect(ValueType("date:'%Y-%m'") == .date(format: "%Y-%m"))
        #expect(ValueType("utc:\"%Y\"") == .date(format: "%Y"))
        #expect(ValueType("fish") == nil)
    }

    @Test func typesAreInferred() {
        #expect(Table.Column([.string("1"), .string(""), .string("2.5")]).inferredType == .number)
        #expect(Table.Column([.string("true"), .null]).inferredType == .boolean)
        #expect(Table.Column([.string("2012-01-01")]).inferredType == .date(format: nil))
        #expect(Table.Column([.string("x"), .string("1")]).inferredType == .string)
    }

    @Test func javaScriptNumbers() {
        for (value, text) in [
            (1e21, "1e+21"), (1e-7, "1e-7"), (123_456_789_012_345_683_968, "123456789012345680000"),
            (0.000001, "0.000001"), (-0.0, "0"),
            (1.5, "1.5"), (.leastNonzeroMagnitude, "5e-324"), (100, "100"), (1e15, "1000000000000000"),
            (0.1 + 0.2, "0.30000000000000004"), (1.5e300, "1.5e+300"),
        ] as [(Double, String)] { #expect(NumberWriting.javaScript(value) == text) }
    }

    @Test func sorting() {
        let values: [DataValue] = [.number(10), .null, .number(.nan), .number(9), .string("a")]
        let sorted = values.sorted { DataValue.ascending($0, $1) < 0 }
        #expect(sorted.first == .null)
        #expect(DataValue.ascending(.string("10"), .string("9")) < 0)
        #expect(DataValue.ascending(.string("10"), .number(9)) > 0)
    }

    @Test func tablesAreAppended() throws {
        let both = try Self.table(#"[{"a": 1}]"#).appending(try Self.table(#"[{"b": "x"}]"#))
        #expect(both.row(1) == .object([.init("a", .null), .init("b", .string("x"))]))
    }
}
