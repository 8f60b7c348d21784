import Documents
import Facts
import Formats
import Markdown

/// Binds the numbers of lines of Markdown: each that is the value of one fact becomes a link to it.
struct InlineBinder {
    let file: String
    let binder: FactBinder
    private(set) var findings: [NumberFinding] = []
    /// Fact links whose words are not the fact's.
    private(set) var problems = Diagnostics()
    /// Places in `own_numbers` that something stood for.
    private(set) var usedOwnNumbers: Set<Int> = []
    /// Numbers that were found, and that became links or are the author's own.
    private(set) var count = 0

    init(file: String, binder: FactBinder) {
        self.file = file
        self.binder = binder
    }

    private var facts: FactBase { binder.facts }

    /// The same line, its numbers bound.
    ///
    /// - Parameters:
    ///   - path: where in the front matter it stands; empty for the text.
    ///   - fact: the fact whose value stands before the line, as a key figure's does.
    ///   - heads: what a cell of a table stands under.
    mutating func bound(
        _ inlines: [MarkdownInline], path: String = "", behind fact: Fact? = nil, within heads: String = ""
    ) -> [MarkdownInline] {
        let inlines = facts.facts.isEmpty ? inlines : InlineBinder.withPlaceholders(inlines)
        var before = fact.map { $0.written(.label, language: binder.language) + " " } ?? ""
        // A dash parts what is told from what it is told of; the heads' own numbers are told where they stand.
        if !heads.isEmpty { before += heads + " | " }
        let line = InlineText(inlines, facts: facts, language: binder.language, before: before)
        guard !line.text.isEmpty else { return inlines }
        var known = line.links.map(\.known)
        if let fact { known.append(FactBinder.Known(range: 0..<before.utf8.count, fact: fact.id)) }
        check(line)
        var replaced: [(range: Range<Int>, fact: String)] = []
        for binding in binder.bindings(in: line.text, known: known, near: fact.map { [$0.id] } ?? [])
        where binding.claim.range.lowerBound >= before.utf8.count || fact != nil && heads.isEmpty {
            count += 1
            switch binding.outcome {
            case .fact(let id): replaced.append((binding.claim.range, id))
            case .own(let index): usedOwnNumbers.insert(index)
            case .several, .none:
                findings.append(
                    NumberFinding(
                        binding: binding, file: file, location: line.location(of: binding.claim.range.lowerBound),
                        path: path))
            }
        }
        guard !replaced.isEmpty else { return inlines }
        var offset = before.utf8.count
        return rewritten(inlines, &offset, replaced)
    }

    /// What an author typed into a fact link must be the fact's, with the hedge and the unit that stand around it.
    private mutating func check(_ line: InlineText) {
        let typed = line.links.filter(\.isTyped)
        guard !typed.isEmpty else { return }
        let claims = ClaimScanner.claims(in: line.text, language: binder.language, counted: binder.counted)
        for link in typed {
            guard let fact = facts[link.known.fact] else { continue }
            var own = claims.filter { $0.range.overlaps(link.known.range) }
            // `two countries` alone in a link is its number.
            if own.count == 1, own[0].kind == .pronoun, fact.value?.number != nil { own[0].kind = .amount }
            let strange = own.compactMap { fact.fault(of: $0) }
            guard !strange.isEmpty else { continue }
            let text = String(decoding: Array(line.text.utf8)[link.known.range], as: UTF8.self)
            problems.add(
                Diagnostic(
                    "“\(text)” is not what the fact `\(fact.id)` says: \(strange.joined(separator: "; "))",
                    file: file, at: link.location,
                    advice: "the fact is \(fact.written(.prose, language: binder.language)), \(fact.date.wording); "
                        + "write [](fact:\(fact.id)) to have it written for you"))
        }
    }

    // MARK: Rewriting

    private func rewritten(
        _ inlines: [MarkdownInline], _ offset: inout Int, _ replaced: [(range: Range<Int>, fact: String)]
    ) -> [MarkdownInline] {
        var result: [MarkdownInline] = []
        for inline in merged(inlines, offset, replaced) {
            switch inline.content {
            case .text(let text):
                let range = offset..<(offset + text.utf8.count)
                result += split(
                    text, at: inline.location, from: offset,
                    replaced.filter { range.contains($0.range.lowerBound) && $0.range.upperBound <= range.upperBound })
                offset = range.upperBound
            case .code(let text):
                let range = offset..<(offset + text.utf8.count)
                offset = range.upperBound
                if let fact = replaced.first(where: { range.contains($0.range.lowerBound) })?.fact {
                    result.append(InlineBinder.link(to: fact, [inline], at: inline.location))
                } else {
                    result.append(inline)
                }
            case .softBreak, .lineBreak:
                offset += 1
                result.append(inline)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
                result.append(inline.around(rewritten(inner, &offset, replaced)))
            case .link(let address, let inner):
                offset += length(of: inline)
                // A link leads to one place: what stands in another's words is left to it.
                result.append(MarkdownInline(.link(address: address, inner), at: inline.location))
            case .image, .html, .footnote, .foreign, .superscript, .subscript: result.append(inline)
            }
        }
        return result
    }

