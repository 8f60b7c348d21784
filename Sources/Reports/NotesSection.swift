import Calendar
import Facts
import Markdown
import SceneGraph
import Typography

extension ReportComposer {
    /// The notes in two columns: what each marked number rests on. Reading them may call for more notes, so the list
    /// is walked until it is done.
    ///
    /// - Parameter placed: numbers of notes that stand elsewhere.
    mutating func notesSections(except placed: Set<Int> = []) -> [FlowSection] {
        guard inlines.notes.keys.count > placed.count else { return [] }
        let body = items
        items = []
        let width = (page.fullWidth - 24) / 2
        let labelWidth = 20.0
        var index = 0
        while let runs = noteRuns(at: index) {
            let number = index + 1
            let id = "report/note-\(number)"
            index += 1
            if placed.contains(number) { continue }
            let steps = [
                StructureStep(
                    key: id, structure: Structure(.note, destination: NoteRegister.destination(number)))
            ]
            var lines = setter.items(
                runs, id: id, role: "note", left: labelWidth, width: width - labelWidth, lineHeight: type.smallLine,
                spaceBefore: 4, steps: steps, keepsTogether: true, setting: .small)
            if !lines.isEmpty {
                var mark = type.small
                mark.color = theme.accent
                mark.font.weight = 700
                mark.target = .destination("call-" + NoteRegister.destination(number))
                var label = setter.line("\(number)", style: mark)
                label.pieces[0].endsWithSpace = true
                lines[0].nodes =
                    setter.nodes(
                        label, id: id + "/label", role: "note-label", left: 0, lineHeight: type.smallLine)
                    + lines[0].nodes
            }
            items += lines
        }
        let notes = items
        items = []
        addSectionTitle("Notes")
        let head = items
        items = body
        return [
            FlowSection(left: 0, width: page.fullWidth, endsFloats: true, items: head),
            FlowSection(columns: 2, columnGap: 24, left: 0, width: page.fullWidth, spaceBefore: 4, items: notes),
        ]
    }

    /// What the note of that position says; nil behind the last.
    mutating func noteRuns(at index: Int) -> [StyledRun]? {
        guard inlines.notes.keys.indices.contains(index) else { return nil }
        switch inlines.notes.keys[index] {
        case .fact(let fact): return context.facts[fact].map { noteRuns(for: $0) } ?? []
        case .footnote(let label):
            let blocks = report.document.footnotes.first { $0.label == label }?.blocks ?? []
            var joined: [StyledRun] = []
            for block in blocks {
                guard case .paragraph(let content) = block.content else { continue }
                if !joined.isEmpty { joined.append(StyledRun(text: "\n", style: type.small)) }
                joined += inlines.runs(content, style: type.small)
            }
            return joined
        }
    }

    /// `Title: value (date). Source, where in it. Remarks.`
    private mutating func noteRuns(for fact: Fact) -> [StyledRun] {
        var bold = type.small
        bold.font.weight = 700
        var value = type.small
        value.facts = [fact.id]
        value.target = factPlaces.source(of: fact)
        var runs = [StyledRun(text: fact.title, style: bold)]
        if fact.value != nil {
            runs.append(StyledRun(text: ": \(fact.written(.full, language: report.matter.language))", style: value))
        }
        runs.append(StyledRun(text: " (\(fact.date.wording)). ", style: type.small))
        if let reserve = NoteWording.reserve(of: fact) {
            runs.append(StyledRun(text: reserve + " ", style: type.small))
        }
        if fact.isDerived {
            let inputs = context.facts.inputs(of: fact).map(\.title)
            runs.append(StyledRun(text: "Computed from: \(inputs.joined(separator: "; ")). ", style: type.small))
        }
        for (index, source) in context.facts.sources(of: fact).enumerated() {
            var style = type.small
            style.target = .destination(FactPlaces.source(source.id))
            if index > 0 { runs.append(StyledRun(text: "; ", style: type.small)) }
            runs.append(StyledRun(text: source.credit, style: style))
        }
        if !fact.isDerived, !fact.locators.isEmpty {
            runs.append(
                // The number stays with its word.
                StyledRun(
                    text: ", "
                        + fact.locators.map(\.written).joined(separator: "; ").replacing(
                            "paragraph ", with: "paragraph\u{A0}"),
                    style: type.small))
        }
        runs.append(StyledRun(text: ".", style: type.small))
        if let remarks = fact.notes {
            var text = " " + remarks.split(whereSeparator: \.isNewline).joined(separator: " ")
            if let last = text.last, !".!?".contains(last) { text += "." }
            runs += remarkRuns(text, of: fact)
        }
        return runs
    }

