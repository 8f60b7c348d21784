import Documents
import Testing

@testable import Markdown

@Suite("Markdown")
struct MarkdownDocumentTests {
    private func read(_ text: String) throws -> MarkdownDocument {
        try MarkdownDocument(file: "a.md", contents: Array(text.utf8))
    }

    @Test("front matter, blocks and their lines")
    func structure() throws {
        let document = try read("---\ntitle: A\n---\n\n# Head\n\nText with [](fact:a-b).\n\n- x\n- y\n\n> q\n")
        #expect(document.frontMatter?["title"]?.string == "A")
        #expect(document.blocks.map(\.location.line) == [5, 7, 9, 12])
        guard case .paragraph(let inlines) = document.blocks[1].content else {
            Issue.record("no paragraph")
            return
        }
        #expect(inlines.map(\.plainText).joined() == "Text with .")
        guard case .link(let address, let inner) = inlines[1].content else {
            Issue.record("no link")
            return
        }
        #expect(address == "fact:a-b" && inner.isEmpty)
        #expect(inlines[1].location == SourceLocation(line: 7, column: 11))
    }

    @Test(
        "braces that nothing closes are signs, and looked at once", .timeLimit(.minutes(1)),
        arguments: ["{{ ", "{% ", "\\ab{"])
    func openBraces(word: String) throws {
        let document = try read(String(repeating: word, count: 50_000))
        #expect(document.blocks.count == 1)
    }

    @Test("GFM tables with alignment, and footnotes")
    func extensions() throws {
        let document = try read("| a | b |\n|---|--:|\n| 1 | 2 |\n\nText[^n].\n\n[^n]: The note.\n")
        guard case .table(let table) = document.blocks[0].content else {
            Issue.record("no table")
            return
        }
        #expect(table.alignments == [.left, .right])
        #expect(table.rows.count == 1)
        #expect(document.footnotes.map(\.blocks.count) == [1])
    }

    @Test("HTML is text")
    func html() throws {
        let document = try read("<script>alert(1)</script>\n\na <b>b</b>\n")
        guard case .html(let text) = document.blocks[0].content else {
            Issue.record("no HTML block")
            return
        }
        #expect(text.contains("alert"))
    }

    @Test("broken input is told with its line")
    func broken() {
        #expect(throws: Diagnostics.self) { try read("---\ntitle: A\n\nno end") }
        #expect(throws: Diagnostics.self) { try read("---\ntitle: [\n---\n") }
        do {
            _ = try MarkdownDocument(file: "a.md", contents: Array("ok\n\nbad ".utf8) + [0xFF])
            Issue.record("broken UTF-8 was read")
        } catch {
            #expect(error.all.first?.location?.line == 3)
        }
    }

    @Test("deep nesting and long input end")
    func hostile() throws {
        let quotes = try read(String(repeating: ">", count: 20_000) + " x")
        #expect(!quotes.blocks.isEmpty)
        let emphasis = try read(String(repeating: "*a ", count: 20_000))
        #expect(emphasis.blocks.count == 1)
    }
}
