import SceneGraph
import Typography

/// A part of the key, laid out from (0, 0).
struct LegendBlock: Sendable {
    var size: Size
    var nodes: [Node]
}

/// A line of the key: a sign and what it means.
struct LegendItem: Sendable {
    enum Swatch: Sendable {
        case fill(Color)
        case line(Stroke)
        case hatch(Color)
        case missing
        case circle(Color)
        case flow(Color)
        case capital
    }

    var id: String
    var swatch: Swatch
    var text: String
}

extension MapComposer {
    /// What the layers want explained, in their order.
    ///
    /// - Parameters:
    ///   - isColumn: the key stands beside the map, its parts below each other.
    ///   - width: what there is.
    func legendBlocks(isColumn: Bool, width: Double) -> [LegendBlock] {
        var blocks: [LegendBlock] = []
        func add(_ id: String, _ swatch: LegendItem.Swatch, _ text: String) {
            if !text.isEmpty { blocks.append(block(LegendItem(id: id, swatch: swatch, text: text))) }
        }
        for (index, layer) in map.layers.enumerated() {
            switch layer {
            case .countries(let layer):
                for (index, group) in layer.groups.enumerated() {
                    let color = style.color(group.fill)
                    add("group-\(index + 1)", group.hatched ? .hatch(color) : .fill(color), group.legend)
                }
            case .borders(let layer):
                if !layer.legend.isEmpty { add(layer.kind.rawValue, .line(borderStroke(layer.kind)), layer.legend) }
                for item in layer.highlights {
                    add("\(item.one.text)-\(item.other.text)", .line(style.line(theme.accent, 2.4)), item.legend)
                }
            case .areas(let layer):
                let color = style.color(layer.fill)
                add("areas", layer.hatched ? .hatch(color) : .fill(color.opacity(0.3)), layer.legend)
            case .disputed(let layer):
                if layer.hatchesAreas { add("disputed-areas", .hatch(theme.mutedInk), layer.areasLegend) }
                for (kind, text) in layer.legends { add(kind.rawValue, .line(borderStroke(kind)), text) }
            case .places(let layer): if showsCapitals(capitals[index] ?? []) { add("capital", .capital, layer.legend) }
            case .choropleth(let layer):
                if let shown = choropleths[index], let block = legend(layer, shown, isColumn: isColumn, width: width) {
                    blocks.append(block)
                }
            case .symbols(let layer):
                guard let shown = symbols[index] else { continue }
                blocks.append(legend(layer, shown, position: index))
                var items = shown.categories.map {
                    LegendItem(
                        id: "category[\($0)]",
                        swatch: .circle(categoryColor($0, shown.categories, otherwise: layer.fill)), text: $0)
                }
                if shown.symbols.contains(where: { $0.value == nil }), !layer.missing.isEmpty {
                    items.append(
                        LegendItem(id: "symbols\(index)/no-data", swatch: .circle(.white), text: layer.missing))
                }
                if let block = stack(items) { blocks.append(block) }
            case .flows(let layer):
                guard let shown = flows[index] else { continue }
                if let block = legend(layer, shown, position: index) { blocks.append(block) }
                let items = shown.categories.map {
                    LegendItem(
                        id: "flow[\($0)]", swatch: .flow(categoryColor($0, shown.categories, otherwise: layer.fill)),
                        text: $0)
                }
                if let block = stack(items) { blocks.append(block) }
            case .admin1(let layer): add("admin1", .line(adminStroke), layer.legend)
            case .rivers, .lakes, .graticule: break
            }
        }
        // What explains values comes first, with single signs after it.
        return blocks.filter { $0.size.height > legendLineHeight * 1.2 }
            + blocks.filter { $0.size.height <= legendLineHeight * 1.2 }
    }

    /// The blocks in rows, or below each other, with the left upper corner of each.
    private func placedLegend(isColumn: Bool, width: Double) -> [(block: LegendBlock, corner: Point)] {
        var placed: [(block: LegendBlock, corner: Point)] = []
        var row: [LegendBlock] = []
        var top = 0.0
        let gap = 16 * style.scale
        func finishRow() {
            let height = row.map(\.size.height).max() ?? 0
            var x = 0.0
            for block in row {
                // Headings stand on one line; a single sign stands in the middle of its row.
                let isSign = block.size.height <= legendLineHeight * 1.2
                placed.append((block, Point(x, top + (isSign ? (height - block.size.height) / 2 : 0))))
                x += block.size.width + gap
            }
            if !row.isEmpty {
                top += height + (height > legendLineHeight * 1.2 ? (isColumn ? 12 : 5) * style.scale : 0)
            }
            row = []
        }
        for block in legendBlocks(isColumn: isColumn, width: width) {
            let used = row.reduce(0) { $0 + $1.size.width + gap }
            if isColumn || !row.isEmpty && used + block.size.width > width { finishRow() }
            row.append(block)
        }
        finishRow()
        return placed
    }

    /// The width of the key as a column of its own, beside the map.
    var legendColumnWidth: Double {
        legendBlocks(isColumn: true, width: size.width * 0.3).map(\.size.width).max() ?? swatchWidth
    }

    /// What the key takes above the map, with the space below it; 0 where there is none.
    func legendHeight(width: Double) -> Double {
        if legendIsBeside { return 0 }
        let height = placedLegend(isColumn: false, width: width).map { $0.corner.y + $0.block.size.height }.max() ?? 0
        return height == 0 ? 0 : height + theme.margin * 0.4
    }

