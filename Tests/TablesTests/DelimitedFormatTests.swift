import Documents
import Testing

@testable import Tables

/// What pandas 3.1 reads with `pandas.read_csv(io.StringIO(text), dtype=…)`, codes and empty texts apart: those stay.
struct DelimitedFormatTests {
    @Test func commas() throws {
        let table = try read(
            """
            city,people,note
            Almaty,2.2,"old, large"
            Astana,1.4,
            """
        ).table
        #expect(
            table.shown == """
                city    people  note
                Almaty  2.2     old, large
                Astana  1.4     ''
                """)
    }

    @Test func tabulators() throws {
        #expect(
            try read("a\tb\n1\tx y\n", named: "t.tsv").table.shown == """
                a  b
                1  x y
                """)
    }

    @Test(arguments: [(";", "a;b\n1;2\n"), ("|", "a|b\n1|2\n"), ("\\\\t", "a\tb\n1\t2\n"), (" ", "a b\n1 2\n")])
    func separatorsThatAreSaid(_ separator: String, _ text: String) throws {
        let format = #"{"type": "dsv", "delimiter": "\#(separator)"}"#
        #expect(try read(text, named: "t.txt", format: format).table.shown == "a  b\n1  2")
    }

    @Test(arguments: ["a;b\n1;2\n3;4\n", "a\tb\n1\t2\n3\t4\n"])
    func aSeparatorThatTheNameDoesNotPromiseIsFound(_ text: String) throws {
        #expect(try read(text).table.shown == "a  b\n1  2\n3  4")
    }

    @Test func namesOfColumnsMayBeSaid() throws {
        #expect(
            try read("1,2\n3,4\n", format: #"{"header": ["p", "q"]}"#).table.shown == """
                p  q
                1  2
                3  4
                """)
    }

    @Test func linesBeforeTheTableAreSkipped() throws {
        let text = """
            Statistics office
            printed in 2020
            a,b
            1,2
            """
        #expect(try read(text, format: #"{"skip": 2}"#).table.shown == "a  b\n1  2")
    }

    @Test func aPreambleIsFound() throws {
        let text = """
            Statistics office
            a,b,c
            1,2,3
            4,5,6
            """
        #expect(try read(text).table.shown == "a  b  c\n1  2  3\n4  5  6")
    }

    @Test func decimalCommas() throws {
        let format = #"{"delimiter": ";", "decimal": ","}"#
        #expect(
            try read("a;v\nx;1,5\ny;1.234,25\n", format: format, types: ["v": .number]).table.shown == """
                a  v
                x  1.5
                y  1234.25
                """)
    }

    @Test func marksOfWhatIsMissing() throws {
        #expect(
            try read("a,v\nx,1\ny,n/a\nz,..\n", types: ["v": .number]).table.shown == """
                a  v
                x  1
                y  null
                z  null
                """)
        let own = try read("a,v\nx,1\ny,-99\n", format: #"{"missing": ["-99"]}"#, types: ["v": .number])
        #expect(own.table.column("v")?.values == [.number(1), .null])
    }

    @Test func datesOfAnOrder() throws {
        let format = #"{"dates": "day-first"}"#
        let table = try read("d\n03.04.2020\n", format: format, types: ["d": .date(format: nil)]).table
        // date -u -d 2020-04-03 +%s
        #expect(table.column("d")?[0] == .number(1_585_872_000_000))
    }

    @Test func typesAreLookedFor() throws {
        let table = try read("d,ok,n\n2020-01-01,true,5\n", infersTypes: true).table
        #expect(table.row(0).json == #"{"d":1577836800000,"ok":true,"n":5}"#)
    }

    @Test func namesThatComeTwiceAreNumbered() throws {
        #expect(try read("a,a,a\n1,2,3\n").table.names == ["a", "a_2", "a_3"])
    }

    @Test(arguments: [
        ("a,b\n1\n", "{}", "2:1: this row has 1 fields, the header has 2"),
        ("a,b\n1,2,3\n", "{}", "2:1: this row has 3 fields, the header has 2"),
        ("a\n\"x\n", "{}", "2:1: the quote that opens on this line never closes"),
        ("a\n1\n", #"{"delimiter": "ab"}"#, "1:15: `delimiter` is one character of ASCII"),
        ("a\n1\n", #"{"decimal": ";"}"#, "1:13: `decimal` is `.` or `,`, not `;`"),
        ("a\n1\n", #"{"decimal": ",", "thousands": ","}"#, "1:31: `decimal` and `thousands` are not the same mark"),
        ("a\n1\n", #"{"type": "cvs"}"#, "1:10: `cvs` is no kind of file that holds a table"),
        ("a\n1\n", #"{"delimitr": ";"}"#, "1:2: unknown key `delimitr`"),
    ])
    func whatIsWrongIsToldWithItsPlace(_ text: String, _ format: String, _ message: String) {
        let found = problems(text, format: format)
        #expect(found.count == 1 && found[0].hasPrefix(message), "\(found)")
    }

    @Test func cellsThatAreNoNumbersAreRefusedOrTold() throws {
        let text = "a,v\nx,1\ny,many\n"
        #expect(throws: Diagnostics.self) { try read(text, types: ["v": .number]) }
        let lenient = try read(text, types: ["v": .number], care: .asReference)
        #expect(lenient.table.column("v")?[0] == .number(1))
        #expect(lenient.table.column("v")?.numbers[1].isNaN == true)
        #expect(lenient.notes.all.contains { $0.message.contains("many") && $0.severity == .warning })
    }
}
