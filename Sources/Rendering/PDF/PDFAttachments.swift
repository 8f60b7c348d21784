import CQPDF

/// Embeds files: each a file specification, in the name tree that viewers list and in the catalog's associated files.
enum PDFAttachments {
    /// - Parameter date: in PDF's form; nil leaves the files without one.
    static func add(_ attachments: [PDFAttachment], to root: PDFObject, date: String?) {
        guard !attachments.isEmpty else { return }
        let associated = root.array
        let names = root.array
        // A name tree is sorted by its keys' bytes.
        for attachment in attachments.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            let specification = root.indirect(specification(of: attachment, root: root, date: date))
            associated.append(specification)
            names.append(root.text(attachment.name))
            names.append(specification)
        }
        root.set("/AF", associated)
        let tree = root.dictionary
        tree.set("/Names", names)
        // Cairo keeps destinations in the same place.
        let known = root["/Names"]
        let catalog = known.isDictionary ? known : root.dictionary
        catalog.set("/EmbeddedFiles", tree)
        if !known.isDictionary { root.set("/Names", catalog) }
    }

    private static func specification(of attachment: PDFAttachment, root: PDFObject, date: String?) -> PDFObject {
        let file = root.pressedStream(attachment.bytes)
        let head = file.head
        head.set("/Type", root.name("/EmbeddedFile"))
        head.set("/Subtype", root.name("/" + attachment.mediaType))
        let parameters = root.dictionary
        parameters.set("/Size", root.integer(attachment.bytes.count))
        if let date { parameters.set("/ModDate", root.text(date)) }
        head.set("/Params", parameters)
        let reference = root.indirect(file)

        let specification = root.dictionary
        specification.set("/Type", root.name("/Filespec"))
        specification.set("/F", root.text(attachment.name))
        specification.set("/UF", root.text(attachment.name))
        specification.set("/Desc", root.text(attachment.description))
        specification.set("/AFRelationship", root.name(attachment.relationship.rawValue))
        let embedded = root.dictionary
        embedded.set("/F", reference)
        embedded.set("/UF", reference)
        specification.set("/EF", embedded)
        return specification
    }
}
