import Documents
import Foundation
import Testing

@Suite("Limits")
struct LimitTests {
    @Test("what is over is named, and how to raise it")
    func exceeded() throws {
        try Limit.pages.check(3, "a report")
        do {
            try Limit.pixels.check(2_000_000_000.0, "the picture")
            Issue.record("it was allowed")
        } catch {
            #expect(
                error.message == "the picture would be 2,000,000,000 \(Limit.pixels.meaning); 100,000,000 are allowed")
            #expect(error.advice == "if that is meant, raise the limit: --limit pixels=1000000000")
        }
        #expect(throws: Diagnostic.self) { try Limit.rows.check(.infinity, "it") }
        #expect(throws: Diagnostic.self) { try Limit.rows.check(.nan, "it") }
    }

    @Test(
        "settings that make no sense are told",
        arguments: ["", "rows", "rows=", "rows=-1", "rows=1e99", "row=5", "rows=x"])
    func settings(setting: String) {
        do {
            try Limit.allow(setting)
            Issue.record("it was taken")
        } catch {
            #expect(error.cause == .usage)
        }
    }

    @Test("the table of the README is the program's own")
    func readme() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../README.md")
        #expect(try String(contentsOf: root, encoding: .utf8).contains(Limit.table(markdown: true)))
    }

    @Test("every limit stands in the table, once")
    func table() {
        let lines = Limit.table().split(separator: "\n")
        #expect(lines.count == Limit.allCases.count)
        for limit in Limit.allCases {
            #expect(lines.filter { $0.hasPrefix(limit.rawValue + " ") }.count == 1)
            #expect(limit.value == limit.standard && limit.standard <= limit.most)
        }
    }
}

@Suite("Many problems")
struct DiagnosticsTests {
    @Test("what was told is not told again, however it was added")
    func once() {
        var problems = Diagnostics([Diagnostic("a")])
        problems.add(Diagnostic("b"))
        problems.addOnce(Diagnostic("a"))
        problems.addOnce(Diagnostics([Diagnostic("b"), Diagnostic("c"), Diagnostic("c")]))
        problems.add(Diagnostic("d"))
        problems.addOnce(Diagnostic("d"))
        problems.addOnce(Diagnostic("d", path: "elsewhere"))
        #expect(problems.all.map(\.message) == ["a", "b", "c", "d", "d"])
    }
}

@Suite("What messages may not do to a terminal")
struct PrintableTests {
    @Test(arguments: [
        ("plain — ж", "plain — ж"), ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\u{202E}gpj", "\\u{202E}gpj"), ("\u{0}\u{9B}", "\\u{0}\\u{9B}"),
    ]) func printable(text: String, expected: String) {
        #expect(Diagnostic.printable(text) == expected)
        let problem = Diagnostic(text, file: text, path: text, advice: text)
        #expect(problem.description.split(separator: "\n").count == 3)
    }

    @Test("80,000 unknown keys are told in a hundred lines and a count")
    func manyKeys() {
        let members = (0..<80_000).map { index in
            DocumentObject.Member(
                key: "key\(index)", keyLocation: SourceLocation(line: index + 1, column: 1), value: DocumentNode(.null))
        }
        var reader = DocumentReader(DocumentNode(.object(DocumentObject(members))), noun: "a thing")
        reader.allow("key", "other")
        reader.finish()
        #expect(reader.problems.all.count == 101)
        #expect(reader.problems.all.last?.message == "79900 more unknown keys in a thing")
        #expect(reader.problems.all.last?.location?.line == 101)
    }
}
