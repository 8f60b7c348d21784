import Documents
import Testing

@testable import Tables

struct TableRowsTests {
    private static func table(_ text: String) throws -> Table { try read(text).table }

    @Test func rowsInAnyOrder() throws {
        let table = try Self.table("a,b\n1,x\n2,y\n3,z\n")
        #expect(table.rows([2, 0]).shown == "a  b\n3  z\n1  x")
        #expect(table.rows([0, 0]).rowCount == 2)
        #expect(table.rows([]).shown == "a  b")
        #expect(table.rows([9]).row(0).json == #"{"a":null,"b":null}"#)
    }

    @Test func tablesOneAfterTheOther() throws {
        let both = try Self.table("a,b\n1,x\n").appending(try Self.table("b,c\ny,5\n"))
        #expect(
            both.shown == """
                a     b  c
                1     x  null
                null  y  5
                """)
    }

    @Test func columnsAreReplacedAndPadded() throws {
        var table = try Self.table("a,b\n1,x\n2,y\n")
        table.set("a", .init(.numbers([7])))
        table.set("c", .init(.strings(["p", "q", "r"])))
        #expect(table.shown == "a     b  c\n7     x  p\nnull  y  q")
        #expect(table.removing(["b"]).names == ["a", "c"])
    }

    @Test func aColumnKeepsItsKind() {
        func kind(_ values: [DataValue]) -> String {
            switch Table.Column(values).storage {
            case .numbers: "numbers"
            case .strings: "strings"
            case .values: "values"
            }
        }
        #expect(kind([.number(1), .null]) == "numbers")
        #expect(kind([.string("x")]) == "strings")
        #expect(kind([.string("x"), .number(1)]) == "values")
        #expect(kind([.boolean(true)]) == "values")
    }

    @Test func numbersOfAColumn() {
        #expect(Table.Column(.strings(["1", "x", ""])).numbers.map(\.isNaN) == [false, true, true])
        #expect(Table.Column(.strings([""])).numbers[0].isMissing)
        #expect(Table.Column([.boolean(true), .null, .array([])]).numbers[0] == 1)
    }

    @Test func valuesReadAsTypes() {
        let column = Table.Column(.strings(["1", "false", "2020-01-01", ""]))
        #expect(column.read(as: .number)[0] == .number(1))
        #expect(column.read(as: .boolean)[1] == .boolean(false))
        #expect(column.read(as: .date(format: nil))[2] == .number(1_577_836_800_000))
        #expect(column.read(as: .number)[3] == .null)
        #expect(column.read(as: .none) == column)
    }

    /// RFC 4180, and what a spreadsheet would take for a formula is marked as text.
    @Test func rowsAreWrittenAsCSV() {
        let text = DelimitedText.csv(
            header: ["a", "b c"], rows: [["1", "x,y"], ["say \"z\"", "two\nlines"], ["=1+1", "-5"]])
        #expect(text == "a,b c\r\n1,\"x,y\"\r\n\"say \"\"z\"\"\",\"two\nlines\"\r\n'=1+1,-5\r\n")
    }
}
