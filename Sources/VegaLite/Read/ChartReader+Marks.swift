import Documents

extension ChartReader {
    /// A mark's definition: a name, or an object with a `type`.
    mutating func mark(_ node: DocumentNode, path: String) -> MarkSpecification {
        let place = Place(path: path, location: node.location)
        if let name = node.string { return MarkSpecification(name: name, place: place) }
        var mark = marks(node, path: path)
        mark.name = node["type"]?.string ?? ""
        mark.place = place
        return mark
    }

    /// The properties and the parts of a mark, or of its configuration.
    mutating func marks(_ node: DocumentNode?, path: String, others: [String] = []) -> MarkSpecification {
        var mark = MarkSpecification(name: "", place: Place(path: path, location: node?.location))
        mark.properties = bag(node, path: path, others: MarkPart.allCases.map(\.rawValue) + others)
        for part in MarkPart.allCases {
            guard let value = node?[part.rawValue], !value.isNull else { continue }
            let own = join(path, part.rawValue)
            if let flag = value.boolean {
                mark.parts[part] = .flag(flag)
            } else if let word = value.string {
                mark.parts[part] = .word(word)
            } else if value.object != nil {
                mark.parts[part] = .mark(marks(value, path: own))
            } else {
                warn(value, "`\(part.rawValue)` is true, false or a mark, not \(Self.shown(value))", path: own)
            }
        }
        return mark
    }
}
