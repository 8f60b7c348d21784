import Archives
import Reports
import SceneGraph
import Slides
import Testing

@testable import Dossier

/// Figures of the flagship as slides: what can be read in the figure can be read, found and edited on the slide.
@Suite struct SlideTextTests {
    private static let folder =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        + "/Reports/russia-china-central-asia/figures/"

    @Test(arguments: [
        "students.vl.json", "land-comparison.vl.json", "engagement.vl.json", "timeline.yaml", "ceded-land.yaml",
    ])
    func everyTextOfTheSceneIsTextInTheDeck(name: String) throws {
        let figure = try Figure(path: SlideTextTests.folder + name)
        let fonts = try FontLibrary(family: Theme.dossier.family, fallbacks: Theme.dossier.fallbackFamilies)
        let drawn = try figure.drawn(fonts: fonts, size: .slide)
        #expect(drawn.scene.size == Size(1920, 1080))
        // 12 pt on a slide 7.5 inches high.
        #expect(try #require(drawn.scene.smallestType) > 23.9)
        let deck = Deck(title: "d", slides: [Slide(drawn, name: figure.name)])
        let package = try deck.package(measurer: fonts)
        let entries = try ArchiveReader.entries(of: package.bytes, file: "deck.pptx")
        #expect(!entries.contains { $0.path.hasPrefix("ppt/media") })
        let slide = String(
            decoding: try #require(entries.first { $0.path == "ppt/slides/slide1.xml" }).bytes, as: UTF8.self)
        #expect(!slide.contains("<p:pic>"))
        var written: [String: Int] = [:]
        for piece in slide.split(separator: "<a:t>").dropFirst() {
            written[String(piece.prefix { $0 != "<" }), default: 0] += 1
        }
        var missing: [String] = []
        drawn.scene.root.forEach { node in
            guard case .text(let text) = node.content else { return }
            for line in text.lines where !line.isEmpty {
                let escaped = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
                    ">", with: "&gt;"
                )
                .replacing("\"", with: "&quot;")
                if written[escaped, default: 0] == 0 { missing.append(line) } else { written[escaped, default: 0] -= 1 }
            }
        }
        #expect(missing.isEmpty)
    }

    @Test func reportsAskForTheirDeckInTheFrontMatter() throws {
        let report = """
            ---
            title: R
            slides: {charts: naïve, size: 5:4, template: ../house.pptx, colour: red}
            ---
            Text.
            """
        #expect(throws: Diagnostics.self) { try Report(file: "r.md", contents: Array(report.utf8)) }
        let known = try Report(file: "r.md", contents: Array(report.replacing(", colour: red", with: "").utf8))
        let briefing = Briefing(report: known, path: "r.md", project: Project(containing: "r.md"), facts: .empty)
        do throws(Diagnostics) {
            _ = try briefing.deckStyle()
            Issue.record("the style was taken")
        } catch {
            #expect(error.errors.map(\.path) == ["slides.charts", "slides.size", "slides.size", "slides.template"])
            #expect(error.errors.allSatisfy { $0.location?.line == 3 })
        }
    }
}
