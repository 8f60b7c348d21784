import Transforms
import Tables

extension ModelBuilder {
    /// The table of a unit: bins and time units, then aggregates, imputed rows and stacks.
    mutating func makeTable(_ unit: inout View.Unit, rows: Table, facetColumns: [String]) {
        var table = rows
        for channel in Channel.allCases where unit.encoding[channel] != nil {
            guard var definition = unit.encoding[channel] else { continue }
            derive(&definition, in: &table, standardBins: channel.standardBins)
            for index in definition.conditions.indices {
                for inner in definition.conditions[index].definition.indices {
                    derive(
                        &definition.conditions[index].definition[inner], in: &table,
                        standardBins: channel.standardBins)
                }
            }
            unit.encoding[channel] = definition
        }
        for index in unit.details.indices { derive(&unit.details[index], in: &table) }
        for index in unit.orders.indices { derive(&unit.orders[index], in: &table) }
        for index in unit.idle.indices { derive(&unit.idle[index], in: &table) }
        unit.rawTable = table
        aggregate(&unit, &table, facetColumns: facetColumns)
        let specified = model.markProperties(unit).string(.orient).flatMap(Orientation.init)
        unit.orientation = unit.mark.orientation(unit.encoding, specified: specified)
        impute(unit, &table, facetColumns: facetColumns)
        unit.stack = StackRules.stack(
            of: unit.mark, encoding: unit.encoding, details: unit.details, orientation: unit.orientation,
            isAggregated: unit.isAggregated)
        if let stack = unit.stack { self.stack(&unit, stack, &table, facetColumns: facetColumns) }
        unit.table = withoutInvalid(unit, table)
    }

    private mutating func apply(_ transform: any Transform, _ place: Place, to table: inout Table) {
        table = apply([TransformStep(transform: transform, place: place)], to: table)
    }

    // MARK: - Aggregates

    private mutating func aggregate(_ unit: inout View.Unit, _ table: inout Table, facetColumns: [String]) {
        guard unit.allDefinitions.contains(where: { $0.aggregate != nil }) else { return }
        unit.isAggregated = true
        var aggregates = ImpliedAggregates()
        for channel in Channel.allCases {
            guard var definition = unit.encoding[channel] else { continue }
            aggregates.take(&definition)
            for index in definition.conditions.indices {
                for inner in definition.conditions[index].definition.indices {
                    aggregates.take(&definition.conditions[index].definition[inner])
                }
            }
            unit.encoding[channel] = definition
        }
        for index in unit.details.indices { aggregates.take(&unit.details[index]) }
        for index in unit.orders.indices { aggregates.take(&unit.orders[index]) }
        var groupby = facetColumns
        for definition in unit.allDefinitions + unit.idle where definition.isField && definition.aggregate == nil {
            groupby.append(definition.column)
            if let end = definition.endColumn { groupby.append(end) }
        }
        var unique: [String] = []
        for name in groupby where !unique.contains(name) { unique.append(name) }
        apply(AggregateTransform(aggregates.operations, groupby: unique), unit.definition.place, to: &table)
        for part in aggregates.parts {
            guard let column = table.column(part.object) else { continue }
            let path = FieldPath(part.field)
            table.set(part.name, Table.Column((0..<table.rowCount).map { path.value(in: column[$0]) }))
        }
    }

    // MARK: - Imputed rows

    private mutating func impute(_ unit: View.Unit, _ table: inout Table, facetColumns: [String]) {
        for (channel, other) in [(Channel.x, Channel.y), (.y, .x)] {
            guard let definition = unit.encoding[channel], let impute = definition.impute,
                let key = unit.encoding[other], key.isField
            else { continue }
            let transform = ImputeTransform(
                definition.column, key: key.column, groupby: facetColumns + unit.seriesColumns, filling: impute)
            apply(transform, definition.place.member("impute"), to: &table)
        }
    }

    // MARK: - Stacks

    private mutating func stack(
        _ unit: inout View.Unit, _ stack: View.Stack, _ table: inout Table, facetColumns: [String]
    ) {
        guard let definition = unit.encoding[stack.channel] else { return }
        let other = stack.channel.stackDimension
        var groupby = facetColumns
        if let dimension = unit.encoding[other], dimension.isField, dimension.column != definition.column {
            groupby.append(dimension.column)
            if unit.mark.fillsGapsOfStacks, !stack.stackBy.isEmpty {
                fillHoles(in: &table, of: definition, along: dimension, groupby: facetColumns + stack.stackBy)
            }
        }
        if let offset = other.offset, let dimension = unit.encoding[offset], dimension.isField {
            groupby.append(dimension.column)
        }
        let transform = StackTransform(
            definition.column, groupby: groupby, offset: stack.offset.transform,
            sort: stackOrder(unit, stack, &table), as: stack.startColumn, end: stack.endColumn)
        apply(transform, definition.place, to: &table)
        unit.encoding[stack.channel]?.startColumn = stack.startColumn
    }