    func drawLegend(top: Double) -> Node? {
        let placed = placedLegend(
            isColumn: legendIsBeside, width: legendIsBeside ? size.width * 0.3 : size.width - 2 * theme.margin)
        guard !placed.isEmpty else { return nil }
        let left = legendIsBeside ? frame.maxX + theme.margin : theme.margin
        return .group(
            id: "\(name)/legend", role: "legend",
            placed.flatMap { item in
                item.block.nodes.map { $0.translated(by: Point(left + item.corner.x, top + item.corner.y)) }
            })
    }

    // MARK: - Parts

    var swatchWidth: Double { 18 * style.scale }
    var legendLineHeight: Double { (theme.noteSize * 1.5).rounded() }
    var legendTitleFont: Font { theme.font(size: theme.noteSize * 0.95, weight: 700) }

    /// A line of type of the key, from the left end of its baseline.
    func legendText(
        _ text: String, at origin: Point, font: Font? = nil, color: Color? = nil, anchor: Text.Anchor = .start,
        id: String
    ) -> Node {
        context.measurer.node(
            id: id, role: "legend-label",
            Text(
                lines: [text], origin: origin, anchor: anchor, font: font ?? style.smallFont,
                fill: .color(color ?? theme.ink)))
    }

    /// Signs below each other, level with what the blocks beside them have under their headings.
    private func stack(_ items: [LegendItem]) -> LegendBlock? {
        guard !items.isEmpty else { return nil }
        var nodes: [Node] = []
        var size = Size(0, legendIsBeside ? 0 : legendLineHeight)
        for block in items.map({ block($0) }) {
            nodes += block.nodes.map { $0.translated(by: Point(0, size.height)) }
            size = Size(max(size.width, block.size.width), size.height + block.size.height)
        }
        return LegendBlock(size: size, nodes: nodes)
    }

    private func block(_ item: LegendItem) -> LegendBlock {
        let font = style.smallFont
        let metrics = context.measurer.metrics(of: font)
        let height = legendIsBeside ? legendLineHeight * 1.15 : legendLineHeight
        let box = Rectangle(x: 0, y: height / 2 - 1 - 5 * style.scale, width: swatchWidth, height: 10 * style.scale)
        let id = "\(name)/legend[\(item.id)]"
        let left = box.maxX + 5 * style.scale
        return LegendBlock(
            size: Size(left + context.measurer.width(of: item.text, font: font), height),
            nodes: swatch(item.swatch, box, id)
                + [legendText(item.text, at: Point(left, height / 2 - 1 + metrics.capHeight / 2), id: id + "/label")])
    }

    func swatch(_ swatch: LegendItem.Swatch, _ box: Rectangle, _ id: String) -> [Node] {
        switch swatch {
        case .fill(let color):
            return [
                .path(
                    id: id, role: "legend-symbol", .rectangle(box), fill: .color(color),
                    stroke: style.line(theme.border, 0.5))
            ]
        case .line(let stroke):
            return [
                .path(
                    id: id, role: "legend-symbol",
                    .line(from: Point(box.minX, box.midY), to: Point(box.maxX, box.midY)),
                    stroke: stroke)
            ]
        case .hatch(let color):
            return [
                .path(id: id + "/fill", role: "legend-symbol", .rectangle(box), fill: .color(color.opacity(0.12))),
                .path(
                    id: id, role: "legend-symbol", Hatching.lines(over: [corners(box)], spacing: 4 * style.scale),
                    stroke: style.line(color.opacity(0.75), 0.9)),
            ]
        case .missing:
            return [
                .path(
                    id: id + "/fill", role: "legend-symbol", .rectangle(box), fill: .color(missingColor),
                    stroke: style.line(theme.border, 0.5)),
                .path(
                    id: id, role: "legend-symbol", Hatching.lines(over: [corners(box)], spacing: missingSpacing),
                    stroke: missingStroke),
            ]
        case .circle(let color):
            let isEmpty = color == .white
            return [
                .path(
                    id: id, role: "legend-symbol",
                    .circle(
                        center: Point(box.maxX - box.height / 2, box.midY),
                        radius: isEmpty ? missingRadius : box.height * 0.45),
                    fill: .color(isEmpty ? theme.background : color.opacity(0.8)),
                    stroke: isEmpty ? style.line(theme.mutedInk, 0.8) : style.line(theme.background, 0.9))
            ]
        case .flow(let color):
            let way = Ribbon(
                pieces: [[Point(box.minX, box.midY), Point(box.midX, box.midY), Point(box.maxX, box.midY)]],
                width: 3 * style.scale, taper: 0.4,
                trimStart: 0, trimEnd: 0, arrow: 6 * style.scale)
            return way.outline.map { [.path(id: id, role: "legend-symbol", $0, fill: .color(color.opacity(0.8)))] }
                ?? []
        case .capital: return capitalSymbol(Point(box.midX, box.midY), id: id, role: "legend-symbol")
        }
    }

    private func corners(_ box: Rectangle) -> [Point] {
        [Point(box.minX, box.minY), Point(box.maxX, box.minY), Point(box.maxX, box.maxY), Point(box.minX, box.maxY)]
    }
}
