import Archives
import XML

extension DeckTemplate {
    /// The template's own parts, and its presentation with other slides in it.
    ///
    /// - Parameter addingNotesMaster: where the master of the notes stands, for a deck with notes; it is listed where
    ///   the template has none.
    func write(slides: Int, addingNotesMaster: String?, to written: inout WrittenParts) {
        written.defaults = defaults
        written.overrides = entries.compactMap { entry in overrides[entry.path].map { (entry.path, $0) } }
        written.files += entries
        let newNotesMaster = notesMaster == nil ? addingNotesMaster : nil
        var relationships = presentationRelationships.map {
            Relationship(id: $0.id, type: $0.type, target: $0.target, isExternal: $0.part == nil)
        }
        if let newNotesMaster {
            relationships.append(Relationship(.notesMaster, "/" + newNotesMaster, id: "dossierNotes"))
        }
        // PowerPoint repairs a file without these two.
        if !relationships.contains(where: { $0.type.hasSuffix("/presProps") }) {
            relationships.append(Relationship(.presProps, "/ppt/dossier-presProps.xml", id: "dossierProperties"))
            written.add(Part("ppt/dossier-presProps.xml", .presProps, PropertiesParts.presentation))
        }
        if !relationships.contains(where: { $0.type.hasSuffix("/viewProps") }) {
            relationships.append(Relationship(.viewProps, "/ppt/dossier-viewProps.xml", id: "dossierView"))
            written.add(Part("ppt/dossier-viewProps.xml", .viewProps, PropertiesParts.view))
        }
        for number in 1...max(1, slides) {
            relationships.append(Relationship(.slide, "/ppt/slides/slide\(number).xml", id: "dossierSlide\(number)"))
        }
        written.add(
            Part(
                presentationPath, .presentation,
                presentationXML(slides: slides, addingNotesMaster: newNotesMaster != nil)),
            relationships)
    }

    /// The presentation as it is written, but for its slides and what speaks of them.
    private func presentationXML(slides: Int, addingNotesMaster: Bool) -> String {
        var added = ""
        if addingNotesMaster {
            added +=
                "<p:notesMasterIdLst \(Markup.namespaces)><p:notesMasterId r:id=\"dossierNotes\"/></p:notesMasterIdLst>"
        }
        var slideList = "<p:sldIdLst \(Markup.namespaces)>"
        for number in 0..<slides { slideList += "<p:sldId id=\"\(256 + number)\" r:id=\"dossierSlide\(number + 1)\"/>" }
        slideList += "</p:sldIdLst>"
        // The order is fixed (19.2.1.26): masters, notes master, handout master, slides, size.
        var edits: [(range: Range<Int>, text: String)] = []
        for child in presentationElement.children {
            switch child.name {
            case "sldMasterIdLst": edits.append((child.range.upperBound..<child.range.upperBound, added))
            case "sldIdLst", "custShowLst", "custDataLst", "photoAlbum": edits.append((child.range, ""))
            case "sldSz": edits.append((child.range.lowerBound..<child.range.lowerBound, slideList))
            case "extLst":
                // Sections are lists of slides.
                for item in child.children where item.contains("sectionLst") { edits.append((item.range, "")) }
                if child.children.allSatisfy({ $0.contains("sectionLst") }) {
                    edits.removeLast(child.children.count)
                    edits.append((child.range, ""))
                }
            default: break
            }
        }
        var bytes = presentation
        for (range, text) in edits.reversed() where range.upperBound <= bytes.count {
            bytes.replaceSubrange(range, with: text.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
