import Archives
import Documents
import SceneGraph
import Slides
import Testing
import Typography

/// The parts of a packaged deck, by path.
func parts(of deck: Deck) throws -> [String: String] {
    let package = try deck.package(measurer: measurer)
    let entries = try ArchiveReader.entries(of: package.bytes, file: "deck.pptx")
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
}

@Suite struct DeckTests {
    @Test func everyPartThatIsNamedIsThere() throws {
        let parts = try parts(of: sampleDeck())
        let types = try #require(parts["[Content_Types].xml"])
        for piece in types.components(startingWith: "PartName=\"/") { #expect(parts[piece] != nil, "\(piece)") }
        for (path, xml) in parts where path.hasSuffix(".rels") {
            let folder = path.split(separator: "/").dropLast(2).map(String.init)
            for target in xml.components(startingWith: "Target=\"") {
                var steps = target.hasPrefix("/") ? [] : folder
                for step in target.split(separator: "/").map(String.init) {
                    if step == ".." { steps.removeLast() } else { steps.append(step) }
                }
                #expect(parts[steps.joined(separator: "/")] != nil, "\(path): \(target)")
            }
        }
        #expect(parts.keys.filter { $0.hasPrefix("ppt/slides/slide") }.count == 4)
        #expect(parts.keys.filter { $0.hasPrefix("ppt/notesSlides/notesSlide") } == ["ppt/notesSlides/notesSlide2.xml"])
    }

    @Test func sameDeckSameBytes() throws {
        let first = try sampleDeck().package(measurer: measurer)
        let second = try sampleDeck().package(measurer: measurer)
        #expect(first.bytes == second.bytes)
        #expect(first.warnings.map(\.file) == ["students again"])
    }

    @Test func titlesAreUniqueAndFirst() throws {
        let parts = try parts(of: sampleDeck())
        let second = try #require(parts["ppt/slides/slide2.xml"])
        let third = try #require(parts["ppt/slides/slide3.xml"])
        #expect(second.contains("<a:t>Students grew seventeenfold</a:t>"))
        #expect(third.contains("<a:t>Students grew seventeenfold (2)</a:t>"))
        for slide in [second, third] {
            let title = try #require(slide.firstPosition(of: "<p:ph type=\"title\"/>"))
            let figure = try #require(slide.firstPosition(of: "<p:grpSp>"))
            #expect(title < figure)
            #expect(slide.components(startingWith: "<p:ph type=\"").count == 1)
        }
    }

    @Test func figureBearsItsAlternativeAndNodesTheirIds() throws {
        let slide = try #require(try parts(of: sampleDeck())["ppt/slides/slide2.xml"])
        #expect(slide.contains("name=\"students\" descr=\"Bar chart: 781 students in 2005, 13,198 in 2015.\""))
        #expect(slide.contains("name=\"students/bar[2015]\""))
        #expect(slide.contains("lang=\"en-GB\""))
    }

    @Test func picturesHaveADrawingAndPixels() throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47], svg = Array("<svg/>".utf8)
        func deck(_ png: [UInt8]) -> Deck {
            Deck(
                title: "d",
                slides: [
                    Slide(
                        title: "Claim", content: .picture(svg: svg, png: png, size: Size(1920, 1080)),
                        alternative: "Bars.", name: "students")
                ])
        }
        let parts = try parts(of: deck(png))
        let slide = try #require(parts["ppt/slides/slide1.xml"])
        #expect(slide.contains("name=\"students\" descr=\"Bars.\""))
        #expect(slide.contains("<a:t>Claim</a:t>"))
        #expect(parts["ppt/media/image2.svg"] == "<svg/>")
        #expect(parts["ppt/slides/_rels/slide1.xml.rels"]?.contains("Id=\"rId3\" Type=") == true)
        #expect(parts["ppt/slides/_rels/slide1.xml.rels"]?.contains("../media/image2.svg") == true)
        #expect(parts["[Content_Types].xml"]?.contains("image/svg+xml") == true)
        #expect(throws: Diagnostics.self) { try deck(Array("GIF".utf8)).package(measurer: measurer) }
    }

    @Test func notesAreParagraphs() throws {
        let notes = try #require(try parts(of: sampleDeck())["ppt/notesSlides/notesSlide2.xml"])
        #expect(notes.contains("<a:t>Say this.</a:t>"))
        #expect(notes.contains("<a:t>Then that.</a:t>"))
    }

    @Test func everyFaultIsTold() {
        var deck = sampleDeck()
        deck.slides = [
            Slide(title: "", figure: sampleFigure()),
            Slide(title: "x", figure: Scene(size: Size(0, 10), root: sampleFigure().root)),
            Slide(title: "y", figure: Scene(size: Size(.nan, 10), root: sampleFigure().root)),
            Slide(
                title: "z",
                figure: Scene(
                    size: Size(10, 10),
                    root: Node(
                        id: "i", role: "image", bounds: .zero,
                        content: .image(
                            Image(png: Array("GIF89a".utf8), frame: Rectangle(x: 0, y: 0, width: 1, height: 1)))))),
        ]
        #expect {
            try deck.package(measurer: measurer)
        } throws: { ($0 as? Diagnostics)?.errors.count == 4 }
        deck.slides = []
        #expect(throws: Diagnostics.self) { try deck.package(measurer: measurer) }
    }

    @Test func hostileTextStaysText() throws {
        var deck = sampleDeck()
        deck.title = "</dc:title>&\u{0}\u{1}\"'"
        deck.slides[0].title = "<a:t>\u{FFFF}&amp;"
        let parts = try parts(of: deck)
        #expect(parts["docProps/core.xml"]?.contains("<dc:title>&lt;/dc:title&gt;&amp;&quot;'</dc:title>") == true)
        #expect(parts["ppt/slides/slide1.xml"]?.contains("<a:t>&lt;a:t&gt;&amp;amp;</a:t>") == true)
    }
}

extension String {
    /// What stands after each `prefix`, up to the next quotation mark.
    func components(startingWith prefix: String) -> [String] {
        var rest = self[...]
        var found: [String] = []
        while let range = rest.firstRange(of: prefix) {
            rest = rest[range.upperBound...]
            found.append(String(rest.prefix { $0 != "\"" }))
        }
        return found
    }

    func firstPosition(of text: String) -> Int? {
        firstRange(of: text).map { distance(from: startIndex, to: $0.lowerBound) }
    }
}
