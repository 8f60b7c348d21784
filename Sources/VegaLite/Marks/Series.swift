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
            } else if let order = unit.orders.first(where: \.isField), let column = table.column(order.column) {
                let descending = order.node["sort"]?.string == "descending"
                indices = indices.enumerated().sorted { a, b in
                    let compared = DataValue.ascending(column[rows[a.element]], column[rows[b.element]])
                    return compared == 0 ? a.offset < b.offset : descending ? compared > 0 : compared < 0
                }.map(\.element)
            }
            return Series(key: key.map(\.asText).joined(separator: ","), indices: indices)
        }
    }

    /// What happens to rows without a value: the line is broken, or passes over them.
    var breaksAtInvalid: Bool {
        let mode = properties.string("invalid")
        if properties["invalid"]?.isNull == true { return false }
        return mode == nil || mode == "break-paths-show-domains" || mode == "break-paths-show-path-domains"
            || mode == "break-paths-filter-domains"
    }

    var orderIsGiven: Bool { !unit.orders.isEmpty }

    /// Null where a path passes it in zero's stead (`invalid: null`).
    func zeroed(_ numbers: [Double], _ channel: Channel) -> [Double] {
        guard properties["invalid"]?.isNull == true || properties.string("invalid") == "show" else { return numbers }
        let zero = scales[channel].map { $0.position(of: 0) } ?? 0
        return numbers.map { $0.isNaN && zero.isFinite ? zero : $0 }
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
