/// What one part of a package says about another (ISO/IEC 29500-2, 6.5).
struct Relationship {
    enum Kind: String {
        case officeDocument, slideMaster, slideLayout, slide, theme, notesMaster, notesSlide, presProps, viewProps
        case tableStyles, image, chart, package, worksheet, styles, hyperlink
        case extendedProperties = "extended-properties"

        var address: String { "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + rawValue }
    }

    var type: String
    var target: String
    /// Nil for `rId` and the place in the list.
    var id: String?
    /// Leads out of the package.
    var isExternal = false

    init(_ kind: Kind, _ target: String, id: String? = nil) {
        type = kind.address
        self.target = target
        self.id = id
    }

    /// One that a template has already.
    init(id: String, type: String, target: String, isExternal: Bool) {
        (self.id, self.type, self.target, self.isExternal) = (id, type, target, isExternal)
    }

    static let coreProperties = Relationship(
        type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        target: "docProps/core.xml")

    private init(type: String, target: String) {
        self.type = type
        self.target = target
    }

    /// A relationships part; ids that are not given are `rId1`, `rId2`, … by the place in the list.
    static func part(_ relationships: [Relationship]) -> String {
        var xml = Markup.declaration
        xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        for (index, relationship) in relationships.enumerated() {
            xml +=
                "<Relationship Id=\"\(Markup.escaped(relationship.id ?? "rId\(index + 1)"))\" "
                + "Type=\"\(Markup.escaped(relationship.type))\" "
            xml += "Target=\"\(Markup.escaped(relationship.target))\""
            xml += relationship.isExternal ? " TargetMode=\"External\"/>" : "/>"
        }
        return xml + "</Relationships>"
    }
}
