/// The look of the speaker's notes (ECMA-376 part 1, 19.3.1.27): the slide above, the text below, on a portrait page.
enum NotesMasterPart {
    static let image = Frame(x: 685_800, y: 685_800, width: 5_486_400, height: 3_086_100)
    static let text = Frame(x: 685_800, y: 4_114_800, width: 5_486_400, height: 4_343_400)

    static func xml(_ deck: Deck) -> String {
        var xml = Markup.declaration
        xml += "<p:notesMaster \(Markup.namespaces)><p:cSld>"
        xml += "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
        xml += "<p:spTree>\(shapeTreeRoot)"
        xml +=
            Placeholder(
                id: 2, name: "Slide Image", kind: .slideImage, frame: image, paragraphs: [], language: deck.language
            ).xml
        xml +=
            Placeholder(
                id: 3, name: "Notes", kind: .notes, frame: text, paragraphs: ["Notes"], language: deck.language
            ).xml
        xml += "</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" "
        xml += "accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" "
        xml += "hlink=\"hlink\" folHlink=\"folHlink\"/><p:notesStyle><a:lvl1pPr><a:defRPr sz=\"1200\">"
        xml +=
            "<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr>"
        return xml + "</p:notesStyle></p:notesMaster>"
    }
}

/// What the speaker says to one slide (19.3.1.26).
enum NotesSlidePart {
    static func xml(_ notes: String, language: String) -> String {
        let paragraphs = notes.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        var xml = Markup.declaration
        xml += "<p:notes \(Markup.namespaces)><p:cSld><p:spTree>\(shapeTreeRoot)"
        xml += Placeholder(id: 2, name: "Slide Image", kind: .slideImage, paragraphs: [], language: language).xml
        xml += Placeholder(id: 3, name: "Notes", kind: .notes, paragraphs: paragraphs, language: language).xml
        return xml + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    }
}
