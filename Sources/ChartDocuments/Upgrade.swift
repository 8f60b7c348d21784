import Documents

/// Documents of Vega-Lite 1 to 4 as today's: what its release notes say was renamed or moved is read as what it is now,
/// and told, once for each word.
///
/// Changes go by what is written, not by `$schema`: many documents have none, or one that says another version.
struct Upgrade {
    private(set) var problems = Diagnostics()
    private var told: Set<String> = []
    /// Selections that are empty until something is picked (`empty: "none"`).
    var pickyByName: Set<String> = []

    /// How deep a document is followed.
    static let deepest = 64

    mutating func upgraded(_ root: DocumentNode) -> DocumentNode {
        var root = root
        if let config = root["config"], config.object != nil {
            root = root.setting("config", to: upgraded(config: config))
        }
        pickyByName = UpgradeSelections.picky(in: root)
        return upgraded(view: root, depth: 0)
    }

    /// Tells of an old word where it first stands.
    mutating func tell(_ old: String, now: String, _ node: DocumentNode) {
        guard told.insert(old).inserted else { return }
        problems.add(
            Diagnostic(
                "`\(old)` is of an older Vega-Lite: read as \(now)", severity: .warning, at: node.location, path: old,
                advice: "write it so, to be free of this note"))
    }

    // MARK: - Views

    private mutating func upgraded(view: DocumentNode, depth: Int) -> DocumentNode {
        guard depth < Self.deepest, view.object != nil else { return view }
        var view = view
        view = upgraded(markOf: view)
        view = upgraded(transformsOf: view)
        if let encoding = view["encoding"], encoding.object != nil {
            view = stepsMoved(from: encoding, to: view)
            // What a channel says of its mark is set in the view on the way.
            let channels = upgraded(encoding: view["encoding"] ?? encoding, in: &view)
            view = view.setting("encoding", to: channels)
        }
        if let selection = view["selection"], selection.object != nil {
            tell("selection", now: "`params` with `select`", selection)
            view = UpgradeSelections.params(of: view, selection: selection)
        }
        for key in ["layer", "concat", "hconcat", "vconcat", "layers"] {
            guard let parts = view[key]?.array else { continue }
            var upgraded: [DocumentNode] = []
            for part in parts { upgraded.append(self.upgraded(view: part, depth: depth + 1)) }
            if key == "layer" { (view, upgraded) = stepsLifted(from: upgraded, to: view) }
            view = view.setting(key, to: view.list(upgraded))
        }
        if view["layers"] != nil {
            tell("layers", now: "`layer`", view["layers"] ?? view)
            view = view.renaming("layers", to: "layer")
        }
        if let spec = view["spec"] { view = view.setting("spec", to: upgraded(view: spec, depth: depth + 1)) }
        return signalsRead(in: view, depth: 0)
    }

    private static let marks = ["box-plot": "boxplot", "error-bar": "errorbar", "error-band": "errorband"]

    private mutating func upgraded(markOf view: DocumentNode) -> DocumentNode {
        guard let mark = view["mark"], let name = mark.string ?? mark["type"]?.string, let now = Self.marks[name] else {
            return view
        }
        tell(name, now: "the mark `\(now)`", mark)
        return view.setting("mark", to: mark.string != nil ? mark.text(now) : mark.setting("type", to: mark.text(now)))
    }

    // MARK: - Sizes

    /// `scale.rangeStep` and `scale.bandSize` are the view's `width` and `height` now.
    private mutating func stepsMoved(
        from encoding: DocumentNode, to view: DocumentNode
    ) -> DocumentNode {
        var (view, encoding, moved) = (view, encoding, false)
        for (channel, size) in [("x", "width"), ("y", "height")] {
            guard let definition = encoding[channel], let scale = definition["scale"] else { continue }
            for key in ["rangeStep", "bandSize"] {
                guard let step = scale[key] else { continue }
                tell(key, now: "the view's `\(size): {step: …}`", step)
                encoding = encoding.setting(channel, to: definition.setting("scale", to: scale.removing(key)))
                moved = true
                if view[size] == nil, step.number != nil {
                    view = view.setting(size, to: step.making([("step", step)]))
                } else if view[size] == nil {
                    view = view.setting(size, to: DocumentNode(.number(200), at: step.location))
                }
            }
        }
        return moved ? view.setting("encoding", to: encoding) : view
    }

    /// A step that a layer asked for is that of the whole.
    private func stepsLifted(
        from layers: [DocumentNode], to view: DocumentNode
    ) -> (view: DocumentNode, layers: [DocumentNode]) {
        var (view, layers) = (view, layers)
        for size in ["width", "height"] {
            for index in layers.indices {
                guard let step = layers[index][size], step["step"] != nil else { continue }
                layers[index] = layers[index].removing(size)
                if view[size] == nil { view = view.setting(size, to: step) }
            }
        }
        return (view, layers)
    }

    // MARK: - Signals

    /// `{"signal": …}` in a property is `{"expr": …}` now.
    private mutating func signalsRead(in node: DocumentNode, depth: Int) -> DocumentNode {
        guard depth < Self.deepest else { return node }
        if let object = node.object, object.members.count == 1, let signal = object["signal"], signal.string != nil {
            tell("signal", now: "`{\"expr\": …}`", signal)
            return node.renaming("signal", to: "expr")
        }
        var copy = self
        let changed = node.mapping { key, value in
            // Data are the author's own; `resolve` is theirs too.
            ["data", "values", "datasets", "usermeta"].contains(key)
                ? value : copy.signalsRead(in: value, depth: depth + 1)
        }
        self = copy
        return changed
    }
}
