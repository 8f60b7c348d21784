import Documents
import Tables

/// Documents made in code: the looks, and what readers put in the place of something else.
extension DocumentNode {
    static func text(_ string: String) -> DocumentNode { DocumentNode(DocumentNode.Value.string(string)) }
    static func number(_ number: Double) -> DocumentNode { DocumentNode(DocumentNode.Value.number(number)) }
    static func flag(_ flag: Bool) -> DocumentNode { DocumentNode(DocumentNode.Value.boolean(flag)) }
    static func list(_ items: [DocumentNode]) -> DocumentNode { DocumentNode(.array(items)) }
    static var nothing: DocumentNode { DocumentNode(DocumentNode.Value.null) }

    static func object(_ members: KeyValuePairs<String, DocumentNode?>) -> DocumentNode {
        let place = SourceLocation(line: 1, column: 1)
        return DocumentNode(
            .object(
                DocumentObject(
                    members.compactMap { key, value in
                        value.map { DocumentObject.Member(key: key, keyLocation: place, value: $0) }
                    })))
    }

    /// The same object with a member set, or taken out where the value is nil.
    func setting(_ key: String, _ value: DocumentNode?) -> DocumentNode {
        let object = self.object ?? DocumentObject()
        return DocumentNode(.object(value.map { object.setting(key, to: $0) } ?? object.removing(key)), at: location)
    }

    func removing(_ keys: String...) -> DocumentNode { keys.reduce(self) { $0.setting($1, nil) } }

    /// The same object with these members alone.
    func keeping(_ keys: String...) -> DocumentNode {
        DocumentNode(.object(DocumentObject((object?.members ?? []).filter { keys.contains($0.key) })), at: location)
    }

    /// The members of `other` over those of this object; objects within objects are joined likewise.
    func merging(_ other: DocumentNode?) -> DocumentNode {
        guard let other, let added = other.object else { return other ?? self }
        guard var object = self.object else { return other }
        for member in added.members {
            if let mine = object[member.key], mine.object != nil, member.value.object != nil {
                object = object.setting(member.key, to: mine.merging(member.value))
            } else {
                object = object.setting(member.key, to: member.value)
            }
        }
        return DocumentNode(.object(object), at: location)
    }
}
