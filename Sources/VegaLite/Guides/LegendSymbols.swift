import Formats
import SceneGraph
import Tables

/// A value that a legend explains.
struct LegendItem {
    var value: DataValue
    var lines: [String]
}

extension LegendDrawing {
    private struct Entry {
        var nodes: [Node] = []
        var box: Rectangle
    }

    /// A symbol and a label for each value.
    func symbols() -> Content {
        guard let unit = model.views[legend.unit].unit else { return Content(nodes: [], size: Size(0, 0)) }
        var items = items()
        let limit = Int(max(1, min(1000, p.length(.symbolLimit))))
        var more: String?
        let omitted = items.count - limit + 1
        if items.count > limit, !legend.isGradient {
            more = "…\(omitted) entries"
            items = Array(items.prefix(limit - 1))
        }
        let look = SymbolLook(legend, unit: unit, model: model)
        let sizes = items.map { item in
            scales[.size].map { SymbolLook.area($0.position(of: item.value)) } ?? look.size
        }
        let reaches = sizes.map { ($0.squareRoot() + look.strokeWidth).rounded(.up) }
        let setting = labelSetting
        // In columns the labels begin at one line; in a row each follows its own symbol.
        let widest = max(setting.font.size.rounded(.up), reaches.max() ?? 0)
        let isAligned = p[.columns] != nil || !legend.isHorizontal
        var entries = items.indices.map { index in
            let height = max(setting.font.size, reaches[index])
            return entry(
                items[index], look, size: sizes[index], height: height,
                column: isAligned ? widest : height.rounded(.up),
                setting)
        }
        if let more {
            let anchor = Point(widest + p.length(.labelOffset), setting.font.size / 2)
            let node = label([more], at: anchor, setting, id: "\(id)/more")
            entries.append(
                Entry(
                    nodes: [node].compactMap { $0 }, box: setting.bounds([more], at: anchor, measurer: measurer)))
        }
        var content = arranged(entries)
        if more != nil { content.omitted = omitted }
        return content
    }

    private func entry(
        _ item: LegendItem, _ look: SymbolLook, size: Double, height: Double, column: Double, _ setting: TextSetting
    ) -> Entry {
        let middle = Point(column / 2 + p.length(.symbolOffset), height.rounded() / 2)
        let name = item.lines.joined(separator: " ")
        let painted = look.painted(item.value, scales: scales)
        let stroke = painted.stroke.map {
            Stroke(
                .color($0), width: painted.strokeWidth, dash: painted.dash,
                dashOffset: p.number(.symbolDashOffset) ?? 0)
        }
        let reach = size.squareRoot() / 2 + (stroke == nil ? 0 : painted.strokeWidth)
        let tall = painted.shape == "stroke" ? painted.strokeWidth : reach
        var entry = Entry(
            box: Rectangle(x: middle.x - reach, y: middle.y - tall, width: 2 * reach, height: 2 * tall))
        if painted.fill != nil || stroke != nil {
            entry.nodes.append(
                .path(
                    id: "\(id)/symbol[\(name)]", role: "legend-symbol",
                    Shapes.path(painted.shape, size: size).translated(by: middle),
                    fill: painted.fill.map { .color($0) }, stroke: stroke))
        }
        let anchor = Point(column + p.length(.labelOffset) + p.length(.symbolOffset), height.rounded() / 2)
        entry.box = entry.box.union(setting.bounds(item.lines, at: anchor, measurer: measurer))
            .union(Rectangle(x: 0, y: 0, width: 0, height: 0))
        if let node = label(item.lines, at: anchor, setting, id: "\(id)/label[\(name)]") { entry.nodes.append(node) }
        return entry
    }

    /// Beside a view entries go down their columns, above or below it along their rows.
    private func inOrder(_ entries: [Entry], _ columns: Int) -> [Entry] {
        guard !legend.isHorizontal, columns > 1, columns < entries.count else { return entries }
        let rows = (entries.count + columns - 1) / columns
        return entries.indices.sorted { ($0 % rows, $0) < ($1 % rows, $1) }.map { entries[$0] }
    }

