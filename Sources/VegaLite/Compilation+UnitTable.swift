import Documents
import Formats
import Tables
import Transforms

extension Compilation {
    /// Texts of temporal fields as moments, wherever the encoding names such a field.
    mutating func parsingTimes(in node: DocumentNode, _ table: Table) -> Table {
        var table = table
        func visit(_ node: DocumentNode) {
            for member in node["encoding"]?.object?.members ?? [] {
                for definition in member.value.array ?? [member.value] {
                    guard let field = definition["field"]?.string else { continue }
                    let isTime =
                        MeasurementType(name: definition["type"]?.string ?? "") == .temporal
                        || definition["timeUnit"] != nil
                    if isTime, let column = table.column(field) { table.set(field, Self.times(column)) }
                }
            }
            for child in node["layer"]?.array ?? [] { visit(child) }
        }
        visit(node)
        for transform in node["transform"]?.array ?? [] where transform["timeUnit"] != nil {
            if let field = transform["field"]?.string, let column = table.column(field) {
                table.set(field, Self.times(column))
            }
        }
        return table
    }

    func parsingTime(of definition: ChannelDefinition, in table: Table) -> Table {
        guard let field = definition.field, definition.type == .temporal || definition.timeUnit != nil,
            let column = table.column(field)
        else { return table }
        var table = table
        table.set(field, Self.times(column))
        return table
    }

    /// Texts read as dates; numbers are moments already.
    static func times(_ column: Table.Column) -> Table.Column {
        func moment(_ text: String) -> Double {
            DateReading.milliseconds(text) ?? .missing
        }
        switch column.storage {
        case .numbers: return column
        case .strings(let texts): return Table.Column(.numbers(texts.map(moment)))
        case .values(let values):
            return Table.Column(
                .numbers(
                    values.map { value in
                        switch value {
                        case .string(let text): moment(text)
                        case .number(let number): number
                        default: .missing
                        }
                    }))
        }
    }

    /// Adds the columns that a definition's bin, time unit or path makes, and names them in it.
    mutating func derive(_ definition: inout ChannelDefinition, in table: Table, defaultBins: Int = 10) -> Table {
        var table = table
        guard let field = definition.field else {
            if definition.aggregate == "count" { definition.column = "__count" }
            return table
        }
        if definition.aggregate == "count" {
            definition.column = "__count"
            return table
        }
        var name = field
        if table.column(field) == nil {
            if let column = table.field(field) {
                name = field
                table.set(name, column)
            } else if table.rowCount > 0, !hasBrokenData, !table.names.isEmpty || definition.aggregate != nil {
                let isIdle =
                    definition.channel == .detail || definition.channel == .order || definition.channel == .href
                report(
                    "the data has no field `\(field)`", definition.node["field"], path: join(definition.path, "field"),
                    advice: suggestion(for: field, among: table.names.filter { !$0.hasPrefix("facet:") }).map {
                        "did you mean `\($0)`?"
                    }
                        ?? "its fields are \(table.names.filter { !$0.hasPrefix("facet:") }.prefix(12).joined(separator: ", "))",
                    severity: isIdle || config.isEditorial == false ? .warning : .error)
                table.set(field, Table.Column(.values([DataValue](repeating: .null, count: table.rowCount))))
            } else {
                table.set(field, Table.Column(.values([])))
            }
        }
        if definition.type == .temporal || definition.timeUnit != nil, let column = table.column(name) {
            table.set(name, Self.times(column))
        }
        if definition.isBinning {
            var parameters = definition.binning ?? BinParameters()
            if parameters.maxbins == nil, parameters.step == nil { parameters.maxbins = Double(defaultBins) }
            definition.binning = parameters
            let (low, high) = ("bin_\(parameters.name)_\(name)", "bin_\(parameters.name)_\(name)_end")
            if table.column(low) == nil {
                table = apply(
                    BinTransform(name, parameters, as: low, end: high), to: table, at: definition.node["bin"],
                    path: definition.path)
            }
            definition.column = low
            definition.endColumn = high
            if definition.isDiscrete, let starts = table.column(low)?.numbers, let ends = table.column(high)?.numbers {
                let range = low + "_range"
                if table.column(range) == nil {
                    let writer = ValueWriter(definition, config: config, evaluator: evaluator, isNumber: true)
                    func text(_ number: Double) -> String { writer.text(of: .number(number)) ?? "" }
                    table.set(
                        range,
                        Table.Column(
                            zip(starts, ends).map { start, end -> DataValue in
                                start.isFinite ? .string("\(text(start)) – \(text(end))") : .null
                            }))
                }
                definition.binStartColumn = low
                definition.column = range
                definition.endColumn = low
            }
            return table
        }
        if let node = definition.timeUnit, let unit = TimeUnitName(node) {
            if unit.isBinned {
                definition.column = name
                definition.endColumn = name + "_end"
            } else {
                let text = "\(unit.text)_\(name)"
                if table.column(text) == nil {
                    var reader = DocumentReader(definition.node, path: definition.path, noun: "a channel")
                    let parameters = TimeUnitParameters.read("timeUnit", of: &reader)
                    for problem in reader.problems.all { add(problem) }
                    table = apply(
                        TimeUnitTransform(name, parameters?.unit, maxbins: parameters?.maxbins, as: text), to: table,
                        at: node, path: definition.path)
                }
                definition.column = text
                definition.endColumn = text + "_end"
            }
            if let end = definition.endColumn, table.column(end) == nil, let column = table.column(definition.column) {
                table.set(end, Table.Column(.numbers(column.numbers.map(unit.end(of:)))))
            }
            return table
        }
        definition.column = name
        return table
    }

