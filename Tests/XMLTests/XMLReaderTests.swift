import Documents
import Testing

@testable import XML

struct XMLReaderTests {
    private static func read(_ text: String) throws -> XMLElement {
        try XMLReader.read(Array(text.utf8), file: "t.xml")
    }

    private static func problem(_ text: String) -> Diagnostic? {
        do {
            _ = try read(text)
            return nil
        } catch { return error as? Diagnostic }
    }

    @Test func elementsWithinElements() throws {
        let book = try Self.read(
            """
            <?xml version="1.0"?>
            <book year="2020">
              <!-- a remark -->
              <sheet name="A &amp; B"><row><cell/></row></sheet>
              <sheet name="&#x4E2D;"/>
            </book>
            """)
        #expect(book.name == "book")
        #expect(book["year"] == "2020")
        #expect(book["none"] == nil)
        #expect(book.children.map { $0["name"] } == ["A & B", "中"])
        #expect(book.child("sheet")?.children.map(\.name) == ["row"])
        #expect(book.descendant("sheet", "row", "cell") != nil)
        #expect(book.descendant("sheet", "cell") == nil)
        #expect(book.contains("cell") && book.contains("book") && !book.contains("table"))
    }

    @Test func namespacesAreKeptApart() throws {
        let root = try Self.read(
            """
            <a xmlns="http://example.org/main" xmlns:r="http://example.org/relationships">
              <r:b r:id="7" id="8"/>
            </a>
            """)
        let inner = try #require(root.child("b"))
        #expect(root.namespace == "http://example.org/main")
        #expect(inner.namespace == "http://example.org/relationships")
        #expect(inner["id"] == "8")
        #expect(inner.attribute("id", namespace: "relationships") == "7")
        #expect(inner.attribute("id", namespace: "main") == nil)
    }

    @Test func elementsKnowTheirBytes() throws {
        let text = "<a><b>é</b><c/></a>"
        let bytes = Array(text.utf8)
        func part(_ element: XMLElement?) -> String {
            element.map { String(decoding: bytes[$0.range], as: UTF8.self) } ?? ""
        }
        let root = try Self.read(text)
        #expect(part(root) == text)
        #expect(part(root.child("b")) == "<b>é</b>")
        #expect(part(root.child("c")) == "<c/>")
    }

    @Test(arguments: [
        ("", "is no XML that can be read: no element found", 1, 1),
        ("<a>", "is no XML that can be read: no element found", 1, 4),
        ("<a>\n  <b>\n</a>", "is no XML that can be read: mismatched tag", 3, 3),
        ("<a b=1/>", "is no XML that can be read: not well-formed (invalid token)", 1, 6),
        ("<a/><b/>", "is no XML that can be read: junk after document element", 1, 5),
        ("<a>&nbsp;</a>", "is no XML that can be read: undefined entity", 1, 4),
    ])
    func whatIsBrokenIsToldWithItsPlace(_ text: String, _ message: String, _ line: Int, _ column: Int) throws {
        let problem = try #require(Self.problem(text))
        #expect(problem.message == message)
        #expect(problem.location == SourceLocation(line: line, column: column))
    }

    /// Entities that grow out of each other are not even begun.
    @Test func documentTypesAreRefused() throws {
        let text = "<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]><a>&y;</a>"
        #expect(try #require(Self.problem(text)).message == "has a document type, which is not read")
    }

    @Test func deepNestingIsRefused() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(throws: Never.self) { try Self.read(nested(256)) }
        #expect(try #require(Self.problem(nested(257))).message == "is nested deeper than 256")
    }
}
