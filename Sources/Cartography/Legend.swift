import SceneGraph
import Typography

/// A line of the key.
struct LegendItem: Sendable {
    enum Swatch: Sendable {
        case fill(Color)
        case line(Stroke)
        case hatch(Color)
        case capital
    }

    var id: String
    var swatch: Swatch
    var text: String
}

extension MapComposer {
    /// What the layers want explained, in their order.
    mutating func collectLegend() {
        func add(_ id: String, _ swatch: LegendItem.Swatch, _ text: String) {
            if !text.isEmpty { legend.append(LegendItem(id: id, swatch: swatch, text: text)) }
        }
        for layer in map.layers {
            switch layer {
            case .countries(let layer):
                for (index, group) in layer.groups.enumerated() { add("group-\(index + 1)", .fill(style.color(group.fill)), group.legend) }
            case .borders(let layer):
                for item in layer.highlights {
                    add("\(item.one.text)-\(item.other.text)", .line(style.line(theme.accent, 2.4)), item.legend)
                }
            case .areas(let layer):
                let color = style.color(layer.fill)
                add("areas", layer.hatched ? .hatch(color) : .fill(color.opacity(0.3)), layer.legend)
            case .disputed(let layer): add("disputed", .line(style.line(theme.mutedInk, 0.9, dash: [3, 2])), layer.legend)
            case .places(let layer): add("capital", .capital, layer.legend)
            default: break
            }
        }
    }

    /// The width of the key as a column of its own, beside the map.
    var legendColumnWidth: Double {
        let widest = legend.map { context.measurer.width(of: $0.text, font: style.smallFont) }.max() ?? 0
        return widest + swatchWidth + 5 * style.scale
    }

    private func legendLines(width: Double) -> [[(item: LegendItem, x: Double)]] {
        let font = style.smallFont
        if legendIsBeside { return legend.map { [($0, 0)] } }
        var lines: [[(item: LegendItem, x: Double)]] = []
        var x = 0.0
        for item in legend {
            let wide = swatchWidth + 5 * style.scale + context.measurer.width(of: item.text, font: font)
            if lines.isEmpty || (x > 0 && x + wide > width) {
                lines.append([])
                x = 0
            }
            lines[lines.count - 1].append((item, x))
            x += wide + 16 * style.scale
        }
        return lines
    }

    private var swatchWidth: Double { 18 * style.scale }
    private var legendLineHeight: Double { (theme.noteSize * 1.5).rounded() }

    /// What the key takes above the map, with the space below it; 0 where there is none.
    func legendHeight(width: Double) -> Double {
        if legendIsBeside { return 0 }
        let count = legendLines(width: width).count
        return count == 0 ? 0 : Double(count) * legendLineHeight + theme.margin * 0.4
    }

    func drawLegend(top: Double) -> Node? {
        guard !legend.isEmpty else { return nil }
        let font = style.smallFont
        let metrics = context.measurer.metrics(of: font)
        var children: [Node] = []
        for (row, line) in legendLines(width: size.width - 2 * theme.margin).enumerated() {
            let lineHeight = legendIsBeside ? legendLineHeight * 1.15 : legendLineHeight
            let middle = top + (Double(row) + 0.5) * lineHeight - 1
            for (item, x) in line {
                let left = (legendIsBeside ? frame.maxX + theme.margin : theme.margin) + x
                let box = Rectangle(
                    x: left, y: middle - 5 * style.scale, width: swatchWidth, height: 10 * style.scale)
                let id = "\(name)/legend[\(item.id)]"
                children += swatch(item.swatch, box, id)
                children.append(
                    context.measurer.node(
                        id: id + "/label", role: "legend-label",
                        Text(
                            lines: [item.text],
                            origin: Point(box.maxX + 5 * style.scale, middle + metrics.capHeight / 2), font: font,
                            fill: .color(theme.ink))))
            }
        }
        return .group(id: "\(name)/legend", role: "legend", children)
    }

    private func swatch(_ swatch: LegendItem.Swatch, _ box: Rectangle, _ id: String) -> [Node] {
        switch swatch {
        case .fill(let color):
            return [.path(id: id, role: "legend-symbol", .rectangle(box), fill: .color(color), stroke: style.line(theme.border, 0.5))]
        case .line(let stroke):
            return [
                .path(
                    id: id, role: "legend-symbol", .line(from: Point(box.minX, box.midY), to: Point(box.maxX, box.midY)),
                    stroke: stroke)
            ]
        case .hatch(let color):
            let corners = [
                Point(box.minX, box.minY), Point(box.maxX, box.minY), Point(box.maxX, box.maxY), Point(box.minX, box.maxY),
            ]
            return [
                .path(id: id + "/fill", role: "legend-symbol", .rectangle(box), fill: .color(color.opacity(0.12))),
                .path(
                    id: id, role: "legend-symbol", Hatching.lines(over: [corners], spacing: 4 * style.scale),
                    stroke: style.line(color.opacity(0.75), 0.9)),
            ]
        case .capital: return capitalSymbol(Point(box.midX, box.midY), id: id, role: "legend-symbol")
        }
    }
}