    /// Remarks, their numbers leading to what they are: the fact's own to its source.
    private func remarkRuns(_ text: String, of fact: Fact) -> [StyledRun] {
        var runs: [StyledRun] = []
        let bytes = Array(text.utf8)
        var place = 0
        func add(_ range: Range<Int>, _ style: TextStyle) {
            guard !range.isEmpty else { return }
            runs.append(StyledRun(text: String(decoding: bytes[range], as: UTF8.self), style: style))
        }
        for binding in binder.bindings(in: text, near: [fact.id]) {
            guard case .fact(let id) = binding.outcome else { continue }
            add(place..<binding.claim.range.lowerBound, type.small)
            var style = type.small
            style.facts = [id]
            style.target = id == fact.id ? factPlaces.source(of: fact) : .destination(factPlaces.place(of: id))
            add(binding.claim.range, style)
            place = binding.claim.range.upperBound
        }
        add(place..<bytes.count, type.small)
        return runs
    }

    /// Every source that a fact or a figure of the report rests on.
    var usedSources: [Source] {
        var ids: [String] = []
        func use(_ id: String) { if !ids.contains(id) { ids.append(id) } }
        for fact in inlines.usedFacts.compactMap({ context.facts[$0] }) {
            for source in context.facts.sources(of: fact) { use(source.id) }
        }
        for figure in figures { for source in figure.figure.sources { use(source) } }
        return ids.compactMap { context.facts.source($0) }
    }

    mutating func sourcesSections() -> [FlowSection] {
        let sources = usedSources
        guard !sources.isEmpty else { return [] }
        let body = items
        items = []
        addSectionTitle("Sources")
        for source in sources {
            var style = type.small
            if let address = source.urlMain { style.target = .address(address) }
            items += setter.items(
                [StyledRun(text: source.citation, style: style)] + lineage(of: source),
                id: "report/source-\(source.id)",
                role: .source,
                left: 0,
                width: page.fullWidth, lineHeight: type.smallLine, spaceBefore: 4,
                steps: [
                    StructureStep(
                        key: "source-\(source.id)",
                        structure: Structure(.paragraph, destination: FactPlaces.source(source.id)))
                ],
                keepsTogether: true)
        }
        let section = FlowSection(left: 0, width: page.fullWidth, items: items)
        items = body
        return [section]
    }

    /// What a source was made from, where a copy stays, and what speaks against resting on it.
    func lineage(of source: Source) -> [StyledRun] {
        var runs: [StyledRun] = []
        let origins = source.derivedFromSources.compactMap { context.facts.source($0)?.attribution }
        if !origins.isEmpty {
            runs.append(StyledRun(text: " Made from: \(origins.joined(separator: "; ")).", style: type.small))
        }
        if let archived = source.archived {
            var style = type.small
            style.target = .address(archived.url)
            runs += [
                StyledRun(text: " ", style: type.small), StyledRun(text: "Archived copy", style: style),
                StyledRun(text: ".", style: type.small),
            ]
        }
        if let retired = source.retired { runs.append(StyledRun(text: " Retired: \(retired)", style: type.small)) }
        return runs
    }

    mutating func addSectionTitle(_ title: String) {
        let name = ReportHeading.name(of: title)
        let id = "report/\(name)"
        let steps = [StructureStep(key: id, structure: Structure(.heading2, destination: name))]
        var rule = rule(id: id, width: page.fullWidth, spaceBefore: 26)
        rule.clearsRail = true
        items.append(rule)
        var lines = setter.items(
            [StyledRun(text: title, style: type.heading)], id: id, role: "heading", width: page.fullWidth,
            lineHeight: type.headingLine, spaceBefore: 0, steps: steps, keepsTogether: true)
        for index in lines.indices {
            lines[index].keepsWithNext = true
            lines[index].headingLevel = 2
        }
        items += lines
        tail.append(ReportHeading(level: 2, title: title, name: name))
    }
}

/// What a note says of how a fact is said.
enum NoteWording {
    /// `Attributed to Joseph Nye.`; nil where the source says it outright and nobody grades it.
    static func reserve(of fact: Fact) -> String? {
        var parts: [String] = []
        switch fact.status {
        case .stated: break
        case .attributed:
            parts.append(fact.attributedTo.map { "Attributed to \($0)." } ?? "Attributed to somebody by the source.")
        case .implied: parts.append("Implied, not stated.")
        case .expected: parts.append("Expected, not a fact yet.")
        case .estimated: parts.append("Estimated.")
        case .provisional: parts.append("Provisional.")
        case .schematic: parts.append("Measured from a schematic drawing.")
        }
        if let confidence = fact.confidence { parts.append("Confidence: \(confidence).") }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
