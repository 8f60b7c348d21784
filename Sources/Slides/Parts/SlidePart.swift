import Documents
import Figures
import SceneGraph
import Typography

/// One slide (ECMA-376 part 1, 19.3.1.38): its title first, then what it shows, in reading order.
struct SlidePart {
    let places: LayoutPlaces
    let notes: String
    private(set) var xml = ""
    /// In the order of their relationships, after the layout's.
    private(set) var images: [[UInt8]] = []
    /// Its one chart, which then is the relationship after the layout's.
    private(set) var chart: SeriesChart?
    /// Slides that something on this one leads to, by their place.
    private(set) var linkedSlides: [Int] = []
    /// Web addresses that its paragraphs lead to, by their place.
    private(set) var addresses: [Int: String] = [:]
    private(set) var faults: [Diagnostic] = []
    private(set) var warnings: [Diagnostic] = []

    /// The least that can be read in a room, in points.
    private static let readable = 12.0

    static func relationship(toSlide place: Int) -> String { "rIdSlide\(place + 1)" }
    static func relationship(toAddress place: Int) -> String { "rIdAddress\(place + 1)" }

    /// - Parameter title: unique in the deck.
    init(_ slide: Slide, title: String, number: Int, deck: Deck, measurer: any TextMeasuring) {
        notes = slide.notes
        addresses = slide.addresses
        let layout: SlideLayout =
            switch slide.content {
            case .opening: .opening
            case .paragraphs: .paragraphs
            case .figure, .picture, .chart: .figure
            }
        let places = deck.template?.places(layout) ?? layout.places(deck.size)
        self.places = places
        var shapes = ""
        var background: Color?
        func placeholder(
            _ id: Int, _ name: String, _ kind: Placeholder.Kind, _ paragraphs: [String], frame: Frame? = nil
        ) -> String {
            Placeholder(
                id: id, name: name, kind: kind, frame: frame, paragraphs: paragraphs, language: deck.language,
                addresses: kind == places.body ? slide.addresses : [:]
            ).xml
        }
        func place(of size: Size, titled: Bool) -> FigurePlacement {
            var frame = titled ? places.figure : places.untitledFigure ?? places.figure
            if !slide.sourceLine.isEmpty { frame.height = min(frame.height, deck.size.source.y - frame.y) }
            return FigurePlacement(size, in: frame)
        }
        let name = slide.name.isEmpty ? "figure \(number)" : slide.name
        /// The scene as shapes, its title before it.
        func draw(_ scene: Scene, alternative: String, around chart: SeriesChart? = nil) {
            background = deck.template != nil || scene.background == .white ? nil : scene.background
            let placement = place(of: scene.size, titled: scene.hasTitle)
            let given = slide.title.split(whereSeparator: \.isNewline).joined(separator: " ")
            var tree = ShapeTree(
                placement: placement, firstID: 3, language: deck.language,
                measurer: measurer, titleSuffix: title.hasPrefix(given) ? String(title.dropFirst(given.count)) : "",
                file: slide.name, slideWidth: deck.size.width, factSlides: deck.factSlides)
            let figure = tree.figure(scene, name: chart == nil ? name : name + " text", alternative: alternative)
            shapes += (places.keepsTitle ? nil : tree.title) ?? placeholder(2, "Title", places.title, [title])
            if chart != nil {
                shapes += ChartFrame(
                    name: name, description: slide.alternative ?? scene.alternative,
                    frame: placement.frame(scene.pictureFrame), placeholder: places.content?.rawValue
                ).xml(id: tree.nextID)
            }
            shapes += figure
            if !slide.sourceLine.isEmpty {
                shapes += SlidePart.sourceLine(slide.sourceLine, id: tree.nextID + 1, deck: deck)
            }
            images = tree.images
            linkedSlides = tree.linkedSlides.sorted()
            faults = tree.faults
            warnings = tree.warnings
            if let points = tree.smallestType, points < SlidePart.readable - 0.05 {
                let tenths = (points * 10).rounded() / 10
                warnings.append(
                    Diagnostic(
                        "the smallest type is \(tenths) pt on the slide", severity: .warning, file: slide.name,
                        advice: "12 pt can be read from afar: draw less in one figure, or lay it out for slides"))
            }
        }
        switch slide.content {
        case .opening(let lines):
            let isAlone = slide.companion == nil || deck.template != nil
            shapes += placeholder(
                2, "Title", places.title, [title], frame: isAlone ? nil : deck.openingTitle)
            if !lines.isEmpty, let body = places.body {
                shapes += placeholder(
                    3, "Subtitle", body, lines, frame: isAlone ? nil : deck.openingBody)
            }
            if !isAlone, let companion = slide.companion {
                var tree = ShapeTree(
                    placement: place(of: companion.size, titled: true), firstID: 4, language: deck.language,
                    measurer: measurer, titleSuffix: "", file: slide.name, slideWidth: deck.size.width,
                    factSlides: deck.factSlides)
                shapes += tree.figure(companion, name: "key figures", alternative: companion.alternative)
                linkedSlides = tree.linkedSlides.sorted()
            }
        case .paragraphs(let paragraphs):
            shapes += placeholder(2, "Title", places.title, [title])
            if let body = places.body {
                shapes += placeholder(3, "Content", body, paragraphs)
            } else {
                shapes += SlidePart.textBox(
                    paragraphs, id: 3, name: "Content", frame: places.figure, size: 1600, anchor: "t", deck: deck)
            }
        case .picture(let svg, let png, let size):
            if places.keepsTitle {
                shapes += placeholder(2, "Title", places.title, [title])
            } else {
                var hidden = places.titleFrame
                hidden.y = -hidden.height
                shapes += placeholder(2, "Title", places.title, [title], frame: hidden)
            }
            let picture = PicturePart(
                name: name, description: slide.alternative ?? "",
                frame: place(of: size, titled: true).frame(
                    Rectangle(x: 0, y: 0, width: size.width, height: size.height)),
                placeholder: places.content?.rawValue)
            shapes += picture.xml(id: 3)
            images = [png, svg]
        case .chart(let series, let scene):
            chart = series
            draw(scene.withoutPicture, alternative: "", around: series)
        case .figure(let scene):
            draw(scene, alternative: slide.alternative ?? scene.alternative)
        }
        if deck.template == nil, number > 1 { shapes += SlidePart.number(number, deck: deck) }
        xml = Markup.declaration + "<p:sld \(Markup.namespaces)><p:cSld>"
        if let background {
            xml +=
                "<p:bg><p:bgPr><a:solidFill>\(background.drawing(opacity: 1))</a:solidFill><a:effectLst/></p:bgPr>"
                + "</p:bg>"
        }
        xml += "<p:spTree>\(shapeTreeRoot)\(shapes)</p:spTree></p:cSld>"
        xml += "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    }

    private static func sourceLine(_ text: String, id: Int, deck: Deck) -> String {
        textBox([text], id: id, name: "source", frame: deck.size.source, size: 1200, anchor: "b", deck: deck)
    }

    /// The slide's number as a field (ECMA-376 part 1, 21.1.2.2.4), in the margin below everything.
    private static func number(_ number: Int, deck: Deck) -> String {
        let margin = deck.size.margin
        let frame = Frame(
            x: deck.size.width - margin - margin * 3, y: deck.size.height - margin + margin / 8, width: margin * 3,
            height: margin * 3 / 4)
        return
            "<p:sp><p:nvSpPr><p:cNvPr id=\"1048576\" name=\"Slide number\"/><p:cNvSpPr "
            + "txBox=\"1\"/><p:nvPr/></p:nvSpPr>"
            + "<p:spPr><a:xfrm>\(frame.xml)</a:xfrm><a:prstGeom "
            + "prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
            + "<p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" "
            + "anchor=\"ctr\"><a:noAutofit/></a:bodyPr>"
            + "<a:lstStyle/><a:p><a:pPr algn=\"r\"/><a:fld id=\"{5F6F0D5C-3B0E-4C0B-9C5E-2B7C0C1D0A01}\" "
            + "type=\"slidenum\">"
            + "<a:rPr lang=\"\(Markup.escaped(deck.language))\" sz=\"1200\" b=\"0\"><a:solidFill><a:schemeClr "
            + "val=\"tx1\"/></a:solidFill>"
            + "<a:latin typeface=\"+mn-lt\"/></a:rPr><a:t>\(number)</a:t></a:fld></a:p></p:txBody></p:sp>"
    }

    private static func textBox(
        _ paragraphs: [String], id: Int, name: String, frame: Frame, size: Int, anchor: String, deck: Deck
    ) -> String {
        "<p:sp><p:nvSpPr><p:cNvPr id=\"\(id)\" name=\"\(name)\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>"
            + "<p:spPr><a:xfrm>\(frame.xml)</a:xfrm><a:prstGeom "
            + "prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
            + "<p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" "
            + "anchor=\"\(anchor)\"><a:noAutofit/></a:bodyPr><a:lstStyle/>"
            + paragraphs.map { text in
                "<a:p><a:r><a:rPr lang=\"\(Markup.escaped(deck.language))\" sz=\"\(size)\" "
                    + "b=\"0\"><a:solidFill><a:schemeClr val=\"tx1\"/>"
                    + "</a:solidFill><a:latin "
                    + "typeface=\"+mn-lt\"/></a:rPr><a:t>\(Markup.escaped(text))</a:t></a:r></a:p>"
            }.joined()
            + "</p:txBody></p:sp>"
    }
}

extension Scene {
    /// True where a text of role `title` can be the slide's title.
    var hasTitle: Bool {
        var found = false
        root.forEach { node in
            if node.role == .title, case .text(let text) = node.content, text.lines.contains(where: { !$0.isEmpty }) {
                found = true
            }
        }
        return found
    }

    private static let furniture: Set<Role> = [.title, .subtitle, .note, .source]

    /// The scene with nothing but title, subtitle, note and source.
    var withoutPicture: Scene {
        var scene = self
        let children = root.children.filter { Scene.furniture.contains($0.role) }
        scene.root.content = .group(Group(children: children))
        return scene
    }

    /// What is left between the head of a figure and its note.
    var pictureFrame: Rectangle {
        let (heads, feet) = (
            root.children.filter { $0.role == .title || $0.role == .subtitle },
            root.children.filter { $0.role == .note || $0.role == .source }
        )
        let margin = size.height / 45
        let top = (heads.map(\.bounds.maxY).max() ?? 0) + margin
        let bottom = (feet.map(\.bounds.minY).min() ?? size.height) - margin
        return Rectangle(x: 2 * margin, y: top, width: max(1, size.width - 4 * margin), height: max(1, bottom - top))
    }
}
