import Archives
import Documents
import XML

/// What of a template goes into a deck as it is must be whole: PowerPoint and LibreOffice refuse a deck for one part
/// that is not.
struct TemplateCheck {
    let parts: TemplateParts
    let file: String
    /// `Default` types by ending, in small letters, and `Override` types by part.
    let defaults: Set<String>
    let overrides: [String: String]

    /// What the root of a part is called, by the last word of the relationship that leads to it.
    private static let roots: [String: String] = [
        "slideMaster": "sldMaster", "slideLayout": "sldLayout", "theme": "theme", "notesMaster": "notesMaster",
        "handoutMaster": "handoutMaster", "presProps": "presentationPr", "viewProps": "viewPr",
        "tableStyles": "tblStyleLst", "themeOverride": "themeOverride",
    ]
    private static let relationshipNamespace = "/officeDocument/2006/relationships|"

    /// - Parameters:
    ///   - left: kinds of relationships whose parts are left out.
    ///   - references: whether what its elements name must be there; not of the presentation, whose slides go.
    /// - Throws: the first part that is broken or missing, by its name.
    func check(_ path: String, left: Set<String>, references: Bool = true) throws(Diagnostic) {
        let isXML = path.hasSuffix(".xml") || overrides[path]?.hasSuffix("xml") == true
        let relationships = try parts.relationships(of: path)
        guard Set(relationships.map(\.id)).count == relationships.count else {
            throw broken(path, "two of its relationships have one id")
        }
        for relationship in relationships where !left.contains(relationship.kind) {
            guard let target = relationship.part else { continue }
            guard parts[target] != nil else { throw broken(path, "it leads to `\(target)`, which is not there") }
            if let root = TemplateCheck.roots[relationship.kind] { try checkRoot(of: target, is: root) }
        }
        guard
            overrides[path] != nil
                || path.split(separator: ".").last.map({ defaults.contains($0.lowercased()) }) == true
        else { throw broken(path, "[Content_Types].xml does not say what it is") }
        guard references, isXML, let element = try parts.element(path) else { return }
        try checkReferences(element, ids: Set(relationships.map(\.id)), in: path)
    }

    /// The presentation is written anew with other slides, at places that are counted in bytes of UTF-8.
    func checkPresentation(_ path: String, _ bytes: [UInt8]) throws(Diagnostic) {
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
            throw broken(path, "it is not written in UTF-8")
        }
    }

    private func checkRoot(of path: String, is name: String) throws(Diagnostic) {
        guard let element = try parts.element(path) else { return }
        guard element.name == name, element.namespace.hasPrefix("http://schemas.openxmlformats.org/") else {
            throw broken(path, "its root is `\(element.name)`, not `\(name)`")
        }
    }

    /// `r:id` and its like name relationships of the part.
    private func checkReferences(_ element: XMLElement, ids: Set<String>, in path: String) throws(Diagnostic) {
        for (name, id) in element.attributes where name.contains(TemplateCheck.relationshipNamespace) && !id.isEmpty {
            guard ids.contains(id) else { throw broken(path, "`\(element.name)` names `\(id)`, which leads nowhere") }
        }
        for child in element.children { try checkReferences(child, ids: ids, in: path) }
    }

    private func broken(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            "is a broken template, in \(path): \(reason)", file: file, advice: "open it in PowerPoint and save it again"
        )
    }
}
