import Documents
import SceneGraph
import Typography

/// A table's words and numbers, and how they are set.
struct ReportTable: Sendable {
    /// What stands in a cell beside its words.
    enum Mark: Sendable {
        /// From a base line at `base` to `end`, parts of the column's room for bars.
        case bar(base: Double, end: Double)
        /// A ground behind the number.
        case tint(Color)
    }

    var header: [[StyledRun]]
    var rows: [[[StyledRun]]]
    /// One for each column.
    var alignments: [Text.Anchor]
    /// Columns whose numbers stand with their decimal signs below each other.
    var decimals: Set<Int> = []
    /// By column and row.
    var marks: [Int: [Int: Mark]] = [:]

    /// Narrower columns hold no word that can be read.
    static let narrowestColumn = 32.0

    /// Columns of numbers stand to the right, where the author says nothing else.
    mutating func alignNumbers(where free: [Bool]) {
        for column in alignments.indices {
            let texts = rows.compactMap { column < $0.count ? TableNumber.text(of: $0[column]) : nil }
            let filled = texts.filter { !TableNumber.isEmpty($0) }
            guard !filled.isEmpty, filled.allSatisfy({ TableNumber($0) != nil }), column > 0 || filled.count < 2 else {
                continue
            }
            if free.indices.contains(column), free[column] { alignments[column] = .end }
            if alignments[column] == .end { decimals.insert(column) }
        }
    }

    /// - Parameters:
    ///   - label: its number and caption; nil for a table that stands in the text.
    ///   - source: the line below it.
    func set(
        in composer: inout ReportComposer, at place: BlockPlace, label: BlockLabel?, source: [StyledRun],
        location: SourceLocation
    ) {
        let page = composer.page
        let most = Int(page.fullWidth / ReportTable.narrowestColumn)
        guard alignments.count <= most else {
            composer.problem(
                "the table has \(alignments.count) columns; the page has room for \(most)", at: location,
                advice: "part it in two, turn it round, or set the report on a4-landscape")
            return
        }
        let id = composer.nextID("table")
        let isNested = !place.steps.isEmpty
        let room = isNested ? place.width : page.fullWidth
        let layout = fitted(composer, id: id, width: room, steps: place.steps)
        let isWide = !isNested && layout.leastWidth(all(composer, layout)) > place.width
        let width = isWide ? page.fullWidth : place.width
        if layout.leastWidth(all(composer, layout)) > room + 0.5 {
            composer.warnings.append(
                Diagnostic(
                    "the table is wider than the page: words of it are divided", severity: .warning,
                    file: composer.report.document.file, at: location,
                    advice: "fewer columns, shorter words, or page: a4-landscape"))
        }
        var items = layout.items(
            header: header.map { styled($0, composer, layout, isBold: true) },
            rows: rows.map { row in row.map { styled($0, composer, layout) } }, left: place.left, width: width,
            spaceBefore: label == nil ? 14 : 4)
        if let label { items = labelItems(label, id: id, width: width, composer) + items }
        if !source.isEmpty {
            items[items.count - 1].keepsWithNext = true
            items += composer.setter.items(
                composer.styled(source, composer.type.caption), id: id + "/source", role: .source, left: place.left,
                width: width, lineHeight: composer.type.captionLine, spaceBefore: 5,
                steps: [StructureStep(key: id + "/source", structure: Structure(.paragraph))], keepsTogether: true)
        }
        add(items, label: label, isWide: isWide, isNested: isNested, to: &composer)
    }

    /// A table with a number that fits a page stands as a figure does; others stand where they are.
    private func add(
        _ given: [FlowItem], label: BlockLabel?, isWide: Bool, isNested: Bool, to composer: inout ReportComposer
    ) {
        var items = given
        let height = items.reduce(0) { $0 + $1.height + $1.spaceBefore }
        if let label, !isNested, height < composer.page.contentHeight * 0.7 {
            composer.floats.append(
                PageFloat(
                    drawings: [.init(width: isWide ? .page : .column, items: items)], position: composer.items.count,
                    names: [label.entry.destination]))
            return
        }
        if !items.isEmpty, label != nil { items[0].spaceBefore = 22 }
        for index in items.indices {
            items[index].spansColumns = isWide
            items[index].lineCount = 1
            if index < items.count - 1 { items[index].breakCost = 12 }
        }
        composer.items += items
    }

    private func labelItems(_ label: BlockLabel, id: String, width: Double, _ composer: ReportComposer) -> [FlowItem] {
        var rule = Node.path(
            id: id + "/rule", role: "rule", .rectangle(Rectangle(x: 0, y: 0, width: width, height: 2)),
            fill: .color(composer.theme.accent))
        rule.structure = Structure(.artifact)
        var lines = composer.setter.items(
            label.runs(in: composer), id: id + "/caption", role: "caption", width: width,
            lineHeight: composer.type.captionLine, spaceBefore: 0,
            steps: [
                StructureStep(
                    key: id + "/caption", structure: Structure(.caption, destination: label.entry.destination))
            ], keepsTogether: true)
        for index in lines.indices { lines[index].keepsWithNext = true }
        return [FlowItem(nodes: [rule], height: 7, keepsWithNext: true)] + lines
    }

