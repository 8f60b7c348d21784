import Documents
import Formats
import Scales
import Tables
import Transforms

extension Compilation {
    /// The rows of a unit that a cell draws; nil for all.
    mutating func rows(of id: Int, in cell: Cell) -> [Int]? {
        guard !cell.values.isEmpty, let unit = views[id].unit, !views[id].facetColumns.isEmpty else { return nil }
        if partitions[id] == nil {
            var parts: [Cell: [Int]] = [:]
            // Nested facets: a cell of an outer one holds every cell within it.
            let columns = views[id].facetColumns.map { unit.table.column($0) }
            for row in 0..<unit.table.rowCount {
                var values: [DataValue] = []
                for column in columns {
                    values.append(column?[row] ?? .null)
                    parts[Cell(values: values), default: []].append(row)
                }
            }
            partitions[id] = parts
        }
        let wanted = Cell(values: Array(cell.values.prefix(views[id].facetColumns.count)))
        return partitions[id]?[wanted] ?? []
    }

    /// A datum or a domain's member as the table has it: dates become moments.
    func constant(_ node: DocumentNode, type: MeasurementType) -> DataValue {
        let node = evaluator.resolved(node)
        if let moment = Self.moment(node) { return .number(moment) }
        if type == .temporal, let text = node.string { return .number(DateReading.milliseconds(text) ?? .nan) }
        return node.dataValue
    }

    /// A `DateTime` object such as `{"year": 2012, "month": "jan"}`; nil for anything else.
    static func moment(_ node: DocumentNode) -> Double? {
        guard let object = node.object, !object.members.isEmpty,
            object.keys.allSatisfy({
                ["year", "quarter", "month", "date", "day", "hours", "minutes", "seconds", "milliseconds", "utc"]
                    .contains($0)
            })
        else { return nil }
        func number(_ key: String, _ standard: Double) -> Double { node[key]?.number ?? standard }
        var month = 0.0
        if let value = node["month"]?.number {
            month = value - 1
        } else if let text = node["month"]?.string?.lowercased() {
            let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            month = names.firstIndex { text.hasPrefix($0) }.map(Double.init) ?? 0
        } else if let quarter = node["quarter"]?.number {
            month = (quarter - 1) * 3
        }
        var day = number("date", 1)
        if node["date"] == nil, let weekday = node["day"] {
            let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
            let index =
                weekday.number ?? weekday.string.flatMap { text in
                    names.firstIndex { text.lowercased().hasPrefix($0) }.map(Double.init)
                } ?? 0
            day = index + 1
        }
        let year = node["year"]?.number ?? (node["day"] != nil && node["date"] == nil ? 2006 : 2012)
        return CivilTime.milliseconds(
            year: year, monthFromZero: month, day: day, hour: number("hours", 0), minute: number("minutes", 0),
            second: number("seconds", 0), millisecond: number("milliseconds", 0))
    }

    /// Columns that a contribution's values stand in.
    func columns(of contribution: ScaleComponent.Contribution) -> [String] {
        let definition = contribution.definition
        guard definition.isField, let unit = views[contribution.unit].unit else { return [] }
        if let stack = unit.stack, stack.channel == contribution.channel {
            return [stack.startColumn, stack.endColumn]
        }
        if let end = definition.endColumn, definition.timeUnit == nil || spansTimeUnit(contribution) {
            return [definition.column, end]
        }
        return [definition.column]
    }

    /// Whether a mark covers a time unit from end to end, rather than standing at its beginning.
    func spansTimeUnit(_ contribution: ScaleComponent.Contribution) -> Bool {
        guard let unit = views[contribution.unit].unit, contribution.definition.timeUnit != nil else { return false }
        let channel = contribution.channel
        if unit.mark.coversSpans {
            if let secondary = channel.secondary, unit.encoding[secondary] != nil { return false }
            return true
        }
        return timeUnitBandPosition(unit, contribution.definition) != 0
    }

    /// The spans of bars that do not stand over their time unit but are moved along it; nil where they do.
    private func movedSpan(
        of contribution: ScaleComponent.Contribution, _ unit: View.Unit, _ table: Table
    ) -> (starts: [Double], ends: [Double])? {
        let definition = contribution.definition
        guard unit.mark.coversSpans, !contribution.channel.isPolar, spansTimeUnit(contribution),
            let name = definition.timeUnit.flatMap(TimeUnitName.init), let end = definition.endColumn,
            let share = definition.bandPosition ?? markConfiguration(unit).number("timeUnitBandPosition"), share != 0.5,
            var starts = table.column(definition.column)?.numbers, var ends = table.column(end)?.numbers
        else { return nil }
        for row in starts.indices { (starts[row], ends[row]) = name.moved(starts[row], ends[row], to: share) }
        return (starts, ends)
    }

    /// Where in a time unit a mark stands: 0 at its beginning.
    func timeUnitBandPosition(_ unit: View.Unit, _ definition: ChannelDefinition) -> Double {
        if let position = definition.bandPosition { return position }
        let lookup = markConfiguration(unit)
        return lookup.number("timeUnitBandPosition") ?? 0
    }

    /// Least and greatest of the values of a scale, of one cell or of all.
    mutating func extent(of component: ScaleComponent, in cell: Cell) -> (Double, Double)? {
        var (low, high) = (Double.infinity, -Double.infinity)
        for contribution in component.contributions {
            if let datum = contribution.definition.datum {
                let value = constant(datum, type: contribution.definition.type).asNumber ?? .nan
                if value.isFinite {
                    low = min(low, value)
                    high = max(high, value)
                }
                continue
            }
            guard let unit = views[contribution.unit].unit else { continue }
            let useRaw =
                component.property("domain")?.string == "unaggregated" && contribution.definition.aggregate != nil
            let table = useRaw ? unit.rawTable : unit.table
            let names = useRaw ? [contribution.definition.field ?? ""] : columns(of: contribution)
            let rows = useRaw ? nil : rows(of: contribution.unit, in: cell)
            for name in names {
                guard let column = table.column(name) else { continue }
                var numbers = column.numbers
                if let span = movedSpan(of: contribution, unit, table) {
                    numbers = name == contribution.definition.column ? span.starts : span.ends
                }
                if let rows {
                    for row in rows where numbers[row].isFinite {
                        low = min(low, numbers[row])
                        high = max(high, numbers[row])
                    }
                } else {
                    for number in numbers where number.isFinite {
                        if number < low { low = number }
                        if number > high { high = number }
                    }
                }
            }
            // Bars and areas reach down to nothing.
            _ = unit
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
                add(constant(datum, type: contribution.definition.type))
                continue
            }
            guard let unit = views[contribution.unit].unit,
                let column = unit.table.column(contribution.definition.column)
            else { continue }
            if let rows = rows(of: contribution.unit, in: cell) {
                for row in rows { add(column[row]) }
            } else {
                switch column.storage {
                case .strings(let texts):
                    var last: String?
                    for text in texts where text != last {
                        add(.string(text))
                        last = text
                    }
                default: for row in 0..<column.count { add(column[row]) }
                }
            }
        }
        return sorted(values, of: component, in: cell)
    }
}
