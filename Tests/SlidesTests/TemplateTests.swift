import Archives
import Documents
import SceneGraph
import Slides
import Testing
import Typography

/// A template as small as they come: one master, a title layout and one with a title and a place for content.
private func template(
    layout: String = """
    <p:sp><p:nvSpPr><p:cNvPr id="3" name="C"/><p:cNvSpPr/><p:nvPr><p:ph idx="7"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>\
    <a:off x="100" y="2000000"/><a:ext cx="9000000" cy="4000000"/></a:xfrm></p:spPr></p:sp>
    """,
    presentation: String = "", extra: [ArchiveEntry] = []
) throws -> [UInt8] {
    let names =
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    func list(_ items: [(String, String)]) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + items.enumerated().map {
                "<Relationship Id=\"rId\($0.offset + 1)\" Type=\"\(types)\($0.element.0)\" Target=\"\($0.element.1)\"/>"
            }.joined()
            + "</Relationships>"
    }
    func sheet(_ name: String, _ inner: String, _ after: String = "") -> String {
        "<p:\(name) \(names)><p:cSld><p:spTree>\(inner)</p:spTree></p:cSld>\(after)</p:\(name)>"
    }
    let title = """
        <p:sp><p:nvSpPr><p:cNvPr id="2" name="T"/><p:cNvSpPr/><p:nvPr><p:ph \
        type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>\
        <a:off x="5" y="6"/><a:ext cx="9000000" cy="900000"/></a:xfrm></p:spPr></p:sp>
        """
    let titled = title.replacing(
        "<a:xfrm><a:off x=\"5\" y=\"6\"/><a:ext cx=\"9000000\" cy=\"900000\"/></a:xfrm>", with: "")
    return try ArchiveWriter.archive(
        [
            ArchiveEntry(
                path: "[Content_Types].xml",
                text:
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                    + "Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/ppt/masters/m.xml\" ContentType=\"master\"/><Override "
                    + "PartName=\"/ppt/slides/old.xml\" ContentType=\"slide\"/></Types>"
            ),
            ArchiveEntry(path: "_rels/.rels", text: list([("officeDocument", "ppt/presentation.xml")])),
            ArchiveEntry(
                path: "ppt/presentation.xml",
                text:
                    "\(presentation)<p:presentation \(names)><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" "
                    + "r:id=\"rId1\"/></p:sldMasterIdLst>"
                    + "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/></p:sldIdLst><p:sldSz cx=\"10000000\" "
                    + "cy=\"7000000\"/>"
                    + "<p:extLst><p:ext uri=\"s\"><p:sectionLst/></p:ext></p:extLst></p:presentation>"),
            ArchiveEntry(
                path: "ppt/_rels/presentation.xml.rels",
                text: list([("slideMaster", "masters/m.xml"), ("slide", "slides/old.xml")])),
            ArchiveEntry(path: "ppt/slides/old.xml", text: "<p:sld \(names)/>"),
            ArchiveEntry(
                path: "ppt/masters/m.xml",
                text: sheet("sldMaster", title, "<p:sldLayoutIdLst><p:sldLayoutId r:id=\"rId1\"/></p:sldLayoutIdLst>")),
            ArchiveEntry(
                path: "ppt/masters/_rels/m.xml.rels",
                text: list([("slideLayout", "../layouts/l.xml"), ("theme", "../house.xml")])),
            ArchiveEntry(path: "ppt/layouts/l.xml", text: sheet("sldLayout", titled + layout)),
            ArchiveEntry(path: "ppt/layouts/_rels/l.xml.rels", text: list([("slideMaster", "../masters/m.xml")])),
            ArchiveEntry(path: "ppt/house.xml", text: "<a:theme \(names)/>"),
        ] + extra)
}

private func problem(_ bytes: [UInt8]) -> String? {
    do {
        _ = try DeckTemplate(bytes, file: "house.pptx", mostBytes: 1 << 20)
        return nil
    } catch { return error.errors.first?.message }
}

@Suite struct TemplateTests {
    @Test func mastersAreKeptAndSlidesAreNot() throws {
        let house = try DeckTemplate(try template(), file: "house.pptx")
        #expect(house.size == SlideSize(width: 10_000_000, height: 7_000_000))
        var deck = sampleDeck()
        deck = Deck(title: deck.title, template: house, slides: deck.slides)
        let parts = try parts(of: deck)
        #expect(parts["ppt/house.xml"] != nil)
        #expect(parts["ppt/slides/old.xml"] == nil)
        let types = try #require(parts["[Content_Types].xml"])
        #expect(types.contains("PartName=\"/ppt/masters/m.xml\" ContentType=\"master\""))
        #expect(!types.contains("old.xml"))
        let presentation = try #require(parts["ppt/presentation.xml"])
        #expect(!presentation.contains("sectionLst"))
        #expect(!presentation.contains("r:id=\"rId2\""))
        #expect(presentation.components(startingWith: "r:id=\"dossierSlide").count == 4)
        #expect(presentation.contains("r:id=\"dossierNotes\""))
        #expect(try #require(parts["ppt/_rels/presentation.xml.rels"]).contains("Id=\"rId1\""))
    }

