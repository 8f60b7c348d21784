import Testing

@testable import Documents

@Suite("JSON with places")
struct JSONReaderTests {
    private func read(_ text: String) throws -> DocumentNode {
        try JSONReader.read(Array(text.utf8), file: "a.json")
    }

    private func problem(_ text: String) -> Diagnostic? {
        do {
            _ = try read(text)
            return nil
        } catch let problems as Diagnostics {
            return problems.all.first
        } catch {
            return nil
        }
    }

    @Test("values keep their line and column")
    func places() throws {
        let node = try read("{\n  \"a\": [1, true,\n null]\n}")
        #expect(node["a"]?.location == SourceLocation(line: 2, column: 8))
        #expect(node["a"]?.array?[2].location == SourceLocation(line: 3, column: 2))
        #expect(node["a"]?.array?.map(\.kind) == ["a number", "a boolean", "null"])
    }

    @Test(
        "numbers are the nearest double",
        arguments: ["0", "-0", "1.5", "0.1", "13198", "1e308", "5e-324", "123456789.123456789", "9007199254740993"])
    func numbers(_ text: String) throws {
        #expect(try read(text).number == Double(text))
    }

    @Test("escapes, surrogate pairs and Unicode")
    func strings() throws {
        #expect(try read("\"a\\n\\u00e9\\ud83d\\ude00ж\"").string == "a\né😀ж")
    }

    @Test(
        "broken input is told with its place",
        arguments: [
            ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("{\"a\" 1}", 1, 6), ("{\"a\":1,\"a\":2}", 1, 8), ("01", 1, 1),
            ("1e999", 1, 1), ("\"a\nb\"", 1, 3), ("[1] x", 1, 5), ("nul", 1, 1), ("\"\\ud800\"", 1, 2), ("{a:1}", 1, 2),
        ])
    func broken(_ text: String, line: Int, column: Int) {
        #expect(problem(text)?.location == SourceLocation(line: line, column: column))
    }

    @Test("nesting is bounded")
    func deep() {
        let text = String(repeating: "[", count: 100_000)
        #expect(problem(text)?.message.contains("nested deeper") == true)
    }

    @Test("text that is not UTF-8 is refused")
    func encoding() {
        #expect(throws: Diagnostics.self) {
            try JSONReader.read([0x22, 0xFF, 0x22], file: "a.json")
        }
    }
}
