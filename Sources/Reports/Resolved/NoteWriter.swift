import Calendar
import Facts
import Markdown
import Phrases
import Typography

/// Writes the notes: what each marked number rests on, and footnotes. Reading them may call for more.
struct NoteWriter {
    /// Binds the numbers of what facts say of themselves.
    let binder: FactBinder

    func notes(_ resolver: inout BlockResolver) -> [ResolvedReport.Note] {
        var notes: [ResolvedReport.Note] = []
        while resolver.inlines.notes.keys.indices.contains(notes.count) {
            let runs =
                switch resolver.inlines.notes.keys[notes.count] {
                case .fact(let id): resolver.context.facts[id].map { self.runs(for: $0, resolver) } ?? []
                case .footnote(let label): footnote(label, &resolver)
                }
            notes.append(ResolvedReport.Note(number: notes.count + 1, runs: runs))
        }
        return notes
    }

    private func footnote(_ label: String, _ resolver: inout BlockResolver) -> [StyledRun] {
        let blocks = resolver.report.document.footnotes.first { $0.label == label }?.blocks ?? []
        var joined: [StyledRun] = []
        for block in blocks {
            guard case .paragraph(let content) = block.content else { continue }
            if !joined.isEmpty { joined.append(StyledRun(text: "\n", style: resolver.type.body)) }
            joined += resolver.runs(content)
        }
        return joined
    }

    /// `Title: value (date). Source, where in it. Remarks.`
    private func runs(for fact: Fact, _ resolver: BlockResolver) -> [StyledRun] {
        let plain = resolver.type.body
        let words = resolver.words
        let language = resolver.report.matter.language
        let places = resolver.factPlaces
        var bold = plain
        bold.font.weight = 700
        var value = plain
        value.facts = [fact.id]
        value.target = places.source(of: fact)
        var runs = [StyledRun(text: fact.title, style: bold)]
        if fact.value != nil {
            runs.append(StyledRun(text: words.colon + fact.written(.full, language: language), style: value))
        }
        let date = fact.date.wording(.sentence, in: words.phrases)
        runs.append(StyledRun(text: " (\(date)). ", style: plain))
        if let reserve = NoteWording.reserve(of: fact, words) {
            runs.append(StyledRun(text: reserve + " ", style: plain))
        }
        if fact.isDerived {
            // What is computed from a whole table names the table.
            let named = resolver.context.facts.inputs(of: fact).map(\.title)
            let inputs = (named.isEmpty ? fact.locators.map(\.written) : named).joined(separator: "; ")
            runs.append(StyledRun(text: words.fill(words.report.computedFrom, inputs) + " ", style: plain))
        }
        for (index, source) in resolver.context.facts.sources(of: fact).enumerated() {
            var style = plain
            style.target = .destination(FactPlaces.source(source.id))
            if index > 0 { runs.append(StyledRun(text: "; ", style: plain)) }
            runs.append(StyledRun(text: source.credit, style: style))
        }
        if !fact.isDerived, !fact.locators.isEmpty {
            // The number stays with its word.
            let where_ = fact.locators.map(\.written).joined(separator: "; ")
                .replacing("paragraph ", with: "paragraph\u{A0}")
            runs.append(StyledRun(text: ", " + where_, style: plain))
        }
        runs.append(StyledRun(text: ".", style: plain))
        if let remarks = fact.notes {
            var text = " " + remarks.split(whereSeparator: \.isNewline).joined(separator: " ")
            if let last = text.last, !".!?".contains(last) { text += "." }
            runs += remarkRuns(text, of: fact, places, plain)
        }
        return runs
    }

    /// Remarks, their numbers leading to what they are: the fact's own to its source.
    private func remarkRuns(_ text: String, of fact: Fact, _ places: FactPlaces, _ plain: TextStyle) -> [StyledRun] {
        var runs: [StyledRun] = []
        let bytes = Array(text.utf8)
        var place = 0
        func add(_ range: Range<Int>, _ style: TextStyle) {
            guard !range.isEmpty else { return }
            runs.append(StyledRun(text: String(decoding: bytes[range], as: UTF8.self), style: style))
        }
        for binding in binder.bindings(in: text, near: [fact.id]) {
            guard case .fact(let id) = binding.outcome else { continue }
            add(place..<binding.claim.range.lowerBound, plain)
            var style = plain
            style.facts = [id]
            style.target = id == fact.id ? places.source(of: fact) : .destination(places.place(of: id))
            add(binding.claim.range, style)
            place = binding.claim.range.upperBound
        }
        add(place..<bytes.count, plain)
        return runs
    }
}

/// What a note says of how a fact is said.
enum NoteWording {
    /// `Attributed to Joseph Nye.`; nil where the source says it outright and nobody grades it.
    static func reserve(of fact: Fact, _ words: ReportWords) -> String? {
        let report = words.report
        var parts: [String] = []
        switch fact.status {
        case .stated: break
        case .attributed:
            parts.append(fact.attributedTo.map { words.fill(report.attributedTo, $0) } ?? report.attributed)
        case .implied: parts.append(report.implied)
        case .expected: parts.append(report.expected)
        case .estimated: parts.append(report.estimated)
        case .provisional: parts.append(report.provisional)
        case .schematic: parts.append(report.schematic)
        }
        if let confidence = fact.confidence { parts.append(words.fill(report.confidence, "\(confidence)")) }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
