/// A shape that takes its place and type from the layout (ECMA-376 part 1, 19.3.1.36).
struct Placeholder {
    /// The attributes of `p:ph`, as they are written.
    struct Kind: RawRepresentable, Hashable {
        var rawValue: String

        static let title = Kind(rawValue: "type=\"title\"")
        static let centeredTitle = Kind(rawValue: "type=\"ctrTitle\"")
        static let subtitle = Kind(rawValue: "type=\"subTitle\" idx=\"1\"")
        static let body = Kind(rawValue: "idx=\"1\"")
        static let slideImage = Kind(rawValue: "type=\"sldImg\"")
        static let notes = Kind(rawValue: "type=\"body\" idx=\"1\"")
    }

    var id: Int
    var name: String
    var kind: Kind
    /// Nil where the layout says it.
    var frame: Frame?
    var bodyProperties = "<a:bodyPr/>"
    var listStyle = "<a:lstStyle/>"
    var paragraphs: [String]
    var language: String
    /// Web addresses that paragraphs lead to, by their place.
    var addresses: [Int: String] = [:]

    var xml: String {
        var xml = "<p:sp><p:nvSpPr><p:cNvPr id=\"\(id)\" name=\"\(Markup.escaped(name))\"/>"
        xml +=
            "<p:cNvSpPr><a:spLocks "
            + "noGrp=\"1\"\(kind == .slideImage ? " noRot=\"1\" noChangeAspect=\"1\"" : "")/></p:cNvSpPr>"
        xml += "<p:nvPr><p:ph \(kind.rawValue)/></p:nvPr></p:nvSpPr><p:spPr>"
        if let frame {
            xml += "<a:xfrm>\(frame.xml)</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
        }
        xml += "</p:spPr>"
        if kind != .slideImage {
            xml += "<p:txBody>\(bodyProperties)\(listStyle)"
            for (index, paragraph) in (paragraphs.isEmpty ? [""] : paragraphs).enumerated() {
                let language = Markup.escaped(language)
                if addresses[index] != nil, !paragraph.isEmpty {
                    xml +=
                        "<a:p><a:r><a:rPr lang=\"\(language)\"><a:hlinkClick "
                        + "r:id=\"\(SlidePart.relationship(toAddress: index))\"/></a:rPr>"
                        + "<a:t>\(Markup.escaped(paragraph))</a:t></a:r></a:p>"
                    continue
                }
                xml +=
                    paragraph.isEmpty
                    ? "<a:p><a:endParaRPr lang=\"\(language)\"/></a:p>"
                    : "<a:p><a:r><a:rPr lang=\"\(language)\"/><a:t>\(Markup.escaped(paragraph))</a:t></a:r></a:p>"
            }
            xml += "</p:txBody>"
        }
        return xml + "</p:sp>"
    }
}

/// The root of every tree of shapes: a group that moves nothing.
let shapeTreeRoot =
    "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
    + "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/>"
    + "</a:xfrm></p:grpSpPr>"
