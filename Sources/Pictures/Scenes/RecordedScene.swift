import SceneGraph

/// A scene as it was recorded beside a picture: what can be told about each thing in it, in drawing order.
public struct RecordedScene: Sendable, Hashable {
    /// In figure units.
    public var size: Size
    /// The root first, each group before what is in it.
    public var nodes: [RecordedNode]
    /// Members of the scene itself, such as its background.
    public var attributes: [RecordedNode.Attribute]
    /// What drew the picture: libraries, fonts, architecture. Says nothing about the scene, and is not compared.
    public var drawnWith: [RecordedNode.Attribute]

    public init(
        size: Size, nodes: [RecordedNode], attributes: [RecordedNode.Attribute] = [],
        drawnWith: [RecordedNode.Attribute] = []
    ) {
        self.size = size
        self.nodes = nodes
        self.attributes = attributes
        self.drawnWith = drawnWith
    }
}

/// One thing in a recorded scene.
public struct RecordedNode: Sendable, Hashable {
    public enum Kind: String, Sendable { case group, path, text, image }

    /// A member that is not one of those below, as it reads: `fill`, `stroke`, `size`, `d`.
    public struct Attribute: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var kind: Kind
    public var id: String
    public var role: String
    /// In figure units.
    public var bounds: Rectangle
    public var facts: [String]
    public var datum: Datum
    /// Lines parted by `\n`; nil for what is no text.
    public var text: String?
    public var attributes: [Attribute]
    /// The position of its group in the scene's list; nil for the root.
    public var parent: Int?

    public init(
        kind: Kind, id: String, role: String, bounds: Rectangle, facts: [String] = [], datum: Datum = Datum(),
        text: String? = nil, attributes: [Attribute] = [], parent: Int? = nil
    ) {
        self.kind = kind
        self.id = id
        self.role = role
        self.bounds = bounds
        self.facts = facts
        self.datum = datum
        self.text = text
        self.attributes = attributes
        self.parent = parent
    }

    public subscript(attribute name: String) -> String? { attributes.first { $0.name == name }?.value }
}
