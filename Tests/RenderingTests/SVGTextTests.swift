import SceneGraph
import Testing
import Typography

@testable import Rendering

/// What stands in an SVG: text as text, names that do not clash, links of facts.
struct SVGTextTests {
    private let fonts: FontLibrary

    init() throws { fonts = try FontLibrary(family: "Lato") }

    private func svg(_ nodes: [Node], prefix: String = "", links: (String) -> String? = { _ in nil }) throws -> String {
        try SVGExporter.svg(of: small(60, 20, nodes), fonts: fonts, prefix: prefix, links: links)
    }

    private func text(_ lines: [String], angle: Double = 0, anchor: Text.Anchor = .start) -> Node {
        fonts.node(
            id: "t", role: "axis-label",
            Text(
                lines: lines, origin: Point(10, 12), anchor: anchor, font: Font("Lato", size: 10), fill: .color(.black),
                angle: angle))
    }

    @Test func theSizeIsThatOfTheScene() throws {
        let text = try svg([])
        #expect(
            text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\" viewBox=\"0 0 60 20\"")
        )
        #expect(text.hasSuffix("</svg>\n"))
    }

    @Test(arguments: [(Text.Anchor.middle, "text-anchor=\"middle\""), (.end, "text-anchor=\"end\"")])
    func anchors(_ anchor: Text.Anchor, _ wanted: String) throws {
        #expect(try svg([text(["a"], anchor: anchor)]).contains(wanted))
    }

    @Test func turnedTextTurnsAboutItsOrigin() throws {
        #expect(
            try svg([text(["a"], angle: -90)]).contains("rotate(-90 10 12)")
                || svg([text(["a"], angle: -90)]).contains("rotate(-90,10,12)"))
    }

    @Test func wordsAreEscaped() throws {
        let found = try svg([text(["a < b & \"c\""])])
        #expect(found.contains("a &lt; b &amp; &quot;c&quot;"))
        #expect(!found.contains("a < b"))
    }

    @Test func linesAreSpans() throws {
        let found = try svg([text(["one", "two"])])
        #expect(found.components(separatedBy: "<tspan").count == 3 || found.contains(">two<"))
    }

    @Test func namesOfDefinitionsBeginWithThePrefix() throws {
        let stops = [GradientStop(offset: 0, color: .red), GradientStop(offset: 1, color: .blue)]
        let ramp = Node.path(
            id: "g", role: "m", .rectangle(Rectangle(x: 0, y: 0, width: 60, height: 20)),
            fill: .linearGradient(from: Point(0, 0), to: Point(60, 0), stops: stops))
        let found = try svg([ramp], prefix: "fig2-")
        let name = try #require(found.firstMatch(of: /id="(fig2-[^"]+)"/)?.1)
        #expect(found.contains("url(#\(name))"))
    }

    @Test func oneGradientUsedTwiceIsDefinedOnce() throws {
        let stops = [GradientStop(offset: 0, color: .red), GradientStop(offset: 1, color: .blue)]
        let paint = Paint.linearGradient(from: Point(0, 0), to: Point(60, 0), stops: stops)
        let boxes = [0.0, 10].map { y in
            Node.path(
                id: "g\(y)", role: "m", .rectangle(Rectangle(x: 0, y: y, width: 60, height: 5)), fill: paint)
        }
        #expect(try svg(boxes).matches(of: /<linearGradient/).count == 1)
    }

    @Test func factsLeadToTheirNotes() throws {
        let bar = Node.path(
            id: "b", role: "mark-bar", .rectangle(Rectangle(x: 0, y: 0, width: 5, height: 5)), fill: .color(.red),
            facts: ["students"])
        #expect(try svg([bar], links: { $0 == "students" ? "#note-1" : nil }).contains("<a href=\"#note-1\""))
        #expect(try !svg([bar]).contains("<a "))
    }
}
