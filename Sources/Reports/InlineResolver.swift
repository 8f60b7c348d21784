import Documents
import Facts
import Markdown
import SceneGraph
import Typography

/// Turns Markdown's inlines into styled runs: facts become their values with a note, references become what they
/// refer to.
struct InlineResolver {
    let file: String
    let facts: FactBase
    let theme: Theme
    let language: String
    /// What a reference may lead to, by name: the words it shows and the destination.
    let targets: [String: (text: String, destination: String)]
    /// Labels of the footnotes that the file defines.
    let footnoteLabels: Set<String>
    let abbreviations: [String: String]

    private(set) var notes = NoteRegister()
    private(set) var usedFacts: [String] = []
    var problems = Diagnostics()
    /// What is left out.
    private(set) var told: [Diagnostic] = []

    init(
        file: String, facts: FactBase, theme: Theme, language: String,
        targets: [String: (text: String, destination: String)], footnoteLabels: Set<String>,
        abbreviations: [String: String] = [:]
    ) {
        self.file = file
        self.facts = facts
        self.theme = theme
        self.language = language
        self.targets = targets
        self.footnoteLabels = footnoteLabels
        self.abbreviations = abbreviations
    }

    mutating func use(_ fact: String) {
        if !usedFacts.contains(fact) { usedFacts.append(fact) }
    }

    /// - Parameter notesWanted: false where a note mark would disturb, as in a heading.
    mutating func runs(_ inlines: [MarkdownInline], style: TextStyle, notesWanted: Bool = true) -> [StyledRun] {
        var result: [StyledRun] = []
        findLostNotes(in: inlines)
        for inline in inlines {
            switch inline.content {
            case .text(let text):
                if abbreviations.isEmpty {
                    result.append(StyledRun(text: text, style: style))
                } else {
                    result += explained(text, style: style)
                }
            case .html(let text): tell(markup: text, at: inline.location)
            case .foreign(let foreign): tell(foreign, at: inline.location)
            case .superscript(let inner): result += raised(inner, by: 0.36, style: style)
            case .subscript(let inner): result += raised(inner, by: -0.16, style: style)
            case .code(let text):
                var code = style
                code.font = Font("Liberation Mono", size: style.font.size * 0.9, weight: style.font.weight)
                result.append(StyledRun(text: text, style: code))
            case .softBreak: result.append(StyledRun(text: " ", style: style))
            case .lineBreak: result.append(StyledRun(text: "\n", style: style))
            case .emphasis(let inner):
                var italic = style
                italic.font.italic.toggle()
                result += runs(inner, style: italic, notesWanted: notesWanted)
            case .strong(let inner):
                var bold = style
                bold.font.weight = 700
                result += runs(inner, style: bold, notesWanted: notesWanted)
            case .strikethrough(let inner):
                var struck = style
                struck.isStruck = true
                result += runs(inner, style: struck, notesWanted: notesWanted)
            case .footnote(let label):
                guard footnoteLabels.contains(label) else {
                    problem("the footnote `\(label)` is not defined", at: inline)
                    continue
                }
                result.append(noteMark(notes.number(of: .footnote(label)), style: style))
            case .link(let address, let inner):
                result += link(address, inner, at: inline, style: style, notesWanted: notesWanted)
            case .image(let address, _):
                problem(
                    "the figure `\(address)` stands within a line of text", at: inline,
                    advice: "give it a paragraph of its own")
            }
        }
        return result
    }

    private mutating func raised(_ inner: [MarkdownInline], by part: Double, style: TextStyle) -> [StyledRun] {
        var small = style
        small.rise = style.font.size * part
        small.font.size *= 0.68
        return runs(inner, style: small, notesWanted: false)
    }

    /// What no page is set from is told, and left out.
    mutating func tell(_ foreign: MarkdownForeign, at place: SourceLocation) {
        let (what, advice) =
            switch foreign.kind {
            case .equation: ("an equation is not set", "write it in words, or as a picture")
            case .shortcode:
                ("the shortcode `\(foreign.text)` is another tool's", "leave it out, or write what it would")
            case .command: ("the command `\(foreign.text)` is another tool's", "leave it out; \\newpage ends a page")
            case .container: ("`\(foreign.text.prefix(40))` is another tool's", "a call-out is a quote: > [!NOTE]")
            }
        told.append(
            Diagnostic(what + ": it is left out", severity: .warning, file: file, at: place, advice: advice))
    }

    /// Comments are nothing; other markup is told.
    mutating func tell(markup text: String, at place: SourceLocation) {
        let body = text.trimmed
        guard !body.hasPrefix("<!--") else { return }
        let name = String(body.prefix { $0 != ">" && $0 != " " && !$0.isNewline }) + ">"
        told.append(
            Diagnostic(
                "HTML is not set: `\(name)` is left out", severity: .warning, file: file, at: place,
                advice: "write it in Markdown"))
    }