    /// The table of a unit: bins and time units, then aggregates, imputed rows and stacks.
    mutating func makeTable(of id: Int, rows: Table) {
        guard var unit = views[id].unit else { return }
        var table = rows
        let order = Channel.allCases.filter { unit.encoding[$0] != nil }
        func bins(_ channel: Channel) -> Int {
            channel.isPosition || channel.isFacet && channel != .row && channel != .column
                ? 10
                : channel == .x2 || channel == .y2
                    ? 10 : channel == .detail || channel == .order || channel == .text || channel.isPolar ? 10 : 6
        }
        for channel in order {
            guard var definition = unit.encoding[channel] else { continue }
            table = derive(&definition, in: table, defaultBins: bins(channel))
            for index in definition.conditions.indices {
                for inner in definition.conditions[index].definition.indices {
                    table = derive(
                        &definition.conditions[index].definition[inner], in: table, defaultBins: bins(channel))
                }
            }
            unit.encoding[channel] = definition
        }
        for index in unit.details.indices { table = derive(&unit.details[index], in: table) }
        for index in unit.orders.indices { table = derive(&unit.orders[index], in: table) }
        for index in unit.idle.indices { table = derive(&unit.idle[index], in: table) }
        unit.rawTable = table
        table = aggregated(&unit, table, facetColumns: views[id].facetColumns, path: views[id].path)

        let specified = markProperties(unit).string("orient").flatMap(Orientation.init)
        unit.orientation = unit.mark.orientation(unit.encoding, specified: specified)
        table = imputed(unit, table, facetColumns: views[id].facetColumns, path: views[id].path)
        unit.stack = StackRules.stack(
            of: unit.mark, encoding: unit.encoding, details: unit.details, orientation: unit.orientation,
            isAggregated: unit.isAggregated)
        if let stack = unit.stack {
            table = stacked(&unit, stack, table, facetColumns: views[id].facetColumns, path: views[id].path)
        }
        unit.table = withoutInvalid(unit, table)
        views[id].kind = .unit(unit)
    }

