import Calendar
import Facts
import SceneGraph
import Typography

extension ReportComposer {
    /// All facts that the report tells, in words or in a figure: a small table for each place that facts come from,
    /// so that a row need not repeat it, in two columns.
    mutating func factTableSections() -> [FlowSection] {
        let facts = inlines.usedFacts.compactMap { context.facts[$0] }
        guard !facts.isEmpty else { return [] }
        let body = items
        items = []
        addSectionTitle("All facts")
        let head = items
        items = []
        let gap = 24.0
        let width = (page.fullWidth - gap) / 2
        for (index, group) in groups(of: facts).enumerated() {
            items += table(group, number: index + 1, width: width)
        }
        let tables = items
        items = body
        return [
            FlowSection(left: 0, width: page.fullWidth, items: head),
            FlowSection(columns: 2, columnGap: gap, left: 0, width: page.fullWidth, spaceBefore: 6, items: tables),
        ]
    }

    struct FactGroup {
        var title: String
        /// Empty where they are computed.
        var source: String
        var facts: [Fact]
    }

    /// By source and section, each in the order of first use; computed facts come last.
    func groups(of facts: [Fact]) -> [FactGroup] {
        var groups: [FactGroup] = []
        var sources: [String] = []
        for fact in facts.filter({ !$0.isDerived }) + facts.filter(\.isDerived) {
            var title = "Computed"
            var source = ""
            if !fact.isDerived {
                source = context.facts.sources(of: fact).map(\.attributionShort).joined(separator: "; ")
                title = source
                if !sources.contains(source) { sources.append(source) }
                // A text is told section by section; a reference work, whose facts each have a page, as one.
                if let locator = fact.locators.first, locator.paragraph != nil {
                    title += ", " + Locator(section: locator.section).written
                }
            }
            if let index = groups.firstIndex(where: { $0.title == title }) {
                groups[index].facts.append(fact)
            } else {
                groups.append(FactGroup(title: title, source: source, facts: [fact]))
            }
        }
        // What a source says stands together, section by section; what is computed stands last.
        return (sources + [""]).flatMap { source in groups.filter { $0.source == source } }
    }

    private func table(_ group: FactGroup, number: Int, width: Double) -> [FlowItem] {
        let style = type.style(9.5)
        var bold = style
        bold.font.weight = 700
        var layout = TableLayout(
            id: "report/facts-\(number)", setter: setter, theme: theme, lineHeight: 12,
            alignments: [.start, .start, .start, .end],
            steps: [StructureStep(key: "facts-table-\(number)", structure: Structure(.table))], gap: 8, padding: 1.5)
        for (index, fact) in group.facts.enumerated() { layout.destinations[index] = FactPlaces.row(fact.id) }
        let places = factPlaces
        // An event's title and date say it all; a column of values is for the rest.
        let rows = group.facts.map { fact -> [[StyledRun]] in
            var value = style
            value.facts = [fact.id]
            value.target = places.outward(from: fact)
            var title = style
            title.target = places.back(from: fact)
            var source = style
            source.target = places.source(of: fact)
            let section = fact.locators.first?.section
            let paragraphs = fact.locators.filter { $0.section == section }.compactMap(\.paragraph)
                .map(String.init).joined(separator: ", ")
            return [
                [StyledRun(text: fact.title, style: title)],
                [StyledRun(text: fact.value == nil ? fact.status.printed ?? "–" : fact.told(.full), style: value)],
                [StyledRun(text: fact.date.wording(.label), style: style)],
                [StyledRun(text: paragraphs, style: source)],
            ]
        }
        let header = [group.title, "Value", "Date", "¶"].map { [StyledRun(text: $0, style: bold)] }
        let room = width - 3 * 8
        return layout.items(
            header: header, rows: rows, left: 0, width: width, spaceBefore: 12,
            widths: [0.49, 0.245, 0.215, 0.05].map { $0 * room })
    }
}