    private func all(_ composer: ReportComposer, _ layout: TableLayout) -> [[[StyledRun]]] {
        [header.map { styled($0, composer, layout, isBold: true) }]
            + rows.map { row in row.map { styled($0, composer, layout) } }
    }

    private func styled(
        _ runs: [StyledRun], _ composer: ReportComposer, _ layout: TableLayout, isBold: Bool = false
    ) -> [StyledRun] {
        var style = composer.type.style(layout.size)
        if isBold { style.font.weight = 700 }
        return composer.styled(runs, style)
    }

    /// In the largest type, and with the widest gaps, in which no word is divided.
    private func fitted(
        _ composer: ReportComposer, id: String, width: Double, steps: [StructureStep]
    ) -> TableLayout {
        let page = composer.theme.page
        var layout = TableLayout(
            id: id, setter: composer.setter, theme: composer.theme, lineHeight: page.tableLine, alignments: alignments,
            steps: steps + [StructureStep(key: id, structure: Structure(.table))])
        layout.decimals = decimals
        layout.marks = marks
        for (size, gap) in [
            (page.table, 14.0), (page.table, 9), (page.table * 0.93, 8), (max(9.4, page.table * 0.8), 6),
        ] {
            layout.size = size
            layout.gap = gap
            layout.lineHeight = page.tableLine * size / page.table
            if layout.leastWidth(all(composer, layout)) <= width { break }
        }
        return layout
    }

    // MARK: HTML

    func html(in page: inout HTMLPage, label: BlockLabel?, source: [StyledRun]) -> String {
        let name = label.map { " id=\"\(HTMLText.escape($0.entry.destination))\"" } ?? ""
        var html = "<div class=\"wide\" tabindex=\"0\"\(name)><table>\n"
        if let label {
            html +=
                "<caption><strong>\(HTMLText.escape(label.text))</strong> "
                + "\(page.phrases.html(label.caption))</caption>\n"
        }
        html += "<thead><tr>"
        for (column, cell) in header.enumerated() {
            let words = page.phrases.html(cell)
            html += words.isEmpty ? "<td></td>" : "<th scope=\"col\"\(attribute(column))>\(words)</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        for (index, row) in rows.enumerated() {
            html += "<tr>"
            for (column, cell) in row.enumerated() {
                html += "<td\(attribute(column, row: index))>\(page.phrases.html(cell))</td>"
            }
            html += "</tr>\n"
        }
        html += "</tbody>\n</table></div>\n"
        if !source.isEmpty { html += "<p class=\"source\">\(page.phrases.html(source))</p>\n" }
        return html
    }

    private func attribute(_ column: Int, row: Int? = nil) -> String {
        guard column < alignments.count else { return "" }
        var text =
            switch alignments[column] {
            case .start: ""
            case .middle: " class=\"center\""
            case .end: " class=\"right\""
            }
        switch row.flatMap({ marks[column]?[$0] }) {
        case .tint(let color)?: text += " style=\"background:\(color.css);color:\(Color.ink(on: color).css)\""
        case .bar(let base, let end)?:
            let (from, to) = (Int(min(base, end) * 100), Int(max(base, end) * 100))
            text +=
                " style=\"background:linear-gradient(90deg,transparent \(from)%,var(--bar) \(from)%,var(--bar) "
                + "\(to)%,transparent \(to)%) left bottom/100% 3px no-repeat\""
        case nil: break
        }
        return text
    }
}

/// A number of a cell, and where its decimal sign stands.
struct TableNumber {
    var value: Double
    /// From the decimal sign on.
    var fraction: String

    static func text(of runs: [StyledRun]) -> String {
        runs.filter { $0.style.rise == 0 }.map(\.text).joined().trimmed
    }

    static func isEmpty(_ text: String) -> Bool { ["", "–", "—", "-", "n/a", "NA", "…", ".."].contains(text) }

    /// Nil where the text is no number with at most a sign, groups, a decimal sign and a per cent sign.
    init?(_ text: String) {
        var body = text.trimmed
        var sign = 1.0
        if let first = body.first, "−-+".contains(first) {
            if first != "+" { sign = -1 }
            body.removeFirst()
        }
        for mark in ["%", "\u{A0}%", " %"] where body.hasSuffix(mark) { body = String(body.dropLast(mark.count)) }
        guard let first = body.first, first.isNumber else { return nil }
        let plain = body.filter { !", \u{A0}\u{202F}'’".contains($0) }
        guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let number = Double(plain) else {
            return nil
        }
        value = sign * number
        fraction = text.firstIndex(of: ".").map { String(text[$0...]) } ?? (text.hasSuffix("%") ? "%" : "")
    }
}

extension Color {
    /// What can be read on a ground.
    static func ink(on ground: Color) -> Color { ground.luminance > 0.3 ? Color(hex: 0x14181F) : .white }
}

extension String {
    /// Without the spaces around it.
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
