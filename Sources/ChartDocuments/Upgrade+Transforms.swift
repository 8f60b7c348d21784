import Documents

extension Upgrade {
    mutating func upgraded(transformsOf view: DocumentNode) -> DocumentNode {
        guard let transform = view["transform"] else { return view }
        var list = transform.array ?? []
        if transform.object != nil {
            tell("transform", now: "a list of transforms", transform)
            list = steps(of: transform)
        }
        return view.setting("transform", to: transform.list(list.map { upgraded(transform: $0) }))
    }

    /// The first version wrote all transforms of a view as members of one object, in an order of their own.
    private func steps(of transform: DocumentNode) -> [DocumentNode] {
        var steps: [DocumentNode] = []
        for step in transform["calculate"]?.array ?? [] {
            if let expression = step["expr"], let name = step["field"] ?? step["as"] {
                steps.append(step.making([("calculate", expression), ("as", name)]))
            }
        }
        if let filter = transform["filter"] { steps.append(transform.making([("filter", filter)])) }
        return steps
    }

    private mutating func upgraded(transform: DocumentNode) -> DocumentNode {
        var transform = transform
        if let filter = transform["filter"] {
            if filter.array != nil {
                tell("filter: […]", now: "`filter: {and: […]}`", filter)
                transform = transform.setting("filter", to: filter.making([("and", filter)]))
            }
            transform = transform.setting("filter", to: upgraded(predicate: transform["filter"] ?? filter, depth: 0))
        }
        if let summarize = transform["summarize"] {
            tell("summarize", now: "`aggregate`", summarize)
            transform = transform.renaming("summarize", to: "aggregate")
            let operations = (summarize.array ?? []).map { $0.renaming("aggregate", to: "op") }
            transform = transform.setting("aggregate", to: summarize.list(operations))
        }
        if let from = transform["from"], let selection = from["selection"], transform["lookup"] != nil {
            tell("lookup.from.selection", now: "`from: {param: …}`", selection)
            transform = transform.setting("from", to: from.renaming("selection", to: "param"))
        }
        return transform
    }

    // MARK: - Config

    mutating func upgraded(config: DocumentNode) -> DocumentNode {
        var config = config
        if let cell = config["cell"] {
            tell("config.cell", now: "`config.view`", cell)
            config = config.removing("cell").setting("view", to: cell.beneath(config["view"]))
        }
        if let view = config["view"] { config = config.setting("view", to: upgraded(viewConfig: view)) }
        if let invalid = config["invalidValues"] {
            tell("config.invalidValues", now: "`config.mark.invalid`", invalid)
            let mark = config["mark"] ?? invalid.making([])
            config = config.removing("invalidValues").setting(
                "mark", to: mark["invalid"] == nil ? mark.setting("invalid", to: invalid) : mark)
        }
        if let scale = config["scale"] {
            for key in ["rangeStep", "textXRangeStep"] {
                guard let step = scale[key] else { continue }
                tell("config.scale.\(key)", now: "`config.view.step`", step)
                config = config.setting("scale", to: (config["scale"] ?? scale).removing(key))
                let view = config["view"] ?? step.making([])
                if key == "rangeStep", step.number != nil, view["step"] == nil {
                    config = config.setting("view", to: view.setting("step", to: step))
                }
            }
        }
        if let overlay = config["overlay"] { config = upgraded(overlay: overlay, config) }
        for member in config.object?.members ?? [] where member.value["timeUnitBand"] != nil {
            tell("timeUnitBand", now: "`timeUnitBandSize`", member.value)
            config = config.setting(member.key, to: member.value.renaming("timeUnitBand", to: "timeUnitBandSize"))
        }
        return config
    }

    /// `width` and `height` stood for both kinds of scale.
    private mutating func upgraded(viewConfig view: DocumentNode) -> DocumentNode {
        var view = view
        for (old, names) in [
            ("width", ["continuousWidth", "discreteWidth"]), ("height", ["continuousHeight", "discreteHeight"]),
        ] {
            guard let size = view[old] else { continue }
            tell("config.view.\(old)", now: "`\(names[0])` and `\(names[1])`", size)
            view = view.removing(old)
            for name in names where view[name] == nil { view = view.setting(name, to: size) }
        }
        return view
    }

    /// Lines and points over areas were a configuration of all charts.
    private mutating func upgraded(overlay: DocumentNode, _ config: DocumentNode) -> DocumentNode {
        tell("config.overlay", now: "`line` and `point` of `config.area` and `config.line`", overlay)
        var config = config.removing("overlay")
        func set(_ mark: String, _ key: String) {
            let node = config[mark] ?? overlay.making([])
            if node[key] == nil { config = config.setting(mark, to: node.setting(key, to: overlay.flag(true))) }
        }
        if overlay["line"]?.boolean == true { set("line", "point") }
        if let area = overlay["area"]?.string, area.hasPrefix("line") {
            set("area", "line")
            if area == "linepoint" { set("area", "point") }
        }
        return config
    }
}
