import Documents
import Tables
import Transforms

extension Compilation {
    /// Makes the model of a normalised document; returns the root's number.
    ///
    /// - Parameter isTransformed: whether the rows are past the view's own transforms.
    mutating func build(
        _ node: DocumentNode, path: String, parent: Int?, table: Table, facetColumns: [String],
        isTransformed: Bool = false
    ) -> Int {
        let id = views.count
        var view = View(id: id, parent: parent, kind: .layer, node: node, path: path)
        view.facetColumns = facetColumns
        view.projection = node["projection"]
        views.append(view)
        var rows = table
        if let data = node["data"], !data.isNull {
            rows = load(data, path: join(path, "data"), types: ImpliedTypes.of(node))
        } else if let data = node["data"], data.isNull {
            rows = Table(rowCount: 1)
        }
        if !isTransformed, let transforms = node["transform"]?.array, !transforms.isEmpty {
            rows = parsingTimes(in: node, rows)
            let list = readTransforms(transforms, path: join(path, "transform"))
            rows = apply(list, to: rows, partedBy: facetColumns)
        }
        views[id].table = rows

        if let layers = node["layer"]?.array {
            views[id].kind = .layer
            for (index, child) in layers.enumerated() {
                let number = build(
                    child, path: "\(join(path, "layer"))[\(index)]", parent: id, table: rows, facetColumns: facetColumns
                )
                views[id].children.append(number)
            }
        } else if let child = node["spec"], let facet = node["facet"] {
            buildFacet(id, facet: facet, child: child, rows: rows)
        } else if let (key, list) = ["concat", "hconcat", "vconcat"].lazy.compactMap({ key in
            node[key]?.array.map { (key, $0) }
        }).first {
            let columns =
                key == "vconcat"
                ? 1 : key == "hconcat" ? nil : node["columns"]?.number.flatMap { $0 >= 1 && $0 < 1e6 ? Int($0) : nil }
            views[id].kind = .concat(columns: columns, isRepeat: node["isRepeat"]?.boolean ?? false)
            for (index, child) in list.enumerated() {
                let number = build(
                    child, path: "\(join(path, key))[\(index)]", parent: id, table: rows, facetColumns: facetColumns)
                views[id].children.append(number)
            }
        } else {
            buildUnit(id, rows: rows)
        }
        return id
    }

    /// A facet parts the rows that the view inside it has transformed: only what comes after a fork (a layer's own
    /// transforms, say) sees the rows of one cell alone. What groups rows on the way groups them by the facet's fields too.
    private mutating func buildFacet(_ id: Int, facet: DocumentNode, child: DocumentNode, rows: Table) {
        let path = views[id].path
        var definition = View.Facet()
        definition.columns = (views[id].node["columns"] ?? facet["columns"])?.number.flatMap {
            $0 >= 1 && $0 < 1e6 ? Int($0) : nil
        }
        var table = rows
        let isWrapped = facet["field"] != nil || facet["aggregate"] != nil || facet["bin"] != nil && facet["row"] == nil
        let parts: [(Channel, DocumentNode?)] =
            isWrapped
            ? [(.facet, facet)] : [(.row, facet["row"]), (.column, facet["column"])]
        var later: [View.Facet.Definition] = []
        for (channel, node) in parts {
            guard let node else { continue }
            let own = join(join(path, "facet"), isWrapped ? "" : channel.rawValue)
            guard let parsed = parse(node, channel: channel, path: own.hasSuffix(".") ? String(own.dropLast()) : own)
            else { continue }
            let part = View.Facet.Definition(
                channel: channel, definition: parsed, column: "facet:\(id):\(channel.rawValue)")
            definition.definitions.append(part)
            if parsed.field.map({ table.field($0) == nil }) ?? false {
                later.append(part)
            } else {
                partRows(&table, by: part, in: &definition)
            }
        }
        let isTransformed = child["data"] == nil && (child["mark"] != nil || child["layer"] != nil)
        if isTransformed, let transforms = child["transform"]?.array {
            let fields = definition.definitions.map(\.column) + later.compactMap(\.definition.field)
            table = parsingTimes(in: child, table)
            for step in readTransforms(transforms, path: join(path, "spec.transform")).steps {
                let grouped = keeping(fields.filter { table.column($0) != nil }, in: step)
                table = apply(TransformList([grouped]), to: table)
            }
        }
        for part in later { partRows(&table, by: part, in: &definition) }
        definition.table = table
        views[id].kind = .facet(definition)
        let columns = views[id].facetColumns + definition.definitions.map(\.column)
        let number = build(
            child, path: join(path, "spec"), parent: id, table: table, facetColumns: columns,
            isTransformed: isTransformed)
        views[id].children = [number]
    }

