import Testing

@testable import Markdown

/// Blocks as CommonMark 0.31 and GFM 0.29 have them (`cmark-gfm -e table -e footnotes -t xml`).
struct MarkdownBlockTests {
    @Test func headingsAndParagraphs() throws {
        #expect(
            try outline(
                """
                # One

                Two
                three

                Four
                ----
                """) == """
                    heading 1: One
                    paragraph: Two⏎three
                    heading 2: Four
                    """)
    }

    @Test func headingsMayHaveNames() throws {
        #expect(try outline("## Growth {#growth}") == "heading 2: Growth #growth")
        #expect(try outline("## Growth {not a name}") == "heading 2: Growth {not a name}")
    }

    @Test func lists() throws {
        #expect(
            try outline(
                """
                - a
                - b
                  1. c

                7) d

                   e
                """) == """
                    list
                      item
                        paragraph: a
                      item
                        paragraph: b
                        list from 1
                          item
                            paragraph: c
                    list from 7, loose
                      item
                        paragraph: d
                        paragraph: e
                    """)
    }

    @Test func tasks() throws {
        #expect(
            try outline("- [x] done\n- [ ] not yet\n- no task") == """
                list
                  item done
                    paragraph: done
                  item to do
                    paragraph: not yet
                  item
                    paragraph: no task
                """)
    }

    @Test func quotesAndBreaks() throws {
        #expect(try outline("> a\n> > b\n\n***") == "quote\n  paragraph: a\n  quote\n    paragraph: b\nbreak")
    }

    @Test func code() throws {
        #expect(try outline("```swift\nlet a = 1\n```") == "code swift: let a = 1⏎")
        #expect(try outline("    indented") == "code: indented⏎" || (try outline("    indented")) == "code: indented")
    }

    @Test func tables() throws {
        #expect(
            try outline("| a | b | c |\n|:--|:-:|--:|\n| 1 | *2* | 3 |\n| 4 | 5 |") == """
                table left center right
                  a | b | c
                  1 | [emphasis 2] | 3
                  4 | 5 |\u{20}
                """)
    }

    @Test func definitions() throws {
        #expect(try outline("Term\n: meaning\n: another") == "term: Term\n  paragraph: meaning\n  paragraph: another")
    }

    @Test(arguments: ["\\newpage", "\\pagebreak", "<!-- pagebreak -->", "{{< pagebreak >}}"])
    func endsOfPages(_ text: String) throws { #expect(try outline("a\n\n\(text)\n\nb").contains("\npage break\n")) }

    @Test func whatOtherToolsSetIsKeptAsItIsTyped() throws {
        #expect(try outline("::: warning").hasPrefix("container: ::: warning"))
        #expect(try outline("$$\nE = mc^2\n$$").hasPrefix("equation: $$"))
    }
}
