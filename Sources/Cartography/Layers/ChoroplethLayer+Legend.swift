import Formats
import SceneGraph
import Typography

extension MapComposer {
    /// What the classes are of, how they were made and of how many values; each class with its range; and what has
    /// no value.
    func legend(_ layer: ChoroplethLayer, _ shown: PreparedChoropleth, isColumn: Bool, width: Double) -> LegendBlock? {
        guard let classes = shown.classes else { return nil }
        let numbers = classes.numbers(format: layer.format)
        let ranges = classes.ranges(numbers)
        let id = "\(name)/legend[choropleth]"
        let small = style.smallFont
        let metrics = context.measurer.metrics(of: small)
        let line = legendLineHeight
        func wide(_ text: String, _ font: Font? = nil) -> Double {
            context.measurer.width(of: text, font: font ?? small)
        }
        var nodes: [Node] = []
        var right = 0.0

        // The heading, and how the classes were made on its line where there is room.
        let unit = [numbers.word, layer.unit].filter { !$0.isEmpty }.joined(separator: " ")
        let title = [layer.title, unit].filter { !$0.isEmpty }.joined(separator: ", ")
        let method = classes.sentence(
            wanted: layer.classes,
            midpoint: classes.midpoint.map { ShortestDecimal($0 / numbers.divisor)?.grouped() ?? "\($0)" })
        let made = title.isEmpty ? capitalised(method) : method
        var top = 0.0
        let baseline = line / 2 + metrics.capHeight / 2 - 1
        if !title.isEmpty {
            nodes.append(legendText(title, at: Point(0, baseline), font: legendTitleFont, id: id + "/title"))
            right = wide(title, legendTitleFont)
        }
        let beside = right == 0 ? 0 : right + 8 * style.scale
        if !isColumn, beside + wide(made) <= width {
            nodes.append(legendText(made, at: Point(beside, baseline), color: theme.mutedInk, id: id + "/method"))
            right = beside + wide(made)
            top = line
        } else {
            if !title.isEmpty { top = line }
            nodes.append(legendText(made, at: Point(0, top + baseline), color: theme.mutedInk, id: id + "/method"))
            right = max(right, wide(made))
            top += line
        }
        top += 2 * style.scale

        let hasMissing = !layer.missing.isEmpty && shown.lacksValues
        let barHeight = 11 * style.scale
        if isColumn {
            // From high to low, as a reader expects of a list beside a map.
            let items =
                zip(shown.colors, ranges).map { (LegendItem.Swatch.fill($0), $1) }.reversed()
                + (hasMissing ? [(.missing, layer.missing)] : [])
            for (index, item) in items.enumerated() {
                let box = Rectangle(
                    x: 0, y: top + (line * 1.15 - barHeight) / 2, width: swatchWidth * 1.2, height: barHeight)
                nodes += swatch(item.0, box, "\(id)/class[\(index)]")
                let left = box.maxX + 6 * style.scale
                nodes.append(
                    legendText(
                        item.1, at: Point(left, box.midY + metrics.capHeight / 2), id: "\(id)/class[\(index)]/label"))
                right = max(right, left + wide(item.1))
                top += line * 1.15
            }
            return LegendBlock(size: Size(right, top), nodes: nodes)
        }

        let count = Double(classes.classCount)
        let missingWidth = hasMissing ? max(wide(layer.missing), swatchWidth) + 14 * style.scale : 0
        let room = width - missingWidth
        let widest = (ranges.map { wide($0) }.max() ?? 0) + 10 * style.scale
        var cell = max(widest, 44 * style.scale)
        let fits = cell * count <= room
        let ends = classes.ends(numbers)
        var left = 0.0
        if !fits {
            // Numbers at the breaks take less than ranges do.
            left = classes.method == .manual ? 0 : wide(ends[0]) / 2
            cell = min(64 * style.scale, (room - left * 2) / count)
        }
        for index in 0..<classes.classCount {
            let box = Rectangle(x: left + cell * Double(index), y: top, width: cell, height: barHeight)
            nodes.append(
                .path(
                    id: "\(id)/class[\(index)]", role: "legend-symbol", .rectangle(box),
                    fill: .color(shown.colors[min(index, shown.colors.count - 1)])))
            if fits {
                nodes.append(
                    legendText(
                        ranges[index], at: Point(box.midX, box.maxY + metrics.ascent + 1.5 * style.scale),
                        anchor: .middle,
                        id: "\(id)/class[\(index)]/label"))
            }
        }
        if !fits {
            var last = -Double.infinity
            for (index, text) in ends.enumerated() {
                let isEnd = index == 0 || index == ends.count - 1
                // Breaks set by hand are open at both ends.
                if isEnd, classes.method == .manual { continue }
                let x = left + cell * Double(index)
                if x - wide(text) / 2 < last + 2 * style.scale { continue }
                last = x + wide(text) / 2
                nodes.append(
                    legendText(
                        text, at: Point(x, top + barHeight + metrics.ascent + 1.5 * style.scale), anchor: .middle,
                        id: "\(id)/break[\(index)]"))
            }
        }
        let frame = Rectangle(x: left, y: top, width: cell * count, height: barHeight)
        nodes.append(
            .path(id: "\(id)/bar", role: "legend-symbol", .rectangle(frame), stroke: style.line(theme.border, 0.5)))
        var end = frame.maxX + (fits ? 0 : left)
        if hasMissing {
            let textWidth = wide(layer.missing)
            let x = end + 14 * style.scale
            let box = Rectangle(
                x: x + max(0, textWidth - swatchWidth * 1.3) / 2, y: top, width: swatchWidth * 1.3, height: barHeight)
            nodes += swatch(.missing, box, id + "/no-data")
            nodes.append(
                legendText(
                    layer.missing, at: Point(box.midX, box.maxY + metrics.ascent + 1.5 * style.scale), anchor: .middle,
                    id: id + "/no-data/label"))
            end = max(box.maxX, box.midX + textWidth / 2)
        }
        return LegendBlock(
            size: Size(max(right, end), top + barHeight + metrics.ascent + metrics.descent + 1.5 * style.scale),
            nodes: nodes)
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
