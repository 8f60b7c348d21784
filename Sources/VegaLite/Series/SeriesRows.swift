import Figures
import SceneGraph
import Tables

/// The rows of a plain chart, parted into series over its categories.
struct SeriesRows {
    var series: [SeriesChart.Series] = []
    /// The field that parts the series; nil where there is one.
    let parting: ChannelDefinition?
    /// Each category's place, from 0.
    let numbers: [DataValue: Int]
    private let partColumn: Table.Column?
    private var seriesNumbers: [DataValue: Int] = [:]

    /// - Parameters:
    ///   - valueTitle: The name of a sole series.
    ///   - name: What a series is called after its value of the parting field.
    init(
        of plain: PlainUnit, axes: SeriesAxes, valueTitle: String, color: Color,
        name: (ChannelDefinition, DataValue) -> String
    ) throws(NoSeriesChart) {
        let unit = plain.unit
        numbers = Dictionary(uniqueKeysWithValues: axes.places.enumerated().map { ($1, $0) })
        parting = ([Channel.color, .fill, .stroke].map { unit.encoding[$0] } + [plain.offset]).compactMap { $0 }
            .first { $0.isField && $0.isDiscrete && $0.column != axes.category.column }
        partColumn = parting.flatMap { unit.table.column($0.column) }
        for row in 0..<unit.table.rowCount {
            guard let position = numbers[axes.categoryColumn[row]] else { continue }
            let key = partColumn?[row] ?? .null
            let index = seriesNumbers[key] ?? series.count
            if index == series.count {
                seriesNumbers[key] = index
                let name = partColumn == nil ? valueTitle : parting.map { name($0, key) } ?? key.asText
                series.append(.init(name: name, color: color, values: Array(repeating: nil, count: numbers.count)))
            }
            guard let amount = axes.valueColumn[row].number, amount.isFinite else { continue }
            if series[index].values[position] != nil {
                throw NoSeriesChart("several of its marks stand for one category", path: plain.place("encoding"))
            }
            series[index].values[position] = amount
        }
        if series.isEmpty { throw NoSeriesChart("it has no data", path: plain.path) }
    }

    /// The series that a drawn mark belongs to.
    func owner(of datum: Datum) -> Int? {
        guard let parting, partColumn != nil else { return 0 }
        return datum.value(of: parting.field ?? parting.column).flatMap { seriesNumbers[$0] }
    }

    /// From the axis outwards.
    mutating func sortByStack(of unit: View.Unit) {
        guard let stack = unit.stack, let partColumn, let starts = unit.table.column(stack.startColumn),
            let ends = unit.table.column(stack.endColumn)
        else { return }
        var nearest = [Double](repeating: .infinity, count: series.count)
        for row in 0..<unit.table.rowCount {
            guard let index = seriesNumbers[partColumn[row]], index < nearest.count, let start = starts[row].number,
                let end = ends[row].number
            else { continue }
            nearest[index] = min(nearest[index], min(start.magnitude, end.magnitude))
        }
        series = series.enumerated().sorted { (nearest[$0.offset], $0.offset) < (nearest[$1.offset], $1.offset) }.map(
            \.element)
    }
}

extension Datum {
    func value(of name: String) -> DataValue? {
        guard let entry = self[name] else { return nil }
        return switch entry {
        case .null: DataValue.null
        case .boolean(let flag): .boolean(flag)
        case .number(let number): .number(number)
        case .string(let text): .string(text)
        }
    }
}
