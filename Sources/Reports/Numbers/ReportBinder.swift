import Documents
import Facts
import Formats
import Markdown

/// A report whose numbers are bound to facts, and what could not be.
struct BoundReport {
    var report: Report
    /// Numbers of no fact, or of several.
    var findings: [NumberFinding] = []
    /// Fact links whose words are not the fact's, key figures under another's label: errors always.
    var problems = Diagnostics()
    var usedOwnNumbers: Set<Int> = []
    let binder: FactBinder

    init(_ report: Report, facts: FactBase) {
        self.report = report
        let matter = report.matter
        binder = FactBinder(facts, language: matter.language, ownNumbers: matter.ownNumbers)
        var lines = InlineBinder(file: report.document.file, binder: binder)
        bindMatter(&lines, facts: facts)
        self.report.document.blocks = BoundReport.bound(report.document.blocks, &lines)
        for index in report.document.footnotes.indices {
            self.report.document.footnotes[index].blocks = BoundReport.bound(
                report.document.footnotes[index].blocks, &lines)
        }
        findings = lines.findings
        problems.add(lines.problems)
        usedOwnNumbers = lines.usedOwnNumbers
    }

    private mutating func bindMatter(_ lines: inout InlineBinder, facts: FactBase) {
        report.matter.titleLine = lines.bound(report.matter.titleLine, path: "title")
        report.matter.subtitleLine = lines.bound(report.matter.subtitleLine, path: "subtitle")
        // Where there are no links, in a running head or a file's title, the facts are written out.
        let language = report.matter.language
        report.matter.title = InlineText(report.matter.titleLine, facts: facts, language: language).text
        report.matter.subtitle = InlineText(report.matter.subtitleLine, facts: facts, language: language).text
        for (name, text) in report.matter.abbreviations.sorted(by: { $0.key < $1.key }) {
            let place = report.matter.abbreviationLocations[name] ?? SourceLocation(line: 1, column: 1)
            _ = lines.bound([MarkdownInline(.text(text), at: place)], path: "abbreviations.\(name)")
        }
        for index in report.matter.keyFigures.indices {
            let figure = report.matter.keyFigures[index]
            report.matter.keyFigures[index].label = lines.bound(
                figure.label, path: "key_figures[\(index)].label", behind: facts[figure.fact])
        }
        checkLabels(facts)
    }

    /// A label speaks of its own figure's fact, not of another's.
    private mutating func checkLabels(_ facts: FactBase) {
        let figures = report.matter.keyFigures
        for (index, figure) in figures.enumerated() {
            guard let own = facts[figure.fact] else { continue }
            let label = figure.label.map(\.plainText).joined()
            let mine = own.wordsShared(with: label)
            let other = figures.enumerated().filter { $0.offset != index }.compactMap { facts[$0.element.fact] }
                .map { (fact: $0, count: $0.wordsShared(with: label)) }.max { $0.count < $1.count }
            if let other, other.fact.id != own.id, other.count > mine {
                problems.add(
                    Diagnostic(
                        "the label “\(label)” speaks of the fact `\(other.fact.id)`, not of `\(own.id)`",
                        cause: .difference,
                        file: report.document.file, at: figure.location, path: "key_figures[\(index)].fact",
                        advice: "exchange the facts, or write a label that names what is counted"))
            }
        }
    }

    private static func bound(_ blocks: [MarkdownBlock], _ lines: inout InlineBinder) -> [MarkdownBlock] {
        var result = blocks
        for index in blocks.indices {
            switch blocks[index].content {
            case .paragraph(let inlines): result[index].content = .paragraph(paragraph(inlines, &lines))
            case .heading(let level, let inlines): result[index].content = .heading(level: level, lines.bound(inlines))
            case .list(var list):
                for item in list.items.indices { list.items[item] = bound(list.items[item], &lines) }
                result[index].content = .list(list)
            case .blockQuote(let inner): result[index].content = .blockQuote(bound(inner, &lines))
            case .table(var table):
                for column in table.header.cells.indices {
                    table.header.cells[column] = lines.bound(table.header.cells[column])
                }
                for row in table.rows.indices {
                    for column in table.rows[row].cells.indices {
                        table.rows[row].cells[column] = cell(column, of: row, in: table, &lines)
                    }
                }
                result[index].content = .table(table)
            case .definitionList(var entries):
                for entry in entries.indices {
                    entries[entry].term = lines.bound(entries[entry].term)
                    entries[entry].meanings = entries[entry].meanings.map { bound($0, &lines) }
                }
                result[index].content = .definitionList(entries)
            case .code, .html, .thematicBreak, .pageBreak, .foreign: break
            }
        }
        return result
    }

    /// A cell is read with its row's first cell and its column's head: what it is told of stands there.
    private static func cell(
        _ column: Int, of row: Int, in table: MarkdownTable, _ lines: inout InlineBinder
    ) -> [MarkdownInline] {
        let cell = table.rows[row].cells[column]
        let plain = cell.map(\.plainText).joined()
        guard column > 0, plain.contains(where: \.isNumber) else { return lines.bound(cell) }
        let head = table.rows[row].cells.first.map { $0.map(\.plainText).joined() } ?? ""
        let name = column < table.header.cells.count ? table.header.cells[column].map(\.plainText).joined() : ""
        return lines.bound(cell, within: "\(head) \(name)")
    }

    /// Figures keep their place; their captions are lines of their own.
    private static func paragraph(_ inlines: [MarkdownInline], _ lines: inout InlineBinder) -> [MarkdownInline] {
        guard inlines.contains(where: { if case .image = $0.content { true } else { false } }) else {
            return lines.bound(inlines)
        }
        return inlines.map { inline in
            guard case .image(_, let caption) = inline.content else { return inline }
            return inline.around(lines.bound(caption))
        }
    }
}

extension Fact {
    /// How many of the words of a text the fact says of itself.
    func wordsShared(with text: String) -> Int {
        var count = 0
        let own = Set([title, about, measure, unit ?? ""].flatMap { BoundReport.stems(of: $0) })
        for stem in BoundReport.stems(of: text) where own.contains(stem) { count += 1 }
        return count
    }
}

extension BoundReport {
    static func stems(of text: String) -> Set<String> {
        Set(text.split { !$0.isLetter }.filter { $0.count > 3 }.map { ClaimScanner.stem(of: String($0)) })
    }
}
