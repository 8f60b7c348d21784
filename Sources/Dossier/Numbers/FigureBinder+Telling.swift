import Calendar
import Documents
import Facts
import Figures
import Formats
import SceneGraph

/// What of a figure's numbers no fact binds, told.
extension FigureBinder {
    mutating func tell(_ binding: NumberBinding, _ text: String, _ node: Node) {
        let place = texts.place(of: binding.claim.range, in: text)
        if place == nil {
            // Ticks and the labels of classes are the scale's; what is drawn from a table is its source's to bear out.
            if ["axis-label", "legend-label", "legend-title", "header-label"].contains(node.role.rawValue) { return }
            if namesSources || !texts.data.isEmpty || texts.hasAddress { return }
        }
        // Dossier's own words: which projection a map is in, when an event was.
        if place == nil, ["note", "timeline-date"].contains(node.role.rawValue) { return }
        findings.append(
            NumberFinding(
                binding: binding, file: document.file, location: place?.location ?? document.root.location,
                path: place?.path ?? node.id))
    }

    /// The document's own alternative text, which no node shows.
    mutating func checkAlternative() {
        let node = document.root["usermeta"]?["dossier"]?["alt"] ?? document.root["alt"]
        guard let node, var text = node.string else { return }
        var known: [FactBinder.Known] = []
        if text.contains("{fact:") {
            var whole = ""
            for part in FactPlaceholder.parts(of: text) {
                switch part {
                case .text(let text): whole += text
                case .placeholder(let placeholder):
                    guard let fact = binder.facts[placeholder.id] else { continue }
                    let start = whole.utf8.count
                    whole += placeholder.written(fact, language: binder.language)
                    known.append(FactBinder.Known(range: start..<whole.utf8.count, fact: fact.id))
                }
            }
            text = whole
        }
        text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        for binding in binder.bindings(in: text, known: known, near: drawn) {
            switch binding.outcome {
            case .fact: continue
            case .own(let index): usedOwnNumbers.insert(index)
            case .several, .none:
                findings.append(
                    NumberFinding(binding: binding, file: document.file, location: node.location, path: "alt"))
            }
        }
    }

    /// Years in the author's own texts of a figure that draws facts: each must be one that a fact or a source is of.
    func strangeYears() -> [Diagnostic] {
        guard !drawn.isEmpty else { return [] }
        var found: [Diagnostic] = []
        for typed in texts.typed where !typed.path.contains("transform") {
            for claim in ClaimScanner.claims(in: typed.text, language: binder.language) where claim.isTime {
                let years = Fact.years(of: claim)
                if binder.facts.names(years) || binder.ownNumbers.contains(where: { $0.text == claim.text }) {
                    continue
                }
                found.append(
                    Diagnostic(
                        "no fact and no source is of \(claim.text)", cause: .difference, file: document.file,
                        at: typed.location, path: typed.path,
                        advice: "write {fact:…|date}, or list it under `own_numbers` of the report and say why"))
            }
        }
        return found
    }

    /// Entries of a timeline that are typed by hand, and neither name a fact nor a source: what a fact of that date
    /// says is that fact; the rest is nobody's.
    func strangeEntries() -> [Diagnostic] {
        let root = document.root
        guard root["figure"]?.string == "timeline", !namesSources else { return [] }
        var found: [Diagnostic] = []
        for key in ["events", "eras"] {
            for (index, entry) in (root[key]?.array ?? []).enumerated() {
                let isTyped = entry["title"] != nil && entry["table"] == nil
                let date = (entry["date"] ?? entry["period"]).flatMap { node in
                    node.string ?? node.number.map { String(Int($0)) }
                }.flatMap { try? EDTFDate(parsing: $0) }
                let fact = entry["fact"]?.string.flatMap { binder.facts[$0] }
                func tell(_ message: String, _ advice: String) {
                    found.append(
                        Diagnostic(
                            message, cause: .difference, file: document.file, at: entry.location,
                            path: "\(key)[\(index)]", advice: advice))
                }
                if let fact, let date, date != fact.date {
                    tell(
                        "the entry is dated \(date.wording), and the fact `\(fact.id)` \(fact.date.wording)",
                        "leave the date out: the fact has its own")
                }
                guard isTyped, fact == nil, entry["facts"] == nil, entry["source"] == nil else { continue }
                let title = entry["title"]?.string ?? ""
                let same = binder.facts.facts.first { $0.value == nil && $0.date == date && $0.title == title }
                if same == nil {
                    let near = binder.facts.facts.first { $0.value == nil && $0.date == date && date != nil }
                    tell(
                        "the entry “\(title.prefix(60))” is no fact, and names no source",
                        near.map { "the fact `\($0.id)` may be meant: write {fact: \($0.id)}" }
                            ?? "write it as a fact, or name its `source`")
                }
            }
        }
        return found
    }

    /// Data that stand in the document without a source: each number has to be a fact's.
    func unsourcedData() -> [Diagnostic] {
        guard !namesSources else { return [] }
        let key = document.root["figure"] == nil ? "usermeta.dossier.sources" : "sources"
        if texts.data.isEmpty, texts.hasAddress, document.root["figure"] == nil {
            return [
                Diagnostic(
                    "the figure draws a table and does not name its source", cause: .difference, file: document.file,
                    at: document.root["data"]?.location ?? document.root.location, path: "data.url",
                    advice: "name it under `\(key)`")
            ]
        }
        let values = Set(binder.facts.facts.compactMap { $0.value?.number })
        var found: [Diagnostic] = []
        for (value, location, path) in texts.data {
            let isYear = value == value.rounded() && (1000..<2200).contains(value)
            if isYear || values.contains(value) || value == 0 { continue }
            if binder.ownNumbers.contains(where: { Double($0.text) == value }) { continue }
            found.append(
                Diagnostic(
                    "the value \(FigureTexts.written(value)) of the data is no fact", cause: .difference,
                    file: document.file,
                    at: location, path: path,
                    advice: "draw facts (`data: {facts: …}`), or name the table's source under `\(key)`"))
            if found.count == 20 { break }
        }
        return found
    }
}
