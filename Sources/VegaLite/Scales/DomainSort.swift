import Documents
import Scales
import Tables

extension Compilation {
    /// Domain values in the order that the channel's `sort` asks for.
    mutating func sorted(_ values: [DataValue], of component: ScaleComponent, in cell: Cell) -> [DataValue] {
        guard
            let lead = component.contributions.first(where: {
                $0.definition.sort != nil && $0.channel == component.channel
            }) ?? component.contributions.first
        else {
            return values
        }
        func natural(_ descending: Bool) -> [DataValue] {
            let ordered = values.enumerated().sorted { a, b in
                let order = DataValue.ascending(a.element, b.element)
                return order == 0 ? a.offset < b.offset : descending ? order > 0 : order < 0
            }
            return ordered.map(\.element)
        }
        if let start = lead.definition.binStartColumn, lead.definition.sort?.isNull != true,
            lead.definition.sort?.array == nil,
            lead.definition.sort?.object == nil
        {
            return byField(values, field: start, op: "min", lead.definition.sort?.string == "descending", lead, cell)
        }
        guard let sort = lead.definition.sort else {
            // Constants keep the order of the layers where nothing else is known.
            return component.contributions.allSatisfy { $0.definition.datum != nil } ? values : natural(false)
        }
        if sort.isNull || sort.boolean == false { return values }
        if let list = sort.array {
            let wanted = list.map { constant($0, type: lead.definition.type) }
            let unit = lead.definition.timeUnit.flatMap(TimeUnitName.init)
            func rank(_ value: DataValue) -> Int {
                if let index = wanted.firstIndex(of: value) { return index }
                if let unit, let number = value.number,
                    let index = list.firstIndex(where: { Self.matches($0, unit, number) })
                {
                    return index
                }
                return wanted.count
            }
            return values.enumerated().map { (rank($0.element), $0.offset, $0.element) }
                .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        }
        if let text = sort.string {
            if text == "ascending" { return natural(false) }
            if text == "descending" { return natural(true) }
            let descending = text.hasPrefix("-")
            let name = descending ? String(text.dropFirst()) : text
            guard let channel = Channel(rawValue: name) else {
                report(
                    "`\(text)` is no sort", sort, path: join(lead.definition.path, "sort"),
                    advice: "a sort is ascending, descending, a list, a channel such as -y, or an object with a field")
                return natural(false)
            }
            return byChannel(values, channel, descending, lead, cell) ?? natural(descending)
        }
        let descending = sort["order"]?.string == "descending"
        if sort["order"]?.isNull == true { return values }
        if let name = sort["encoding"]?.string, let channel = Channel(rawValue: name) {
            return byChannel(values, channel, descending, lead, cell) ?? natural(descending)
        }
        let field = sort["field"]?.string
        let op = sort["op"]?.string ?? "min"
        if field != nil || op == "count" {
            return byField(values, field: field, op: op, descending, lead, cell)
        }
        return natural(descending)
    }

    /// Whether `"Mon"` or `"january"` names the day or month that a moment is the beginning of.
    static func matches(_ node: DocumentNode, _ unit: TimeUnitName, _ moment: Double) -> Bool {
        guard let part = unit.parts.last else { return false }
        switch part {
        case "month":
            let written =
                node.number.map { DocumentNode.object(["month": .number($0)]) } ?? DocumentNode.object(["month": node])
            guard let other = Self.moment(written) else { return false }
            return monthOf(other) == monthOf(moment)
        case "day":
            guard let text = node.string?.lowercased() else { return false }
            let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
            let day = Int(((moment / 86_400_000).rounded(.down) + 4).truncatingRemainder(dividingBy: 7))
            return names.indices.contains(day) && text.hasPrefix(names[day])
        default: return false
        }
    }

    private static func monthOf(_ moment: Double) -> Int? { TimeParts.month(of: moment) }