    private func length(of inline: MarkdownInline) -> Int {
        InlineText([inline], facts: facts, language: binder.language).text.utf8.count
    }

    /// Neighbouring texts that one number stands in are made one: `1.5` at a line's end and `million` at the next
    /// begin.
    private func merged(
        _ inlines: [MarkdownInline], _ start: Int, _ replaced: [(range: Range<Int>, fact: String)]
    ) -> [MarkdownInline] {
        var result: [MarkdownInline] = []
        var offset = start
        for inline in inlines {
            let length = length(of: inline)
            defer { offset += length }
            let crosses = replaced.contains { $0.range.lowerBound < offset && offset < $0.range.upperBound }
            if crosses, let last = result.last, case .text(let text) = last.content {
                let piece: String? =
                    switch inline.content {
                    case .text(let more): more
                    case .softBreak, .lineBreak: " "
                    default: nil
                    }
                if let piece {
                    result[result.count - 1].content = .text(text + piece)
                    continue
                }
            }
            result.append(inline)
        }
        return result
    }

    private func split(
        _ text: String, at location: SourceLocation, from offset: Int, _ replaced: [(range: Range<Int>, fact: String)]
    ) -> [MarkdownInline] {
        guard !replaced.isEmpty else { return [MarkdownInline(.text(text), at: location)] }
        let bytes = Array(text.utf8)
        var result: [MarkdownInline] = []
        var place = 0
        func piece(_ range: Range<Int>) -> MarkdownInline {
            MarkdownInline(
                .text(String(decoding: bytes[range], as: UTF8.self)),
                at: SourceLocation(line: Int(location.line), column: Int(location.column) + range.lowerBound))
        }
        for (range, fact) in replaced {
            let (start, end) = (range.lowerBound - offset, range.upperBound - offset)
            guard start >= place, end <= bytes.count else { continue }
            if place < start { result.append(piece(place..<start)) }
            let number = piece(start..<end)
            result.append(InlineBinder.link(to: fact, [number], at: number.location))
            place = end
        }
        if place < bytes.count { result.append(piece(place..<bytes.count)) }
        return result
    }

    private static func link(to fact: String, _ inner: [MarkdownInline], at location: SourceLocation) -> MarkdownInline
    {
        MarkdownInline(.link(address: "fact:\(fact)?\(FactAddress.bound)", inner), at: location)
    }

    // MARK: Placeholders

    /// `{fact:id}` and its kin, as links.
    private static func withPlaceholders(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
        inlines.flatMap { inline -> [MarkdownInline] in
            func same(_ content: MarkdownInline.Content) -> [MarkdownInline] {
                [MarkdownInline(content, at: inline.location)]
            }
            switch inline.content {
            case .text(let text) where text.contains("{fact:"):
                return FactPlaceholder.parts(of: text).map { part in
                    switch part {
                    case .text(let text): MarkdownInline(.text(text), at: inline.location)
                    case .placeholder(let placeholder):
                        MarkdownInline(.link(address: placeholder.address, []), at: inline.location)
                    }
                }
            case .emphasis(let inner): return same(.emphasis(withPlaceholders(inner)))
            case .strong(let inner): return same(.strong(withPlaceholders(inner)))
            default: return [inline]
            }
        }
    }
}

extension Fact {
    /// What is wrong with a claim that an author typed for this fact; nil where it is the fact's value or date.
    func fault(of claim: Claim) -> String? {
        switch claim.kind {
        case .year, .decade, .day, .reference, .pronoun:
            if case .differs(let strange) = check(text: claim.text) { return strange.joined(separator: ", ") }
            return nil
        default:
            let agreement = agreement(with: claim)
            guard let difference = agreement.differences.first else { return nil }
            if difference == .value { return claim.text }
            return "\(claim.text): \(told(difference))"
        }
    }
}
