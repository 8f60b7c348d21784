/// The part that lists masters and slides (ECMA-376 part 1, 19.2.1.26).
enum PresentationPart {
    static func xml(_ deck: Deck, noted: Bool) -> String {
        var xml = Markup.declaration
        xml += "<p:presentation \(Markup.namespaces) saveSubsetFonts=\"1\">"
        xml += "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>"
        let firstSlide = noted ? 7 : 6
        if noted { xml += "<p:notesMasterIdLst><p:notesMasterId r:id=\"rId6\"/></p:notesMasterIdLst>" }
        xml += "<p:sldIdLst>"
        for index in deck.slides.indices { xml += "<p:sldId id=\"\(256 + index)\" r:id=\"rId\(firstSlide + index)\"/>" }
        xml += "</p:sldIdLst>"
        xml +=
            "<p:sldSz cx=\"\(deck.size.width)\" "
            + "cy=\"\(deck.size.height)\"\(deck.size == .standard ? " type=\"screen4x3\"" : "")/>"
        xml += "<p:notesSz cx=\"6858000\" cy=\"9144000\"/>"
        xml +=
            "<p:defaultTextStyle><a:defPPr><a:defRPr "
            + "lang=\"\(Markup.escaped(deck.language))\"/></a:defPPr></p:defaultTextStyle>"
        return xml + "</p:presentation>"
    }

    static func relationships(slides: Int, noted: Bool) -> [Relationship] {
        var relationships = [
            Relationship(.slideMaster, "slideMasters/slideMaster1.xml"), Relationship(.presProps, "presProps.xml"),
            Relationship(.viewProps, "viewProps.xml"), Relationship(.theme, "theme/theme1.xml"),
            Relationship(.tableStyles, "tableStyles.xml"),
        ]
        if noted { relationships.append(Relationship(.notesMaster, "notesMasters/notesMaster1.xml")) }
        for number in 1...max(1, slides) { relationships.append(Relationship(.slide, "slides/slide\(number).xml")) }
        return relationships
    }
}
