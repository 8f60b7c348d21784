import Phrases
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
        /// A dot as large as on the map.
        case dot(Color, Double)
        /// The number that stands for a place.
        case number(Int)
        case flow(Color)
        case capital
    }

    var id: String
    var swatch: Swatch
    var text: String
}

/// Sets the parts of a map's key.
struct MapKey {
    let name: String
    let style: MapStyle
    let measurer: any TextMeasuring
    let phrases: Phrases
    /// The key stands beside the map, its parts below each other.
    let isColumn: Bool
    /// What there is.
    let width: Double

    var theme: Theme { style.theme }

    /// A sign and what it means; nothing where it means nothing.
    func line(_ id: String, _ swatch: LegendItem.Swatch, _ text: String) -> [LegendBlock] {
        text.isEmpty ? [] : [block(LegendItem(id: id, swatch: swatch, text: text))]
    }

    var swatchWidth: Double { 18 }
    var lineHeight: Double { (theme.noteSize * 1.5).rounded() }
    var titleFont: Font { theme.font(size: theme.noteSize * 0.95, weight: 700) }

    /// A line of type of the key, from the left end of its baseline.
    func text(
        _ words: String, at origin: Point, font: Font? = nil, color: Color? = nil, anchor: Text.Anchor = .start,
        id: String
    ) -> Node {
        measurer.node(
            id: id, role: "legend-label",
            Text(
                lines: [words], origin: origin, anchor: anchor, font: font ?? style.smallFont,
                fill: .color(color ?? theme.ink)))
    }

    /// Signs below each other, level with what the blocks beside them have under their headings.
    func stack(_ items: [LegendItem]) -> LegendBlock? {
        guard !items.isEmpty else { return nil }
        var nodes: [Node] = []
        var size = Size(0, isColumn ? 0 : lineHeight)
        for block in items.map({ block($0) }) {
            nodes += block.nodes.map { $0.translated(by: Point(0, size.height)) }
            size = Size(max(size.width, block.size.width), size.height + block.size.height)
        }
        return LegendBlock(size: size, nodes: nodes)
    }

    func block(_ item: LegendItem) -> LegendBlock {
        let font = style.smallFont
        let metrics = measurer.metrics(of: font)
        let height = isColumn ? lineHeight * 1.15 : lineHeight
        let box = Rectangle(x: 0, y: height / 2 - 1 - 5, width: swatchWidth, height: 10)
        let id = "\(name)/legend[\(item.id)]"
        let left = box.maxX + 5
        return LegendBlock(
            size: Size(left + measurer.width(of: item.text, font: font), height),
            nodes: swatch(item.swatch, box, id)
                + [text(item.text, at: Point(left, height / 2 - 1 + metrics.capHeight / 2), id: id + "/label")])
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
                    id: id, role: "legend-symbol", Hatching.lines(over: [corners(box)], spacing: 4),
                    stroke: style.line(color.opacity(0.75), 0.9)),
            ]
        case .missing:
            return [
                .path(
                    id: id + "/fill", role: "legend-symbol", .rectangle(box), fill: .color(style.missingColor),
                    stroke: style.line(theme.border, 0.5)),
                .path(
                    id: id, role: "legend-symbol",
                    Hatching.lines(over: [corners(box)], spacing: MapStyle.missingSpacing),
                    stroke: style.missingStroke),
            ]
        case .circle(let color):
            let isEmpty = color == .white
            return [
                .path(
                    id: id, role: "legend-symbol",
                    .circle(
                        center: Point(box.maxX - box.height / 2, box.midY),
                        radius: isEmpty ? MapStyle.missingRadius : box.height * 0.45),
                    fill: .color(isEmpty ? theme.background : color.opacity(0.8)),
                    stroke: isEmpty ? style.line(theme.mutedInk, 0.8) : style.line(theme.background, 0.9))
            ]
        case .dot(let color, let radius):
            return [
                .path(
                    id: id, role: "legend-symbol", .circle(center: Point(box.midX, box.midY), radius: radius),
                    fill: .color(color))
            ]
        case .number(let number): return style.numberSymbol(number, at: Point(box.midX, box.midY), id: id, measurer)
        case .flow(let color):
            let way = Ribbon(
                pieces: [[Point(box.minX, box.midY), Point(box.midX, box.midY), Point(box.maxX, box.midY)]],
                width: 3, taper: 0.4,
                trimStart: 0, trimEnd: 0, arrow: 6)
            return way.outline.map { [.path(id: id, role: "legend-symbol", $0, fill: .color(color.opacity(0.8)))] }
                ?? []
        case .capital: return style.capitalSymbol(Point(box.midX, box.midY), id: id, role: "legend-symbol")
        }
    }

    private func corners(_ box: Rectangle) -> [Point] {
        [Point(box.minX, box.minY), Point(box.maxX, box.minY), Point(box.maxX, box.maxY), Point(box.minX, box.maxY)]
    }
}
