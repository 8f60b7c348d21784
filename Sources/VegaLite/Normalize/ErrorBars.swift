import Documents

extension CompositeMark {
    /// A line from the lower to the upper bound, with ticks at the ends where they are asked for.
    func errorbar() -> Expansion {
        let bounds = errorBounds()
        let tick = DocumentNode.object(["orient": .text(orientOfTicks)])
        let thickness = mark["thickness"].map { DocumentNode.object(["size": $0]) }
        let size = mark["size"].map { DocumentNode.object(["size": $0]) }
        let ticks = tick.merging(thickness.flatMap { DocumentNode.object(["thickness": $0["size"]]) }).merging(size)
        let rule = (thickness ?? DocumentNode(.object(DocumentObject())))
        let black = bounds.encoding["color"] == nil && mark["color"] == nil
        let layers: [DocumentNode?] = [
            part("ticks", type: "tick", from: bounds.lower, encoding: bounds.encoding, defaults: ticks, isOn: false),
            part("ticks", type: "tick", from: bounds.upper, encoding: bounds.encoding, defaults: ticks, isOn: false),
            part(
                "rule", type: "rule", from: bounds.lower, to: bounds.upper, encoding: bounds.encoding,
                defaults: black ? rule : rule),
        ]
        return Expansion(spec: layered(layers, transforms: bounds.transforms), diagnostics: bounds.diagnostics)
    }

    /// The area between the bounds where the other axis is continuous too, else a rectangle.
    func errorband() -> Expansion {
        let bounds = errorBounds()
        let encoding = unit["encoding"]
        let both = encoding?["x"] != nil && encoding?["y"] != nil
        let band = both ? "area" : "rect"
        let border = both ? "line" : "rule"
        var defaults = DocumentNode(.object(DocumentObject()))
        if both {
            for key in ["interpolate", "tension"] where mark[key] != nil { defaults = defaults.setting(key, mark[key]) }
        }
        let lines = defaults
        var bandDefaults = defaults
        if mark["opacity"] == nil { bandDefaults = bandDefaults.setting("opacity", .number(0.3)) }
        let layers: [DocumentNode?] = [
            part(
                "band", type: band, from: bounds.lower, to: bounds.upper, encoding: bounds.encoding,
                defaults: both ? bandDefaults.setting("orient", .text(orient)) : bandDefaults),
            part("borders", type: border, from: bounds.lower, encoding: bounds.encoding, defaults: lines, isOn: false),
            part("borders", type: border, from: bounds.upper, encoding: bounds.encoding, defaults: lines, isOn: false),
        ]
        return Expansion(spec: layered(layers, transforms: bounds.transforms), diagnostics: bounds.diagnostics)
    }

    /// The columns of the bounds: given (`x2`, `xError`), or worked out from the values.
    private func errorBounds() -> (
        lower: String, upper: String, transforms: [DocumentNode], encoding: DocumentNode, diagnostics: Diagnostics
    ) {
        var (transforms, aggregates, groupby, encoding) = groups()
        encoding = encoding.removing("size")
        let original = unit["encoding"]
        let (lower, upper) = ("lower_" + field, "upper_" + field)
        if let second = original?[continuous + "2"]?["field"]?.string {
            return (field, second, transforms, encoding, Diagnostics())
        }
        if let error = original?[continuous + "Error"] {
            let value = error["field"]?.string.map(access) ?? error["value"]?.number.map { "\($0)" } ?? "0"
            let second = original?[continuous + "Error2"]
            let value2 =
                second?["field"]?.string.map(access) ?? second?["value"]?.number.map { "\($0)" } ?? "-1 * \(value)"
            transforms.append(calculate("\(access(field)) + \(value)", as: upper))
            transforms.append(calculate("\(access(field)) + \(value2)", as: lower))
            return (lower, upper, transforms, encoding, Diagnostics())
        }
        let extent = mark["extent"]?.string ?? (mark["center"]?.string == "median" ? "iqr" : "stderr")
        let center = mark["center"]?.string ?? (extent == "iqr" ? "median" : "mean")
        var operations: [DocumentNode] = []
        switch extent {
        case "ci": operations = [operation("ci0", field, as: lower), operation("ci1", field, as: upper)]
        case "iqr": operations = [operation("q1", field, as: lower), operation("q3", field, as: upper)]
        default: operations = [operation(extent, field, as: "extent_" + field)]
        }
        operations.append(operation(center, field, as: "center_" + field))
        transforms.append(
            DocumentNode.object(["aggregate": .list(operations + aggregates), "groupby": .list(groupby)]))
        if extent != "ci", extent != "iqr" {
            transforms.append(calculate("\(access("center_" + field)) + \(access("extent_" + field))", as: upper))
            transforms.append(calculate("\(access("center_" + field)) - \(access("extent_" + field))", as: lower))
        }
        return (lower, upper, transforms, encoding, Diagnostics())
    }
}
