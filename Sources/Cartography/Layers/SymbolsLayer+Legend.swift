import Formats
import Scales
import SceneGraph
import Typography

extension MapComposer {
    /// Round numbers from large to small: the largest that is drawn, and about a quarter of each before.
    func keyValues(greatest: Double, count: Int = 3, factor: Double = 4) -> [Double] {
        guard greatest > 0 else { return [] }
        var values: [Double] = []
        var wanted = greatest
        while values.count < count {
            guard let value = roundDown(wanted, isFirst: values.isEmpty), values.last.map({ value < $0 }) ?? true else {
                break
            }
            values.append(value)
            wanted = value / factor
        }
        return values
    }

    /// The largest 1, 2 or 5 times a power of ten that is no more; the first may begin with any digit.
    private func roundDown(_ value: Double, isFirst: Bool) -> Double? {
        guard let digits = ShortestDecimal(value) else { return nil }
        var unit = 1.0
        let exponent = digits.exponent - 1
        for _ in 0..<min(300, abs(exponent)) { unit *= 10 }
        let power = exponent < 0 ? 1 / unit : unit
        for factor in isFirst ? [9.0, 8, 7, 6, 5, 4, 3, 2, 1] : [5.0, 2, 1] where factor * power <= value * (1 + 1e-12)
        { return factor * power }
        return power / 2
    }

    /// What a key of sizes is headed by, its unit with the word that its numbers leave out; where what stands below begins,
    /// and how far right the heading reaches.
    private func legendHeading(
        _ title: String, word: String, unit: String, id: String
    ) -> (nodes: [Node], top: Double, right: Double) {
        let unit = [word, unit].filter { !$0.isEmpty }.joined(separator: " ")
        let title = [title, unit].filter { !$0.isEmpty }.joined(separator: ", ")
        if title.isEmpty { return ([], 0, 0) }
        let (line, capHeight) = (legendLineHeight, context.measurer.metrics(of: style.smallFont).capHeight)
        return (
            [legendText(title, at: Point(0, line / 2 + capHeight / 2 - 1), font: legendTitleFont, id: id + "/title")],
            line + 1 * style.scale, context.measurer.width(of: title, font: legendTitleFont)
        )
    }

    /// Circles of round values, one in another, each with a line to its number.
    func legend(_ layer: SymbolsLayer, _ shown: PreparedSymbols, position: Int) -> LegendBlock {
        let values = keyValues(greatest: shown.greatest)
        let id = "\(name)/legend[symbols\(position)]"
        let small = style.smallFont
        let metrics = context.measurer.metrics(of: small)
        let numbers = KeyNumbers(values, format: layer.format)
        let heading = legendHeading(layer.title, word: numbers.word, unit: layer.unit, id: id)
        let top = heading.top
        var (nodes, right) = (heading.nodes, heading.right)
        let radii = values.map { shown.radius(of: $0) }
        let largest = radii.first ?? 0
        let lowest = metrics.capHeight + 3 * style.scale
        // From the bottom up, no two numbers nearer than a line.
        var heights = radii.map { 2 * $0 }
        var least = metrics.capHeight / 2
        for index in heights.indices.reversed() {
            heights[index] = max(heights[index], least)
            least = heights[index] + lowest
        }
        let whole = max(2 * largest, (heights.first ?? 0) + metrics.capHeight / 2) + style.scale
        let bottom = top + whole
        let labelLeft = 2 * largest + 16 * style.scale
        for (index, value) in values.enumerated() {
            let radius = radii[index]
            let center = Point(largest + style.scale, bottom - radius)
            nodes.append(
                .path(
                    id: "\(id)/circle[\(index)]", role: "legend-symbol", .circle(center: center, radius: radius),
                    fill: .color(theme.background.opacity(0.6)), stroke: style.line(theme.mutedInk, 0.8)))
            let y = bottom - heights[index]
            var leader = PathData()
            leader.move(to: Point(center.x, bottom - 2 * radius))
            leader.line(to: Point(center.x + largest + 3 * style.scale, y))
            leader.line(to: Point(labelLeft - 2 * style.scale, y))
            nodes.append(
                .path(id: "\(id)/leader[\(index)]", role: "legend-leader", leader, stroke: style.line(theme.rule, 0.5)))
            let text = numbers.written(value)
            nodes.append(legendText(text, at: Point(labelLeft, y + metrics.capHeight / 2), id: "\(id)/label[\(index)]"))
            right = max(right, labelLeft + context.measurer.width(of: text, font: small))
        }
        return LegendBlock(size: Size(right, bottom + style.scale), nodes: nodes)
    }

    /// Ways of round values, one below another, each with its number.
    func legend(_ layer: FlowsLayer, _ shown: PreparedFlows, position: Int) -> LegendBlock? {
        guard layer.value != nil, shown.greatest > 0 else { return nil }
        let values = keyValues(greatest: shown.greatest)
        let id = "\(name)/legend[flows\(position)]"
        let small = style.smallFont
        let metrics = context.measurer.metrics(of: small)
        let numbers = KeyNumbers(values, format: layer.format)
        var (nodes, top, right) = legendHeading(layer.title, word: numbers.word, unit: layer.unit, id: id)
        let length = 34 * style.scale
        let color = shown.categories.isEmpty ? style.color(layer.fill) : theme.mutedInk
        for (index, value) in values.enumerated() {
            let width = max(0.6 * style.scale, shown.width(of: value))
            let height = max(
                metrics.capHeight + 4 * style.scale, width * 1.1 + 3 * style.scale, layer.hasArrows ? width * 2.1 : 0)
            let y = top + height / 2
            let ribbon = Ribbon(
                pieces: [[Point(0, y), Point(length / 2, y), Point(length, y)]], width: width,
                taper: layer.isTapered ? max(0.3, min(1, 0.6 * style.scale / width)) : 1, trimStart: 0,
                trimEnd: 0, arrow: layer.hasArrows ? arrowLength(width) : 0)
            if let data = ribbon.outline {
                nodes.append(
                    .path(id: "\(id)/way[\(index)]", role: "legend-symbol", data, fill: .color(color.opacity(0.8))))
            }
            let text = numbers.written(value)
            let left = length + 6 * style.scale
            nodes.append(legendText(text, at: Point(left, y + metrics.capHeight / 2), id: "\(id)/label[\(index)]"))
            right = max(right, left + context.measurer.width(of: text, font: small))
            top += height
        }
        return LegendBlock(size: Size(right, top), nodes: nodes)
    }
}
