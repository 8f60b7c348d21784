import Documents

/// What box plots, error bars and error bands have in common: one continuous axis whose values are summarised, and
/// the other channels, which part the rows into groups.
struct CompositeMark {
    static let names = ["boxplot", "errorbar", "errorband"]

    struct Expansion {
        var spec: DocumentNode
        var diagnostics = Diagnostics()
    }

    let unit: DocumentNode
    /// The mark's definition as an object.
    let mark: DocumentNode
    let config: Config
    let path: String
    let kind: String
    /// The channel of the summarised values, `x` or `y`.
    let continuous: String
    let continuousDefinition: DocumentNode
    let field: String

    init(unit: DocumentNode, mark: DocumentNode, config: Config, path: String) {
        self.unit = unit
        let own = mark.object == nil ? DocumentNode.object(["type": mark]) : mark
        kind = own["type"]?.string ?? ""
        self.mark = (config[kind] ?? DocumentNode(.object(DocumentObject()))).merging(own)
        self.config = config
        self.path = path
        let encoding = unit["encoding"]
        func isContinuous(_ node: DocumentNode?) -> Bool {
            guard let node, node.object != nil else { return false }
            let type = MeasurementType(name: node["type"]?.string ?? "")
            if let type { return type.isContinuous && !(type == .quantitative && node["bin"]?.boolean == true) }
            return node["timeUnit"] != nil || node["aggregate"] != nil
        }
        let (x, y) = (encoding?["x"], encoding?["y"])
        var chosen = "y"
        switch (isContinuous(x), isContinuous(y)) {
        case (true, false): chosen = "x"
        case (true, true):
            if let orient = own["orient"]?.string {
                chosen = orient == "horizontal" ? "x" : "y"
            } else if x?["type"]?.string == "quantitative", y?["type"]?.string == "temporal" {
                chosen = "x"
            } else if x?["aggregate"]?.string == kind, y?["aggregate"] == nil {
                chosen = "x"
            } else if encoding?["x2"] != nil || encoding?["xError"] != nil {
                chosen = "x"
            }
        default: chosen = "y"
        }
        continuous = chosen
        continuousDefinition = encoding?[chosen] ?? DocumentNode(.object(DocumentObject()))
        field = continuousDefinition["field"]?.string ?? ""
    }

    var other: String { continuous == "y" ? "x" : "y" }
    var orient: String { continuous == "y" ? "vertical" : "horizontal" }

