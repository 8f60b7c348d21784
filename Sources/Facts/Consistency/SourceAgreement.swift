import Documents

/// Where facts stand, and which source they name for it: one table, map or section is of one source.
struct SourceAgreement {
    private enum Place: Hashable {
        case table(String)
        case map(String)
        case section(String)

        var noun: String {
            switch self {
            case .table(let name): "the table `\(name)`"
            case .map(let name): "the map `\(name)`"
            case .section(let name): "the section “\(name)”"
            }
        }
    }

    private let base: FactBase
    private let facts: [Fact]
    private var places: [Place: [String: [Int]]] = [:]
    /// Sources with facts in paragraphs: texts.
    private var sections: [String: Set<String>] = [:]

    init(_ base: FactBase) {
        self.base = base
        facts = base.facts.filter { !$0.isDerived && $0.source != nil }
        for (index, fact) in facts.enumerated() {
            for locator in fact.locators {
                guard let place = SourceAgreement.place(of: locator), let source = fact.source else { continue }
                places[place, default: [:]][source, default: []].append(index)
                if case .section(let name) = place { sections[source, default: []].insert(name) }
            }
        }
    }

    private static func place(of locator: Locator) -> Place? {
        if let cell = locator.cell { return .table(cell.table) }
        if let border = locator.border { return .map(border.map) }
        // Every text has a lead, and only texts have paragraphs.
        guard locator.paragraph != nil, locator.section != Locator.leadSection else { return nil }
        return .section(locator.section)
    }

    /// Facts that name another source than most of those beside them.
    var problems: [Diagnostic] {
        var found: [Int: Diagnostic] = [:]
        for (place, sources) in places where sources.count > 1 {
            let ordered = sources.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
            guard let most = ordered.first else { continue }
            for (source, indices) in ordered.dropFirst() where isStranger(source, at: place, beside: most.key) {
                for index in indices {
                    let fact = facts[index]
                    found[index] = Diagnostic(
                        "\(place.noun) is of `\(most.key)`, as \(others(most.value)) "
                            + "\(most.value.count == 1 ? "says" : "say"), "
                            + "and `\(fact.id)` names `\(source)`",
                        severity: .error, cause: .difference, file: fact.file, at: fact.location,
                        path: "\(fact.id).source",
                        advice: "name `\(most.key)`, or the section, table or map of `\(source)` that it stands in")
                }
            }
        }
        return found.sorted { $0.key < $1.key }.map(\.value) + sectionProblems + pageProblems + kindProblems
            + facts.compactMap { dateProblem($0) }
    }

    /// Of the cells of a column the sections are named alike, but for what the row is of: “Mongolia, Geography, Area”.
    private var sectionProblems: [Diagnostic] {
        var patterns: [String: [String: [Fact]]] = [:]
        for fact in facts {
            for locator in fact.locators {
                guard let cell = locator.cell, !locator.section.isEmpty else { continue }
                // What follows the first comma: `Geography, Area`.
                let pattern =
                    locator.section.firstRange(of: ", ").map { String(locator.section[$0.upperBound...]) }
                    ?? locator.section
                patterns["\(cell.table)/\(cell.column)", default: [:]][pattern, default: []].append(fact)
            }
        }
        return patterns.values.flatMap { patterns in
            let ordered = patterns.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
            guard let most = ordered.first, most.value.count > 1 else { return [Diagnostic]() }
            return ordered.dropFirst().filter { $0.value.count < most.value.count }.flatMap { pattern, strangers in
                strangers.map { fact in
                    Diagnostic(
                        "`\(fact.id)` stands in the section “\(pattern)”, and the other cells of its column in "
                            + "“\(most.key)”",
                        severity: .error, cause: .difference, file: fact.file, at: fact.location,
                        path: "\(fact.id).locator.section")
                }
            }
        }.sorted { $0.path < $1.path }
    }

    /// A text has paragraphs, and neither cells nor lines on a map; what is computed is of a source of its inputs.
    private var kindProblems: [Diagnostic] {
        let tabled = facts.filter { $0.locators.contains { $0.cell != nil || $0.border != nil } }
        // A text that has one cell has none; a source may hold both text and tables.
        let texts = Set(sections.keys).filter { source in tabled.count { $0.source == source } < 2 }
        return base.facts.compactMap { fact in
            guard let source = fact.source else { return nil }
            var message: String?
            if fact.isDerived {
                let inputs = Set(fact.derivedFrom.compactMap { base[$0]?.source })
                if !inputs.isEmpty, !inputs.contains(source) {
                    message = "`\(fact.id)` names `\(source)`, and none of its inputs does"
                }
            } else if texts.contains(source), fact.locators.contains(where: { $0.cell != nil || $0.border != nil }),
                !fact.locators.contains(where: { $0.paragraph != nil })
            {
                message = "`\(fact.id)` stands in a table or on a map, and names the text `\(source)`"
            }
            return message.map {
                Diagnostic(
                    $0, severity: .error, cause: .difference, file: fact.file, at: fact.location,
                    path: "\(fact.id).source", advice: "name the source that it was taken from")
            }
        }
    }

    /// The section of a cell is of its row's own page: “Mongolia, Geography, Area” of Mongolia's.
    private var pageProblems: [Diagnostic] {
        facts.flatMap { fact in
            fact.locators.compactMap { locator -> Diagnostic? in
                guard let cell = locator.cell, let comma = locator.section.firstRange(of: ", ") else { return nil }
                let page = String(locator.section[..<comma.lowerBound])
                let own = [cell.row, fact.about, fact.title, fact.notes ?? ""]
                if own.contains(where: { $0.contains(page) || page.contains($0) && !$0.isEmpty }) { return nil }
                return Diagnostic(
                    "`\(fact.id)` stands in the section “\(locator.section)”, and is about \(fact.about)",
                    severity: .error, cause: .difference, file: fact.file, at: fact.location,
                    path: "\(fact.id).locator.section")
            }
        }
    }

    /// What is measured on a map is of the map's own time, or of none.
    private func dateProblem(_ fact: Fact) -> Diagnostic? {
        guard fact.locators.contains(where: { $0.border != nil }), let years = fact.date.years,
            let source = fact.source.flatMap({ base.source($0) })
        else { return nil }
        let own = [source.datePublished, source.dateAccessed].compactMap { $0?.years }
        if own.contains(where: { $0.overlaps(years) }) { return nil }
        return Diagnostic(
            "`\(fact.id)` is measured on a map, and is said to be of \(fact.date.wording)", severity: .error,
            cause: .difference, file: fact.file, at: fact.location, path: "\(fact.id).date",
            advice: "a line on a map is of the map's own date: `date: undated`")
    }

    /// Two texts may have sections of one name; a source that has no other section is no text.
    private func isStranger(_ source: String, at place: Place, beside most: String) -> Bool {
        guard case .section = place else { return true }
        return sections[source].map { $0.subtracting(sections[most] ?? []).isEmpty } ?? true
    }

    private func others(_ indices: [Int]) -> String {
        indices.count == 1 ? "`\(facts[indices[0]].id)`" : "`\(facts[indices[0]].id)` and \(indices.count - 1) more"
    }
}
