import Documents

extension CompositeMark {
    /// Box from the first to the third quartile, median across it, whiskers, and what lies beyond them as points.
    func boxplot() -> Expansion {
        let (transforms, aggregates, groupby, encoding) = groups()
        let extent = mark["extent"]
        let toEnds = extent?.string == "min-max"
        let factor = extent?.number ?? 1.5
        let (lowerBox, upperBox, middle) = ("lower_box_" + field, "upper_box_" + field, "mid_box_" + field)
        let (lowerWhisker, upperWhisker) = ("lower_whisker_" + field, "upper_whisker_" + field)
        let plain = [
            "color", "fill", "stroke", "size", "opacity", "shape", "strokeWidth", "fillOpacity", "strokeOpacity",
        ]
        .reduce(encoding) { $0.setting($1, nil) }
        let size = mark["size"] ?? config["boxplot", "size"] ?? .number(14)
        let boxEncoding = encoding.removing("shape")
        let sized = encoding["size"] == nil ? DocumentNode.object(["size": size]) : nil
        let black = DocumentNode.object(["color": .text("black")])
        func whiskers() -> [DocumentNode?] {
            [
                part("rule", type: "rule", from: lowerWhisker, to: lowerBox, encoding: plain, defaults: black),
                part("rule", type: "rule", from: upperBox, to: upperWhisker, encoding: plain, defaults: black),
                part(
                    "ticks", type: "tick", from: lowerWhisker, encoding: plain,
                    defaults: black.setting("orient", .text(orientOfTicks)).setting("opacity", .number(1)), isOn: false),
                part(
                    "ticks", type: "tick", from: upperWhisker, encoding: plain,
                    defaults: black.setting("orient", .text(orientOfTicks)).setting("opacity", .number(1)), isOn: false),
            ]
        }
        let box = part(
            "box", type: "bar", from: lowerBox, to: upperBox, encoding: boxEncoding,
            defaults: (sized ?? DocumentNode(.object(DocumentObject()))).setting("orient", .text(orient)))
        var medianEncoding = boxEncoding
        var medianDefaults = (sized ?? DocumentNode(.object(DocumentObject()))).setting("orient", .text(orientOfTicks))
        // White across the box; where the box has no height, its colour shows where it is.
        if mark["median"]?["color"] == nil, mark["median"]?["fill"] == nil {
            let empty = "\(access(lowerBox)) >= \(access(upperBox))"
            var condition = DocumentNode.object(["test": .text(empty)])
            if let color = encoding["color"], color["field"] != nil {
                condition = condition.merging(color, deep: false)
            } else {
                condition = condition.setting(
                    "value", encoding["color"]?["value"] ?? mark["color"] ?? config["mark", "color"] ?? .text("#4c78a8")
                )
            }
            medianEncoding = medianEncoding.setting(
                "color", DocumentNode.object(["condition": condition, "value": .text("white")]))
        }
        medianDefaults = medianDefaults.setting("color", .text("white"))
        let median = part("median", type: "tick", from: middle, encoding: medianEncoding, defaults: medianDefaults)
        var operations = [
            operation("q1", field, as: lowerBox), operation("q3", field, as: upperBox),
            operation("median", field, as: middle),
        ]
        let isPreaggregated = false
        if toEnds || isPreaggregated {
            operations += [operation("min", field, as: lowerWhisker), operation("max", field, as: upperWhisker)]
            let aggregate = DocumentNode.object([
                "aggregate": .list(operations + aggregates), "groupby": .list(groupby),
            ])
            return Expansion(spec: layered(whiskers() + [box, median], transforms: transforms + [aggregate]))
        }
        operations += [operation("min", field, as: "min_" + field), operation("max", field, as: "max_" + field)]
        let join = DocumentNode.object([
            "joinaggregate": .list([operation("q1", field, as: lowerBox), operation("q3", field, as: upperBox)]),
            "groupby": .list(groupby),
        ])
        let range = "\(factor) * (\(access(upperBox)) - \(access(lowerBox)))"
        let low = "\(access(lowerBox)) - \(range)"
        let high = "\(access(upperBox)) + \(range)"
        let inside = "(\(low) <= \(access(field))) && (\(access(field)) <= \(high))"
        let outside = "(\(access(field)) < \(low)) || (\(access(field)) > \(high))"
        let whiskerAggregate = DocumentNode.object([
            "aggregate": .list(
                [
                    operation("min", field, as: lowerWhisker), operation("max", field, as: upperWhisker),
                    operation("min", lowerBox, as: lowerBox), operation("max", upperBox, as: upperBox),
                ] + aggregates), "groupby": .list(groupby),
        ])
        let outlierEncoding = encoding.removing("size")
        let outliers = part("outliers", type: "point", from: field, encoding: outlierEncoding)
        let outlierLayer = outliers?.setting("transform", .list([DocumentNode.object(["filter": .text(outside)])]))
        let whiskerLayer = DocumentNode.object([
            "transform": .list([DocumentNode.object(["filter": .text(inside)]), whiskerAggregate]),
            "layer": .list(whiskers().compactMap { $0 }),
        ])
        let below = DocumentNode.object([
            "transform": .list([join]), "layer": .list([outlierLayer, whiskerLayer].compactMap { $0 }),
        ])
        let above = DocumentNode.object([
            "transform": .list([
                DocumentNode.object(["aggregate": .list(operations + aggregates), "groupby": .list(groupby)])
            ]), "layer": .list([box, median].compactMap { $0 }),
        ])
        return Expansion(spec: layered([below, above], transforms: transforms))
    }

    var orientOfTicks: String { orient == "vertical" ? "horizontal" : "vertical" }
}
