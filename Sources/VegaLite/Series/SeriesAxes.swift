import Figures
import Scales
import Tables

/// The two fields of a plain chart: one names its categories, the other measures on a linear axis.
struct SeriesAxes {
    var category: ChannelDefinition
    var value: ChannelDefinition
    var categoryColumn: Table.Column
    var valueColumn: Table.Column
    /// Both ends of the value axis.
    var bounds: (low: Double, high: Double)
    /// Values of the categories in the order of the page.
    var places: [DataValue]

    /// Charts of more categories are no use to programs that draw charts themselves.
    static let mostCategories = 4000

    init(of plain: PlainUnit, scales: (Channel) -> ResolvedScale?) throws(NoSeriesChart) {
        let unit = plain.unit
        guard let category = unit.encoding[plain.along], category.isField,
            let value = unit.encoding[plain.measure], value.isField,
            let categoryColumn = unit.table.column(category.column), let valueColumn = unit.table.column(value.column)
        else { throw NoSeriesChart("it has no field on each of its axes", path: plain.place("encoding")) }
        guard value.type == .quantitative, !value.isBinned, let valueScale = scales(plain.measure),
            valueScale.type == .linear, case .continuous(let linear) = valueScale.mapping
        else { throw NoSeriesChart("its value axis is not linear", path: plain.place(of: plain.measure)) }
        guard let categoryScale = scales(plain.along) else {
            throw NoSeriesChart("it has no categories", path: plain.place("encoding"))
        }
        if plain.isBar, category.isBinned || !category.isDiscrete && category.timeUnit == nil {
            throw NoSeriesChart("its bars stand on a continuous axis", path: plain.place(of: plain.along))
        }
        self.category = category
        self.value = value
        self.categoryColumn = categoryColumn
        self.valueColumn = valueColumn
        bounds = (linear.domain.min() ?? 0, linear.domain.max() ?? 1)
        if plain.isBar, bounds.low > 0 {
            throw NoSeriesChart("its bars do not begin at zero", path: plain.place(of: plain.measure))
        }
        let placed = Self.placed(categoryColumn, rows: unit.table.rowCount, on: categoryScale)
        guard !placed.isEmpty, placed.count <= Self.mostCategories else {
            throw NoSeriesChart("it has \(placed.count) categories", path: plain.place(of: plain.along))
        }
        // Months and years are of uneven length.
        let tolerance = category.type == .temporal ? 1.15 : 1.001
        if !plain.isBar, !category.isDiscrete, !Self.areEven(placed.map(\.position), within: tolerance) {
            throw NoSeriesChart(
                "its points are unevenly spaced, and a chart of categories would space them evenly",
                path: plain.place(of: plain.along))
        }
        places = placed.map(\.value)
    }

    private static func placed(
        _ column: Table.Column, rows: Int, on scale: ResolvedScale
    ) -> [(value: DataValue, position: Double)] {
        var known: Set<DataValue> = []
        var placed: [(value: DataValue, position: Double)] = []
        for row in 0..<rows {
            let entry = column[row]
            if entry.isNull || !known.insert(entry).inserted { continue }
            let position = scale.position(of: entry)
            if position.isFinite { placed.append((entry, position)) }
        }
        return placed.sorted { $0.position < $1.position }
    }

    private static func areEven(_ positions: [Double], within tolerance: Double) -> Bool {
        let steps = zip(positions, positions.dropFirst()).map { $1 - $0 }
        guard let least = steps.min(), let most = steps.max() else { return true }
        return most <= least * tolerance
    }
}
