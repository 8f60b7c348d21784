import Formats
import Tables
import Transforms

extension ScaleResolver {
    /// Columns that a contribution's values stand in.
    func columns(of contribution: ScaleComponent.Contribution) -> [String] {
        let definition = contribution.definition
        guard definition.isField, let unit = unit(contribution) else { return [] }
        if let stack = unit.stack, stack.channel == contribution.channel {
            return [stack.startColumn, stack.endColumn]
        }
        if let end = definition.endColumn, definition.timeUnit == nil || spansTimeUnit(contribution) {
            return [definition.column, end]
        }
        return [definition.column]
    }

    /// Whether a mark covers a time unit from end to end, rather than standing at its beginning.
    private func spansTimeUnit(_ contribution: ScaleComponent.Contribution) -> Bool {
        guard let unit = unit(contribution), contribution.definition.timeUnit != nil else { return false }
        if unit.mark.coversSpans {
            return contribution.channel.secondary.map { unit.encoding[$0] == nil } ?? true
        }
        return (timeUnitPosition(unit, contribution.definition) ?? 0) != 0
    }

    /// Where in a time unit a mark stands, as the document says: 0 at its beginning.
    private func timeUnitPosition(_ unit: View.Unit, _ definition: ChannelDefinition) -> Double? {
        definition.bandPosition ?? model.markConfiguration(unit).number(.timeUnitBandPosition)
    }

    /// The spans of bars that do not stand over their time unit but are moved along it; nil where they do.
    private func movedSpan(
        of contribution: ScaleComponent.Contribution, _ unit: View.Unit, _ table: Table
    ) -> (starts: [Double], ends: [Double])? {
        let definition = contribution.definition
        guard unit.mark.coversSpans, !contribution.channel.isPolar, spansTimeUnit(contribution),
            let name = definition.timeUnit,
            let end = definition.endColumn, let share = timeUnitPosition(unit, definition), share != 0.5,
            var starts = table.column(definition.column)?.numbers, var ends = table.column(end)?.numbers
        else { return nil }
        for row in starts.indices { (starts[row], ends[row]) = name.moved(starts[row], ends[row], to: share) }
        return (starts, ends)
    }

    /// Whether a scale spans the values that were summarised, rather than the summaries.
    private func isUnaggregated(_ component: ScaleComponent, _ definition: ChannelDefinition) -> Bool {
        guard let aggregate = definition.aggregate else { return false }
        if let domain = value(component, .domain) { return domain.string == "unaggregated" }
        // Of these operations no result lies beyond the values.
        let within = ["mean", "average", "median", "q1", "q3", "min", "max"]
        return config.boolean(.useUnaggregatedDomain) == true && within.contains(aggregate)
    }

    /// Least and greatest of the values of a scale, of one cell or of all.
    mutating func extent(of component: ScaleComponent, in cell: Cell) -> (Double, Double)? {
        var (low, high) = (Double.infinity, -Double.infinity)
        func add(_ number: Double) {
            guard number.isFinite else { return }
            if number < low { low = number }
            if number > high { high = number }
        }
        for contribution in component.contributions {
            let definition = contribution.definition
            if let datum = definition.datum {
                add(model.constant(datum, type: definition.type).asNumber ?? .nan)
                continue
            }
            guard let unit = unit(contribution) else { continue }
            let isRaw = isUnaggregated(component, definition)
            let table = isRaw ? unit.rawTable : unit.table
            let rows = isRaw ? nil : rows(of: contribution.unit, in: cell)
            let moved = movedSpan(of: contribution, unit, table)
            for name in isRaw ? [definition.field ?? ""] : columns(of: contribution) {
                guard let column = table.column(name) else { continue }
                let numbers = moved.map { name == definition.column ? $0.starts : $0.ends } ?? column.numbers
                if let rows {
                    for row in rows { add(numbers[row]) }
                } else {
                    for number in numbers { add(number) }
                }
            }
        }
        return low <= high ? (low, high) : nil
    }

    /// The different values of a discrete scale, in the order that `sort` asks for.
    mutating func values(of component: ScaleComponent, in cell: Cell) -> [DataValue] {
        var seen: Set<DataValue> = []
        var values: [DataValue] = []
        func add(_ value: DataValue) {
            if case .number(let number) = value, number.isNaN {
                if number.isMissing, seen.insert(.null).inserted { values.append(.null) }
                return
            }
            if seen.insert(value).inserted { values.append(value) }
        }
        for contribution in component.contributions {
            if let datum = contribution.definition.datum {
                add(model.constant(datum, type: contribution.definition.type))
                continue
            }
            guard let column = unit(contribution)?.table.column(contribution.definition.column) else { continue }
            if let rows = rows(of: contribution.unit, in: cell) {
                for row in rows { add(column[row]) }
            } else if case .strings(let texts) = column.storage {
                var last: String?
                for text in texts where text != last {
                    add(.string(text))
                    last = text
                }
            } else {
                for row in 0..<column.count { add(column[row]) }
            }
        }
        return sorted(values, of: component, in: cell)
    }
}
