import Calendar
import Facts
import SceneGraph
import Typography

/// Facts about one thing, as the appendix lists them.
struct FactGroup {
    /// What they are about; the word for what is computed where that is all that they share.
    var title: String
    var facts: [Fact]

    /// In the order of first use; what has but one fact stands with others of its kind at the end.
    static func groups(of facts: [Fact], otherwise: String) -> [FactGroup] {
        var groups: [FactGroup] = []
        for fact in facts {
            if let index = groups.firstIndex(where: { $0.title == fact.about }) {
                groups[index].facts.append(fact)
            } else {
                groups.append(FactGroup(title: fact.about, facts: [fact]))
            }
        }
        let alone = groups.filter { $0.facts.count == 1 }
        guard alone.count > 1, alone.count < groups.count || groups.count > 6 else { return groups }
        let rest = FactGroup(title: otherwise, facts: alone.flatMap(\.facts))
        return groups.filter { $0.facts.count > 1 } + [rest]
    }

    /// Of columns: those of all tables stand below each other.
    static func widths(hasValues: Bool, hasDates: Bool, of width: Double) -> [Double] {
        let parts =
            [hasValues && hasDates ? 0.54 : hasValues || hasDates ? 0.72 : 1] + (hasValues ? [0.25] : [])
            + (hasDates ? [0.21] : [])
        let room = width - 10 * Double(parts.count - 1)
        let whole = parts.reduce(0, +)
        return parts.map { $0 / whole * room }
    }

    /// A row of the appendix: empty where a fact has no value, or no date.
    struct Row {
        var fact: Fact
        var value: String
        var date: String
    }

    func rows(_ words: ReportWords, language: String) -> [Row] {
        facts.map { fact in
            let date = fact.date.wording(.label, in: words.phrases)
            return Row(
                fact: fact,
                value: fact.value == nil
                    ? fact.status.printed ?? "" : fact.told(.full, language: language),
                date: date == words.phrases.dates.undated ? "" : date)
        }
    }
}

extension ReportComposer {
    /// All facts that the report tells, in words or in a figure: a small table for each thing that they are about, in
    /// two columns.
    mutating func factTableSections() -> [FlowSection] {
        let facts = resolved.listedFacts(context.facts)
        guard !facts.isEmpty else { return [] }
        let body = items
        items = []
        addSectionTitle(words.report.allFacts)
        let head = items
        items = []
        let gap = 28.0
        let width = (page.fullWidth - gap) / 2
        for (index, group) in FactGroup.groups(of: facts, otherwise: words.report.others).enumerated() {
            items += table(group, number: index + 1, width: width)
        }
        let tables = items
        items = body
        return [
            FlowSection(left: 0, width: page.fullWidth, items: head),
            FlowSection(columns: 2, columnGap: gap, left: 0, width: page.fullWidth, spaceBefore: 4, items: tables),
        ]
    }

    private func table(_ group: FactGroup, number: Int, width: Double) -> [FlowItem] {
        let style = type.style(theme.page.small)
        var bold = style
        bold.font.weight = 700
        let rows = group.rows(words, language: report.matter.language)
        let hasValues = rows.contains { !$0.value.isEmpty }
        let hasDates = rows.contains { !$0.date.isEmpty }
        var layout = TableLayout(
            id: "report/facts-\(number)", setter: setter, theme: theme, lineHeight: theme.page.smallLine * 0.92,
            alignments: [.start] + (hasValues ? [.start] : []) + (hasDates ? [.start] : []),
            steps: [StructureStep(key: "facts-table-\(number)", structure: Structure(.table))], gap: 10, padding: 2)
        for (index, row) in rows.enumerated() { layout.destinations[index] = FactPlaces.row(row.fact.id) }
        let places = resolved.places
        let cells = rows.map { row -> [[StyledRun]] in
            var value = style
            value.facts = [row.fact.id]
            value.target = places.outward(from: row.fact)
            var title = style
            title.target = places.back(from: row.fact) ?? places.outward(from: row.fact)
            if row.value.isEmpty { title.facts = [row.fact.id] }
            var cells = [[StyledRun(text: row.fact.title, style: title)]]
            if hasValues { cells.append(row.value.isEmpty ? [] : [StyledRun(text: row.value, style: value)]) }
            if hasDates { cells.append(row.date.isEmpty ? [] : [StyledRun(text: row.date, style: style)]) }
            return cells
        }
        let header = [group.title] + (hasValues ? [words.report.value] : []) + (hasDates ? [words.report.date] : [])
        return layout.items(
            header: header.map { [StyledRun(text: $0, style: bold)] }, rows: cells, left: 0, width: width,
            spaceBefore: 14, widths: FactGroup.widths(hasValues: hasValues, hasDates: hasDates, of: width))
    }
}
