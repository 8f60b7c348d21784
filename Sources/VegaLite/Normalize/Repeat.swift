import Documents

extension Normalizer {
    /// A repeat, as the composition it stands for: a grid, a wrapped list or layers.
    mutating func expandedRepeat(
        _ spec: DocumentNode, path: String, repeater: Repeater, encoding: DocumentNode?, projection: DocumentNode?,
        depth: Int
    ) -> DocumentNode {
        guard let child = spec["spec"], let definition = spec["repeat"] else {
            report("a repeat needs a `spec`", spec, path)
            return spec
        }
        func names(_ node: DocumentNode?) -> [String]? { node?.array?.compactMap(\.string) }
        let rest = spec.removing("repeat", "spec")
        let inner = join(path, "spec")
        func expanded(_ values: [String: String]) -> DocumentNode {
            var next = repeater
            next.values.merge(values) { $1 }
            return normalized(
                child, path: inner, repeater: next, encoding: encoding, projection: projection, depth: depth + 1)
        }
        if let layers = names(definition["layer"]) {
            let layered: (inout Normalizer, [String: String]) -> DocumentNode = { normalizer, outer in
                var children: [DocumentNode] = []
                for layer in layers {
                    var next = repeater
                    next.values.merge(outer) { $1 }
                    next.values["layer"] = layer
                    children.append(
                        normalizer.normalized(
                            child, path: inner, repeater: next, encoding: encoding, projection: projection,
                            depth: depth + 1))
                }
                return DocumentNode.object(["layer": .list(children)])
            }
            let (rows, columns) = (names(definition["row"]), names(definition["column"]))
            if rows == nil, columns == nil {
                let layer = layered(&self, [:])
                return rest.merging(layer)
            }
            var children: [DocumentNode] = []
            for row in rows ?? [""] {
                for column in columns ?? [""] {
                    var values: [String: String] = [:]
                    if rows != nil { values["row"] = row }
                    if columns != nil { values["column"] = column }
                    children.append(layered(&self, values))
                    if children.count > Normalizer.mostRepeats { break }
                }
            }
            return rest.setting("concat", .list(children)).setting("columns", .number(Double(columns?.count ?? 1)))
                .setting("isRepeat", .flag(true))
        }
        if let list = names(definition) {
            guard list.count <= Normalizer.mostRepeats else {
                report("a repeat of \(list.count) views is more than \(Normalizer.mostRepeats)", spec, path)
                return rest.setting("concat", .list([]))
            }
            let children = list.map { expanded(["repeat": $0]) }
            return rest.setting("concat", .list(children)).setting("isRepeat", .flag(true))
        }
        let (rows, columns) = (names(definition["row"]), names(definition["column"]))
        guard rows != nil || columns != nil else {
            report(
                "`repeat` is a list of fields, or an object with `row`, `column` or `layer`", definition,
                join(path, "repeat"))
            return rest.setting("concat", .list([]))
        }
        guard (rows?.count ?? 1) * (columns?.count ?? 1) <= Normalizer.mostRepeats else {
            report("a repeat makes more than \(Normalizer.mostRepeats) views", definition, join(path, "repeat"))
            return rest.setting("concat", .list([]))
        }
        var children: [DocumentNode] = []
        for row in rows ?? [""] {
            for column in columns ?? [""] {
                var values: [String: String] = [:]
                if rows != nil { values["row"] = row }
                if columns != nil { values["column"] = column }
                children.append(expanded(values))
            }
        }
        return rest.setting("concat", .list(children)).setting("columns", .number(Double(columns?.count ?? 1)))
            .setting("isRepeat", .flag(true))
    }

    /// The same with every `{"repeat": …}` replaced by the field it stands for. Data is left alone.
    static func replacing(_ node: DocumentNode, _ repeater: Repeater) -> DocumentNode {
        if repeater.values.isEmpty { return node }
        switch node.value {
        case .array(let items): return DocumentNode(.array(items.map { replacing($0, repeater) }), at: node.location)
        case .object(let object):
            if object.members.count == 1, let name = object["repeat"]?.string {
                if let value = repeater.values[name] ?? (name == "repeat" ? repeater.values.values.first : nil) {
                    return DocumentNode(DocumentNode.Value.string(value), at: node.location)
                }
            }
            return DocumentNode(
                .object(
                    DocumentObject(
                        object.members.map { member in
                            member.key == "values" || member.key == "datasets"
                                ? member
                                : DocumentObject.Member(
                                    key: member.key, keyLocation: member.keyLocation,
                                    value: member.key == "datum" && member.value["repeat"]?.string != nil
                                        ? replacing(member.value, repeater) : replacing(member.value, repeater))
                        })), at: node.location)
        default: return node
        }
    }
}
