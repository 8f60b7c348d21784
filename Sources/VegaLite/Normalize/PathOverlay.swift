import Documents

extension Normalizer {
    /// Lines and areas with points, and areas with lines, as layers of marks; nil where nothing is laid over.
    func overlaid(_ unit: DocumentNode, mark: DocumentNode, name: String) -> DocumentNode? {
        guard name == "line" || name == "area" || name == "trail" else { return nil }
        let own = mark.object == nil ? DocumentNode.object(["type": mark]) : mark
        var lookup: [DocumentNode] = [own]
        lookup += config.styles(own["style"])
        if let defaults = config[name] { lookup.append(defaults) }
        func property(_ key: String) -> DocumentNode? {
            for source in lookup { if let found = source[key] { return found } }
            return nil
        }
        let point = name == "trail" ? nil : property("point")
        let line = name == "area" ? property("line") : nil
        let hasShape = unit["encoding"]?["shape"] != nil && name == "line"
        let wantsPoint = point.map { $0.boolean ?? true } ?? hasShape
        let wantsLine = line.map { $0.boolean ?? true } ?? false
        let plain = own.removing("point", "line")
        guard wantsPoint || wantsLine else {
            // The property would be asked for again in the configuration: say no.
            return nil
        }
        let encoding = unit["encoding"] ?? DocumentNode(.object(DocumentObject()))
        var layers: [DocumentNode] = []
        var base = plain
        if name == "area", base["opacity"] == nil, base["fillOpacity"] == nil {
            base = base.setting("opacity", .number(0.7))
        }
        base = base.setting("point", .flag(false))
        if name == "area" { base = base.setting("line", .flag(false)) }
        let baseEncoding = name == "line" ? encoding.removing("shape") : encoding.removing("shape")
        layers.append(DocumentNode.object(["mark": base, "encoding": baseEncoding]))

        // Where an area is stacked, what lies over it is stacked alike.
        var overlayEncoding = encoding
        if name == "area" { overlayEncoding = stacked(encoding, mark: own) }
        if wantsLine {
            var definition = DocumentNode.object(["type": .text("line"), "point": .flag(false)])
            for key in ["clip", "interpolate", "tension", "tooltip"] where own[key] != nil {
                definition = definition.setting(key, own[key])
            }
            definition = definition.merging(line?.object != nil ? line : nil)
            layers.append(DocumentNode.object(["mark": definition, "encoding": overlayEncoding.removing("shape")]))
        }
        if wantsPoint {
            var definition = DocumentNode.object([
                "type": .text("point"), "opacity": .number(1), "filled": .flag(true),
            ])
            for key in ["clip", "tooltip"] where own[key] != nil { definition = definition.setting(key, own[key]) }
            if let color = own["color"] { definition = definition.setting("color", color) }
            definition = definition.merging(point?.object != nil ? point : nil)
            if point?.string == "transparent" { definition = definition.setting("opacity", .number(0)) }
            var pointEncoding = overlayEncoding
            for key in ["order", "strokeDash", "strokeWidth"] { pointEncoding = pointEncoding.setting(key, nil) }
            if let order = encoding["order"], order["stack"] != nil {
                pointEncoding = pointEncoding.setting("order", order)
            }
            layers.append(DocumentNode.object(["mark": definition, "encoding": pointEncoding]))
        }
        return unit.removing("mark", "encoding").setting("layer", .list(layers))
    }

    private func stacked(_ encoding: DocumentNode, mark: DocumentNode) -> DocumentNode {
        let (x, y) = (encoding["x"], encoding["y"])
        if encoding["x2"] != nil || encoding["y2"] != nil { return encoding }
        func isQuantity(_ node: DocumentNode?) -> Bool {
            guard let node, node["bin"] == nil, node["timeUnit"] == nil else { return false }
            return node["type"]?.string == "quantitative" || node["aggregate"] != nil
        }
        let hasSeries = ["color", "fill", "stroke", "detail", "opacity"].contains { encoding[$0]?["field"] != nil }
        guard hasSeries else { return encoding }
        let key = isQuantity(y) ? "y" : isQuantity(x) ? "x" : nil
        guard let key, let channel = encoding[key], channel["stack"] == nil else { return encoding }
        return encoding.setting(key, channel.setting("stack", .text("zero")))
    }
}
