/// What Cairo leaves out of structure elements and links.
enum PDFStructure {
    /// Alternatives of figures, scopes of header cells, ids of notes; elements that go on over several pages or columns
    /// become one.
    ///
    /// - Parameter elements: what was begun, in order; artifacts are not among them.
    /// - Returns: the elements in the order in which they were begun; none where Cairo left one out.
    @discardableResult
    static func complete(_ tree: PDFObject, elements: [PDFTagger.Element]) -> [PDFObject] {
        var found: [PDFObject] = []
        collect(tree["/K"], &found, depth: 0)
        // Both are in drawing order. Were Cairo to leave one out, the rest would be told wrong things.
        let known = found.count == elements.count
        var first: [String: PDFObject] = [:]
        // By the number of the element that they are taken from.
        var moved: [Int32: (parent: PDFObject, parts: Set<Int32>)] = [:]
        var notes = 0
        for (index, element) in found.enumerated() {
            let said = known ? elements[index] : PDFTagger.Element()
            switch element["/S"].name {
            case "/Figure":
                let alternative = said.alternative ?? ""
                element.set("/Alt", element.text(alternative.isEmpty ? "Figure" : alternative))
            case "/TH":
                let attributes = element.dictionary
                attributes.set("/O", element.name("/Table"))
                attributes.set("/Scope", element.name("/Column"))
                element.set("/A", attributes)
            default: break
            }
            if let text = said.expansion { element.set("/E", element.text(text)) }
            if let text = said.actualText { element.set("/ActualText", element.text(text)) }
            if let key = said.continues {
                if let start = first[key] {
                    let parent = element["/P"]
                    append(element, to: start)
                    moved[parent.number, default: (parent, [])].parts.insert(element.number)
                } else {
                    first[key] = element
                }
            }
            if element["/S"].name == "/Note", element["/P"].isDictionary {
                notes += 1
                element.set("/ID", element.text("note-\(notes)"))
            }
        }
        for (parent, parts) in moved.values {
            if let kept = parent["/K"].filtered({ !parts.contains($0.number) }) { parent.set("/K", kept) }
        }
        return known ? found : []
    }

    private static func collect(_ element: PDFObject, _ found: inout [PDFObject], depth: Int) {
        guard depth < 64 else { return }
        if element.isArray {
            for index in 0..<element.count { collect(element[index], &found, depth: depth) }
        } else if element.isDictionary, element["/S"].name != nil {
            found.append(element)
            collect(element["/K"], &found, depth: depth + 1)
        }
    }

    /// The children of a later part become the first part's; the later part is about to leave the tree.
    private static func append(_ part: PDFObject, to start: PDFObject) {
        let children = start["/K"]
        let list = children.isArray ? children : start.array
        if !children.isArray {
            if !children.isNull { list.append(children) }
            start.set("/K", list)
        }
        let more = part["/K"]
        for child in more.isArray ? (0..<more.count).map({ more[$0] }) : [more] where !child.isNull {
            if child.isDictionary, child["/S"].name != nil { child.set("/P", start) }
            list.append(child)
        }
        part.remove("/P")
    }

    /// Links say where they lead, and are printed.
    static func completeLinks(on page: PDFObject) {
        let annotations = page["/Annots"]
        for index in 0..<annotations.count {
            let link = annotations[index]
            guard link["/Subtype"].name == "/Link" else { continue }
            link.set("/F", link.integer(4))
            if link["/Contents"].string != nil { continue }
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
