import Documents

extension Normalizer {
    /// A repeat, as the composition it stands for: a grid, a wrapped list or layers.
    mutating func expanded(
        _ view: ViewSpecification, _ fields: RepeatSpecification, _ child: ViewSpecification, _ outer: Inheritance
    ) -> ViewSpecification {
        var result = view
        result.isRepeat = true
        guard count(fields) <= Limit.views.value else {
            exceed(count(fields), "a repeat", fields.place)
            result.content = .concat(.wrapped, [])
            return result
        }
        if let list = fields.fields {
            result.content = .concat(.wrapped, list.map { repeated(child, ["repeat": $0], outer) })
            return result
        }
        if let layers = fields.layers, fields.rows == nil, fields.columns == nil {
            result.isRepeat = false
            result.content = .layer(layers.map { repeated(child, ["layer": $0], outer) }, Encoding())
            return result
        }
        var children: [ViewSpecification] = []
        for row in fields.rows ?? [""] {
            for column in fields.columns ?? [""] {
                var values: [String: String] = [:]
                if fields.rows != nil { values["row"] = row }
                if fields.columns != nil { values["column"] = column }
                children.append(cell(child, values, layers: fields.layers, outer))
            }
        }
        result.grid.columns = fields.columns?.count ?? 1
        result.content = .concat(.wrapped, children)
        return result
    }

    private func count(_ fields: RepeatSpecification) -> Int {
        fields.fields?.count
            ?? (fields.rows?.count ?? 1) * (fields.columns?.count ?? 1) * (fields.layers?.count ?? 1)
    }

    private mutating func repeated(
        _ child: ViewSpecification, _ values: [String: String], _ outer: Inheritance
    ) -> ViewSpecification {
        var inner = outer
        inner.fields.merge(values) { $1 }
        return normalized(child, inner)
    }

    private mutating func cell(
        _ child: ViewSpecification, _ values: [String: String], layers: [String]?, _ outer: Inheritance
    ) -> ViewSpecification {
        guard let layers else { return repeated(child, values, outer) }
        var view = ViewSpecification(place: child.place)
        let children = layers.map { layer in
            repeated(child, values.merging(["layer": layer]) { $1 }, outer)
        }
        view.content = .layer(children, Encoding())
        return view
    }
}
