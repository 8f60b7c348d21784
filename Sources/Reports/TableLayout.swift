import SceneGraph
import Typography

/// Rows of cells as flow items: columns as wide as their content asks for, rules between rows, the header repeated
/// where the table goes on.
struct TableLayout {
    let id: String
    let setter: LineNodes
    let theme: Theme
    var lineHeight: Double
    /// One for each column.
    let alignments: [Text.Anchor]
    let steps: [StructureStep]
    var gap: Double = 14
    var padding: Double = 4
    /// Names by which links find rows, by the row's place among the rows.
    var destinations: [Int: String] = [:]
    /// Of the type.
    var size = 12.0
    /// Columns whose numbers stand with their decimal signs below each other.
    var decimals: Set<Int> = []
    /// What stands in cells beside their words, by column and row.
    var marks: [Int: [Int: ReportTable.Mark]] = [:]

    func items(
        header: [[StyledRun]], rows: [[[StyledRun]]], left: Double, width: Double, spaceBefore: Double,
        widths given: [Double]? = nil
    ) -> [FlowItem] {
        let widths = given ?? columnWidths([header] + rows, width: width)
        let tails = tails(rows)
        var head = row(
            header, index: 0, tag: .tableHeader, left: left, width: width, widths: widths, tails: tails, isHeader: true)
        head.keepsWithNext = true
        head.spaceBefore = spaceBefore
        head.clearsRail = left == 0
        var again = head
        again.spaceBefore = 0
        // Set again for the eye only: a reader who hears the table has heard it.
        again.steps = [StructureStep(key: id + "/head-again", structure: Structure(.artifact))]
        let body = rows.enumerated().map { index, cells -> FlowItem in
            var item = row(
                cells, index: index + 1, tag: .tableCell, left: left, width: width, widths: widths, tails: tails,
                isHeader: false)
            item.repeatedHead = [again]
            return item
        }
        // No row stands alone at a head or a foot.
        var rows = [head] + body
        for index in [1, rows.count - 2] where rows.count > 3 && index > 0 { rows[index].keepsWithNext = true }
        return rows
    }

    /// The width at which no word is broken.
    func leastWidth(_ rows: [[[StyledRun]]]) -> Double {
        var least = Array(repeating: 8.0, count: alignments.count)
        for row in rows {
            for (column, runs) in row.prefix(least.count).enumerated() {
                for word in runs.flatMap({ run in run.text.split(separator: " ").map { (String($0), run.style.font) } })
                {
                    least[column] = max(least[column], setter.measurer.width(of: word.0, font: word.1) + 1)
                }
            }
        }
        return least.reduce(0, +) + gap * Double(max(0, least.count - 1))
    }

    /// Every column gets its longest word; what is left goes where it is asked for.
    private func columnWidths(_ rows: [[[StyledRun]]], width: Double) -> [Double] {
        let count = alignments.count
        guard count > 0 else { return [] }
        var least = Array(repeating: 8.0, count: count)
        var most = Array(repeating: 8.0, count: count)
        for row in rows {
            for (column, runs) in row.prefix(count).enumerated() {
                var whole = 0.0
                for run in runs {
                    whole += setter.measurer.width(of: run.text, font: run.style.font)
                    for word in run.text.split(separator: " ") {
                        least[column] = max(
                            least[column], setter.measurer.width(of: String(word), font: run.style.font) + 1)
                    }
                }
                most[column] = max(most[column], whole + 1)
            }
        }
        let room = width - gap * Double(count - 1)
        let wanted = most.reduce(0, +)
        if wanted <= room {
            // What is left parts the columns, as far as the eye still follows the row.
            let spare = min(44, (room - wanted) / Double(count))
            return most.map { $0 + spare }
        }
        let needed = least.reduce(0, +)
        guard needed < room else { return least.map { $0 * room / max(needed, 1) } }
        // Columns that ask for less than their share get what they ask for; the others part what is left.
        var widths = least
        var open = Array(0..<count)
        var left = room
        while let modest = open.first(where: { most[$0] <= left / Double(open.count) }) {
            let others = open.filter { $0 != modest }
            guard others.reduce(0, { $0 + least[$1] }) <= left - most[modest] else { break }
            widths[modest] = most[modest]
            left -= most[modest]
            open = others
        }
        let flexible = open.map { max(0, most[$0] - least[$0]) }
        let total = max(flexible.reduce(0, +), 1e-9)
        let spare = left - open.reduce(0) { $0 + least[$1] }
        for (column, share) in zip(open, flexible) { widths[column] = least[column] + share / total * spare }
        return widths
    }

