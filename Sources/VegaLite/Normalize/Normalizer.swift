import Documents

/// Writes a document out in fewer words: facets, repeats, overlays and composite marks become plain compositions of
/// plain marks.
struct Normalizer {
    let config: Config
    var diagnostics = Diagnostics()
    /// How deep compositions may nest.
    static let deepest = 32
    /// How many views a repeat may make.
    static let mostRepeats = 400

    /// What a repeat puts in the place of `{"repeat": "row"}`.
    struct Repeater {
        var values: [String: String] = [:]
    }

    mutating func normalized(
        _ spec: DocumentNode, path: String, repeater: Repeater = Repeater(), encoding: DocumentNode? = nil,
        projection: DocumentNode? = nil, depth: Int = 0
    ) -> DocumentNode {
        guard depth < Normalizer.deepest else {
            report("compositions are nested more than \(Normalizer.deepest) deep", spec, path)
            return DocumentNode(.object(DocumentObject()), at: spec.location)
        }
        guard spec.object != nil else {
            report("a view is an object, not \(spec.kind)", spec, path)
            return spec
        }
        func inner(_ node: DocumentNode, _ path: String) -> DocumentNode {
            normalized(node, path: path, repeater: repeater, depth: depth + 1)
        }
        if spec["repeat"] != nil {
            return expandedRepeat(
                spec, path: path, repeater: repeater, encoding: encoding, projection: projection, depth: depth)
        }
        if spec["facet"] != nil, let child = spec["spec"] {
            return Normalizer.replacing(spec.removing("spec"), repeater).setting(
                "spec", inner(child, join(path, "spec")))
        }
        for key in ["concat", "hconcat", "vconcat"] {
            if let list = spec[key]?.array {
                var children: [DocumentNode] = []
                for (index, child) in list.enumerated() {
                    children.append(inner(child, "\(join(path, key))[\(index)]"))
                }
                return spec.setting(key, .list(children))
            }
        }
        if let layers = spec["layer"]?.array {
            let shared = merged(encoding, spec["encoding"].map { Normalizer.replacing($0, repeater) })
            let sharedProjection = spec["projection"] ?? projection
            if let shared, let outer = facetDefinition(shared, path: path) {
                // Row and column of a whole layer: the layer is drawn once a cell.
                let stripped = spec.setting("encoding", withoutFacets(shared))
                return wrapped(stripped, in: outer, path: path, repeater: repeater, depth: depth)
            }
            var children: [DocumentNode] = []
            for (index, child) in layers.enumerated() {
                children.append(
                    normalized(
                        child, path: "\(join(path, "layer"))[\(index)]", repeater: repeater, encoding: shared,
                        projection: sharedProjection, depth: depth + 1))
            }
            return spec.removing("encoding", "projection").setting("layer", .list(children))
        }
        return normalizedUnit(
            spec, path: path, repeater: repeater, encoding: encoding, projection: projection, depth: depth)
    }

    private mutating func normalizedUnit(
        _ spec: DocumentNode, path: String, repeater: Repeater, encoding: DocumentNode?, projection: DocumentNode?,
        depth: Int
    ) -> DocumentNode {
        var unit = Normalizer.replacing(spec, repeater)
        if let encoding { unit = unit.setting("encoding", merged(encoding, unit["encoding"])) }
        if let projection, unit["projection"] == nil { unit = unit.setting("projection", projection) }
        if let encoding = unit["encoding"], let outer = facetDefinition(encoding, path: path) {
            return wrapped(
                unit.setting("encoding", withoutFacets(encoding)), in: outer, path: path, repeater: repeater,
                depth: depth)
        }
        guard let mark = unit["mark"] else { return unit }
        let name = mark.string ?? mark["type"]?.string ?? ""
        switch name {
        case "boxplot", "errorbar", "errorband":
            let composite = CompositeMark(unit: unit, mark: mark, config: config, path: path)
            let expanded =
                name == "boxplot"
                ? composite.boxplot() : name == "errorbar" ? composite.errorbar() : composite.errorband()
            diagnostics.add(expanded.diagnostics)
            return normalized(expanded.spec, path: path, depth: depth + 1)
        default: break
        }
        if let overlaid = overlaid(unit, mark: mark, name: name) {
            return normalized(overlaid, path: path, depth: depth + 1)
        }
        return unit
    }

    // MARK: Facets written as channels

    private func facetDefinition(_ encoding: DocumentNode, path: String) -> DocumentNode? {
        if let facet = encoding["facet"] { return facet }
        let (row, column) = (encoding["row"], encoding["column"])
        if row == nil, column == nil { return nil }
        return DocumentNode.object(["row": row, "column": column])
    }

    private func withoutFacets(_ encoding: DocumentNode) -> DocumentNode {
        encoding.removing("facet", "row", "column")
    }

    private mutating func wrapped(
        _ unit: DocumentNode, in facet: DocumentNode, path: String, repeater: Repeater, depth: Int
    ) -> DocumentNode {
        var outer: [(String, DocumentNode?)] = [("facet", facet)]
        var child = unit
        for key in [
            "data", "transform", "title", "resolve", "name", "config", "params", "autosize", "padding",
            "background", "usermeta", "datasets", "$schema", "description",
        ] {
            outer.append((key, unit[key]))
            child = child.setting(key, nil)
        }
        // How the cells lie is written in the channel.
        for key in ["align", "center", "spacing", "bounds", "columns"] {
            if facet["field"] != nil || facet["aggregate"] != nil {
                if let value = facet[key] { outer.append((key, value)) }
            } else if key != "columns" {
                let row = facet["row"]?[key]
                let column = facet["column"]?[key]
                if row != nil || column != nil {
                    outer.append((key, DocumentNode.object(["row": row, "column": column])))
                }
            }
        }
        var node = DocumentNode(.object(DocumentObject()), at: unit.location)
        for (key, value) in outer where value != nil { node = node.setting(key, value) }
        child = normalized(child, path: path, repeater: repeater, depth: depth + 1)
        return node.setting("spec", child)
    }

    // MARK: Shared encodings

    /// The layer's channels over the parent's; properties of one channel are joined.
    private func merged(_ parent: DocumentNode?, _ own: DocumentNode?) -> DocumentNode? {
        guard let parent else { return own }
        guard let own else { return parent }
        var result = parent
        for member in own.object?.members ?? [] {
            if let base = parent[member.key], base.object != nil, member.value.object != nil {
                result = result.setting(member.key, base.merging(member.value, deep: false))
            } else {
                result = result.setting(member.key, member.value)
            }
        }
        return result
    }

    mutating func report(_ message: String, _ node: DocumentNode, _ path: String, advice: String? = nil) {
        diagnostics.add(Diagnostic(message, at: node.location, path: path, advice: advice))
    }

    func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