    /// Where a series of areas has no value, it is nothing thick there, rather than cut.
    private mutating func fillHoles(
        in table: inout Table, of definition: ChannelDefinition, along dimension: ChannelDefinition, groupby: [String]
    ) {
        let impute = ImputeTransform(definition.column, key: dimension.column, groupby: groupby, value: .number(0))
        apply(impute, definition.place, to: &table)
        if let end = dimension.endColumn, let unit = dimension.timeUnit, let column = table.column(dimension.column) {
            table.set(end, Table.Column(.numbers(column.numbers.map(unit.end(of:)))))
        }
    }

    private func stackOrder(_ unit: View.Unit, _ stack: View.Stack, _ table: inout Table) -> [SortField] {
        if !unit.orders.isEmpty {
            return unit.orders.filter(\.isField).map { SortField($0.column, descending: $0.isDescending) }
        }
        let isAscending = unit.orientation == .horizontal || stack.channel.isPolar
        return stack.stackBy.map { column in
            SortField(rankByColorDomain(of: column, in: unit, &table) ?? column, descending: !isAscending)
        }
    }

    /// Parts are stacked in the order of a domain that the document gives their colours: adds a column of each row's
    /// place in it, and returns its name.
    private func rankByColorDomain(of column: String, in unit: View.Unit, _ table: inout Table) -> String? {
        for channel in [Channel.color, .fill, .stroke] {
            guard let definition = unit.encoding[channel], definition.column == column,
                let domain = definition.scale?[.domain].map({ model.evaluator.value(of: $0) })?.array,
                let values = table.column(column)
            else { continue }
            var ranks: [DataValue: Double] = [:]
            for (rank, value) in domain.enumerated() {
                ranks[model.constant(value, type: definition.type)] = Double(rank)
            }
            let name = "__rank_\(column)"
            table.set(name, Table.Column(.numbers((0..<table.rowCount).map { ranks[values[$0]] ?? -1 })))
            return name
        }
        return nil
    }

    // MARK: - Invalid values

    /// Marks that are not paths leave rows out that have no value on a continuous scale; they have no part in scales.
    private func withoutInvalid(_ unit: View.Unit, _ table: Table) -> Table {
        let invalid = model.markProperties(unit)[.invalid]
        if unit.mark.isPath, invalid?.string != "filter" { return table }
        guard invalid?.isNull != true else { return table }
        let filtering = ["filter", "break-paths-show-path-domains", "break-paths-filter-domains"]
        guard invalid?.string.map(filtering.contains) ?? true else { return table }
        var keeps = [Bool](repeating: true, count: table.rowCount)
        var isWhole = true
        for (channel, definition) in unit.encoding
        where definition.isField && definition.isContinuous && (!definition.isBinned || channel.isPosition) {
            guard channel.scaleChannel == channel, !definition.hasNoScale,
                definition.scaleType?.isContinuous ?? true, model.config.invalid(channel) == nil,
                let column = table.column(definition.column)
            else { continue }
            for (row, number) in column.numbers.enumerated() where !number.isFinite {
                keeps[row] = false
                isWhole = false
            }
        }
        return isWhole ? table : table.rows(keeps.indices.filter { keeps[$0] })
    }
}

/// The operations that channels ask for, each once, and the columns that hold what they give.
struct ImpliedAggregates {
    private(set) var operations: [Aggregate] = []
    /// Fields of the rows that `argmin` and `argmax` find.
    private(set) var parts: [(name: String, object: String, field: String)] = []
    private var names: Set<String> = []

    mutating func take(_ definition: inout ChannelDefinition) {
        guard let aggregate = definition.written.aggregate,
            let operation = AggregateOperation(rawValue: aggregate.name)
        else { return }
        let field = definition.field ?? ""
        if let argument = aggregate.argument {
            let name = "\(aggregate.name)_\(argument)"
            add(Aggregate(operation, argument, as: name))
            definition.column = "\(name)_\(field)"
            parts.append((definition.column, name, field))
            return
        }
        let isCount = operation == .count
        definition.column = isCount ? "__count" : "\(aggregate.name)_\(field)"
        add(Aggregate(operation, isCount ? nil : field, as: definition.column))
    }

    private mutating func add(_ aggregate: Aggregate) {
        if names.insert(aggregate.name).inserted { operations.append(aggregate) }
    }
}

extension View.Unit {
    /// The definitions of every channel and condition that rows are parted or summarised by.
    var allDefinitions: [ChannelDefinition] {
        let channels = Channel.allCases.compactMap { encoding[$0] }
        return channels.flatMap { [$0] + $0.conditions.flatMap(\.definition) } + details + orders
    }
}

extension ChannelDefinition {
    var isDescending: Bool { if case .descending = written.sort { true } else { false } }
}

extension Channel {
    /// How many bins a channel's values are put in where the document does not say.
    var standardBins: Int {
        switch self {
        case .x, .y, .x2, .y2, .theta, .radius, .facet, .detail, .order, .text: 10
        default: 6
        }
    }

    /// The channel that stacks stand along.
    var stackDimension: Channel {
        switch self {
        case .x: .y
        case .y: .x
        case .theta: .radius
        default: .theta
        }
    }
}