    /// The transform with more columns to group by, where it groups.
    private func keeping(_ columns: [String], in step: TransformList.Step) -> TransformList.Step {
        guard var transform = step.transform as? any GroupingTransform else { return step }
        transform.groupby += columns.filter { !transform.groupby.contains($0) }
        return TransformList.Step(transform, at: step.location, path: step.path)
    }

    /// Adds the column of a facet's values.
    private mutating func partRows(_ table: inout Table, by part: View.Facet.Definition, in facet: inout View.Facet) {
        guard let index = facet.definitions.firstIndex(where: { $0.column == part.column }) else { return }
        table = parsingTime(of: part.definition, in: table)
        table = derive(&facet.definitions[index].definition, in: table)
        if let source = table.column(facet.definitions[index].definition.column) { table.set(part.column, source) }
    }

    private mutating func buildUnit(_ id: Int, rows: Table) {
        let (node, path) = (views[id].node, views[id].path)
        guard let mark = node["mark"] else {
            report(
                "the view has no `mark`", node, path: path,
                advice:
                    "a view is a mark with an encoding, or has `layer`, `facet`, `repeat`, `concat`, `hconcat` or `vconcat`"
            )
            views[id].kind = .layer
            return
        }
        guard mark.string != nil || mark.object != nil else {
            // Told already, as what it is.
            views[id].kind = .layer
            return
        }
        let name = mark.string ?? mark["type"]?.string ?? ""
        guard let type = MarkRegistry.mark(named: name) else {
            let known = MarkRegistry.names + CompositeMark.names
            report(
                "`\(name)` is no mark", mark, path: join(path, "mark"),
                advice: suggestion(for: name, among: known).map { "did you mean `\($0)`?" }
                    ?? "the marks are \(known.joined(separator: ", "))")
            views[id].kind = .layer
            return
        }
        var unit = View.Unit(
            mark: type,
            definition: mark.object == nil
                ? DocumentNode(.object(DocumentObject()), at: mark.location).setting("type", mark) : mark)
        for member in node["encoding"]?.object?.members ?? [] {
            let own = join(join(path, "encoding"), member.key)
            guard let channel = Channel(rawValue: member.key) else {
                report(
                    "`\(member.key)` is no channel", member.value, path: own,
                    advice: suggestion(for: member.key, among: Channel.allCases.map(\.rawValue)).map {
                        "did you mean `\($0)`?"
                    })
                continue
            }
            if channel.isIdle {
                for item in member.value.array ?? [member.value] where item["field"] != nil {
                    if let definition = parse(item, channel: .href, path: own) { unit.idle.append(definition) }
                }
                continue
            }
            if channel == .detail || channel == .order {
                let list = member.value.array ?? [member.value]
                for item in list {
                    guard let definition = parse(item, channel: channel, path: own) else { continue }
                    if channel == .detail { unit.details.append(definition) } else { unit.orders.append(definition) }
                }
                continue
            }
            guard !member.value.isNull, let definition = parse(member.value, channel: channel, path: own) else {
                continue
            }
            // A channel that only says how its axis looks is left to the other layers.
            if definition.field == nil, definition.aggregate == nil, definition.datum == nil, definition.value == nil,
                definition.conditions.isEmpty
            {
                continue
            }
            unit.encoding[channel] = definition
        }
        inferTypesOfSecondaries(&unit)
        views[id].kind = .unit(unit)
        makeTable(of: id, rows: rows)
    }

    /// `x2` and the like have no type of their own.
    private func inferTypesOfSecondaries(_ unit: inout View.Unit) {
        for channel in [Channel.x, .y, .theta, .radius] {
            if let second = channel.secondary, let type = unit.encoding[channel]?.type {
                unit.encoding[second]?.type = type
            }
        }
        for (error, channel) in [(Channel.xError, Channel.x), (.yError, .y), (.xError2, .x), (.yError2, .y)] {
            if let type = unit.encoding[channel]?.type { unit.encoding[error]?.type = type }
        }
    }
}
