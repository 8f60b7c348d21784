import Documents
import Typography

/// Finds the properties that no object of their kind has: slips of the keyboard, told with the nearest name.
struct Validation {
    private(set) var diagnostics = Diagnostics()
    private var known: [Vocabulary: Set<String>] = [:]

    static func problems(of root: DocumentNode, theme: Theme) -> Diagnostics {
        var validation = Validation()
        validation.view(root, path: "", depth: 0)
        var seen: Set<String> = []
        validation.fonts(root, path: "", theme: theme, seen: &seen, depth: 0)
        return validation.diagnostics
    }

    /// Tells of each family that is set in another, once.
    private mutating func fonts(_ node: DocumentNode, path: String, theme: Theme, seen: inout Set<String>, depth: Int) {
        guard depth < 2 * Normalizer.deepest else { return }
        for (index, item) in (node.array ?? []).enumerated() where item.object != nil {
            fonts(item, path: "\(path)[\(index)]", theme: theme, seen: &seen, depth: depth + 1)
        }
        for member in node.object?.members ?? [] {
            // Rows of data may have any names.
            if ["data", "datasets", "values", "transform"].contains(member.key) { continue }
            let own = join(path, member.key)
            if ["font", "labelFont", "titleFont", "subtitleFont"].contains(member.key), let css = member.value.string {
                let found = FontNames.resolve(css, theme: theme)
                if !found.isFaithful, seen.insert(css).inserted {
                    diagnostics.add(
                        Diagnostic(
                            "the font `\(css)` is set in \(found.family)", severity: .warning,
                            at: member.value.location, path: own,
                            advice:
                                "families that can be named: sans-serif, serif, monospace, Lato, Noto Sans, Noto Serif")
                    )
                }
            } else {
                fonts(member.value, path: own, theme: theme, seen: &seen, depth: depth + 1)
            }
        }
    }

    private mutating func check(_ node: DocumentNode?, as kind: Vocabulary, path: String, isIdle: Bool = false) {
        guard let object = node?.object else { return }
        let names: Set<String>
        if let made = known[kind] {
            names = made
        } else {
            names = Set(kind.properties)
            known[kind] = names
        }
        for member in object.members where kind.undrawn.contains(member.key) {
            diagnostics.add(
                Diagnostic(
                    "`\(member.key)` of \(kind.description) is not drawn", severity: .warning, at: member.keyLocation,
                    path: join(path, member.key)))
        }
        for member in object.members where !names.contains(member.key) {
            diagnostics.add(
                Diagnostic(
                    "`\(member.key)` is no property of \(kind.description)", severity: isIdle ? .warning : .error,
                    at: member.keyLocation, path: join(path, member.key),
                    advice: suggestion(for: member.key, among: names.sorted()).map { "did you mean `\($0)`?" }
                        ?? "see https://vega.github.io/vega-lite/docs/"))
        }
    }

    private func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private mutating func wrong(_ node: DocumentNode, _ wanted: String, path: String) {
        diagnostics.add(Diagnostic("this is \(wanted), not \(node.kind)", at: node.location, path: path))
    }

    private mutating func view(_ node: DocumentNode, path: String, depth: Int) {
        guard depth < Normalizer.deepest else { return }
        guard node.object != nil else { return }
        check(node, as: .view, path: path)
        if let mark = node["mark"] {
            if mark.string == nil, mark.object == nil {
                wrong(mark, "a mark's name or an object", path: join(path, "mark"))
            }
            check(mark, as: .mark, path: join(path, "mark"))
        }
        if let title = node["title"] { check(title, as: .title, path: join(path, "title")) }
        check(node["view"], as: .viewBackground, path: join(path, "view"))
        check(node["projection"], as: .projection, path: join(path, "projection"))
        check(node["config"], as: .config, path: join(path, "config"))
        for name in ["width", "height"] {
            if let size = node[name], size.string != nil, size.string != "container" {
                wrong(size, "a number, \"container\" or {\"step\": …}", path: join(path, name))
            }
            if let number = node[name]?.number ?? node[name]?["step"]?.number, number < 0 || !number.isFinite {
                diagnostics.add(
                    Diagnostic(
                        "a \(name) is no less than 0", at: node[name]?.location ?? node.location, path: join(path, name)
                    ))
            }
        }
        if let encoding = node["encoding"] {
            if encoding.object == nil, !encoding.isNull {
                wrong(encoding, "an object of channels", path: join(path, "encoding"))
            }
            for member in encoding.object?.members ?? [] {
                let own = join(join(path, "encoding"), member.key)
                for (index, item) in (member.value.array ?? [member.value]).enumerated() {
                    channel(item, path: member.value.array == nil ? own : "\(own)[\(index)]")
                }
            }
        }
        if let facet = node["facet"] {
            let own = join(path, "facet")
            if facet["row"] != nil || facet["column"] != nil {
                for name in ["row", "column"] { if let item = facet[name] { channel(item, path: join(own, name)) } }
            } else {
                channel(facet, path: own)
            }
        }
        for key in ["layer", "concat", "hconcat", "vconcat"] {
            guard let list = node[key] else { continue }
            guard let items = list.array else {
                wrong(list, "a list of views", path: join(path, key))
                continue
            }
            for (index, item) in items.enumerated() {
                view(item, path: "\(join(path, key))[\(index)]", depth: depth + 1)
            }
        }
        if let child = node["spec"] { view(child, path: join(path, "spec"), depth: depth + 1) }
    }

    private mutating func channel(_ node: DocumentNode, path: String) {
        // What a still picture does not show need not stop it.
        check(
            node, as: .channel, path: path, isIdle: path.contains("encoding.tooltip") || path.contains("encoding.href"))
        check(node["scale"], as: .scale, path: join(path, "scale"))
        check(node["axis"], as: .axis, path: join(path, "axis"))
        check(node["legend"], as: .legend, path: join(path, "legend"))
        check(node["header"], as: .header, path: join(path, "header"))
        check(node["bin"], as: .bin, path: join(path, "bin"))
        check(node["impute"], as: .impute, path: join(path, "impute"))
        if let condition = node["condition"] {
            for (index, item) in (condition.array ?? [condition]).enumerated() {
                let own = condition.array == nil ? join(path, "condition") : "\(join(path, "condition"))[\(index)]"
                check(item, as: .condition, path: own)
                check(item["scale"], as: .scale, path: join(own, "scale"))
                check(item["legend"], as: .legend, path: join(own, "legend"))
            }
        }
    }
}
