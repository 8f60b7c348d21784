import SceneGraph
import Typography

/// Slides that are no figures, as scenes: lengths are those of a slide 1080 units high, 24 of which are 12 pt.
struct DeckScenes {
    let theme: Theme
    let measurer: any TextMeasuring
    let size: Size

    static let margin = 48.0
    static let smallest = 24.0
    private var margin: Double { DeckScenes.margin }
    private var room: Double { size.width - 2 * margin }

    private func font(_ size: Double, weight: Int = 400) -> Font { Font(theme.family, size: size, weight: weight) }

    /// A block of lines, and how far down it reaches.
    func block(
        _ text: String, id: String, role: Role, x: Double, top: Double, width: Double, size: Double, weight: Int = 400,
        color: Color? = nil, anchor: Text.Anchor = .start, facts: [String] = []
    ) -> (node: Node, bottom: Double) {
        let font = font(size, weight: weight)
        let metrics = measurer.metrics(of: font)
        let lines = measurer.lines(of: text, font: font, width: width)
        let lineHeight = (size * 1.24).rounded()
        let left = anchor == .end ? x + width : anchor == .middle ? x + width / 2 : x
        var node = measurer.node(
            id: id, role: role,
            Text(
                lines: lines, origin: Point(left, top + metrics.ascent), anchor: anchor, font: font,
                fill: .color(color ?? theme.ink), lineHeight: lineHeight))
        node.facts = facts
        return (node, top + metrics.ascent + metrics.descent + Double(lines.count - 1) * lineHeight)
    }

    private func scene(_ nodes: [Node], id: String, alternative: String) -> Scene {
        Scene(
            size: size,
            root: Node(
                id: id, role: .figure, bounds: Rectangle(x: 0, y: 0, width: size.width, height: size.height),
                content: .group(Group(children: nodes))), alternative: alternative, background: theme.background)
    }

    private func bar(_ frame: Rectangle, id: String, _ color: Color) -> Node {
        .path(id: id, role: "rule", .rectangle(frame), fill: .color(color))
    }

    // MARK: Slides

    /// The sections, numbered, on one slide.
    func agenda(_ titles: [String], title: String) -> Scene {
        let head = block(
            title, id: "agenda/title", role: .title, x: margin, top: margin, width: room, size: 54, weight: 700)
        var nodes = [head.node]
        let top = head.bottom + 60
        let step = min(96, (size.height - top - margin) / Double(max(1, titles.count)))
        let type = max(DeckScenes.smallest, min(38, step * 0.46))
        for (index, text) in titles.enumerated() {
            let y = top + Double(index) * step
            nodes.append(
                block(
                    "\(index + 1)", id: "agenda/number-\(index + 1)", role: "agenda", x: margin, top: y, width: 70,
                    size: type, weight: 700, color: theme.accent
                ).node)
            let words = measurer.truncated(text, font: font(type), width: room - 90)
            nodes.append(
                block(
                    words, id: "agenda/section-\(index + 1)", role: "agenda", x: margin + 84, top: y,
                    width: room - 84, size: type
                ).node)
            guard index + 1 < titles.count else { continue }
            let line = Rectangle(x: margin, y: y + step * 0.78, width: room, height: 1.5)
            nodes.append(bar(line, id: "agenda/rule-\(index + 1)", theme.grid))
        }
        return scene(nodes, id: "agenda", alternative: title + ": " + titles.joined(separator: "; "))
    }

    /// A section's name, large, with its number.
    func section(_ title: String, number: Int) -> Scene {
        let id = "section-\(number)"
        let mark = block(
            "\(number)", id: id + "/number", role: "section-number", x: 2 * margin, top: size.height * 0.26,
            width: room, size: 110, weight: 700, color: theme.accent)
        let rule = bar(
            Rectangle(x: 2 * margin, y: mark.bottom + 14, width: 120, height: 8), id: id + "/bar", theme.accent)
        let head = block(
            title, id: id + "/title", role: .title, x: 2 * margin, top: mark.bottom + 54, width: room - 2 * margin,
            size: 68, weight: 700)
        return scene([mark.node, rule, head.node], id: id, alternative: title)
    }

