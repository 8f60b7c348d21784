import Formats
import SceneGraph
import Typography

extension ChoroplethLayer {
    /// What the classes are of, how they were made and of how many values; each class with its range; and what has
    /// no value.
    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        guard let shown else { return [] }
        let classKey = ClassKey(
            key: key, id: "\(key.name)/legend[choropleth]", shown: shown,
            numbers: shown.classes.numbers(format: format, key.phrases.numbers),
            missing: missing != "" && shown.lacksValues ? missing ?? key.phrases.map.noData : nil)
        return [classKey.block(title: title, unit: unit, wanted: classes.count)]
    }
}

/// Sets the key of a choropleth: a bar of its classes, or a list of them in a column.
struct ClassKey {
    let key: MapKey
    let id: String
    let shown: ClassedAreas
    let numbers: KeyNumbers
    /// What areas without a value are called; nil where there are none.
    let missing: String?

    private static let barHeight = 11.0
    private var font: Font { key.style.smallFont }
    private var metrics: FontMetrics { key.measurer.metrics(of: font) }
    private func wide(_ text: String, _ font: Font? = nil) -> Double {
        key.measurer.width(of: text, font: font ?? self.font)
    }

    func block(title: String, unit: String, wanted: Int) -> LegendBlock {
        let heading = heading(title: title, unit: unit, wanted: wanted)
        let rest = key.isColumn ? list(top: heading.size.height + 2) : bar(top: heading.size.height + 2)
        return LegendBlock(
            size: Size(max(heading.size.width, rest.size.width), rest.size.height),
            nodes: heading.nodes + rest.nodes)
    }

    /// What is shown, and how the classes were made, on one line where there is room.
    private func heading(title: String, unit: String, wanted: Int) -> LegendBlock {
        let unit = [numbers.word, unit].filter { !$0.isEmpty }.joined(separator: " ")
        let title = [title, unit].filter { !$0.isEmpty }.joined(separator: ", ")
        let classes = shown.classes
        let method = classes.sentence(
            key.phrases.map, wanted: wanted,
            midpoint: classes.midpoint.map { ShortestDecimal($0 / numbers.divisor)?.grouped() ?? "\($0)" })
        let made = title.isEmpty ? method.prefix(1).uppercased() + method.dropFirst() : method
        let line = key.lineHeight
        let baseline = line / 2 + metrics.capHeight / 2 - 1
        var nodes: [Node] = []
        var right = 0.0
        if !title.isEmpty {
            nodes.append(key.text(title, at: Point(0, baseline), font: key.titleFont, id: id + "/title"))
            right = wide(title, key.titleFont)
        }
        let beside = right == 0 ? 0 : right + 8
        let fits = !key.isColumn && beside + wide(made) <= key.width
        let below = fits || title.isEmpty ? 0 : line
        nodes.append(
            key.text(
                made, at: Point(fits ? beside : 0, below + baseline), color: key.theme.mutedInk, id: id + "/method"))
        right = max(right, (fits ? beside : 0) + wide(made))
        return LegendBlock(size: Size(right, below + line), nodes: nodes)
    }

    /// From high to low, as a reader expects of a list beside a map.
    private func list(top: Double) -> LegendBlock {
        let line = key.lineHeight * 1.15
        var (nodes, right, top): ([Node], Double, Double) = ([], 0, top)
        let classes = zip(shown.colors, shown.classes.ranges(numbers)).map { (LegendItem.Swatch.fill($0), $1) }
        let items = classes.reversed() + (missing.map { [(LegendItem.Swatch.missing, $0)] } ?? [])
        for (index, item) in items.enumerated() {
            let box = Rectangle(
                x: 0, y: top + (line - ClassKey.barHeight) / 2, width: key.swatchWidth * 1.2,
                height: ClassKey.barHeight)
            nodes += key.swatch(item.0, box, "\(id)/class[\(index)]")
            let left = box.maxX + 6
            nodes.append(
                key.text(
                    item.1, at: Point(left, box.midY + metrics.capHeight / 2), id: "\(id)/class[\(index)]/label"))
            right = max(right, left + wide(item.1))
            top += line
        }
        return LegendBlock(size: Size(right, top), nodes: nodes)
    }

    private func bar(top: Double) -> LegendBlock {
        let classes = shown.classes
        let count = Double(classes.classCount)
        let ranges = classes.ranges(numbers)
        let room = key.width - (missing.map { max(wide($0), key.swatchWidth) + 14 } ?? 0)
        let widest = (ranges.map { wide($0) }.max() ?? 0) + 10
        var cell = max(widest, 44)
        let fits = cell * count <= room
        // Numbers at the breaks take less than ranges do.
        let ends = classes.ends(numbers)
        let left = fits || classes.method == .manual ? 0 : wide(ends[0]) / 2
        if !fits { cell = min(64, (room - left * 2) / count) }
        let whole = Rectangle(x: left, y: top, width: cell * count, height: ClassKey.barHeight)
        var nodes: [Node] = []
        for index in 0..<classes.classCount {
            let box = Rectangle(x: left + cell * Double(index), y: top, width: cell, height: ClassKey.barHeight)
            nodes.append(
                .path(
                    id: "\(id)/class[\(index)]", role: "legend-symbol", .rectangle(box),
                    fill: .color(shown.colors[min(index, shown.colors.count - 1)])))
            if fits { nodes.append(below(ranges[index], box.midX, box.maxY, "class[\(index)]/label")) }
        }
        if !fits { nodes += breaks(ends, left: left, cell: cell, bottom: whole.maxY) }
        nodes.append(
            .path(
                id: "\(id)/bar", role: "legend-symbol", .rectangle(whole),
                stroke: key.style.line(key.theme.border, 0.5)))
        var end = whole.maxX + (fits ? 0 : left)
        if let missing {
            let textWidth = wide(missing)
            let box = Rectangle(
                x: end + 14 + max(0, textWidth - key.swatchWidth * 1.3) / 2, y: top, width: key.swatchWidth * 1.3,
                height: ClassKey.barHeight)
            nodes += key.swatch(.missing, box, id + "/no-data")
            nodes.append(below(missing, box.midX, box.maxY, "no-data/label"))
            end = max(box.maxX, box.midX + textWidth / 2)
        }
        return LegendBlock(
            size: Size(end, whole.maxY + metrics.ascent + metrics.descent + 1.5), nodes: nodes)
    }

    private func below(_ text: String, _ x: Double, _ y: Double, _ part: String) -> Node {
        key.text(text, at: Point(x, y + metrics.ascent + 1.5), anchor: .middle, id: "\(id)/\(part)")
    }

    /// Numbers between the classes, as many as stand clear of each other.
    private func breaks(_ ends: [String], left: Double, cell: Double, bottom: Double) -> [Node] {
        var nodes: [Node] = []
        var last = -Double.infinity
        for (index, text) in ends.enumerated() {
            // Breaks set by hand are open at both ends.
            if index == 0 || index == ends.count - 1, shown.classes.method == .manual { continue }
            let x = left + cell * Double(index)
            if x - wide(text) / 2 < last + 2 { continue }
            last = x + wide(text) / 2
            nodes.append(below(text, x, bottom, "break[\(index)]"))
        }
        return nodes
    }
}
