import Documents

extension Upgrade {
    /// Channels whose marks are as wide as their band.
    private static let banded: Set<String> = ["bar", "rect", "image", "tick"]

    mutating func upgraded(encoding: DocumentNode, in view: inout DocumentNode) -> DocumentNode {
        var encoding = encoding
        if let path = encoding["path"] {
            tell("path", now: "the channel `order`", path)
            encoding = encoding.renaming("path", to: "order")
        }
        for member in encoding.object?.members ?? [] {
            let channel = member.key
            if let list = member.value.array {
                encoding = encoding.setting(
                    channel, to: member.value.list(list.map { upgraded(channel: $0, named: channel, in: &view) }))
            } else if member.value.object != nil {
                encoding = encoding.setting(channel, to: upgraded(channel: member.value, named: channel, in: &view))
            }
        }
        return encoding
    }

    private mutating func upgraded(
        channel definition: DocumentNode, named channel: String, in view: inout DocumentNode
    ) -> DocumentNode {
        var definition = definition
        if let stack = definition["stack"], stack.string == "none" {
            tell("stack: none", now: "`stack: null`", stack)
            definition = definition.setting("stack", to: DocumentNode(.null, at: stack.location))
        }
        if let sort = definition["sort"], sort.string == "none" {
            tell("sort: none", now: "`sort: null`", sort)
            definition = definition.setting("sort", to: DocumentNode(.null, at: sort.location))
        }
        if let axis = definition["axis"], ["row", "column"].contains(channel) {
            tell("\(channel).axis", now: "`header`", axis)
            definition = definition.renaming("axis", to: "header")
        }
        if let band = definition["band"], ["x", "y", "theta", "radius"].contains(channel) {
            definition = upgraded(band: band, of: definition, channel: channel, in: &view)
        }
        if let scale = definition["scale"], scale.object != nil {
            definition = definition.setting("scale", to: upgraded(scale: scale))
        }
        for guide in ["axis", "legend"] {
            guard let short = definition[guide]?["shortTimeLabels"], let node = definition[guide] else { continue }
            tell("shortTimeLabels", now: "the `format` \"%b\"", short)
            definition = definition.setting(
                guide, to: node.renaming("shortTimeLabels", to: "format").setting("format", to: short.text("%b")))
        }
        if let condition = definition["condition"] {
            definition = definition.setting("condition", to: upgraded(conditions: condition))
        }
        return definition
    }

    private mutating func upgraded(
        band: DocumentNode, of definition: DocumentNode, channel: String, in view: inout DocumentNode
    ) -> DocumentNode {
        let mark = view["mark"]?.string ?? view["mark"]?["type"]?.string ?? ""
        let size = ["x": "width", "y": "height"][channel]
        guard let size, Self.banded.contains(mark), definition["bandPosition"] == nil, let node = view["mark"] else {
            tell("band", now: "`bandPosition`", band)
            return definition.renaming("band", to: "bandPosition")
        }
        tell("band", now: "the mark's `\(size): {band: …}`", band)
        let written = node.object != nil ? node : node.making([("type", node)])
        if written[size] == nil {
            view = view.setting("mark", to: written.setting(size, to: band.making([("band", band)])))
        }
        return definition.removing("band")
    }

    private mutating func upgraded(scale: DocumentNode) -> DocumentNode {
        var scale = scale
        if let type = scale["type"], let now = ["sequential": "linear", "bin-linear": "linear"][type.string ?? ""] {
            tell("scale type \(type.string ?? "")", now: "`\(now)`", type)
            scale = scale.setting("type", to: type.text(now))
        }
        if let domain = scale["domain"], domain["selection"] != nil {
            tell("domain.selection", now: "`domain: {param: …}`", domain)
            scale = scale.setting("domain", to: domain.renaming("selection", to: "param"))
        }
        return scale
    }

    private mutating func upgraded(conditions node: DocumentNode) -> DocumentNode {
        guard let list = node.array else { return upgraded(condition: node) }
        return node.list(list.map { upgraded(condition: $0) })
    }

    private mutating func upgraded(condition node: DocumentNode) -> DocumentNode {
        guard let selection = node["selection"] else {
            return node["test"].map { node.setting("test", to: upgraded(predicate: $0, depth: 0)) } ?? node
        }
        tell("condition.selection", now: "`condition.param`", selection)
        if let name = selection.string {
            let renamed = node.renaming("selection", to: "param")
            return pickyByName.contains(name) ? renamed.setting("empty", to: selection.flag(false)) : renamed
        }
        return node.removing("selection").setting("test", to: named(selection, depth: 0))
    }

    /// A predicate in which selections may be named: `{selection: NAME}`, alone or within and, or, not.
    mutating func upgraded(predicate node: DocumentNode, depth: Int) -> DocumentNode {
        guard depth < Self.deepest else { return node }
        if let selection = node["selection"] {
            tell("filter.selection", now: "`param`", selection)
            return named(selection, depth: depth)
        }
        if let within = node["in"], node["field"] != nil {
            tell("in", now: "`oneOf`", within)
            return node.renaming("in", to: "oneOf")
        }
        var result = node
        for key in ["and", "or", "not"] {
            guard let part = node[key] else { continue }
            result = result.setting(
                key,
                to: part.array.map { part.list($0.map { upgraded(predicate: $0, depth: depth + 1) }) }
                    ?? upgraded(predicate: part, depth: depth + 1))
        }
        return result
    }

    /// What a selection's name, or names within and, or, not, are as a predicate.
    private func named(_ node: DocumentNode, depth: Int) -> DocumentNode {
        guard depth < Self.deepest else { return node }
        if let name = node.string {
            let predicate = node.making([("param", node)])
            return pickyByName.contains(name) ? predicate.setting("empty", to: node.flag(false)) : predicate
        }
        return node.mapping { _, part in named(part, depth: depth + 1) }
    }
}