    /// Numbers side by side below the deck's title, their units small.
    func keyFigures(_ figures: [ResolvedReport.KeyFigure]) -> Scene {
        let gap = 44.0
        let left = 2 * margin
        let cell = (size.width - 2 * left - gap * Double(figures.count - 1)) / Double(figures.count)
        let numbers = figures.map { KeyNumber($0.value) }
        let widest = numbers.map { measurer.width(of: $0.number, font: font(100, weight: 700)) }.max() ?? 1
        let type = min(92, 100 * (cell - 8) / max(1, widest))
        let top = size.height * 0.62
        let hasUnits = numbers.contains { !$0.unit.isEmpty }
        var nodes: [Node] = []
        for (index, figure) in figures.enumerated() {
            let id = "key-figure-\(index + 1)"
            let x = left + Double(index) * (cell + gap)
            nodes.append(bar(Rectangle(x: x, y: top, width: cell, height: 4), id: id + "/rule", theme.ink))
            let number = block(
                numbers[index].number, id: id + "/value", role: "key-figure", x: x, top: top + 14, width: cell * 1.2,
                size: type, weight: 700, color: theme.accent, facts: [figure.fact.id])
            nodes.append(number.node)
            var bottom = number.bottom
            if !numbers[index].unit.isEmpty {
                nodes.append(
                    block(
                        numbers[index].unit, id: id + "/unit", role: "key-figure", x: x, top: bottom - 4, width: cell,
                        size: 32, weight: 700, color: theme.accent, facts: [figure.fact.id]
                    ).node)
            }
            if hasUnits { bottom += 40 }
            nodes.append(
                block(
                    figure.label.map(\.text).joined(), id: id + "/label", role: "key-figure-label", x: x,
                    top: bottom + 6, width: cell, size: 26, color: theme.mutedInk
                ).node)
        }
        let words = figures.map { $0.value + " " + $0.label.map(\.text).joined() }
        return scene(nodes, id: "key-figures", alternative: words.joined(separator: "; "))
    }

    /// A table below its caption, on as many slides as its rows need.
    func table(_ table: ReportTable, title: String, source: String, name: String) -> [Scene] {
        let columns = table.alignments.count
        func text(_ runs: [StyledRun]) -> String { runs.map(\.text).joined() }
        let header = table.header.map(text)
        let rows = table.rows.map { $0.map(text) }
        var type = 32.0
        var widths: [Double] = []
        while true {
            widths = (0..<columns).map { column in
                ([header] + rows).map { row in
                    guard column < row.count else { return 0 }
                    let lines = row[column].split(separator: "\n").map(String.init)
                    return lines.map { measurer.width(of: $0, font: font(type, weight: 700)) }.max() ?? 0
                }.max() ?? 0
            }
            let needed = widths.reduce(0, +) + 36 * Double(max(0, columns - 1))
            if needed <= room || type <= DeckScenes.smallest { break }
            type -= 2
        }
        let wanted = widths.reduce(0, +) + 36 * Double(max(0, columns - 1))
        let scale = min(1, room / max(1, wanted))
        let spare = max(0, min(90, (room - wanted) / Double(max(1, columns))))
        widths = widths.map { $0 * scale + spare }
        let line = type * 1.75
        let perSlide = max(3, Int((size.height - 320) / line))
        let parts = stride(from: 0, to: max(1, rows.count), by: perSlide).map {
            Array(rows[$0..<min(rows.count, $0 + perSlide)])
        }
        return parts.enumerated().map { index, part in
            let heading = parts.count > 1 ? "\(title) (\(index + 1)/\(parts.count))" : title
            return tablePage(
                table, header: header, rows: part, from: index * perSlide, title: heading, source: source,
                widths: widths, type: type, line: line, name: index == 0 ? name : "\(name)-\(index + 1)")
        }
    }

