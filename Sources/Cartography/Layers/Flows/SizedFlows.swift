import Documents
import Geography
import SceneGraph

/// Ways between places, ready to draw.
struct SizedFlows: Sendable {
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

        var datum: Datum {
            var fields = [Datum.Field("name", .string(name))]
            if let value { fields.append(.init("value", .number(value))) }
            return Datum(fields)
        }
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

extension FlowsLayer {
    func sized(in canvas: inout MapCanvas) -> SizedFlows? {
        guard let table = canvas.table(source) else { return nil }
        let origins = canvas.coordinates(origin, in: table, country: countryPoint)
        let destinations = canvas.coordinates(destination, in: table, country: countryPoint)
        let column = canvas.column(valueColumn, in: table)
        let category = canvas.column(category, in: table)
        let label = canvas.column(label, in: table)
        guard let origins, let destinations, valueColumn == nil || column != nil else { return nil }
        var values = [Double?](repeating: nil, count: table.rowCount)
        if let column, let valueColumn { values = canvas.numbers(column, valueColumn, in: table) }
        var flows: [SizedFlows.Flow] = []
        var withoutValue: [String] = []
        for row in 0..<table.rowCount {
            guard let origin = origins[row], let destination = destinations[row],
                canDraw(row, table, values[row], origin.coordinate, destination.coordinate, in: &canvas)
            else { continue }
            let name = [origin.name, destination.name].map { $0.isEmpty ? "\(row + 1)" : $0 }.joined(separator: "–")
            if valueColumn != nil, values[row] == nil || values[row] == 0 {
                withoutValue.append(name)
                continue
            }
            flows.append(
                SizedFlows.Flow(
                    origin: origin.coordinate, destination: destination.coordinate, name: name, value: values[row],
                    category: category.map { table.text(row, $0) } ?? "",
                    label: label.map { table.text(row, $0) } ?? "", bend: curvature ?? 0,
                    fact: table.facts.isEmpty ? nil : table.facts[row]))
        }
        canvas.facts += table.facts
        if !withoutValue.isEmpty {
            canvas.warn(
                "not drawn, since they have no value: " + withoutValue.joined(separator: ", "),
                at: source.location, path: source.path)
        }
        return sized(flows, in: &canvas)
    }

    private func canDraw(
        _ row: Int, _ table: LayerTable, _ value: Double?, _ origin: Coordinate, _ destination: Coordinate,
        in canvas: inout MapCanvas
    ) -> Bool {
        if let value, value < 0, let valueColumn {
            canvas.problem(
                "\(value) in column `\(valueColumn.text)`, \(table.rowName(row)), is negative: "
                    + "no way has less than no width", at: valueColumn.location, path: valueColumn.path,
                advice: "swap origin and destination")
            return false
        }
        guard origin != destination else {
            canvas.problem(
                "origin and destination of \(table.rowName(row)) are one place", at: source.location,
                path: source.path)
            return false
        }
        return true
    }

    private func sized(_ flows: [SizedFlows.Flow], in canvas: inout MapCanvas) -> SizedFlows {
        var flows = flows
        if curvature == nil {
            // Ways to and fro would lie on each other.
            for (index, flow) in flows.enumerated()
            where flows.contains(where: { $0.origin == flow.destination && $0.destination == flow.origin }) {
                flows[index].bend = 0.06
            }
        }
        var categories = canvas.sharedWords(category, of: source)
        for flow in flows where !flow.category.isEmpty && !categories.contains(flow.category) {
            categories.append(flow.category)
        }
        canvas.tellTooMany(categories, category)
        let usual =
            valueColumn == nil ? 1.6 : min(canvas.size.width * 0.014, (canvas.size.height ?? .infinity) * 0.018)
        return SizedFlows(
            flows: flows.enumerated().sorted { ($0.element.value ?? 0, $1.offset) > ($1.element.value ?? 0, $0.offset) }
                .map(\.element),
            categories: categories,
            greatest: valueColumn.map { canvas.shared(flows.compactMap(\.value), $0, of: source).max() ?? 0 } ?? 0,
            width: width ?? usual)
    }
}
