import Testing

@testable import Documents

@Suite("YAML with places")
struct YAMLReaderTests {
    private func read(_ text: String, firstLine: Int = 1) throws -> DocumentNode {
        try YAMLReader.read(Array(text.utf8), file: "a.yaml", firstLine: firstLine)
    }

    private func problem(_ text: String) -> Diagnostic? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return (error as? Diagnostics)?.all.first
        }
    }

    @Test(
        "a control character is told with its line and column",
        arguments: [("a: 1\nb: x\u{1}y\n", 2, 5), ("\u{7F}", 1, 1), ("ж: \u{FFFE}", 1, 5), ("- a\n- \u{0}", 2, 3)])
    func control(text: String, line: Int, column: Int) {
        let problem = problem(text)
        #expect(problem?.location == SourceLocation(line: line, column: column))
        #expect(problem?.message.contains("control characters") == true)
    }

    @Test("the core schema of YAML 1.2: the country code NO is a string")
    func schema() throws {
        let node = try read("a: NO\nb: 1e3\nc: 0x1F\nd: ~\ne: true\nf: \"12\"\ng: 1.5.2\nh: 1969-03-02\ni: -7\nj: .inf")
        #expect(node["a"]?.string == "NO")
        #expect(node["b"]?.number == 1000)
        #expect(node["c"]?.number == 31)
        #expect(node["d"]?.isNull == true)
        #expect(node["e"]?.boolean == true)
        #expect(node["f"]?.string == "12")
        #expect(node["g"]?.string == "1.5.2")
        #expect(node["h"]?.string == "1969-03-02")
        #expect(node["i"]?.number == -7)
        #expect(node["j"]?.string == ".inf")
    }

    @Test("front matter keeps the lines of its file")
    func offset() throws {
        let node = try read("title: A\ndate: 2026-11-23", firstLine: 2)
        #expect(node["date"]?.location == SourceLocation(line: 3, column: 7))
    }

    @Test("malformed YAML is told with its line")
    func malformed() {
        #expect(problem("a: [1, 2\nb: 3")?.location?.line == 2)
        #expect(problem("a: 1\na: 2")?.message.contains("stands twice") == true)
        #expect(problem("")?.message == "the file is empty")
        #expect(problem("a: *nowhere") != nil)
        #expect(problem("? [1]\n: 2") != nil)
    }

    @Test("a few lines of aliases cannot stand for billions of values")
    func aliases() {
        var text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
        for level in 1...9 {
            let before = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(before)]\n"
        }
        #expect(problem(text)?.message.contains("more than") == true)
    }
}
