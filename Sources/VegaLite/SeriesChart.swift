import Figures
import SceneGraph
import Tables

extension ChartLayout {
    /// The chart's data for programs that draw charts themselves, where it is a plain bar or line chart: bars or lines
    /// over categories, a linear value axis, colours that part series, and besides only text and points.
    mutating func seriesChart(of id: Int, scene: Scene) -> Result<SeriesChart, NoSeriesChart> {
        do { return .success(try plainSeries(of: id, scene: scene)) } catch { return .failure(error) }
    }

    private mutating func plainSeries(of root: Int, scene: Scene) throws(NoSeriesChart) -> SeriesChart {
        for view in views where !(view.isUnit || view.isLayer) || view.isWithinFacet {
            throw NoSeriesChart("it is made of several charts", path: view.path)
        }
        let units = views.compactMap { view in view.unit.map { (view.id, view.path, $0) } }
        guard let (id, path, unit) = units.first(where: { $0.2.mark is BarMark || $0.2.mark is LineMark }) else {
            let mark = units.first?.2.mark.name ?? "nothing"
            throw NoSeriesChart("its mark is `\(mark)`, neither bar nor line", path: join(units.first?.1 ?? "", "mark"))
        }
        for (other, place, layer) in units where other != id {
            let isOverlay = layer.mark is TextMark || unit.mark is LineMark && layer.mark is PointMark
            if !isOverlay { throw NoSeriesChart("it has a layer of `\(layer.mark.name)` too", path: place) }
        }
        let isBar = unit.mark is BarMark
        let horizontal = isBar && unit.orientation == .horizontal
        let (along, measure): (Channel, Channel) = horizontal ? (.y, .x) : (.x, .y)
        guard let category = unit.encoding[along], category.isField, let value = unit.encoding[measure], value.isField,
            let categoryColumn = unit.table.column(category.column), let valueColumn = unit.table.column(value.column)
        else { throw NoSeriesChart("it has no field on each of its axes", path: join(path, "encoding")) }
        for channel in [Channel.x2, .y2] where unit.encoding[channel] != nil {
            throw NoSeriesChart(
                "its bars span from one value to another", path: join(path, "encoding.\(channel.rawValue)"))
        }
        let place = join(path, "encoding.\(measure.rawValue)")
        guard value.type == .quantitative, !value.isBinned, let valueScale = scale(of: measure, in: id, cell: .whole),
            valueScale.type == .linear, case .continuous(let linear) = valueScale.mapping
        else { throw NoSeriesChart("its value axis is not linear", path: place) }
        guard let categoryScale = scale(of: along, in: id, cell: .whole) else {
            throw NoSeriesChart("it has no categories", path: join(path, "encoding"))
        }
        if isBar, category.isBinned || !category.isDiscrete && category.timeUnit == nil {
            throw NoSeriesChart("its bars stand on a continuous axis", path: join(path, "encoding.\(along.rawValue)"))
        }

        // Categories in the order of the page.
        var places: [(value: DataValue, position: Double)] = []
        var known: Set<DataValue> = []
        for row in 0..<unit.table.rowCount {
            let entry = categoryColumn[row]
            if entry.isNull || !known.insert(entry).inserted { continue }
            let position = categoryScale.position(of: entry)
            if position.isFinite { places.append((entry, position)) }
        }
        places.sort { $0.position < $1.position }
        guard !places.isEmpty, places.count <= 4000 else {
            throw NoSeriesChart("it has \(places.count) categories", path: join(path, "encoding.\(along.rawValue)"))
        }
        if !isBar, !category.isDiscrete {
            let steps = zip(places, places.dropFirst()).map { $1.position - $0.position }
            // Months and years are of uneven length.
            if let least = steps.min(), let most = steps.max(),
                most > least * (category.type == .temporal ? 1.15 : 1.001)
            {
                throw NoSeriesChart(
                    "its points are unevenly spaced, and a chart of categories would space them evenly",
                    path: join(path, "encoding.\(along.rawValue)"))
            }
        }
        var number: [DataValue: Int] = [:]
        for (index, entry) in places.enumerated() { number[entry.value] = index }

        let parting = [Channel.color, .fill, .stroke, horizontal ? .yOffset : .xOffset].compactMap { unit.encoding[$0] }
            .first { $0.isField && $0.isDiscrete && $0.column != category.column }
        let isOffset = unit.encoding[horizontal ? .yOffset : .xOffset] != nil
        let partColumn = parting.flatMap { unit.table.column($0.column) }
        var series: [SeriesChart.Series] = []
        var seriesNumber: [DataValue: Int] = [:]
        let valueTitle =
            model.title(of: value, guide: value.axis?[.title])?.joined(separator: " ") ?? value.field ?? "value"
        let writer = parting.map { ValueWriter($0, config: config, evaluator: evaluator) }
        for row in 0..<unit.table.rowCount {
            guard let position = number[categoryColumn[row]] else { continue }
            let key = partColumn?[row] ?? .null
            let index = seriesNumber[key] ?? series.count
            if index == series.count {
                seriesNumber[key] = index
                let name = partColumn == nil ? valueTitle : writer?.text(of: key) ?? key.asText
                series.append(
                    .init(name: name, color: theme.accent, values: Array(repeating: nil, count: places.count)))
            }
            guard let amount = valueColumn[row].number, amount.isFinite else { continue }
            if series[index].values[position] != nil {
                throw NoSeriesChart("several of its marks stand for one category", path: join(path, "encoding"))
            }
            series[index].values[position] = amount
        }
        guard !series.isEmpty else { throw NoSeriesChart("it has no data", path: path) }

        // Colours and labels as drawn.
        let categoryName = category.field ?? category.column
        let partName = parting.map { $0.field ?? $0.column }
        func key(_ datum: Datum, _ name: String?) -> DataValue? {
            guard let name, let entry = datum[name] else { return nil }
            return switch entry {
            case .null: DataValue.null
            case .boolean(let flag): .boolean(flag)
            case .number(let number): .number(number)
            case .string(let text): .string(text)
            }
        }
        let role = Role(rawValue: "mark-\(unit.mark.name)")
        var fault: NoSeriesChart?
        var inColor = Set<Int>()
        var hasPoints = false, isAxisShown = false, hasGrid = false
        var axisTexts: [String] = []
        scene.root.forEach { node in
            if node.role == "mark-point" { hasPoints = true }
            if node.role == "axis-grid", node.id.contains("\(measure.rawValue)-axis/") { hasGrid = true }
            if node.role == "axis-label", node.id.contains("\(measure.rawValue)-axis/"),
                case .text(let text) = node.content
            {
                isAxisShown = true
                axisTexts += text.lines
            }
            guard node.role == role || node.role == "mark-text" else { return }
            let owner = partColumn == nil ? 0 : key(node.datum, partName).flatMap { seriesNumber[$0] }
            guard let owner, owner < series.count else { return }
            let position = key(node.datum, categoryName).flatMap { number[$0] }
            switch node.content {
            case .text(let text) where node.role == "mark-text":
                if let position { series[owner].labels[position] = text.lines.joined(separator: " ") }
            case .path(let drawn) where node.role == role:
                guard case .color(let color) = isBar ? drawn.fill ?? drawn.stroke?.paint : drawn.stroke?.paint else {
                    fault = NoSeriesChart("its marks fade", path: path)
                    return
                }
                if inColor.insert(owner).inserted {
                    series[owner].color = color
                } else if color != series[owner].color, let position {
                    series[owner].colors[position] = color
                }
            default: break
            }
        }
        if let fault { throw fault }

        let categories = ValueWriter(category, config: config, evaluator: evaluator)
        let form: SeriesChart.Form
        if isBar {
            let arrangement: SeriesChart.Arrangement =
                isOffset || series.count == 1 ? .sideBySide : unit.stack?.offset == .normalize ? .shares : .stacked
            if !isOffset, series.count > 1, unit.stack == nil {
                throw NoSeriesChart("its bars lie over one another", path: path)
            }
            if unit.stack?.offset == .center {
                throw NoSeriesChart("its bars are stacked around the middle", path: path)
            }
            form = .bars(horizontal: horizontal, arrangement)
        } else {
            let interpolation = unit.definition.properties.value(.interpolate)?.string ?? "linear"
            guard ["linear", "monotone", "natural", "cardinal"].contains(interpolation) else {
                throw NoSeriesChart("its lines go in steps", path: join(path, "mark.interpolate"))
            }
            form = .lines(points: hasPoints, smooth: interpolation != "linear")
        }
        let (low, high) = (linear.domain.min() ?? 0, linear.domain.max() ?? 1)
        if case .bars(_, .stacked) = form {
            series = inStackingOrder(series, keys: seriesNumber, unit: unit, parts: partColumn)
        }
        if case .bars(_, .shares) = form {
            series = inStackingOrder(series, keys: seriesNumber, unit: unit, parts: partColumn)
        }
        if isBar, low > 0 { throw NoSeriesChart("its bars do not begin at zero", path: place) }
        return SeriesChart(
            form: form, categories: places.map { categories.text(of: $0.value) ?? $0.value.asText },
            categoryTitle: category.written.axis?.isOff == true
                ? "" : model.title(of: category, guide: category.axis?[.title])?.joined(separator: " ") ?? "",
            valueTitle: valueTitle,
            axis: SeriesChart.ValueAxis(
                minimum: low, maximum: high, isShown: isAxisShown, hasGrid: hasGrid,
                format: SeriesChart.ValueAxis.format(
                    ofLabels: axisTexts.isEmpty ? series.flatMap(\.labels.values) : axisTexts)),
            series: series)
    }

    /// From the axis outwards.
    private func inStackingOrder(
        _ series: [SeriesChart.Series], keys: [DataValue: Int], unit: View.Unit, parts: Table.Column?
    ) -> [SeriesChart.Series] {
        guard let stack = unit.stack, let parts, let starts = unit.table.column(stack.startColumn),
            let ends = unit.table.column(stack.endColumn)
        else { return series }
        var nearest = [Double](repeating: .infinity, count: series.count)
        for row in 0..<unit.table.rowCount {
            guard let index = keys[parts[row]], index < nearest.count, let start = starts[row].number,
                let end = ends[row].number
            else { continue }
            nearest[index] = min(nearest[index], min(start.magnitude, end.magnitude))
        }
        return series.enumerated().sorted { (nearest[$0.offset], $0.offset) < (nearest[$1.offset], $1.offset) }.map(
            \.element)
    }
}