    private func tablePage(
        _ table: ReportTable, header: [String], rows: [[String]], from first: Int, title: String, source: String,
        widths: [Double], type: Double, line: Double, name: String
    ) -> Scene {
        let head = block(
            title, id: name + "/title", role: .title, x: margin, top: margin, width: room, size: 48, weight: 700)
        var nodes = [head.node]
        let headLines = header.map { $0.split(separator: "\n").count }.max() ?? 1
        var y = head.bottom + 40
        let whole = widths.reduce(0, +) + 36 * Double(max(0, widths.count - 1))
        func set(_ cells: [String], id: String, weight: Int, row: Int?) {
            var x = margin
            for (column, width) in widths.enumerated() where column < cells.count {
                if let row, case .tint(let color)? = table.marks[column]?[row] {
                    nodes.append(
                        bar(
                            Rectangle(x: x - 12, y: y - line * 0.18, width: width + 24, height: line - 2),
                            id: "\(id)/tint-\(column + 1)", color))
                }
                if let row, case .bar(let base, let end)? = table.marks[column]?[row] {
                    let frame = Rectangle(
                        x: x + min(base, end) * width, y: y + line * 0.62, width: max(1, abs(end - base) * width),
                        height: 6)
                    nodes.append(bar(frame, id: "\(id)/bar-\(column + 1)", theme.neutral))
                }
                let cell = block(
                    cells[column], id: "\(id)/cell-\(column + 1)", role: "table-cell", x: x, top: y, width: width + 2,
                    size: type, weight: weight, anchor: table.alignments[column])
                nodes.append(cell.node)
                x += width + 36
            }
        }
        set(header, id: name + "/head", weight: 700, row: nil)
        y += line * (headLines > 1 ? 1.72 : 1)
        nodes.append(
            bar(Rectangle(x: margin, y: y - line * 0.26, width: whole, height: 2.5), id: name + "/head-rule", theme.ink)
        )
        for (index, row) in rows.enumerated() {
            set(row, id: "\(name)/row-\(first + index + 1)", weight: 400, row: first + index)
            y += line
            let rule = Rectangle(x: margin, y: y - line * 0.24, width: whole, height: 1.5)
            nodes.append(bar(rule, id: "\(name)/rule-\(first + index + 1)", theme.grid))
        }
        if !source.isEmpty {
            nodes.append(
                block(
                    source, id: name + "/source", role: .source, x: margin, top: size.height - margin - 34,
                    width: room - 120, size: DeckScenes.smallest, color: theme.mutedInk
                ).node)
        }
        return scene(nodes, id: name, alternative: title)
    }

    /// A picture below its caption.
    func picture(_ picture: ReportPicture, alternative: String, title: String, credit: String, name: String) -> Scene {
        let head = block(
            title, id: name + "/title", role: .title, x: margin, top: margin, width: room, size: 48, weight: 700)
        let top = head.bottom + 32
        let height = size.height - top - margin - (credit.isEmpty ? 0 : 46)
        let scale = min(room / max(1, picture.size.width), height / max(1, picture.size.height))
        let frame = Rectangle(
            x: margin, y: top, width: picture.size.width * scale, height: picture.size.height * scale)
        var nodes = [
            head.node,
            Node(
                id: name + "/image", role: "picture", bounds: frame,
                content: .image(Image(png: picture.png, frame: frame))),
        ]
        if !credit.isEmpty {
            nodes.append(
                block(
                    credit, id: name + "/credit", role: .source, x: margin, top: size.height - margin - 34,
                    width: room - 120, size: DeckScenes.smallest, color: theme.mutedInk
                ).node)
        }
        return scene(nodes, id: name, alternative: alternative)
    }
}
