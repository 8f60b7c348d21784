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

extension Compilation {
    mutating func drawLines(_ encoder: MarkEncoder, cell: Cell) -> [Node] {
        var (xs, ys) = placesOfPoints(encoder, cell: cell)
        xs = encoder.zeroed(xs, .x)
        ys = encoder.zeroed(ys, .y)
        let horizontal = encoder.unit.orientation == .horizontal
        let sortsAlong = !encoder.orderIsGiven && encoder.definition(.longitude) == nil
        let along: [Double]? = sortsAlong ? (horizontal ? ys : xs) : nil
        let hasAlong = encoder.definition(horizontal ? .y : .x) != nil
        let style = MarkStyle(encoder, isFilled: false)
        let nodes = MarkNodes(encoder, cell: cell)
        let interpolation = encoder.properties.string("interpolate").flatMap(Interpolation.init) ?? .linear
        let tension = encoder.properties.number("tension")
        let defined =
            encoder.properties["invalid"]?.isNull == true || encoder.properties.string("invalid") == "show"
            ? [Bool](repeating: true, count: encoder.count) : encoder.isDefined
        let breaks = encoder.breaksAtInvalid
        var result: [Node] = []
        for series in encoder.series(columns: seriesColumns(of: encoder.unit), sortedBy: hasAlong ? along : nil) {
            var path = PathData()
            var run: [Point] = []
            func finish() {
                if !run.isEmpty {
                    interpolation.append(run, to: &path, tension: tension, isVertical: horizontal, joins: false)
                }
                run = []
            }
            for index in series.indices {
                if defined[index], xs[index].isFinite, ys[index].isFinite {
                    run.append(Point(xs[index], ys[index]))
                } else if breaks {
                    finish()
                }
            }
            finish()
            guard !path.isEmpty, let first = series.indices.first else { continue }
            let id = nodes.prefix + "[\(series.key.isEmpty ? "0" : series.key)]"
            result += style.node(
                id: id, role: nodes.role, path, box: path.bounds ?? .zero, index: first, nodes: nodes)
        }
        return result
    }

    mutating func drawAreas(_ encoder: MarkEncoder, cell: Cell) -> [Node] {
        let horizontal = encoder.unit.orientation == .horizontal
        let measure: Channel = horizontal ? .x : .y
        let dimension: Channel = horizontal ? .y : .x
        let span = encoder.span(measure)
        let along = encoder.points(dimension)
        let style = MarkStyle(encoder, isFilled: true)
        let nodes = MarkNodes(encoder, cell: cell)
        let interpolation = encoder.properties.string("interpolate").flatMap(Interpolation.init) ?? .linear
        let tension = encoder.properties.number("tension")
        let defined = encoder.isDefined
        let keepsNull = encoder.properties["invalid"]?.isNull == true || encoder.properties.string("invalid") == "show"
        let breaks = encoder.breaksAtInvalid
        var result: [Node] = []
        let hasDimension = encoder.definition(dimension) != nil
        for series in encoder.series(
            columns: seriesColumns(of: encoder.unit),
            sortedBy: hasDimension && !encoder.orderIsGivenForArea ? along : nil)
        {
            var path = PathData()
            var (top, bottom): ([Point], [Point]) = ([], [])
            func point(_ a: Double, _ b: Double) -> Point { horizontal ? Point(b, a) : Point(a, b) }
            func finish() {
                if !top.isEmpty {
                    interpolation.append(top, to: &path, tension: tension, isVertical: horizontal, joins: false)
                    interpolation.reversed.append(
                        bottom.reversed(), to: &path, tension: tension, isVertical: horizontal, joins: true)
                    path.close()
                }
                (top, bottom) = ([], [])
            }
            for index in series.indices {
                var (start, end) = (span.start[index], span.end[index])
                if keepsNull {
                    let zero = encoder.baseline(measure)
                    if start.isNaN { start = zero }
                    if end.isNaN { end = zero }
                }
                if keepsNull || defined[index], along[index].isFinite, start.isFinite, end.isFinite {
                    top.append(point(along[index], end))
                    bottom.append(point(along[index], start))
                } else if breaks {
                    finish()
                }
            }
            finish()
            guard !path.isEmpty, let first = series.indices.first else { continue }
            let id = nodes.prefix + "[\(series.key.isEmpty ? "0" : series.key)]"
            result += style.node(id: id, role: nodes.role, path, box: path.bounds ?? .zero, index: first, nodes: nodes)
        }
        return result
    }
}

extension MarkEncoder {
    /// An area's `order` is that of its layers, not of its points.
    var orderIsGivenForArea: Bool { unit.stack == nil && orderIsGiven }
}

extension Interpolation {
    /// The same curve walked the other way.
    var reversed: Interpolation {
        switch self {
        case .stepBefore: .stepAfter
        case .stepAfter: .stepBefore
        default: self
        }
    }
}
