import Documents
import Geography
import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Ways between places, ready to draw.
struct PreparedFlows: Sendable {
    struct Flow: Sendable {
        var origin: Coordinate
        var destination: Coordinate
        var name: String
        /// Nil where all are one width.
        var value: Double?
        var category: String
        var label: String
        var bend: Double
        var fact: String?
    }

    /// The widest first.
    var flows: [Flow]
    var categories: [String]
    var greatest: Double
    /// Of the widest, in figure units.
    var width: Double

    func width(of value: Double?) -> Double {
        guard let value else { return width }
        return greatest > 0 ? width * value / greatest : 0
    }
}

extension MapComposer {
    mutating func prepared(_ layer: FlowsLayer) -> PreparedFlows? {
        guard let table = table(layer.values) else { return nil }
        let origins = coordinates(layer.origin, in: table, country: layer.countryPoint)
        let destinations = coordinates(layer.destination, in: table, country: layer.countryPoint)
        let column = column(layer.value, in: table)
        let category = self.column(layer.category, in: table)
        let label = self.column(layer.label, in: table)
        guard let origins, let destinations, layer.value == nil || column != nil else { return nil }
        var values = [Double?](repeating: nil, count: table.rowCount)
        if let column, let name = layer.value { values = numbers(column, name, in: table) }
        var flows: [PreparedFlows.Flow] = []
        var categories: [String] = []
        var withoutValue: [String] = []
        for row in 0..<table.rowCount {
            guard let origin = origins[row], let destination = destinations[row] else { continue }
            let name =
                (origin.name.isEmpty ? "\(row + 1)" : origin.name) + "–"
                + (destination.name.isEmpty ? "\(row + 1)" : destination.name)
            if let value = values[row], value < 0, let column = layer.value {
                problems.add(
                    Diagnostic(
                        "\(value) in column `\(column.text)`, \(table.rowName(row)), is negative: no way has less than no width",
                        file: file,
                        at: column.location, path: column.path, advice: "swap origin and destination"))
                continue
            }
            if origin.coordinate == destination.coordinate {
                problems.add(
                    Diagnostic(
                        "origin and destination of \(table.rowName(row)) are one place", file: file,
                        at: layer.values.location,
                        path: layer.values.path))
                continue
            }
            if layer.value != nil, values[row] == nil || values[row] == 0 {
                withoutValue.append(name)
                continue
            }
            let group = category.map { table.text(row, $0) } ?? ""
            if !group.isEmpty, !categories.contains(group) { categories.append(group) }
            flows.append(
                PreparedFlows.Flow(
                    origin: origin.coordinate, destination: destination.coordinate, name: name, value: values[row],
                    category: group,
                    label: label.map { table.text(row, $0) } ?? "", bend: layer.curvature ?? 0,
                    fact: table.facts.isEmpty ? nil : table.facts[row]))
        }
        if layer.curvature == nil {
            // Ways to and fro would lie on each other.
            for (index, flow) in flows.enumerated()
            where flows.contains(where: { $0.origin == flow.destination && $0.destination == flow.origin }) {
                flows[index].bend = 0.06
            }
        }
        facts += table.facts
        if !withoutValue.isEmpty {
            warn(
                "not drawn, since they have no value: " + withoutValue.joined(separator: ", "),
                at: layer.values.location,
                path: layer.values.path)
        }
        if categories.count > theme.categories.count, let name = layer.category {
            problems.add(
                Diagnostic(
                    "\(categories.count) categories, and \(theme.categories.count) colours that can be told apart",
                    file: file, at: name.location,
                    path: name.path, advice: "gather the smaller ones under one word"))
        }
        return PreparedFlows(
            flows: flows.enumerated().sorted { ($0.element.value ?? 0, $1.offset) > ($1.element.value ?? 0, $0.offset) }
                .map(\.element),
            categories: categories, greatest: flows.compactMap(\.value).max() ?? 0,
            width: layer.width.map { $0 * style.scale }
                ?? (layer.value == nil
                    ? 1.6 * style.scale : min(size.width * 0.014, (size.height ?? .infinity) * 0.018)))
    }