    /// Channels that part the rows, with their bins, time units and aggregates made columns by `transforms`.
    func groups() -> (
        transforms: [DocumentNode], aggregates: [DocumentNode], groupby: [DocumentNode], encoding: DocumentNode
    ) {
        var transforms: [DocumentNode] = []
        var aggregates: [DocumentNode] = []
        var groupby: [String] = []
        var encoding = DocumentNode(.object(DocumentObject()))
        for member in unit["encoding"]?.object?.members ?? [] {
            let key = member.key
            if key == continuous || key == continuous + "2" || key.hasPrefix(continuous + "Error") { continue }
            if key == "tooltip" { continue }
            func treated(_ definition: DocumentNode) -> DocumentNode {
                guard let field = definition["field"]?.string ?? (definition["aggregate"] != nil ? "" : nil) else {
                    return definition
                }
                var result = definition.removing("aggregate", "bin", "timeUnit")
                let title = definition["title"]
                if let aggregate = definition["aggregate"]?.string {
                    let name = aggregate == "count" ? "__count" : "\(aggregate)_\(field)"
                    aggregates.append(
                        DocumentNode.object([
                            "op": .text(aggregate), "field": field.isEmpty ? nil : .text(field), "as": .text(name),
                        ]))
                    result = result.setting("field", .text(name)).setting(
                        "type", definition["type"] ?? .text("quantitative"))
                    if title == nil {
                        result = result.setting("title", .text(FieldTitle.verbal(definition, config: config)))
                    }
                    return result
                }
                if let unit = definition["timeUnit"] {
                    let name = "\(TimeUnitName.of(unit))_\(field)"
                    transforms.append(
                        DocumentNode.object(["timeUnit": unit, "field": .text(field), "as": .text(name)]))
                    groupby.append(name)
                    let binned = (unit.object == nil ? DocumentNode.object(["unit": unit]) : unit).setting(
                        "binned", .flag(true))
                    result = result.setting("field", .text(name)).setting("timeUnit", binned)
                        .setting("type", definition["type"] ?? .text("temporal"))
                    if title == nil {
                        result = result.setting("title", .text(FieldTitle.verbal(definition, config: config)))
                    }
                    return result
                }
                if let bin = definition["bin"], bin.string != "binned", bin.boolean != false, !bin.isNull {
                    let name = "bin_\(field)"
                    transforms.append(
                        DocumentNode.object([
                            "bin": bin, "field": .text(field), "as": .list([.text(name), .text(name + "_end")]),
                        ]))
                    groupby += [name, name + "_end"]
                    result = result.setting("field", .text(name)).setting("bin", .text("binned"))
                        .setting("type", definition["type"] ?? .text("quantitative"))
                    if title == nil {
                        result = result.setting("title", .text(FieldTitle.verbal(definition, config: config)))
                    }
                    if key == "x" || key == "y" {
                        encoding = encoding.setting(key + "2", DocumentNode.object(["field": .text(name + "_end")]))
                    }
                    return result
                }
                if !groupby.contains(field) { groupby.append(field) }
                if definition["bin"] != nil { result = result.setting("bin", definition["bin"]) }
                return result
            }
            if let list = member.value.array {
                encoding = encoding.setting(key, .list(list.map(treated)))
            } else {
                encoding = encoding.setting(key, treated(member.value))
                if let condition = member.value["condition"], condition["field"] != nil {
                    encoding = encoding.setting(key, member.value.setting("condition", treated(condition)))
                }
            }
        }
        return (transforms, aggregates, groupby.map { .text($0) }, encoding)
    }

    /// A part of the mark as a layer; nil where the definition says it is not drawn.
    func part(
        _ name: String, type: String, from start: String, to end: String? = nil, encoding: DocumentNode,
        defaults: DocumentNode? = nil, isOn: Bool = true
    ) -> DocumentNode? {
        let own = mark[name]
        if let flag = own?.boolean { if !flag { return nil } } else if own == nil, !isOn { return nil }
        var definition = DocumentNode.object(["type": .text(type)])
        if let opacity = mark["opacity"] { definition = definition.setting("opacity", opacity) }
        if let color = mark["color"] { definition = definition.setting("color", color) }
        if let clip = mark["clip"] { definition = definition.setting("clip", clip) }
        if let defaults { definition = definition.merging(defaults) }
        definition = definition.merging(own?.object != nil ? own : nil)
        definition = definition.setting("style", .text("\(kind)-\(name)"))
        return DocumentNode.object([
            "mark": definition, "encoding": positioned(encoding, from: start, to: end),
        ])
    }

    func positioned(_ encoding: DocumentNode, from start: String, to end: String? = nil) -> DocumentNode {
        var axis = continuousDefinition.removing("aggregate", "stack").setting("field", .text(start))
            .setting("type", continuousDefinition["type"] ?? .text("quantitative"))
        if axis["title"] == nil { axis = axis.setting("title", .text(field)) }
        axis = axis.setting("stack", .nothing)
        var result = encoding.setting(continuous, axis)
        if let end { result = result.setting(continuous + "2", DocumentNode.object(["field": .text(end)])) }
        return result
    }

    /// The unit without what was expanded, and with layers.
    func layered(_ layers: [DocumentNode?], transforms: [DocumentNode]) -> DocumentNode {
        let own = unit["transform"]?.array ?? []
        var result = unit.removing("mark", "encoding").setting("transform", .list(own + transforms))
        result = result.setting("layer", .list(layers.compactMap { $0 }))
        return result
    }

    func calculate(_ expression: String, as name: String) -> DocumentNode {
        DocumentNode.object(["calculate": .text(expression), "as": .text(name)])
    }

    /// A field's access in an expression.
    func access(_ name: String) -> String {
        "datum['" + name.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "']"
    }

    func operation(_ op: String, _ field: String, as name: String) -> DocumentNode {
        DocumentNode.object(["op": .text(op), "field": .text(field), "as": .text(name)])
    }
}
