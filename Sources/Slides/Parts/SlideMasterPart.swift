/// The look that all layouts share (ECMA-376 part 1, 19.3.1.42).
enum SlideMasterPart {
    static func xml(_ deck: Deck) -> String {
        var xml = Markup.declaration
        xml += "<p:sldMaster \(Markup.namespaces)><p:cSld>"
        xml += "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
        xml += "<p:spTree>\(shapeTreeRoot)"
        xml +=
            Placeholder(
                id: 2, name: "Title", kind: .title, frame: deck.size.title,
                bodyProperties:
                    "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:normAutofit/></a:bodyPr>",
                paragraphs: ["Title"], language: deck.language
            ).xml
        xml +=
            Placeholder(
                id: 3, name: "Text", kind: .notes, frame: deck.size.body,
                bodyProperties: "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:normAutofit/></a:bodyPr>",
                paragraphs: ["Text"], language: deck.language
            ).xml
        xml += "</p:spTree></p:cSld>"
        xml += "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
        xml += "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" "
        xml += "folHlink=\"folHlink\"/><p:sldLayoutIdLst>"
        for layout in SlideLayout.allCases {
            xml += "<p:sldLayoutId id=\"\(2_147_483_648 + layout.number)\" r:id=\"rId\(layout.number)\"/>"
        }
        xml += "</p:sldLayoutIdLst><p:txStyles>"
        xml += "<p:titleStyle><a:lvl1pPr algn=\"l\"><a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/>"
        xml += run(size: 2600, bold: true, color: "tx1", face: "mj") + "</a:lvl1pPr></p:titleStyle>"
        xml +=
            "<p:bodyStyle><a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"l\"><a:spcBef><a:spcPts "
            + "val=\"600\"/></a:spcBef><a:buNone/>"
        xml += run(size: 1600, bold: false, color: "tx1", face: "mn") + "</a:lvl1pPr></p:bodyStyle>"
        xml +=
            "<p:otherStyle><a:lvl1pPr>\(run(size: 1400, bold: false, color: "tx1", face: "mn"))</a:lvl1pPr>"
            + "</p:otherStyle>"
        return xml + "</p:txStyles></p:sldMaster>"
    }

    private static func run(size: Int, bold: Bool, color: String, face: String) -> String {
        "<a:defRPr sz=\"\(size)\" b=\"\(bold ? 1 : 0)\"><a:solidFill><a:schemeClr val=\"\(color)\"/></a:solidFill>"
            + "<a:latin typeface=\"+\(face)-lt\"/><a:ea typeface=\"+\(face)-ea\"/><a:cs "
            + "typeface=\"+\(face)-cs\"/></a:defRPr>"
    }
}
