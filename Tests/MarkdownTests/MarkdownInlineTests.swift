import Documents
import Testing

@testable import Markdown

/// Pieces of text as CommonMark 0.31 and GFM 0.29 have them, and what Pandoc reads besides.
struct MarkdownInlineTests {
    @Test(arguments: [
        ("*a* **b** ~~c~~", "[emphasis a] [strong b] [struck c]"), ("***a***", "[emphasis [strong a]]"),
        ("`a * b`", "[code a * b]"), ("[a](b.md)", "[link b.md a]"), ("![c](p.png)", "[image p.png c]"),
        ("[](fact:x)", "[link fact:x ]"), ("a  \nb", "a⏎⏎b"), ("a\\*b", "a*b"), ("a &amp; b", "a & b"),
        ("x <b>y</b>", "x [strong y]"),
        ("x <q>y</q>", "x [html <q>]y[html </q>]"),
        ("<https://example.org>", "[link https://example.org https://example.org]"),
        ("H~2~O and x^2^", "H[lowered 2]O and x[raised 2]"), ("snake_case_name", "snake_case_name"),
    ])
    func inlines(_ text: String, _ wanted: String) throws {
        let found = try pieces(text)
        #expect(found == wanted)
    }

    @Test(
        arguments: [
            ("costs $5 and $10", "costs $5 and $10"), ("$x^2$", nil), ("a $\\alpha$ b", "a [equation $\\alpha$] b"),
            ("`$x$`", "[code $x$]"), ("\\$x$", "$x$"), ("$ x $", "$ x $"),
        ] as [(String, String?)])
    func equationsAreToldFromMoney(_ text: String, _ wanted: String?) throws {
        let found = wanted == nil ? try outline(text) : try pieces(text)
        #expect(found == wanted ?? "equation: $x^2$")
    }

    @Test func attributesOfPictures() throws {
        let document = try MarkdownDocument(
            file: "a.md", contents: Array(#"![c](p.png){alt="A bridge" width=half} and more"#.utf8))
        guard case .paragraph(let inlines)? = document.blocks.first?.content else {
            Issue.record("no paragraph")
            return
        }
        #expect(inlines[0].attributes == ["alt": "A bridge", "width": "half"])
        #expect(inlines[1].plainText == " and more")
    }

    @Test func footnotesAreGathered() throws {
        let document = try MarkdownDocument(
            file: "a.md", contents: Array("One[^a], two[^b].\n\n[^a]: First.\n[^b]: Second.".utf8))
        let found = try pieces("One[^a].\n\n[^a]: First.")
        #expect(found == "One[note 1].")
        #expect(document.footnotes.count == 2)
    }

    @Test func piecesKnowWhereTheyStand() throws {
        let document = try MarkdownDocument(file: "a.md", contents: Array("\nab *cd*\n[e](f)".utf8))
        guard case .paragraph(let inlines)? = document.blocks.first?.content else {
            Issue.record("no paragraph")
            return
        }
        let places = inlines.filter { $0.inner != nil }.map(\.location)
        #expect(places == [SourceLocation(line: 2, column: 4), SourceLocation(line: 3, column: 1)])
    }
}
