import Formats
import Scales
import SceneGraph
import Typography

/// Round numbers from large to small: the largest that is drawn, and about a quarter of each before.
func roundKeyValues(greatest: Double, count: Int = 3, factor: Double = 4) -> [Double] {
    guard greatest > 0 else { return [] }
    var values: [Double] = []
    var wanted = greatest
    while values.count < count {
        guard let value = roundedDown(wanted, isFirst: values.isEmpty), values.last.map({ value < $0 }) ?? true else {
            break
        }
        values.append(value)
        wanted = value / factor
    }
    return values
}

/// The largest 1, 2 or 5 times a power of ten that is no more; the first may begin with any digit.
private func roundedDown(_ value: Double, isFirst: Bool) -> Double? {
    guard let digits = ShortestDecimal(value) else { return nil }
    var unit = 1.0
    let exponent = digits.exponent - 1
    for _ in 0..<min(300, abs(exponent)) { unit *= 10 }
    // Divided by a whole power, so that three tenths are 0.3.
    func multiple(_ factor: Double) -> Double { exponent < 0 ? factor / unit : factor * unit }
    for factor in isFirst ? [9.0, 8, 7, 6, 5, 4, 3, 2, 1] : [5.0, 2, 1]
    where multiple(factor) <= value * (1 + 1e-12) {
        return multiple(factor)
    }
    return multiple(0.5)
}

extension MapKey {
    /// What a key of sizes is headed by, its unit with the word that its numbers leave out.
    private func heading(_ title: String, _ numbers: KeyNumbers, unit: String, id: String) -> LegendBlock {
        let unit = [numbers.word, unit].filter { !$0.isEmpty }.joined(separator: " ")
        let title = [title, unit].filter { !$0.isEmpty }.joined(separator: ", ")
        if title.isEmpty { return LegendBlock(size: Size(0, 0), nodes: []) }
        let baseline = lineHeight / 2 + measurer.metrics(of: style.smallFont).capHeight / 2 - 1
        return LegendBlock(
            size: Size(measurer.width(of: title, font: titleFont), lineHeight + 1),
            nodes: [text(title, at: Point(0, baseline), font: titleFont, id: id + "/title")])
    }

    /// Circles of round values, one in another, each with a line to its number.
    func circles(
        values: [Double], title: String, unit: String, format: String?, id: String, isSquare: Bool = false,
        radius: (Double) -> Double
    ) -> LegendBlock {
        let small = style.smallFont
        let metrics = measurer.metrics(of: small)
        let numbers = KeyNumbers(values, format: format, phrases.numbers)
        let heading = heading(title, numbers, unit: unit, id: id)
        let top = heading.size.height
        var (nodes, right) = (heading.nodes, heading.size.width)
        let radii = values.map(radius)
        let largest = radii.first ?? 0
        // From the bottom up, no two numbers nearer than a line.
        var heights = radii.map { 2 * $0 }
        var least = metrics.capHeight / 2
        for index in heights.indices.reversed() {
            heights[index] = max(heights[index], least)
            least = heights[index] + metrics.capHeight + 3
        }
        let bottom = top + max(2 * largest, (heights.first ?? 0) + metrics.capHeight / 2) + 1
        let labelLeft = 2 * largest + 16
        for (index, value) in values.enumerated() {
            let center = Point(largest + 1, bottom - radii[index])
            nodes.append(
                .path(
                    id: "\(id)/circle[\(index)]", role: "legend-symbol",
                    isSquare
                        ? .rectangle(
                            Rectangle(
                                x: center.x - radii[index], y: center.y - radii[index], width: 2 * radii[index],
                                height: 2 * radii[index]))
                        : .circle(center: center, radius: radii[index]), fill: .color(theme.background.opacity(0.6)),
                    stroke: style.line(theme.mutedInk, 0.8)))
            let y = bottom - heights[index]
            var leader = PathData()
            leader.move(to: Point(center.x, bottom - 2 * radii[index]))
            leader.line(to: Point(center.x + largest + 3, y))
            leader.line(to: Point(labelLeft - 2, y))
            nodes.append(
                .path(id: "\(id)/leader[\(index)]", role: "legend-leader", leader, stroke: style.line(theme.rule, 0.5)))
            let words = numbers.written(value)
            nodes.append(
                text(words, at: Point(labelLeft, y + metrics.capHeight / 2), id: "\(id)/label[\(index)]"))
            right = max(right, labelLeft + measurer.width(of: words, font: small))
        }
        return LegendBlock(size: Size(right, bottom + 1), nodes: nodes)
    }

    /// Ways of round values, one below another, each with its number.
    func ways(
        values: [Double], title: String, unit: String, format: String?, id: String, color: Color, isTapered: Bool,
        hasArrows: Bool, width: (Double) -> Double
    ) -> LegendBlock {
        let small = style.smallFont
        let capHeight = measurer.metrics(of: small).capHeight
        let numbers = KeyNumbers(values, format: format, phrases.numbers)
        let heading = heading(title, numbers, unit: unit, id: id)
        var (nodes, top, right) = (heading.nodes, heading.size.height, heading.size.width)
        let length = 34.0
        for (index, value) in values.enumerated() {
            let width = max(0.6, width(value))
            let height = max(capHeight + 4, width * 1.1 + 3, hasArrows ? width * 2.1 : 0)
            let y = top + height / 2
            let ribbon = Ribbon(
                pieces: [[Point(0, y), Point(length / 2, y), Point(length, y)]], width: width,
                taper: isTapered ? max(0.3, min(1, 0.6 / width)) : 1, trimStart: 0, trimEnd: 0,
                arrow: hasArrows ? MapStyle.arrowLength(width) : 0)
            if let data = ribbon.outline {
                nodes.append(
                    .path(id: "\(id)/way[\(index)]", role: "legend-symbol", data, fill: .color(color.opacity(0.8))))
            }
            let words = numbers.written(value)
            nodes.append(text(words, at: Point(length + 6, y + capHeight / 2), id: "\(id)/label[\(index)]"))
            right = max(right, length + 6 + measurer.width(of: words, font: small))
            top += height
        }
        return LegendBlock(size: Size(right, top), nodes: nodes)
    }
}