    @Test func figuresStandInThePlaceForContent() throws {
        let house = try DeckTemplate(try template(), file: "house.pptx")
        let deck = Deck(title: "d", template: house, slides: [Slide(title: "Claim", figure: sampleFigure(title: nil))])
        let slide = try #require(try parts(of: deck)["ppt/slides/slide1.xml"])
        // 1920 × 1080 in 9,000,000 × 4,000,000: 3703.7 EMU to the unit, in the middle.
        #expect(slide.contains("<a:off x=\"944544\" y=\"2000000\"/><a:ext cx=\"7111112\" cy=\"4000000\"/>"))
        #expect(slide.contains("<p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr></p:spPr>"))
        let rels = try #require(try parts(of: deck)["ppt/slides/_rels/slide1.xml.rels"])
        #expect(rels.contains("Target=\"/ppt/layouts/l.xml\""))
    }

    @Test func picturesAndChartsFillThePlaceholder() throws {
        let house = try DeckTemplate(try template(), file: "house.pptx")
        let deck = Deck(
            title: "d", template: house,
            slides: [
                Slide(
                    title: "Claim", content: .picture(svg: Array("<svg/>".utf8), png: [0x89, 1], size: Size(16, 9)),
                    alternative: "Bars."),
                Slide(title: "Chart", content: .chart(sampleChart, around: sampleFigure(title: nil))),
            ])
        let parts = try parts(of: deck)
        #expect(parts["ppt/slides/slide1.xml"]?.contains("<p:ph idx=\"7\"/></p:nvPr></p:nvPicPr>") == true)
        #expect(parts["ppt/slides/slide2.xml"]?.contains("<p:ph idx=\"7\"/></p:nvPr></p:nvGraphicFramePr>") == true)
        #expect(parts["ppt/charts/dossier-chart2.xml"] != nil)
    }

    @Test func whatIsNoTemplateIsTold() throws {
        #expect(problem(Array("no archive, but long enough to be one".utf8))?.hasPrefix("is no ZIP archive") == true)
        let other = try ArchiveWriter.archive([ArchiveEntry(path: "a.txt", text: "a")])
        #expect(problem(other) == "is no PowerPoint file: it has no [Content_Types].xml")
        #expect(problem(try template(layout: "")) == nil)
        let date =
            "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"D\"/><p:cNvSpPr/><p:nvPr><p:ph "
            + "type=\"dt\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
            + "<a:off x=\"0\" y=\"950000\"/><a:ext cx=\"9\" cy=\"9\"/></a:xfrm></p:spPr></p:sp>"
        #expect(problem(try template(layout: date))?.hasPrefix("has no usable layout") == true)
        #expect(
            problem(try template(presentation: "<!DOCTYPE p [<!ENTITY a \"a\">]>"))
                == "has a document type, which is not read")
        #expect(
            problem(try template(extra: [ArchiveEntry(path: "../../evil", text: "x")]))
                == "holds the path `../../evil`, which leads out of the archive")
        let bomb = ArchiveEntry(path: "ppt/media/big.bin", bytes: [UInt8](repeating: 0, count: 2 << 20))
        #expect(problem(try template(extra: [bomb])) == "unpacks to more than 1 MiB")
    }

    /// Parts that go into the deck as they are, each broken in its own way.
    @Test(arguments: [
        ("ppt/house.xml", "<a:theme", "is no XML that can be read"),
        ("ppt/house.xml", "<theme/>", "its root is `theme`"),
        (
            "ppt/presProps.xml",
            "<p:presentationPr xmlns:p=\"http://schemas.openxmlformats.org/p\"><p:a></p:presentationPr>",
            "mismatched"
        ),
        ("ppt/viewProps.xml", "", "no element found"),
        ("ppt/tableStyles.xml", "\u{FFFF}", "not well-formed"),
    ]) func brokenPartsAreRefused(path: String, text: String, words: String) throws {
        var entries = try ArchiveReader.entries(of: try template(), file: "house.pptx")
        entries.removeAll { $0.path == path }
        entries.append(ArchiveEntry(path: path, text: text))
        let kind = ["presProps", "viewProps", "tableStyles"].first { path.contains($0) }
        if let kind, let index = entries.firstIndex(where: { $0.path == "ppt/_rels/presentation.xml.rels" }) {
            let list = String(decoding: entries[index].bytes, as: UTF8.self).replacing(
                "</Relationships>",
                with: "<Relationship Id=\"more\" Type=\"x/\(kind)\" Target=\"\(kind).xml\"/></Relationships>")
            entries[index] = ArchiveEntry(path: entries[index].path, text: list)
        }
        do {
            _ = try DeckTemplate(try ArchiveWriter.archive(entries), file: "house.pptx")
            Issue.record("it was taken")
        } catch let error as Diagnostics {
            let told = try #require(error.errors.first)
            #expect(told.message.contains(words), "\(told)")
            #expect(told.file.hasPrefix("house.pptx"))
        }
    }

    @Test func aPartThatIsNotThereIsRefused() throws {
        var entries = try ArchiveReader.entries(of: try template(), file: "house.pptx")
        entries.removeAll { $0.path == "ppt/house.xml" }
        #expect(
            problem(try ArchiveWriter.archive(entries))
                == "is a broken template, in ppt/masters/m.xml: it leads to `ppt/house.xml`, which is not there")
    }
}
