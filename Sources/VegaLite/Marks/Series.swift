import Documents
import SceneGraph
import Tables

/// The rows of one series, in the order that a line passes them.
struct Series {
    var key: String
    /// Positions within the encoder's rows.
    var indices: [Int]
}

extension MarkEncoder {
    /// The series of a line, an area or a trail.
    func series(columns: [String], sortedBy along: [Double]?) -> [Series] {
        var order: [[DataValue]] = []
        var groups: [[DataValue]: [Int]] = [:]
        let parts = columns.compactMap { table.column($0) }
        for (index, row) in rows.enumerated() {
            let key = parts.map { $0[row] }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(index)
        }
        return order.map { key in
            var indices = groups[key] ?? []
            if let along {
                indices = indices.enumerated().sorted { a, b in
                    let (x, y) = (along[a.element], along[b.element])
                    if x.isNaN || y.isNaN || x == y { return a.offset < b.offset }
                    return x < y
                }.map(\.element)
            }
            return Series(key: key.map(\.asText).joined(separator: ","), indices: indices)
        }
    }

    /// What happens to rows without a value: the line is broken, or passes over them.
    var breaksAtInvalid: Bool {
        let mode = properties.string(.invalid)
        if properties[.invalid]?.isNull == true { return false }
        return mode == nil || mode == "break-paths-show-domains" || mode == "break-paths-show-path-domains"
            || mode == "break-paths-filter-domains"
    }

    /// Whether a row without a value is drawn as if it were zero, rather than left out.
    var keepsInvalid: Bool {
        guard let mode = properties[.invalid] else { return false }
        return mode.isNull || mode.string == "show"
    }

    /// Whether a path passes its rows in their own order, rather than along its dimension.
    var keepsRowOrder: Bool {
        if unit.orders.contains(where: \.isField) { return unit.stack == nil }
        func isOff(_ value: DataValue?) -> Bool { value.map { $0.isNull || $0.boolean == false } ?? false }
        return unit.orders.isEmpty ? isOff(properties[.order]) : unit.orders.contains { isOff($0.value) }
    }
}

extension View.Unit {
    /// Columns that part the rows of a line or an area into series.
    var seriesColumns: [String] {
        var columns: [String] = []
        for channel in [
            Channel.color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeDash, .strokeWidth, .shape,
            .size,
        ] {
            if mark.size == .diameter, channel == .size { continue }
            guard let definition = encoding[channel] else { continue }
            for inner in [definition] + definition.conditions.flatMap(\.definition)
            where inner.isField && inner.aggregate == nil && !columns.contains(inner.column) {
                columns.append(inner.column)
            }
        }
        for definition in details
        where definition.isField && definition.aggregate == nil && !columns.contains(definition.column) {
            columns.append(definition.column)
        }
        return columns
    }

    /// Whether the rows stand on the globe: as shapes, or at longitudes and latitudes.
    var isOnGlobe: Bool { mark.isGeographic || encoding[.longitude] != nil || encoding[.latitude] != nil }
}

extension View.Unit {
    /// Row numbers in the order that `order` gives them; a stack's order is that of its parts.
    func ordered(_ rows: [Int]) -> [Int] {
        guard stack == nil else { return rows }
        let keys = orders.compactMap { order -> (Table.Column, Bool)? in
            guard order.isField, let column = table.column(order.column) else { return nil }
            return (column, order.isDescending)
        }
        if keys.isEmpty { return rows }
        return rows.enumerated().sorted { a, b in
            for (column, descends) in keys {
                let compared = DataValue.ascending(column[a.element], column[b.element])
                if compared != 0 { return descends ? compared > 0 : compared < 0 }
            }
            return a.offset < b.offset
        }.map(\.element)
    }
}