    /// Marks that are not paths leave rows out that have no value on a continuous scale; they have no part in scales.
    private func withoutInvalid(_ unit: View.Unit, _ table: Table) -> Table {
        let properties = markProperties(unit)
        if unit.mark.isPath, properties.string("invalid") != "filter" { return table }
        guard !unit.mark.isGeographic else { return table }
        if properties["invalid"]?.isNull == true { return table }
        guard
            properties.string("invalid").map({
                $0 == "filter" || $0 == "break-paths-show-path-domains" || $0 == "break-paths-filter-domains"
            }) ?? true
        else { return table }
        var keeps = [Bool](repeating: true, count: table.rowCount)
        var isWhole = true
        for (channel, definition) in unit.encoding
        where definition.isField && definition.isContinuous && (!definition.isBinned || channel.isPosition) {
            guard let scaleChannel = channel.scaleChannel, scaleChannel == channel, definition.scale?.isNull != true
            else { continue }
            if let type = definition.scale?["type"]?.string.flatMap(ScaleType.init), !type.isContinuous { continue }
            if config["scale", "invalid", scaleChannel.rawValue] != nil { continue }
            guard let column = table.column(definition.column) else { continue }
            for (row, number) in column.numbers.enumerated() where !number.isFinite {
                keeps[row] = false
                isWhole = false
            }
        }
        return isWhole ? table : table.rows(keeps.indices.filter { keeps[$0] })
    }

    private mutating func aggregated(
        _ unit: inout View.Unit, _ table: Table, facetColumns: [String], path: String
    ) -> Table {
        func all(_ unit: View.Unit) -> [ChannelDefinition] {
            let direct = Array(unit.encoding.values) + unit.details + unit.orders
            return direct + direct.flatMap { $0.conditions.flatMap(\.definition) }
        }
        guard all(unit).contains(where: { $0.aggregate != nil }) else { return table }
        unit.isAggregated = true
        var aggregates: [Aggregate] = []
        var names: Set<String> = []
        var derived: [(name: String, object: String, field: String)] = []
        func treated(_ definition: inout ChannelDefinition) {
            guard let aggregate = definition.aggregate, let operation = AggregateOperation(rawValue: aggregate) else {
                return
            }
            let field = definition.field ?? ""
            var source: String? = aggregate == "count" ? nil : field
            var name = aggregate == "count" ? "__count" : "\(aggregate)_\(field)"
            definition.column = name
            if let argument = definition.aggregateArgument {
                source = argument
                name = "\(aggregate)_\(argument)"
                definition.column = "\(name)_\(field)"
                derived.append((definition.column, name, field))
            }
            if names.insert(name).inserted { aggregates.append(Aggregate(operation, source, as: name)) }
        }
        for channel in Channel.allCases where unit.encoding[channel] != nil {
            guard var definition = unit.encoding[channel] else { continue }
            treated(&definition)
            for index in definition.conditions.indices {
                for inner in definition.conditions[index].definition.indices {
                    treated(&definition.conditions[index].definition[inner])
                }
            }
            unit.encoding[channel] = definition
        }
        for index in unit.details.indices { treated(&unit.details[index]) }
        for index in unit.orders.indices { treated(&unit.orders[index]) }
        var groupby = facetColumns
        for channel in Channel.allCases {
            guard let definition = unit.encoding[channel] else { continue }
            for inner in [definition] + definition.conditions.flatMap(\.definition)
            where inner.isField && inner.aggregate == nil {
                groupby.append(inner.column)
                if let end = inner.endColumn { groupby.append(end) }
            }
        }
        for definition in unit.details + unit.orders + unit.idle where definition.isField && definition.aggregate == nil
        {
            groupby.append(definition.column)
            if let end = definition.endColumn { groupby.append(end) }
        }
        var unique: [String] = []
        for name in groupby where !unique.contains(name) { unique.append(name) }
        var result = apply(AggregateTransform(aggregates, groupby: unique), to: table, at: nil, path: path)
        for (name, object, field) in derived {
            guard let column = result.column(object) else { continue }
            result.set(name, Table.Column((0..<result.rowCount).map { FieldPath(field).value(in: column[$0]) }))
        }
        return result
    }

