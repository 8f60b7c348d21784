import Documents

/// Version 4's `selection`, a table of selections by name, as the list of `params` that it became.
enum UpgradeSelections {
    /// What stays beside `select`; all else is the selection's own.
    private static let beside: Set<String> = ["bind", "init", "value", "type", "empty"]

    static func params(of view: DocumentNode, selection: DocumentNode) -> DocumentNode {
        var params = view["params"]?.array ?? []
        for member in selection.object?.members ?? [] {
            let old = member.value
            let type = old["type"]?.string ?? "point"
            var select = old.making([("type", old.text(type == "interval" ? "interval" : "point"))])
            for part in old.object?.members ?? [] where !beside.contains(part.key) {
                select = select.setting(part.key, to: part.value)
            }
            var param = old.making([("name", old.text(member.key)), ("select", select)])
            if let value = old["value"] ?? old["init"] {
                let isOne = type != "interval" && value.object != nil
                param = param.setting("value", to: isOne ? value.list([value]) : value)
            }
            if let bind = old["bind"] { param = param.setting("bind", to: bind) }
            params.append(param)
        }
        return view.removing("selection").setting("params", to: selection.list(params))
    }

    /// The selections of a document in which nothing is selected until something is picked.
    static func picky(in node: DocumentNode, depth: Int = 0) -> Set<String> {
        guard depth < Upgrade.deepest else { return [] }
        var names: Set<String> = []
        for member in node["selection"]?.object?.members ?? [] where member.value["empty"]?.string == "none" {
            names.insert(member.key)
        }
        for key in ["layer", "concat", "hconcat", "vconcat", "layers"] {
            for part in node[key]?.array ?? [] { names.formUnion(picky(in: part, depth: depth + 1)) }
        }
        if let spec = node["spec"] { names.formUnion(picky(in: spec, depth: depth + 1)) }
        return names
    }
}
