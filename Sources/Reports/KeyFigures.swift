import Facts
import SceneGraph
import Typography

/// A number as it is shown large, and what stands small behind it.
struct KeyNumber {
    var number: String
    var unit: String

    /// `> 1.5` and `million km²`.
    init(_ text: String) {
        var end = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if character.isNumber || "><≥≤≈~×−-+±.,:/%–".contains(character) || character.isCurrencySymbol {
                end = text.index(after: index)
            } else if !character.isWhitespace {
                break
            }
            index = text.index(after: index)
        }
        let hasNumber = text[..<end].contains(where: \.isNumber)
        number = hasNumber ? String(text[..<end]) : text
        unit = hasNumber ? String(text[end...]).trimmed : ""
        // `km²` ends with a number of its own; `5G` is a word.
        if !unit.isEmpty, text[end...].first?.isWhitespace == false { (number, unit) = (text, "") }
    }
}

extension ReportComposer {
    /// The key figures side by side: the number large, its unit small beside or below it, what it is below both.
    mutating func addKeyFigures() {
        let figures = resolved.keyFigures
        guard !figures.isEmpty else { return }
        let gap = 20.0
        let perRow = figures.count == 5 || figures.count == 6 ? 3 : min(4, figures.count)
        let cell = (page.fullWidth - gap * Double(perRow - 1)) / Double(perRow)
        for start in stride(from: 0, to: figures.count, by: perRow) {
            addKeyFigureRow(
                Array(figures[start..<min(start + perRow, figures.count)]), from: start, cell: cell, gap: gap)
        }
    }

    private mutating func addKeyFigureRow(
        _ figures: [ResolvedReport.KeyFigure], from start: Int, cell: Double, gap: Double
    ) {
        let numbers = figures.map { KeyNumber($0.value) }
        let largest = theme.page.title * 1.06
        // One size for all: the largest at which the longest number fits its cell.
        let widest =
            numbers.map { measurer.width(of: $0.number, font: theme.font(size: largest, weight: 700)) }.max() ?? 1
        let size = max(theme.page.heading * 0.8, min(largest, largest * (cell - 18) / max(widest, 1)))
        let hasUnits = numbers.contains { !$0.unit.isEmpty }
        let top = 8.0
        let numberHeight = size * 1.22
        let labelTop = top + numberHeight + (hasUnits ? 19 : 3)
        var nodes: [Node] = []
        var height = 0.0
        for (index, figure) in figures.enumerated() {
            let left = Double(index) * (cell + gap)
            let id = "report/key-figure-\(start + index + 1)"
            var rule = Node.path(
                id: id + "/rule", role: "rule", .rectangle(Rectangle(x: left, y: 0, width: cell, height: 2)),
                fill: .color(theme.ink))
            rule.structure = Structure(.artifact)
            var children = value(numbers[index], of: figure, id: id, left: left, top: top, size: size, cell: cell)
            let label = setter.breaker().lines(
                of: styled(figure.label, type.style(12, color: theme.mutedInk)), width: cell)
            for (number, line) in label.enumerated() {
                children += setter.nodes(
                    line, id: "\(id)/label-\(number + 1)", role: "key-figure-label", left: left,
                    top: labelTop + Double(number) * 16, lineHeight: 16)
            }
            height = max(height, labelTop + Double(label.count) * 16)
            nodes.append(rule)
            nodes.append(.group(id: id, role: "key-figure", structure: Structure(.paragraph), children))
        }
        items.append(FlowItem(nodes: nodes, height: height, spaceBefore: 24, clearsRail: true, spansColumns: true))
    }

    /// The number with its note, and its unit below.
    private func value(
        _ number: KeyNumber, of figure: ResolvedReport.KeyFigure, id: String, left: Double, top: Double, size: Double,
        cell: Double
    ) -> [Node] {
        var style = type.style(size, weight: 700, color: theme.accent)
        style.facts = [figure.fact.id]
        var mark = styled([figure.mark], type.style(15))[0]
        mark.style.rise = number.unit.isEmpty ? size * 0.4 : 5.5
        let breaker = setter.breaker()
        let large = [StyledRun(text: number.number, style: style)]
        let first = number.unit.isEmpty ? large + [mark] : large
        var nodes: [Node] = []
        if let line = breaker.lines(of: first, width: cell * 2).first {
            nodes += setter.nodes(
                line, id: id + "/value", role: "key-figure", left: left, top: top, lineHeight: size * 1.22)
        }
        guard !number.unit.isEmpty else { return nodes }
        var small = type.style(13.5, weight: 700, color: theme.accent)
        small.facts = [figure.fact.id]
        let unit = [StyledRun(text: number.unit, style: small), mark]
        if let line = breaker.lines(of: unit, width: cell * 2).first {
            nodes += setter.nodes(
                line, id: id + "/unit", role: "key-figure", left: left, top: top + size * 1.22 - 2, lineHeight: 18)
        }
        return nodes
    }
}
