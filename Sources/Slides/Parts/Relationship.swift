/// What one part of a package says about another (ISO/IEC 29500-2, 6.5).
struct Relationship {
    enum Kind: String {
        case officeDocument, slideMaster, slideLayout, slide, theme, notesMaster, notesSlide, presProps, viewProps
        case tableStyles, image
        case extendedProperties = "extended-properties"

        var address: String { "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + rawValue }
    }

    var type: String
    var target: String

    init(_ kind: Kind, _ target: String) {
        type = kind.address
        self.target = target
    }

    static let coreProperties = Relationship(
        type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        target: "docProps/core.xml")

    private init(type: String, target: String) {
        self.type = type
        self.target = target
    }

    /// A relationships part; the ids are `rId1`, `rId2`, … in the order given.
    static func part(_ relationships: [Relationship]) -> String {
        var xml = Markup.declaration
        xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        for (index, relationship) in relationships.enumerated() {
            xml += "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relationship.type)\" "
            xml += "Target=\"\(Markup.escaped(relationship.target))\"/>"
        }
        return xml + "</Relationships>"
    }
}
