import Documents

extension DocumentNode {
    /// The node with a member set; where it stands in the file stays.
    func setting(_ key: String, to value: DocumentNode) -> DocumentNode {
        DocumentNode(.object((object ?? DocumentObject()).setting(key, to: value)), at: location)
    }

    func removing(_ key: String) -> DocumentNode {
        guard let object else { return self }
        return DocumentNode(.object(object.removing(key)), at: location)
    }

    /// The node with a member under another name, unless that is taken.
    func renaming(_ key: String, to name: String) -> DocumentNode {
        guard let value = self[key] else { return self }
        return self[name] == nil ? removing(key).setting(name, to: value) : removing(key)
    }

    /// This node's members beneath those of another, objects within objects too.
    func beneath(_ other: DocumentNode?) -> DocumentNode {
        guard let other else { return self }
        guard let own = object, let above = other.object else { return other }
        var result = own
        for member in above.members {
            result = result.setting(member.key, to: own[member.key]?.beneath(member.value) ?? member.value)
        }
        return DocumentNode(.object(result), at: other.location)
    }

    func making(_ members: [(String, DocumentNode)]) -> DocumentNode {
        DocumentNode(
            .object(DocumentObject(members.map { .init(key: $0.0, keyLocation: location, value: $0.1) })), at: location)
    }

    func text(_ text: String) -> DocumentNode { DocumentNode(.string(text), at: location) }
    func list(_ items: [DocumentNode]) -> DocumentNode { DocumentNode(.array(items), at: location) }
    func flag(_ value: Bool) -> DocumentNode { DocumentNode(.boolean(value), at: location) }

    /// The node with each of its items or members changed.
    func mapping(_ change: (String, DocumentNode) -> DocumentNode) -> DocumentNode {
        switch value {
        case .array(let items): return list(items.map { change("", $0) })
        case .object(let object):
            var members = object.members
            for index in members.indices { members[index].value = change(members[index].key, members[index].value) }
            return DocumentNode(.object(DocumentObject(members)), at: location)
        default: return self
        }
    }
}
