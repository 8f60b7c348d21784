import Calendar
import Documents
import Facts
import Figures
import Formats
import SceneGraph

/// Binds the numbers in a drawn figure's texts: each text carries the facts that it writes and says where, and what is
/// no fact's is told.
struct FigureBinder {
    let document: Document
    let binder: FactBinder
    let written: [FigurePlaceholders.Written]
    let texts: FigureTexts
    let drawn: Set<String>
    private let inOrder: [String]
    /// The figure names where its own data come from.
    let namesSources: Bool
    var findings: [NumberFinding] = []
    var usedOwnNumbers: Set<Int> = []
    private(set) var strangeLabels: [Diagnostic] = []

    /// What a number of these says of the drawing, not of the world: ticks, scale bars, and what Dossier writes itself.
    private static let silent: Set<String> = ["source", "scale-bar", "axis-break-label", "axis-reduction-label"]

    init(_ placeholders: FigurePlaceholders, of document: Document, binder: FactBinder, facts: [String]) {
        self.document = document
        self.binder = binder
        written = placeholders.written
        texts = FigureTexts(placeholders.document)
        drawn = Set(facts)
        inOrder = facts
        let root = document.root
        namesSources = [root["usermeta"]?["dossier"]?["sources"], root["sources"], root["source"]].contains {
            $0.map { !$0.isNull && !($0.array?.isEmpty ?? false) } ?? false
        }
    }

    // MARK: The scene

    /// The scene with the facts of its texts.
    mutating func bound(_ scene: Scene) -> Scene {
        var scene = scene
        scene.root = bound(scene.root)
        return scene
    }

    private mutating func bound(_ node: Node) -> Node {
        var node = node
        switch node.content {
        case .group(var group):
            var isChanged = false
            for index in group.children.indices {
                let child = bound(group.children[index])
                if child != group.children[index] {
                    group.children[index] = child
                    isChanged = true
                }
            }
            if isChanged { node.content = .group(group) }
        case .text(var text):
            let spans = spans(of: text, in: node)
            guard !spans.isEmpty else { return node }
            text.factSpans = spans
            node.content = .text(text)
            for span in spans where !node.facts.contains(span.fact) { node.facts.append(span.fact) }
        default: break
        }
        return node
    }

    private mutating func spans(of text: Text, in node: Node) -> [FactSpan] {
        guard node.role != .source, let first = text.lines.first, !first.isEmpty else { return [] }
        // A date beside an event is the event's own, whatever else shares its label.
        if let fact = node.facts.first.flatMap({ binder.facts[$0] }),
            node.role == "timeline-date" || node.facts.count == 1 && isWhole(text, fact)
        {
            return text.lines.indices.map { FactSpan(line: $0, range: 0..<text.lines[$0].utf8.count, fact: fact.id) }
        }
        let lines = text.lines.joined(separator: " ")
        let known = known(in: lines, node: node)
        var ranges = known.map { ($0.range, $0.fact) }
        guard !FigureBinder.silent.contains(node.role.rawValue), !node.id.contains("/graticule["),
            !node.id.contains("/scale-bar/")
        else { return [] }
        if node.role == "map-label", !drawn.isEmpty { checkYears(lines, node) }
        let near = drawn.union(node.facts)
        for binding in binder.bindings(in: lines, known: known, near: near) {
            switch binding.outcome {
            case .fact(let id): ranges.append((binding.claim.range, id))
            case .own(let index): usedOwnNumbers.insert(index)
            case .several(let ids):
                // A mark's own fact parts them.
                if let own = ids.first(where: node.facts.contains) {
                    ranges.append((binding.claim.range, own))
                } else {
                    tell(binding, lines, node)
                }
            case .none: tell(binding, lines, node)
            }
        }
        ranges += dates(in: lines, besides: ranges.map(\.0), of: node)
        return ranges.flatMap { FigureBinder.spans($0.0, of: text, fact: $0.1) }
    }

    /// Years that are the date of a fact that the figure draws lead to it: the text's own, else the first of that date.
    private func dates(in text: String, besides known: [Range<Int>], of node: Node) -> [(Range<Int>, String)] {
        guard !drawn.isEmpty, text.contains(where: \.isNumber) else { return [] }
        var found: [(Range<Int>, String)] = []
        for claim in ClaimScanner.claims(in: text, language: binder.language) where claim.isTime {
            guard !known.contains(where: { $0.overlaps(claim.range) }) else { continue }
            let years = Fact.years(of: claim)
            let dated = inOrder.filter { binder.facts[$0]?.date.years == years }
            if let fact = dated.first(where: node.facts.contains) ?? dated.first { found.append((claim.range, fact)) }
        }
        return found
    }

    /// A year that a map writes beside what it draws.
    private mutating func checkYears(_ text: String, _ node: Node) {
        for claim in ClaimScanner.claims(in: text, language: binder.language) where claim.isTime {
            guard !binder.facts.names(Fact.years(of: claim)) else { continue }
            strangeLabels.append(
                Diagnostic(
                    "no fact and no source is of \(claim.text), which “\(text)” names", cause: .difference,
                    file: document.file, at: document.root.location, path: node.id,
                    advice: "give it a fact, or leave the label out"))
        }
    }

    /// Whether the text is nothing but what the fact says.
    private func isWhole(_ text: Text, _ fact: Fact) -> Bool {
        let line = text.lines.joined(separator: " ")
        return [QuantityStyle.label, .short, .prose, .full].contains {
            fact.written($0, language: binder.language) == line
        }
            || line == fact.told(.label, language: binder.language) || line == fact.title
            || line == fact.titleWithStatus
    }

    /// The placeholders that stand in a text.
    func known(in text: String, node: Node) -> [FactBinder.Known] {
        var known: [FactBinder.Known] = []
        for item in written where !item.text.isEmpty {
            let whole = item.whole.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard text.contains(whole) || whole.contains(text) || item.whole == item.text else { continue }
            var rest = text[...]
            while let range = rest.firstRange(of: item.text) {
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                let found = start..<(start + item.text.utf8.count)
                if !known.contains(where: { $0.range.overlaps(found) }) {
                    known.append(FactBinder.Known(range: found, fact: item.fact))
                    break
                }
                rest = rest[range.upperBound...]
            }
        }
        return known
    }

    /// A range of the lines, joined by a space each, as parts of them.
    private static func spans(_ range: Range<Int>, of text: Text, fact: String) -> [FactSpan] {
        var spans: [FactSpan] = []
        var start = 0
        for (index, line) in text.lines.enumerated() {
            let part = range.clamped(to: start..<(start + line.utf8.count))
            if !part.isEmpty {
                spans.append(
                    FactSpan(line: index, range: (part.lowerBound - start)..<(part.upperBound - start), fact: fact))
            }
            start += line.utf8.count + 1
        }
        return spans
    }
}

extension FactBase {
    /// Whether a fact or a source is of a time.
    func names(_ years: ClosedRange<Int>) -> Bool {
        facts.contains { fact in
            fact.date.years.map { $0.overlaps(years) && ($0.count <= 200 || $0.contains(years.lowerBound)) } ?? false
        }
            || sources.contains { source in
                [source.datePublished, source.dateAccessed].contains { $0?.years?.overlaps(years) ?? false }
            }
    }
}
