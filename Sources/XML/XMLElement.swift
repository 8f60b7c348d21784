/// An element of an XML document, and where it stands.
public struct XMLElement: Sendable {
    /// Without its prefix.
    public var name: String
    /// The address of its namespace; empty where it has none.
    public var namespace: String
    /// By name; those of another namespace as `address|name`.
    public var attributes: [String: String]
    public var children: [XMLElement]
    /// The bytes of the document from the start of its first tag to the end of its last.
    public var range: Range<Int>

    public subscript(attribute: String) -> String? { attributes[attribute] }

    /// An attribute that is parted by its namespace, such as `r:id`, by the last word of the namespace's address.
    public func attribute(_ name: String, namespace: String) -> String? {
        attributes.first { $0.key.hasSuffix("/\(namespace)|\(name)") }?.value
    }

    public func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The element at the end of a path of names; nil where there is none.
    public func descendant(_ path: String...) -> XMLElement? {
        var element: XMLElement? = self
        for name in path { element = element?.child(name) }
        return element
    }

    /// True for itself or any element within it.
    public func contains(_ name: String) -> Bool {
        self.name == name || children.contains { $0.contains(name) }
    }
}
