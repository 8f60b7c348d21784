/// What Cairo leaves out of structure elements and links.
enum PDFStructure {
    /// Alternatives of figures, scopes of header cells, ids of notes; figures stand in the tree in drawing order.
    static func complete(_ tree: PDFObject, alternatives: [String]) {
        var waiting = alternatives[...]
        var notes = 0
        visit(tree, alternatives: &waiting, notes: &notes, depth: 0)
    }

    private static func visit(
        _ element: PDFObject, alternatives: inout ArraySlice<String>, notes: inout Int, depth: Int
    ) {
        guard depth < 64, element.isDictionary else { return }
        switch element["/S"].name {
        case "/Figure":
            if let alternative = alternatives.popFirst() {
                element.set("/Alt", element.text(alternative.isEmpty ? "Figure" : alternative))
            }
        case "/TH":
            let attributes = element.dictionary
            attributes.set("/O", element.name("/Table"))
            attributes.set("/Scope", element.name("/Column"))
            element.set("/A", attributes)
        case "/Note":
            notes += 1
            element.set("/ID", element.text("note-\(notes)"))
        default: break
        }
        let children = element["/K"]
        if children.isArray {
            for index in 0..<children.count {
                visit(children[index], alternatives: &alternatives, notes: &notes, depth: depth + 1)
            }
        } else {
            visit(children, alternatives: &alternatives, notes: &notes, depth: depth + 1)
        }
    }

    /// Links say where they lead, and are printed.
    static func completeLinks(on page: PDFObject) {
        let annotations = page["/Annots"]
        for index in 0..<annotations.count {
            let link = annotations[index]
            guard link["/Subtype"].name == "/Link" else { continue }
            link.set("/F", link.integer(4))
            let contents: String
            if let address = link["/A"]["/URI"].string {
                contents = address
            } else if let name = link["/Dest"].string ?? link["/A"]["/D"].string {
                contents = name.split(separator: "-").joined(separator: " ")
            } else {
                contents = "Elsewhere in this document"
            }
            link.set("/Contents", link.text(contents))
        }
    }
}