    private func row(
        _ cells: [[StyledRun]], index: Int, tag: Structure.Tag, left: Double, width: Double, widths: [Double],
        tails: [Int: Double], isHeader: Bool
    ) -> FlowItem {
        let rowID = "\(id)/row-\(index)"
        var x = left
        var height = lineHeight
        var nodes: [Node] = []
        var decorations: [(ReportTable.Mark, Rectangle, Int)] = []
        for (column, columnWidth) in widths.enumerated() {
            let runs = column < cells.count ? cells[column] : []
            let lines = setter.breaker().lines(of: runs, width: columnWidth + 0.5)
            var children: [Node] = []
            for (number, line) in lines.enumerated() {
                let shift =
                    switch alignments[column] {
                    case .start: 0.0
                    case .middle: (columnWidth - line.width) / 2
                    case .end: columnWidth - line.width - (isHeader ? 0 : inset(runs, tails[column]))
                    }
                children += setter.nodes(
                    line, id: "\(rowID)/cell-\(column + 1)/line-\(number + 1)", role: "table-cell", left: x + shift,
                    top: padding + Double(number) * lineHeight, lineHeight: lineHeight)
            }
            height = max(height, Double(lines.count) * lineHeight)
            if !isHeader, let mark = marks[column]?[index - 1] {
                decorations.append((mark, Rectangle(x: x, y: 0, width: columnWidth, height: 0), column))
            }
            nodes.append(
                .group(id: "\(rowID)/cell-\(column + 1)", role: "table-cell", structure: Structure(tag), children))
            x += columnWidth + gap
        }
        height += 2 * padding
        nodes = decorations.map { decoration($0.0, in: $0.1, height: height, id: "\(rowID)/mark-\($0.2 + 1)") } + nodes
        var rule = Node.path(
            id: rowID + "/rule", role: "rule", .line(from: Point(left, height), to: Point(left + width, height)),
            stroke: Stroke(isHeader ? theme.ink : theme.grid, width: isHeader ? 1 : 0.75))
        rule.structure = Structure(.artifact)
        return FlowItem(
            nodes: nodes + [rule], height: height,
            steps: steps + [
                StructureStep(
                    key: rowID, structure: Structure(.tableRow, destination: isHeader ? nil : destinations[index - 1]))
            ])
    }

    // MARK: Numbers and marks

    /// For each column of numbers: how wide what stands behind the decimal sign is at the most.
    private func tails(_ rows: [[[StyledRun]]]) -> [Int: Double] {
        var tails: [Int: Double] = [:]
        for column in decimals {
            tails[column] = rows.compactMap { column < $0.count ? tail($0[column]) : nil }.max()
        }
        return tails
    }

    private func tail(_ runs: [StyledRun]) -> Double? {
        guard let number = TableNumber(TableNumber.text(of: runs)), let style = runs.first?.style else { return nil }
        return setter.measurer.width(of: number.fraction, font: style.font)
    }

    /// What a number is moved in by, so that its decimal sign stands below the others.
    private func inset(_ runs: [StyledRun], _ widest: Double?) -> Double {
        guard let widest, let own = tail(runs) else { return 0 }
        return widest - own
    }

    private func decoration(_ mark: ReportTable.Mark, in cell: Rectangle, height: Double, id: String) -> Node {
        var node: Node
        switch mark {
        case .tint(let color):
            let frame = Rectangle(x: cell.minX - gap / 2, y: 0.5, width: cell.width + gap, height: height - 0.5)
            node = .path(id: id, role: "background", .rectangle(frame), fill: .color(color))
        case .bar(let base, let end):
            let (from, to) = (min(base, end), max(base, end))
            let frame = Rectangle(
                x: cell.minX + from * cell.width, y: height - 4, width: max(0.5, (to - from) * cell.width), height: 3)
            node = .path(id: id, role: "mark-bar", .rectangle(frame), fill: .color(theme.neutral))
        }
        node.structure = Structure(.artifact)
        return node
    }
}
