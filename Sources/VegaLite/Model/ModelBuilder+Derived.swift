import Transforms
import Documents
import Tables

extension ModelBuilder {
    /// Adds the columns that a definition's bin, time unit or path makes, and names them in it.
    mutating func derive(_ definition: inout ChannelDefinition, in table: inout Table, standardBins: Int = 10) {
        if definition.aggregate == "count" {
            definition.column = "__count"
            return
        }
        guard let field = definition.field else { return }
        addColumn(of: field, definition, to: &table)
        if definition.type == .temporal || definition.timeUnit != nil, let column = table.column(field) {
            table.set(field, Moments.times(column))
        }
        if case .computed(let bin) = definition.written.bin {
            deriveBins(&definition, bin, of: field, in: &table, standardBins: standardBins)
        } else if let unit = definition.timeUnit {
            deriveTimes(&definition, unit, of: field, in: &table)
        } else {
            definition.column = field
        }
    }

    /// The column that a field's path leads to; one that is not there is told.
    private mutating func addColumn(of field: String, _ definition: ChannelDefinition, to table: inout Table) {
        guard table.column(field) == nil else { return }
        if let column = table.field(field) {
            table.set(field, column)
            return
        }
        guard table.rowCount > 0, !model.hasBrokenData, !table.names.isEmpty || definition.aggregate != nil else {
            table.set(field, Table.Column(.values([])))
            return
        }
        model.lacksFields = true
        let isIdle = [Channel.detail, .order, .href].contains(definition.channel) || definition.channel.isIdle
        let names = table.names.filter { !$0.hasPrefix("facet:") }
        report(
            "the data has no field `\(field)`", definition.place, key: "field",
            advice: suggestion(for: field, among: names).map { "did you mean `\($0)`?" }
                ?? "its fields are \(names.prefix(12).joined(separator: ", "))",
            severity: isIdle || !model.config.isEditorial ? .warning : .error)
        table.set(field, Table.Column(.values([DataValue](repeating: .null, count: table.rowCount))))
    }

    private mutating func deriveBins(
        _ definition: inout ChannelDefinition, _ written: BinParameters, of field: String, in table: inout Table,
        standardBins: Int
    ) {
        var bin = written
        if bin.maxbins == nil, bin.step == nil { bin.maxbins = Double(standardBins) }
        let (low, high) = ("bin_\(bin.name)_\(field)", "bin_\(bin.name)_\(field)_end")
        if table.column(low) == nil {
            let transform = BinTransform(field, bin, as: low, end: high)
            table = apply([TransformStep(transform: transform, place: definition.place)], to: table)
        }
        definition.column = low
        definition.endColumn = high
        guard definition.isDiscrete, let starts = table.column(low)?.numbers, let ends = table.column(high)?.numbers
        else { return }
        // Of an ordinal axis a bin is a name: its range.
        let range = low + "_range"
        if table.column(range) == nil {
            let writer = ValueWriter(definition, in: model, isNumber: true)
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

    private mutating func deriveTimes(
        _ definition: inout ChannelDefinition, _ unit: TimeUnitName, of field: String, in table: inout Table
    ) {
        definition.column = unit.isBinned ? field : "\(unit.text)_\(field)"
        if table.column(definition.column) == nil, let transform = unit.transform(of: field, as: definition.column) {
            table = apply([TransformStep(transform: transform, place: definition.place)], to: table)
        }
        let end = definition.column + "_end"
        definition.endColumn = end
        if table.column(end) == nil, let column = table.column(definition.column) {
            table.set(end, Table.Column(.numbers(column.numbers.map(unit.end(of:)))))
        }
    }
}