    private func arranged(_ entries: [Entry]) -> Content {
        let isHorizontal = legend.isHorizontal
        let written = p.number(.columns).flatMap { $0 >= 0 && $0 < 1000 ? Int($0) : nil }
        var columns = written.map { $0 == 0 ? max(1, entries.count) : $0 } ?? (isHorizontal ? max(1, entries.count) : 1)
        let entries = inOrder(entries, columns)
        var places = places(of: entries, columns)
        // A row that is too long goes on beneath itself.
        while written == nil, let room, columns > 1, width(of: entries, at: places) > room {
            columns -= 1
            places = self.places(of: entries, columns)
        }
        var nodes: [Node] = []
        var extent = Rectangle.zero
        for (entry, place) in zip(entries, places) {
            nodes += entry.nodes.map { $0.translated(by: place) }
            extent = extent.union(entry.box.translated(by: place))
        }
        return Content(nodes: nodes, size: Size(extent.maxX, extent.maxY))
    }

    private func places(of entries: [Entry], _ columns: Int) -> [Point] {
        GridLayout.places(
            entries.map(\.box), columns: columns, rowPadding: p.length(.rowPadding),
            columnPadding: p.length(.columnPadding), alignsColumns: true, centersRows: legend.isHorizontal)
    }

    private func width(of entries: [Entry], at places: [Point]) -> Double {
        zip(entries, places).map { $0.box.maxX + $1.x }.max() ?? 0
    }

    // MARK: - Values

    func items() -> [LegendItem] {
        switch scale.mapping {
        case .continuous(let continuous):
            if let bins = scale.bins, bins.count > 1, legend.definition.isBinning {
                let writer = ValueWriter(
                    legend.definition, in: model, guide: legend.format,
                    ticks: (bins[1] - bins[0], bins.map(\.magnitude).max() ?? 0))
                return zip(bins, bins.dropFirst()).map { LegendItem(value: .number($0), lines: [span($0, $1, writer)]) }
            }
            let (values, step) = model.continuousTicks(
                legend.definition, legend.wishes, scale, continuous, length: 200,
                isBinned: legend.definition.isBinned, standardCount: 5)
            let largest = continuous.domain.map(\.magnitude).max() ?? 0
            return listed(
                values.map { .number($0) },
                ValueWriter(
                    legend.definition, in: model, guide: legend.format,
                    ticks: scale.type.isTime || scale.bins != nil ? nil : (step, largest)))
        case .pieces(let pieces):
            let writer = ValueWriter(
                legend.definition, in: model, guide: legend.format, ticks: borderTicks(pieces.thresholds))
            return (0..<pieces.pieceCount).map { index in
                let low = index == 0 ? nil : pieces.thresholds[index - 1]
                let high = index == pieces.pieceCount - 1 ? nil : pieces.thresholds[index]
                return LegendItem(
                    value: .number(low ?? (high.map { $0 - 1 } ?? 0)), lines: [span(low, high, writer)])
            }
        case .bins(let bins):
            let writer = ValueWriter(legend.definition, in: model, guide: legend.format)
            return (0..<bins.binCount).map { index in
                LegendItem(
                    value: .number(bins.borders[index]),
                    lines: [span(bins.borders[index], bins.borders[index + 1], writer)])
            }
        default:
            let written = legend.wishes.values?.map { model.constant($0, type: legend.definition.type) }
            return listed(
                written ?? scale.domainValues, ValueWriter(legend.definition, in: model, guide: legend.format))
        }
    }

    private func listed(_ values: [DataValue], _ writer: ValueWriter) -> [LegendItem] {
        values.enumerated().map { index, value in
            LegendItem(value: value, lines: writer.label(of: value, index: Double(index)))
        }
    }

    /// From one border to another: "10 – 20", "< 10", "≥ 20".
    private func span(_ low: Double?, _ high: Double?, _ writer: ValueWriter) -> String {
        func text(_ number: Double) -> String { writer.text(of: .number(number)) ?? "" }
        switch (low, high) {
        case (nil, let high?): return "< " + text(high)
        case (let low?, nil): return "≥ " + text(low)
        case (let low?, let high?): return text(low) + " – " + text(high)
        default: return ""
        }
    }
}
