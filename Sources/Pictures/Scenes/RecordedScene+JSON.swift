import Documents
import SceneGraph

extension RecordedScene {
    /// Reads `.scene.json`, version 1. Members that it does not know are kept as attributes, so that a scene of a later
    /// minor form can still be told from another.
    ///
    /// - Throws: every fault of the file, each with its place.
    public init(json bytes: [UInt8], file: String) throws(Diagnostics) {
        let root = try JSONReader.read(bytes, file: file)
        var reader = SceneReader(file: file)
        let scene = reader.scene(root)
        try reader.faults.throwIfErrors()
        guard let scene else { throw Diagnostics([Diagnostic("is no scene", file: file)]) }
        self = scene
    }
}

private struct SceneReader {
    let file: String
    var faults = Diagnostics()
    private var nodes: [RecordedNode] = []

    init(file: String) { self.file = file }

    private mutating func fault(_ message: String, at node: DocumentNode, path: String, advice: String? = nil) {
        faults.add(Diagnostic(message, file: file, at: node.location, path: path, advice: advice))
    }

    mutating func scene(_ document: DocumentNode) -> RecordedScene? {
        guard let object = document.object else {
            fault("a scene is an object, not \(document.kind)", at: document, path: "")
            return nil
        }
        guard object["version"]?.number == 1 else {
            fault(
                "a scene has `\"version\": 1`", at: object["version"] ?? document, path: "version",
                advice: "write the scene with this version of dossier")
            return nil
        }
        let width = side("width", of: document), height = side("height", of: document)
        guard let root = object["root"] else {
            fault("a scene has a `root`", at: document, path: "root")
            return nil
        }
        read(root, parent: nil, path: "root")
        guard let width, let height else { return nil }
        let attributes = object.members
            .filter { !["version", "width", "height", "root", "drawnWith"].contains($0.key) }
            .map { RecordedNode.Attribute($0.key, words($0.value)) }
        let drawnWith = (object["drawnWith"]?.object?.members ?? []).map {
            RecordedNode.Attribute($0.key, words($0.value))
        }
        return RecordedScene(size: Size(width, height), nodes: nodes, attributes: attributes, drawnWith: drawnWith)
    }

    private mutating func side(_ name: String, of document: DocumentNode) -> Double? {
        guard let value = document[name]?.number, value.isFinite, value > 0 else {
            fault("`\(name)` is a positive number", at: document[name] ?? document, path: name)
            return nil
        }
        return value
    }

    private mutating func read(_ node: DocumentNode, parent: Int?, path: String) {
        guard let object = node.object else {
            return fault("a node is an object, not \(node.kind)", at: node, path: path)
        }
        guard let word = object["type"]?.string, let kind = RecordedNode.Kind(rawValue: word) else {
            return fault(
                "`type` is group, path, text or image", at: object["type"] ?? node, path: "\(path).type")
        }
        guard let bounds = object["bounds"]?.array?.compactMap(\.number), bounds.count == 4,
            bounds.allSatisfy(\.isFinite)
        else { return fault("`bounds` is [x, y, width, height]", at: object["bounds"] ?? node, path: "\(path).bounds") }
        var record = RecordedNode(
            kind: kind, id: object["id"]?.string ?? "", role: object["role"]?.string ?? "",
            bounds: Rectangle(x: bounds[0], y: bounds[1], width: bounds[2], height: bounds[3]), parent: parent)
        record.facts = object["facts"]?.array?.compactMap(\.string) ?? []
        record.datum = Datum(
            (object["datum"]?.object?.members ?? []).map { member in
                switch member.value.value {
                case .boolean(let value): Datum.Field(member.key, .boolean(value))
                case .number(let value): Datum.Field(member.key, .number(value))
                case .string(let value): Datum.Field(member.key, .string(value))
                default: Datum.Field(member.key, .null)
                }
            })
        if kind == .text { record.text = object["text"]?.string ?? "" }
        let known: Set<String> = ["type", "id", "role", "bounds", "facts", "datum", "text", "children"]
        record.attributes = object.members.filter { !known.contains($0.key) }.map { member in
            // A whole scene and one that was recorded in short are then the same.
            if member.key == "d", let data = member.value.string, data.utf8.count > OutlineDigest.longest {
                return RecordedNode.Attribute("outline", OutlineDigest.of(data))
            }
            return RecordedNode.Attribute(member.key, words(member.value))
        }
        let position = nodes.count
        nodes.append(record)
        guard let children = object["children"] else { return }
        guard let list = children.array, kind == .group else {
            return fault("only a group has `children`, a list", at: children, path: "\(path).children")
        }
        for (index, child) in list.enumerated() { read(child, parent: position, path: "\(path).children[\(index)]") }
    }

    private func words(_ node: DocumentNode) -> String {
        switch node.value {
        case .null: "null"
        case .boolean(let value): value ? "yes" : "no"
        case .number(let value): plain(value)
        case .string(let value): value
        case .array(let items): items.map(words).joined(separator: ", ")
        case .object(let object): object.members.map { "\($0.key): \(words($0.value))" }.joined(separator: ", ")
        }
    }
}

/// A number to read: no exponent, three decimals at the most.
func plain(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let thousandths = (value * 1000).rounded()
    if thousandths == (value.rounded() * 1000) { return String(Int64(value.rounded())) }
    return "\(thousandths / 1000)"
}
