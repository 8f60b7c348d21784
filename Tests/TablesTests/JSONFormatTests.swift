import Documents
import Testing

@testable import Tables

struct JSONFormatTests {
    @Test func aListOfObjects() throws {
        #expect(
            try read(#"[{"a": 1, "b": "x"}, {"b": "y", "c": [1, 2]}]"#, named: "t.json").table.shown == """
                a     b  c
                1     x  null
                null  y  [1,2]
                """)
    }

    @Test(arguments: [
        ("[1, 2]", "data\n1\n2"), (#"["x"]"#, "data\nx"), (#"{"a": 5}"#, "a\n5"), ("[]", ""),
        (#"[{"a": null}, {"a": true}]"#, "a\nnull\ntrue"),
    ])
    func otherTops(_ text: String, _ shown: String) throws {
        #expect(try read(text, named: "t.json").table.shown == shown)
    }

    @Test(arguments: [
        (#"{"rows": [{"a": 1}]}"#, "rows"), (#"{"x": {"y": [{"a": 1}]}}"#, "x.y"), (#"[[{"a": 1}]]"#, "[0]"),
        (#"{"a b": [{"a": 1}]}"#, "['a b']"),
    ])
    func aPropertyLeadsToTheRows(_ text: String, _ property: String) throws {
        #expect(try read(text, named: "t.json", format: #"{"property": "\#(property)"}"#).table.shown == "a\n1")
    }

    @Test func aPropertyThatIsNotThereIsTold() {
        let found = problems(#"{"rows": []}"#, named: "t.json", format: #"{"property": "row"}"#)
        #expect(found == ["1:14: the data has no `row`"])
    }

    @Test func typesAreRead() throws {
        let table = try read(
            #"[{"v": "1,234", "d": "2020-01-01"}]"#, named: "t.json", types: ["v": .number, "d": .date(format: nil)]
        ).table
        #expect(table.row(0).json == #"{"v":1234,"d":1577836800000}"#)
    }

    @Test func anObjectALine() throws {
        let text = """
            {"a": 1, "b": "x"}

            {"a": 2.5}
            """
        #expect(
            try read(text, named: "t.ndjson").table.shown == """
                a    b
                1    x
                2.5  null
                """)
    }

    @Test func everyBrokenLineIsToldWithItsNumber() {
        let text = """
            {"a": 1}
            {"a": }
            {"a": 2}
            {"a"
            """
        let found = problems(text, named: "t.jsonl")
        #expect(found.map { $0.prefix(2) } == ["2:", "4:"])
    }

    @Test func brokenJSONIsToldWithItsPlace() {
        let found = problems("[{\"a\": 1},\n {\"a\" 2}]", named: "t.json")
        #expect(found.first?.hasPrefix("2:7: ") == true, "\(found)")
    }
}