    private mutating func imputed(_ unit: View.Unit, _ table: Table, facetColumns: [String], path: String) -> Table {
        var table = table
        for (channel, other) in [(Channel.x, Channel.y), (.y, .x)] {
            guard let definition = unit.encoding[channel], let impute = definition.impute,
                let key = unit.encoding[other], key.isField
            else { continue }
            let transform = ImputeTransform(
                definition.column, key: key.column, groupby: facetColumns + unit.seriesColumns, filling: impute)
            table = apply(
                transform, to: table, at: definition.node["impute"], path: join(definition.path, "impute"))
        }
        return table
    }

    private mutating func stacked(
        _ unit: inout View.Unit, _ stack: View.Stack, _ table: Table, facetColumns: [String], path: String
    ) -> Table {
        var table = table
        guard let definition = unit.encoding[stack.channel] else { return table }
        let other: Channel =
            switch stack.channel {
            case .x: .y
            case .y: .x
            case .theta: .radius
            default: .theta
            }
        var groupby = facetColumns
        if let dimension = unit.encoding[other], dimension.isField, dimension.column != definition.column {
            groupby.append(dimension.column)
            if unit.mark.fillsGapsOfStacks, !stack.stackBy.isEmpty {
                // Where a series has no value, it is nothing thick there, rather than cut.
                let impute = ImputeTransform(
                    definition.column, key: dimension.column, groupby: facetColumns + stack.stackBy, value: .number(0))
                table = apply(impute, to: table, at: nil, path: path)
                if let end = dimension.endColumn, let unit = dimension.timeUnit.flatMap(TimeUnitName.init),
                    let column = table.column(dimension.column)
                {
                    table.set(end, Table.Column(.numbers(column.numbers.map(unit.end(of:)))))
                }
            }
        }
        if let offset = other.offset, let dimension = unit.encoding[offset], dimension.isField {
            groupby.append(dimension.column)
        }
        var sort: [SortField] = []
        if !unit.orders.isEmpty {
            for order in unit.orders where order.isField {
                sort.append(SortField(order.column, descending: order.node["sort"]?.string == "descending"))
            }
        } else {
            let isRising =
                unit.orientation == .horizontal || stack.channel == .theta || stack.channel == .radius
            for column in stack.stackBy {
                let name = rankByColorDomain(of: column, in: unit, &table) ?? column
                sort.append(SortField(name, descending: !isRising))
            }
        }
        let transform = StackTransform(
            definition.column, groupby: groupby, offset: StackTransform.Offset(rawValue: stack.offset) ?? .zero,
            sort: sort, as: stack.startColumn, end: stack.endColumn)
        table = apply(transform, to: table, at: definition.stack, path: path)
        unit.encoding[stack.channel]?.startColumn = stack.startColumn
        return table
    }

    /// Parts are stacked in the order of a domain that the document gives their colours: adds a column of each row's
    /// place in it, and returns its name.
    private func rankByColorDomain(of column: String, in unit: View.Unit, _ table: inout Table) -> String? {
        for channel in [Channel.color, .fill, .stroke] {
            guard let definition = unit.encoding[channel], definition.column == column,
                let domain = definition.scale?["domain"].map({ evaluator.resolved($0) })?.array,
                let values = table.column(column)
            else { continue }
            var ranks: [DataValue: Double] = [:]
            for (rank, value) in domain.enumerated() { ranks[constant(value, type: definition.type)] = Double(rank) }
            let name = "__rank_\(column)"
            table.set(name, Table.Column(.numbers((0..<table.rowCount).map { ranks[values[$0]] ?? -1 })))
            return name
        }
        return nil
    }
}
