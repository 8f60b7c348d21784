import Documents
import Testing

@testable import Tables

struct DataValueTests {
    private static func value(_ json: String) throws -> DataValue {
        DataValue(try JSONReader.read(Array(json.utf8), file: "t.json"))
    }

    /// Node 20: `Number(value)` and `String(value)`, null and empty text apart.
    @Test(arguments: [
        ("5", 5.0, "5"), ("true", 1, "true"), ("false", 0, "false"), (#""12""#, 12, "12"), ("[7]", 7, "7"),
        ("[]", 0, ""),
    ])
    func conversions(_ json: String, _ number: Double, _ text: String) throws {
        let value = try Self.value(json)
        #expect(value.asNumber == number)
        #expect(value.asText == text)
    }

    @Test(arguments: ["null", #""""#])
    func nothingIsNoNumber(_ json: String) throws { #expect(try Self.value(json).asNumber == nil) }

    @Test(arguments: [#"{"a":[1,"x",null],"b":{"c":true}}"#, #"["é\n\"q\""]"#, "[]", "{}"])
    func jsonIsWrittenAsItWasRead(_ json: String) throws { #expect(try Self.value(json).json == json) }

    @Test func whatJSONCannotSayIsNull() {
        #expect(DataValue.array([.number(.nan), .number(.infinity)]).json == "[null,null]")
    }

    @Test(arguments: [
        ("null", "5", -1), ("5", "null", 1), ("1", "2", -1), ("2", "2", 0), (#""a""#, #""b""#, -1),
        (#""10""#, #""9""#, -1), (#""B""#, #""a""#, -1), ("null", "null", 0),
    ])
    func order(_ a: String, _ b: String, _ wanted: Int) throws {
        #expect(DataValue.ascending(try Self.value(a), try Self.value(b)) == wanted)
    }

    @Test(arguments: [
        ("a", "1"), ("b.c", "2"), ("b['c']", "2"), ("l[1]", "4"), ("l.length", "2"), ("t.length", "3"),
        ("t[0]", #""x""#),
        ("b.none", "null"), ("l[9]", "null"), ("a.b", "null"),
    ])
    func paths(_ path: String, _ wanted: String) throws {
        let row = try Self.value(#"{"a": 1, "b": {"c": 2}, "l": [3, 4], "t": "xyz"}"#)
        #expect(FieldPath(path).value(in: row).json == wanted)
    }

    @Test(arguments: [
        ("a.b", ["a", "b"]), (#"a\.b"#, ["a.b"]), ("a[0].b", ["a", "0", "b"]), ("a[\"x y\"]", ["a", "x y"]), ("", [""]),
        ("a[", ["a["]),
    ])
    func partsOfPaths(_ path: String, _ parts: [String]) { #expect(FieldPath(path).parts == parts) }
}
