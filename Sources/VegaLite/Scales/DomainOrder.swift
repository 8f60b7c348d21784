import Expressions
import Transforms
import Documents
import Scales
import Tables

/// Values in order: by themselves, by a list, or by a summary of the rows that have each.
enum DomainOrder {
    static func natural(_ values: [DataValue], descending: Bool = false) -> [DataValue] {
        values.enumerated().sorted { a, b in
            let order = DataValue.ascending(a.element, b.element)
            return order == 0 ? a.offset < b.offset : descending ? order > 0 : order < 0
        }.map(\.element)
    }

    /// In the order of a list; what it does not name comes after.
    ///
    /// - Parameters:
    ///   - list: as the document writes it, where `"Mon"` may stand for the moments of a time unit.
    ///   - constant: a member of the list as the table has it.
    static func listed(
        _ values: [DataValue], by list: [DataValue], _ unit: TimeUnitName?, constant: (DataValue) -> DataValue
    ) -> [DataValue] {
        var ranks: [DataValue: Int] = [:]
        for (rank, value) in list.map(constant).enumerated() where ranks[value] == nil { ranks[value] = rank }
        func rank(_ value: DataValue) -> Int {
            if let rank = ranks[value] { return rank }
            if let unit, let moment = value.number,
                let index = list.firstIndex(where: { Moments.matches($0, unit, moment) })
            {
                return index
            }
            return list.count
        }
        return values.enumerated().map { (rank($0.element), $0.offset, $0.element) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    /// By a summary of what each value's rows hold.
    static func summarised(
        _ values: [DataValue], by groups: [DataValue: [DataValue]], operation: String, descending: Bool
    ) -> [DataValue] {
        let summaries = groups.mapValues { summary(of: $0, operation) }
        return values.enumerated().sorted { a, b in
            let order = DataValue.ascending(summaries[a.element] ?? .null, summaries[b.element] ?? .null)
            return order == 0 ? a.offset < b.offset : descending ? order > 0 : order < 0
        }.map(\.element)
    }

    private static func summary(of list: [DataValue], _ operation: String) -> DataValue {
        switch operation {
        case "min", "argmin": list.filter(\.isValid).min { DataValue.ascending($0, $1) < 0 } ?? .null
        case "max", "argmax": list.filter(\.isValid).max { DataValue.ascending($0, $1) < 0 } ?? .null
        default:
            .number(
                SortSummary.value(operation, list.compactMap { $0.asNumber }.filter { !$0.isNaN }, count: list.count))
        }
    }
}

extension ScaleResolver {
    /// Domain values in the order that the channel's `sort` asks for.
    mutating func sorted(_ values: [DataValue], of component: ScaleComponent, in cell: Cell) -> [DataValue] {
        let lead =
            component.contributions.first { $0.definition.written.sort != nil && $0.channel == component.channel }
            ?? component.lead
        guard let lead else { return values }
        let definition = lead.definition
        if let start = definition.binStartColumn {
            switch definition.written.sort {
            case nil, .ascending: return byField(values, field: start, operation: "min", false, lead, cell)
            case .descending: return byField(values, field: start, operation: "min", true, lead, cell)
            default: break
            }
        }
        switch definition.written.sort {
        case nil:
            // Constants keep the order of the layers where nothing else is known.
            let areConstants = component.contributions.allSatisfy { $0.definition.datum != nil }
            return areConstants ? values : DomainOrder.natural(values)
        case .unsorted: return values
        case .ascending: return DomainOrder.natural(values)
        case .descending: return DomainOrder.natural(values, descending: true)
        case .values(let list):
            return DomainOrder.listed(values, by: list, definition.timeUnit) {
                model.constant($0, type: definition.type)
            }
        case .channel(let channel, let descending):
            return byChannel(values, channel, descending, lead, cell)
                ?? DomainOrder.natural(values, descending: descending)
        case .field(let field, let operation, let descending):
            guard case .name(let name) = field else {
                return byField(values, field: nil, operation: operation, descending, lead, cell)
            }
            return byField(values, field: name, operation: operation, descending, lead, cell)
        }
    }

    private mutating func byChannel(
        _ values: [DataValue], _ channel: Channel, _ descending: Bool, _ lead: ScaleComponent.Contribution, _ cell: Cell
    ) -> [DataValue]? {
        guard let definition = unit(lead)?.encoding[channel] else { return nil }
        if definition.aggregate == "count" {
            return byField(values, field: nil, operation: "count", descending, lead, cell)
        }
        if let aggregate = definition.aggregate {
            // The column is made already: one value for each row of the unit's table.
            return byField(
                values, field: definition.column, operation: aggregate == "sum" ? "sum" : "min", descending, lead,
                cell, raw: false)
        }
        guard let field = definition.field else { return nil }
        let column = definition.column.isEmpty ? field : definition.column
        return byField(values, field: column, operation: "min", descending, lead, cell)
    }

    private mutating func byField(
        _ values: [DataValue], field: String?, operation: String, _ descending: Bool,
        _ lead: ScaleComponent.Contribution, _ cell: Cell, raw: Bool = true
    ) -> [DataValue] {
        guard let unit = unit(lead) else { return values }
        let table = raw ? unit.rawTable : unit.table
        guard let keys = table.column(lead.definition.column) ?? table.column(lead.definition.field ?? "") else {
            return values
        }
        let sorted = field.flatMap { table.column($0) ?? table.field($0) }
        if let field, sorted == nil, table.rowCount > 0 {
            let problem = Diagnostic(
                "the data has no field `\(field)`", at: lead.definition.place.location,
                path: join(lead.definition.path, "sort"),
                advice: suggestion(for: field, among: table.names).map { "did you mean `\($0)`?" })
            diagnostics.addOnce(problem)
        }
        var groups: [DataValue: [DataValue]] = [:]
        let columns = views[lead.unit].facetColumns.prefix(cell.values.count).map { table.column($0) }
        rows: for row in 0..<table.rowCount {
            for (index, column) in columns.enumerated() where column?[row] != cell.values[index] { continue rows }
            groups[keys[row], default: []].append(sorted?[row] ?? .number(1))
        }
        return DomainOrder.summarised(values, by: groups, operation: operation, descending: descending)
    }
}

/// One number for a group's values, by the operations of `aggregate`.
enum SortSummary {
    static func value(_ operation: String, _ values: [Double], count: Int) -> Double {
        let n = Double(values.count)
        let sum = values.reduce(0, +)
        func variance(_ divisor: Double) -> Double {
            let mean = sum / n
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / divisor
        }
        switch operation {
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