    private mutating func byChannel(
        _ values: [DataValue], _ channel: Channel, _ descending: Bool, _ lead: ScaleComponent.Contribution, _ cell: Cell
    ) -> [DataValue]? {
        guard let unit = views[lead.unit].unit, let definition = unit.encoding[channel] else { return nil }
        if definition.aggregate == "count" {
            return byField(values, field: nil, op: "count", descending, lead, cell)
        }
        if definition.aggregate != nil {
            // The column is made already: one value for each row of the unit's table.
            return byField(
                values, field: definition.column, op: definition.aggregate == "sum" ? "sum" : "min", descending, lead,
                cell, raw: false)
        }
        guard let field = definition.field else { return nil }
        return byField(
            values, field: definition.column.isEmpty ? field : definition.column, op: "min", descending, lead, cell)
    }

    private mutating func byField(
        _ values: [DataValue], field: String?, op: String, _ descending: Bool, _ lead: ScaleComponent.Contribution,
        _ cell: Cell, raw: Bool = true
    ) -> [DataValue] {
        guard let unit = views[lead.unit].unit else { return values }
        let table = raw ? unit.rawTable : unit.table
        guard let keys = table.column(lead.definition.column) ?? table.column(lead.definition.field ?? "") else {
            return values
        }
        let sorted = field.flatMap { table.column($0) ?? table.field($0) }
        if field != nil, sorted == nil, table.rowCount > 0 {
            report(
                "the data has no field `\(field ?? "")`", lead.definition.sort,
                path: join(lead.definition.path, "sort"),
                advice: suggestion(for: field ?? "", among: table.names).map { "did you mean `\($0)`?" })
        }
        var groups: [DataValue: [DataValue]] = [:]
        let columns = views[lead.unit].facetColumns.prefix(cell.values.count).map { table.column($0) }
        rows: for row in 0..<table.rowCount {
            for (index, column) in columns.enumerated() where column?[row] != cell.values[index] { continue rows }
            groups[keys[row], default: []].append(sorted?[row] ?? .number(1))
        }
        func summary(_ list: [DataValue]) -> DataValue {
            if op == "min" || op == "max" || op == "argmin" || op == "argmax" {
                let valid = list.filter(\.isValid)
                let least = valid.min { DataValue.ascending($0, $1) < 0 }
                let greatest = valid.max { DataValue.ascending($0, $1) < 0 }
                return (op.hasSuffix("min") ? least : greatest) ?? .null
            }
            return .number(
                SortSummary.value(op, list.compactMap { $0.asNumber }.filter { !$0.isNaN }, count: list.count))
        }
        let summaries = groups.mapValues(summary)
        return values.enumerated().sorted { a, b in
            let order = DataValue.ascending(summaries[a.element] ?? .null, summaries[b.element] ?? .null)
            return order == 0 ? a.offset < b.offset : descending ? order > 0 : order < 0
        }.map(\.element)
    }
}

/// One number for a group's values, by the operations of `aggregate`.
enum SortSummary {
    static func value(_ op: String, _ values: [Double], count: Int) -> Double {
        let n = Double(values.count)
        let sum = values.reduce(0, +)
        func variance(_ divisor: Double) -> Double {
            let mean = sum / n
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / divisor
        }
        switch op {
        case "count": return Double(count)
        case "valid": return n
        case "missing": return Double(count) - n
        case "distinct": return Double(Set(values).count)
        case "sum": return sum
        case "product": return values.reduce(1, *)
        case "mean", "average": return values.isEmpty ? .nan : sum / n
        case "median": return Quantile.of(values.sorted(), 0.5)
        case "q1": return Quantile.of(values.sorted(), 0.25)
        case "q3": return Quantile.of(values.sorted(), 0.75)
        case "variance": return values.count < 2 ? 0 : variance(n - 1)
        case "variancep": return values.isEmpty ? 0 : variance(n)
        case "stdev": return values.count < 2 ? 0 : variance(n - 1).squareRoot()
        case "stdevp": return values.isEmpty ? 0 : variance(n).squareRoot()
        case "stderr": return values.count < 2 ? 0 : (variance(n - 1) / n).squareRoot()
        default: return values.min() ?? .nan
        }
    }
}
