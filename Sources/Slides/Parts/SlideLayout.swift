/// The three layouts of a deck (ECMA-376 part 1, 19.3.1.39).
enum SlideLayout: String, CaseIterable {
    case opening = "title"
    case figure = "titleOnly"
    case paragraphs = "obj"

    /// Its part's number, and its place in the master's relationships.
    var number: Int {
        switch self {
        case .opening: 1
        case .figure: 2
        case .paragraphs: 3
        }
    }

    /// Where slides of this layout put their content.
    func places(_ size: SlideSize) -> LayoutPlaces {
        let whole = Frame(x: 0, y: 0, width: size.width, height: size.height)
        let target = "../slideLayouts/slideLayout\(number).xml"
        return switch self {
        case .opening:
            LayoutPlaces(
                target: target, title: .centeredTitle, titleFrame: size.openingTitle, body: .subtitle, figure: whole)
        case .figure:
            LayoutPlaces(
                target: target, title: .title, titleFrame: size.title, figure: whole, untitledFigure: size.body)
        case .paragraphs:
            LayoutPlaces(target: target, title: .title, titleFrame: size.title, body: .body, figure: size.body)
        }
    }

    private var name: String {
        switch self {
        case .opening: "Title Slide"
        case .figure: "Title Only"
        case .paragraphs: "Title and Content"
        }
    }

    func xml(_ deck: Deck) -> String {
        var xml = Markup.declaration
        xml +=
            "<p:sldLayout \(Markup.namespaces) type=\"\(rawValue)\" preserve=\"1\"><p:cSld "
            + "name=\"\(name)\"><p:spTree>\(shapeTreeRoot)"
        switch self {
        case .opening:
            xml += accentBar(deck)
            xml +=
                Placeholder(
                    id: 2, name: "Title", kind: .centeredTitle, frame: deck.openingTitle,
                    bodyProperties: "<a:bodyPr lIns=\"0\" rIns=\"0\" anchor=\"b\"><a:normAutofit/></a:bodyPr>",
                    listStyle:
                        "<a:lstStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"4000\" b=\"1\"/></a:lvl1pPr></a:lstStyle>",
                    paragraphs: ["Title"], language: deck.language
                ).xml
            xml +=
                Placeholder(
                    id: 3, name: "Subtitle", kind: .subtitle, frame: deck.openingBody,
                    bodyProperties: "<a:bodyPr lIns=\"0\" rIns=\"0\"><a:normAutofit/></a:bodyPr>",
                    listStyle:
                        "<a:lstStyle><a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"l\"><a:buNone/><a:defRPr "
                        + "sz=\"2000\"/></a:lvl1pPr></a:lstStyle>",
                    paragraphs: ["Subtitle"], language: deck.language
                ).xml
        case .figure:
            xml += title(deck)
        case .paragraphs:
            xml += title(deck)
            xml +=
                Placeholder(
                    id: 3, name: "Content", kind: .body, frame: deck.size.body, paragraphs: ["Text"],
                    language: deck.language
                ).xml
        }
        return xml + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    }

    /// A short bar of the theme's accent between the title, which stands on it, and what follows.
    private func accentBar(_ deck: Deck) -> String {
        let title = deck.openingTitle
        let bar = Frame(
            x: title.x, y: title.y + title.height + deck.size.margin / 8, width: deck.size.margin * 2,
            height: deck.size.margin / 7)
        return
            "<p:sp><p:nvSpPr><p:cNvPr id=\"4\" name=\"Accent\"/><p:cNvSpPr/><p:nvPr "
            + "userDrawn=\"1\"/></p:nvSpPr><p:spPr>"
            + "<a:xfrm>\(bar.xml)</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill>"
            + "<a:schemeClr val=\"hlink\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    }

    private func title(_ deck: Deck) -> String {
        Placeholder(id: 2, name: "Title", kind: .title, paragraphs: ["Title"], language: deck.language).xml
    }
}