    mutating func draw(_ layer: FlowsLayer, _ shown: PreparedFlows, position: Int) {
        var drawn: [Node] = []
        var seen: Set<String> = []
        for (index, flow) in shown.flows.enumerated() {
            let count = max(12, min(180, Int(GreatCircle.angle(from: flow.origin, to: flow.destination) * 1.5)))
            let way =
                switch layer.route {
                case .greatCircle: GreatCircle.way(from: flow.origin, to: flow.destination, count: count)
                case .rhumb: RhumbLine.way(from: flow.origin, to: flow.destination, count: count)
                }
            let pieces = path.lines(of: .lineString(GreatCircle.bent(way, by: flow.bend)))
            guard !pieces.isEmpty else { continue }
            let color = categoryColor(flow.category, shown.categories, otherwise: layer.fill)
            let width = max(0.6 * style.scale, shown.width(of: flow.value))
            let start = projection.project(flow.origin)
            let end = projection.project(flow.destination)
            let ribbon = Ribbon(
                pieces: pieces, width: width, taper: layer.isTapered ? max(0.3, min(1, 0.6 * style.scale / width)) : 1,
                // Short of the circles at its ends.
                trimStart: start.map { symbolRadius(at: $0) } ?? 0,
                trimEnd: end.map { symbolRadius(at: $0) + 1.5 * style.scale } ?? 0,
                arrow: layer.hasArrows && end.map { nearestEnd(of: pieces, to: $0) } ?? false ? arrowLength(width) : 0)
            guard let data = ribbon.outline else { continue }
            var name = flow.name
            if !seen.insert(name).inserted { name += " \(index + 1)" }
            let id = "\(self.name)/flows\(position)[\(name)]"
            var datum = [Datum.Field("name", .string(flow.name))]
            if let value = flow.value { datum.append(.init("value", .number(value))) }
            // A light edge, so that ways that cross stay apart.
            drawn.append(
                .path(
                    id: id + "/edge", role: "map-flow-edge", data,
                    stroke: Stroke(.color(theme.background.opacity(0.7)), width: 1.2 * style.scale, join: .round)))
            drawn.append(
                .path(
                    id: id, role: "map-flow", data, fill: .color(color.opacity(0.85)),
                    facts: flow.fact.map { [$0] } ?? [], datum: Datum(datum)))
            for piece in pieces { placer.avoid(piece, weight: 1 + width / style.scale / 4, every: 4) }
            if !flow.label.isEmpty {
                requests.append(
                    LabelRequest(
                        id: id + "/label", name: flow.label,
                        settings: [.init(lines: [flow.label], font: style.cityFont)],
                        anchor: .line(pieces), color: color.mixed(with: theme.ink, share: 0.3),
                        halo: style.halo(theme.sea), priority: 18))
            }
        }
        if !drawn.isEmpty { nodes.append(.group(id: "\(name)/flows\(position)", role: "map-layer", drawn)) }
    }

    func arrowLength(_ width: Double) -> Double { max(5 * style.scale, width * 1.5) }

    /// The last piece ends at the destination: it is in the frame.
    private func nearestEnd(of pieces: [[Point]], to point: Point) -> Bool {
        guard let last = pieces.last?.last else { return false }
        return hypot(last.x - point.x, last.y - point.y) < 2
    }

    /// Of the largest circle that a symbols layer draws at a place; 0 where none is.
    private func symbolRadius(at point: Point) -> Double {
        var largest = 0.0
        for shown in symbols.values {
            for symbol in shown.symbols {
                guard let value = symbol.value, value > 0, let center = projection.project(symbol.place),
                    hypot(center.x - point.x, center.y - point.y) < 1
                else { continue }
                largest = max(largest, shown.radius(of: value))
            }
        }
        return largest
    }
}
