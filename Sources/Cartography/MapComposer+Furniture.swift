import Documents
import Facts
import Figures
import Phrases

/// What stands around the map: credits, note, alternative text.
extension MapComposer {
    func credits() -> [String] {
        let facts = context.facts
        var credits: [String] = []
        func add(_ credit: String) { if !credits.contains(credit) { credits.append(credit) } }
        for source in map.sources { add(facts.source(source)?.credit ?? source) }
        for values in canvas.layers.compactMap({ $0.values }) {
            if let source = values.source { add(facts.source(source)?.credit ?? source) }
            if case .facts(let node) = values.rows,
                let chosen = try? facts.select(node, file: canvas.file, path: values.path)
            {
                for source in facts.sources(of: chosen) { add(source.credit) }
            }
        }
        for fact in claimedFacts() { for source in facts.sources(of: fact) { add(source.credit) } }
        if usesGeodata { add(facts.source("natural-earth")?.credit ?? "Natural Earth") }
        if map.relief != nil { add(Relief.credit) }
        return credits
    }

    private func claimedFacts() -> [Fact] {
        canvas.layers.flatMap { $0.claims }.compactMap { $0 }.compactMap { context.facts[$0] }
    }

    func sourceIDs() -> [String] {
        let facts = context.facts
        var ids: [String] = []
        func add(_ id: String) { if !ids.contains(id), facts.source(id) != nil { ids.append(id) } }
        map.sources.forEach(add)
        for source in canvas.layers.compactMap({ $0.values?.source }) { add(source) }
        for id in canvas.facts { if let fact = facts[id] { facts.sources(of: fact).forEach { add($0.id) } } }
        if usesGeodata { add("natural-earth") }
        return ids
    }

    private var usesGeodata: Bool { canvas.layers.contains { $0.dataset?.isGeodata ?? false } }

    /// What the author notes, then what the map says of itself.
    mutating func wholeNote() -> String {
        var sentences: [String] = []
        if !map.note.isEmpty { sentences.append(map.note) }
        if !canvas.isDiagram { sentences.append(canvas.projectionSentence(reasons: projectionReasons)) }
        if canvas.drawsBoundaries { sentences.append(canvas.worldviewSentence()) }
        for layer in canvas.layers {
            for sentence in layer.notes(in: canvas.phrases) where !sentences.contains(sentence) {
                sentences.append(sentence)
            }
        }
        if !canvas.isDiagram, case .at = map.scaleBar, let reason = canvas.scaleBarRefusal(map.scaleBar) {
            sentences.append(reason)
        }
        return self.sentences(sentences)
    }

    private func sentences(_ sentences: [String]) -> String {
        let stop = canvas.phrases.language == "zh" ? "。" : "."
        return sentences.filter { !$0.isEmpty }.map { sentence in
            sentence.last.map { ".?!。".contains($0) } ?? true ? sentence : sentence + stop
        }.joined(separator: stop == "。" ? "" : " ")
    }

    func alternative() -> String {
        let words = canvas.phrases
        let title = map.title.isEmpty ? words.map.map : words.map.map + words.page.colon + map.title
        let names = canvas.namesDrawn.joined(separator: words.comma)
        return sentences([title, map.subtitle, names.isEmpty ? "" : Phrases.fill(words.map.shown, names)])
    }
}
