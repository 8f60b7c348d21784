import Documents
import SceneGraph
import Typography

/// One slide (ECMA-376 part 1, 19.3.1.38): its title first, then what it shows, in reading order.
struct SlidePart {
    let layout: SlideLayout
    let notes: String
    private(set) var xml = ""
    /// In the order of their relationships, after the layout's.
    private(set) var images: [[UInt8]] = []
    private(set) var faults: [Diagnostic] = []
    private(set) var warnings: [Diagnostic] = []

    /// The least that can be read in a room, in points.
    private static let readable = 12.0

    /// - Parameter title: unique in the deck.
    init(_ slide: Slide, title: String, number: Int, deck: Deck, measurer: any TextMeasuring) {
        notes = slide.notes
        var shapes = ""
        var background: Color?
        func placeholder(_ id: Int, _ name: String, _ kind: Placeholder.Kind, _ paragraphs: [String]) -> String {
            Placeholder(id: id, name: name, kind: kind, paragraphs: paragraphs, language: deck.language).xml
        }
        switch slide.content {
        case .opening(let lines):
            layout = .opening
            shapes += placeholder(2, "Title", .centeredTitle, [title])
            if !lines.isEmpty { shapes += placeholder(3, "Subtitle", .subtitle, lines) }
        case .paragraphs(let paragraphs):
            layout = .paragraphs
            shapes += placeholder(2, "Title", .title, [title])
            shapes += placeholder(3, "Content", .body, paragraphs)
        case .picture(let svg, let png, let size):
            layout = .figure
            let hidden = Frame(x: deck.size.title.x, y: -deck.size.title.height, width: deck.size.title.width, height: deck.size.title.height)
            shapes += Placeholder(
                id: 2, name: "Title", kind: .title, frame: hidden, paragraphs: [title], language: deck.language).xml
            let whole = Frame(x: 0, y: 0, width: deck.size.width, height: deck.size.height)
            let picture = PicturePart(
                name: slide.name.isEmpty ? "figure \(number)" : slide.name,
                description: slide.alternative ?? "", frame: FigurePlacement(size, in: whole)
                    .frame(Rectangle(x: 0, y: 0, width: size.width, height: size.height)))
            shapes += picture.xml(id: 3)
            images = [png, svg]
        case .figure(let scene):
            layout = .figure
            background = scene.background == .white ? nil : scene.background
            let whole = Frame(x: 0, y: 0, width: deck.size.width, height: deck.size.height)
            let titled = scene.hasTitle
            var frame = titled ? whole : deck.size.figure(sourced: !slide.sourceLine.isEmpty)
            if titled, !slide.sourceLine.isEmpty { frame.height = deck.size.source.y }
            let given = slide.title.split(whereSeparator: \.isNewline).joined(separator: " ")
            var tree = ShapeTree(
                placement: FigurePlacement(scene.size, in: frame), firstID: 3, language: deck.language,
                measurer: measurer, titleSuffix: title.hasPrefix(given) ? String(title.dropFirst(given.count)) : "",
                file: slide.name, slideWidth: deck.size.width)
            let name = slide.name.isEmpty ? (scene.root.id.isEmpty ? "figure \(number)" : scene.root.id) : slide.name
            let figure = tree.figure(scene, name: name, alternative: slide.alternative ?? scene.alternative)
            shapes += tree.title ?? placeholder(2, "Title", .title, [title])
            shapes += figure
            if !slide.sourceLine.isEmpty {
                shapes += SlidePart.sourceLine(slide.sourceLine, id: tree.nextID, deck: deck)
            }
            images = tree.images
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
        xml = Markup.declaration + "<p:sld \(Markup.namespaces)><p:cSld>"
        if let background {
            xml += "<p:bg><p:bgPr><a:solidFill>\(background.drawing(opacity: 1))</a:solidFill><a:effectLst/></p:bgPr></p:bg>"
        }
        xml += "<p:spTree>\(shapeTreeRoot)\(shapes)</p:spTree></p:cSld>"
        xml += "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    }

    private static func sourceLine(_ text: String, id: Int, deck: Deck) -> String {
        "<p:sp><p:nvSpPr><p:cNvPr id=\"\(id)\" name=\"source\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>"
            + "<p:spPr><a:xfrm>\(deck.size.source.xml)</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
            + "<p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"b\"><a:noAutofit/></a:bodyPr>"
            + "<a:lstStyle/><a:p><a:r><a:rPr lang=\"\(Markup.escaped(deck.language))\" sz=\"1200\" b=\"0\"><a:solidFill><a:schemeClr val=\"tx2\"/>"
            + "</a:solidFill><a:latin typeface=\"+mn-lt\"/></a:rPr><a:t>\(Markup.escaped(text))</a:t></a:r></a:p></p:txBody></p:sp>"
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
}