    /// Abbreviations as runs of their own, which say what they stand for.
    private func explained(_ text: String, style: TextStyle) -> [StyledRun] {
        var runs: [StyledRun] = []
        var plain = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isUppercase else {
                index = text.index(after: index)
                continue
            }
            var end = index
            while end < text.endIndex, text[end].isLetter || text[end].isNumber { end = text.index(after: end) }
            let isWord = index == text.startIndex || !text[text.index(before: index)].isLetter
            if isWord, let expansion = abbreviations[String(text[index..<end])] {
                if plain < index { runs.append(StyledRun(text: String(text[plain..<index]), style: style)) }
                var short = style
                short.expansion = expansion
                runs.append(StyledRun(text: String(text[index..<end]), style: short))
                plain = end
            }
            index = end
        }
        if plain < text.endIndex { runs.append(StyledRun(text: String(text[plain...]), style: style)) }
        return runs
    }

    /// Note marks that no definition answers: cmark-gfm leaves them as text, in one piece or several.
    private mutating func findLostNotes(in inlines: [MarkdownInline]) {
        var text = ""
        var place: MarkdownInline?
        for inline in inlines {
            if case .text(let part) = inline.content {
                if text.isEmpty { place = inline }
                text += part
                if inline != inlines.last { continue }
            }
            var rest = text[...]
            while let start = rest.firstRange(of: "[^"), let place {
                rest = rest[start.upperBound...]
                guard let end = rest.firstIndex(of: "]") else { break }
                let label = rest[..<end]
                if !label.isEmpty, !label.contains(where: \.isWhitespace) {
                    problem(
                        "the footnote `\(label)` is not defined", at: place,
                        advice: "define it on a line of its own: [^\(label)]: …")
                }
                rest = rest[end...]
            }
            text = ""
        }
    }

    private mutating func link(
        _ address: String, _ inner: [MarkdownInline], at inline: MarkdownInline, style: TextStyle, notesWanted: Bool
    ) -> [StyledRun] {
        if address.hasPrefix("fact:") {
            return fact(String(address.dropFirst(5)), inner, at: inline, style: style, notesWanted: notesWanted)
        }
        if address.hasPrefix("#") {
            let name = String(address.dropFirst())
            guard let target = targets[name] else {
                problem(
                    "nothing is called `\(name)`", at: inline,
                    advice: suggestion(for: name, among: targets.keys.sorted()).map { "did you mean `#\($0)`?" }
                        ?? "references lead to figures, tables and headings")
                return []
            }
            var linked = style
            linked.target = .destination(target.destination)
            if inner.isEmpty { return [StyledRun(text: target.text, style: linked)] }
            return runs(inner, style: linked, notesWanted: notesWanted)
        }
        let scheme = address.split(separator: ":", maxSplits: 1).first.map { $0.lowercased() } ?? ""
        guard ["http", "https", "mailto", "doi"].contains(scheme) else {
            problem(
                "the link `\(address)` leads to no web address", at: inline,
                advice: "links begin with https:, http:, mailto:, doi:, fact: or #")
            return []
        }
        var linked = style
        linked.target = .address(address)
        linked.color = theme.accent
        return runs(
            inner.isEmpty ? [MarkdownInline(.text(address), at: inline.location)] : inner, style: linked,
            notesWanted: notesWanted)
    }

    private mutating func fact(
        _ reference: String, _ inner: [MarkdownInline], at inline: MarkdownInline, style: TextStyle, notesWanted: Bool
    ) -> [StyledRun] {
        guard let link = FactAddress("fact:" + reference) else { return [] }
        let id = link.id
        guard let fact = facts[id] else {
            problem("no fact has the id `\(id)`", at: inline, advice: facts.adviceForUnknown(id))
            return []
        }
        use(id)
        var told = style
        told.facts = [id]
        var result: [StyledRun]
        if inner.isEmpty {
            if let option = link.option, !FactAddress.options.contains(option) {
                problem(
                    "unknown option `\(option)` of a fact", at: inline,
                    advice: "known options: \(FactAddress.options.joined(separator: ", "))")
            }
            result = [StyledRun(text: link.written(fact, language: language), style: told)]
        } else {
            result = runs(inner, style: told, notesWanted: false)
        }
        if notesWanted {
            result.append(noteMark(notes.number(of: .fact(id)), style: style, after: result.last?.text ?? ""))
        }
        return result
    }

    /// The mark of a fact's note.
    ///
    /// - Parameter text: what it stands behind.
    mutating func noteMark(_ fact: String, style: TextStyle, after text: String) -> StyledRun {
        noteMark(notes.number(of: .fact(fact)), style: style, after: text)
    }

    private func noteMark(_ number: Int, style: TextStyle, after text: String = "") -> StyledRun {
        var mark = style
        mark.font = Font(style.font.family, size: style.font.size * 0.64, weight: 400)
        mark.rise = style.font.size * 0.36
        mark.color = theme.accent
        mark.target = .destination(NoteRegister.destination(number))
        // A hair space keeps two marks side by side apart; behind a power (km²) it takes more, lest it be read as one.
        let isPower = text.last.map { "²³¹⁴".contains($0) } ?? false
        return StyledRun(text: (isPower ? "\u{2002}" : "\u{200A}") + "\(number)", style: mark)
    }

    private mutating func problem(_ message: String, at inline: MarkdownInline, advice: String? = nil) {
        problems.add(Diagnostic(message, file: file, at: inline.location, advice: advice))
    }
}
