import Documents

/// What authors write beyond CommonMark and GFM, as Pandoc and its kin read it: raised and lowered letters, attributes
/// of pictures, lists of definitions, ends of pages, and what no page is set from.
enum MarkdownExtras {
    // MARK: Blocks

    /// A paragraph, or what one stands for.
    static func paragraph(_ inlines: [MarkdownInline]) -> MarkdownBlock.Content {
        if inlines.count == 1, case .foreign(let foreign) = inlines[0].content {
            return isPageBreak(foreign.text) ? .pageBreak : .foreign(foreign)
        }
        let plain = inlines.map(\.plainText).joined()
        if isPageBreak(plain) { return .pageBreak }
        if plain.hasPrefix(":::") { return .foreign(MarkdownForeign(kind: .container, text: plain)) }
        return definition(inlines).map { .definitionList([$0]) } ?? .paragraph(inlines)
    }

    static func isPageBreak(_ text: String) -> Bool {
        let words = text.filter { !$0.isWhitespace }.lowercased()
        return [
            "\\newpage", "\\pagebreak", "\\clearpage", "<!--pagebreak-->", "<!--newpage-->", "{{<pagebreak>}}",
            "{{<newpage>}}",
        ].contains(words)
    }

    /// A term, and on the next lines what it means, each behind a colon.
    private static func definition(_ inlines: [MarkdownInline]) -> MarkdownDefinition? {
        var lines: [[MarkdownInline]] = [[]]
        for inline in inlines {
            if inline.content == .softBreak {
                lines.append([])
            } else {
                lines[lines.count - 1].append(inline)
            }
        }
        guard lines.count > 1, case .text(let first)? = lines[1].first?.content, first.hasPrefix(": ") else {
            return nil
        }
        var meanings: [[MarkdownInline]] = []
        for line in lines.dropFirst() {
            if case .text(let text)? = line.first?.content, text.hasPrefix(": ") {
                var line = line
                line[0].content = .text(String(text.dropFirst(2).drop { $0 == " " }))
                line[0].location = SourceLocation(
                    line: Int(line[0].location.line), column: Int(line[0].location.column) + 2)
                meanings.append(line)
            } else {
                meanings[meanings.count - 1].append(
                    MarkdownInline(.softBreak, at: line.first?.location ?? inlines[0].location))
                meanings[meanings.count - 1] += line
            }
        }
        return MarkdownDefinition(
            term: lines[0],
            meanings: meanings.map { [MarkdownBlock(.paragraph($0), at: $0.first?.location ?? inlines[0].location)] })
    }

    /// A heading without the attributes behind it, and the name among them.
    static func heading(_ inlines: [MarkdownInline]) -> (words: [MarkdownInline], name: String?) {
        guard case .text(let text)? = inlines.last?.content, text.hasSuffix("}"),
            let start = text.lastIndex(of: "{"), let (attributes, length) = attributes(String(text[start...])),
            length == text[start...].count, attributes.keys.allSatisfy({ "#.".contains($0) })
        else { return (inlines, nil) }
        var words = inlines
        var rest = text[..<start]
        while rest.last == " " { rest.removeLast() }
        words[words.count - 1].content = .text(String(rest))
        return (words, attributes["#"])
    }

    /// Neighbouring definitions are one list.
    static func joined(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
        var result: [MarkdownBlock] = []
        for block in blocks {
            if case .definitionList(let new) = block.content, let last = result.last,
                case .definitionList(let before) = last.content
            {
                result[result.count - 1].content = .definitionList(before + new)
            } else {
                result.append(block)
            }
        }
        return result
    }

    // MARK: Inlines

    static func refined(_ inlines: [MarkdownInline], _ equations: Equations) -> [MarkdownInline] {
        var result: [MarkdownInline] = []
        for inline in withTags(merged(inlines)) {
            guard case .text(let text) = inline.content else {
                result.append(inline)
                continue
            }
            var rest = text
            if case .image? = result.last?.content, let (attributes, length) = attributes(text) {
                result[result.count - 1].attributes = attributes
                rest = String(text.dropFirst(length))
            }
            let start = SourceLocation(
                line: Int(inline.location.line),
                column: Int(inline.location.column) + text.utf8.count - rest.utf8.count)
            if !rest.isEmpty { result += pieces(rest, at: start).map { unmasked($0, equations) } }
        }
        return result
    }

    /// An equation as it is typed; what only looks like a mask is text.
    private static func unmasked(_ inline: MarkdownInline, _ equations: Equations) -> MarkdownInline {
        guard case .foreign(var foreign) = inline.content, foreign.kind == .equation else { return inline }
        var copy = inline
        if let typed = equations.typed(foreign.text, from: Int(inline.location.line)) {
            foreign.text = typed
            copy.content = .foreign(foreign)
        } else {
            copy.content = .text(foreign.text)
        }
        return copy
    }

    /// cmark parts texts at every sign that could mean something.
    private static func merged(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
        var result: [MarkdownInline] = []
        for inline in inlines {
            // An equation in lines of its own.
            if inline.content == .softBreak, case .text(let before)? = result.last?.content, before.hasPrefix("$$"),
                before == "$$" || !before.hasSuffix("$$")
            {
                result[result.count - 1].content = .text(before + "\n")
                continue
            }
            if case .text(let text) = inline.content, case .text(let before)? = result.last?.content,
                needsMerging(before) || needsMerging(text)
            {
                result[result.count - 1].content = .text(before + text)
            } else {
                result.append(inline)
            }
        }
        return result
    }

    private static func needsMerging(_ text: String) -> Bool {
        text.utf8.contains { "~^${}\\".utf8.contains($0) }
    }

    /// `<sub>2</sub>` and its kin become what they mean; `<br>` ends a line.
    private static func withTags(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
        var result: [MarkdownInline] = []
        var open: [(tag: String, start: Int, inline: MarkdownInline)] = []
        for inline in inlines {
            guard case .html(let text) = inline.content else {
                result.append(inline)
                continue
            }
            let name = text.lowercased().filter { !"</> ".contains($0) }
            if name == "br" {
                result.append(MarkdownInline(.lineBreak, at: inline.location))
            } else if text.hasPrefix("</"), let last = open.last, last.tag == name {
                open.removeLast()
                let inner = Array(result[last.start...])
                result.removeSubrange(last.start...)
                if let content = content(of: name, inner) {
                    result.append(MarkdownInline(content, at: last.inline.location))
                }
            } else if content(of: name, []) != nil, !text.hasPrefix("</") {
                open.append((name, result.count, inline))
            } else {
                result.append(inline)
            }
        }
        return result
    }

    private static func content(of tag: String, _ inner: [MarkdownInline]) -> MarkdownInline.Content? {
        switch tag {
        case "sub": .subscript(inner)
        case "sup": .superscript(inner)
        case "b", "strong": .strong(inner)
        case "i", "em": .emphasis(inner)
        case "s", "del": .strikethrough(inner)
        default: nil
        }
    }

    /// `{alt="A bridge" .wide width=half}` at the beginning of a text.
    static func attributes(_ text: String) -> (attributes: [String: String], length: Int)? {
        guard text.first == "{" else { return nil }
        var attributes: [String: String] = [:]
        var key = ""
        var value = ""
        var isValue = false
        var quote: Character?
        func take() {
            if isValue {
                attributes[key] = value
            } else if key.hasPrefix(".") || key.hasPrefix("#") {
                attributes[String(key.prefix(1))] = String(key.dropFirst())
            } else if !key.isEmpty {
                attributes[key] = ""
            }
            (key, value, isValue) = ("", "", false)
        }
        for (offset, character) in text.enumerated().dropFirst() {
            if let open = quote {
                if character == open || open == "“" && character == "”" { quote = nil } else { value.append(character) }
            } else if character == "}" {
                take()
                return (attributes, offset + 1)
            } else if character.isWhitespace {
                take()
            } else if isValue {
                if value.isEmpty, "\"“'".contains(character) { quote = character } else { value.append(character) }
            } else if character == "=" {
                isValue = true
            } else {
                key.append(character)
            }
        }
        return nil
    }

    /// Text, and what stands in it: `x^2^`, `H~2~O`, `$x$`, `{{< video >}}`, `\cite{a}`.
    private static func pieces(_ text: String, at place: SourceLocation) -> [MarkdownInline] {
        guard needsMerging(text) else { return [MarkdownInline(.text(text), at: place)] }
        var result: [MarkdownInline] = []
        let characters = Array(text)
        var plain = ""
        var column = Int(place.column)
        var start = column
        func location(_ column: Int) -> SourceLocation { SourceLocation(line: Int(place.line), column: column) }
        func finish() {
            if !plain.isEmpty { result.append(MarkdownInline(.text(plain), at: location(start))) }
            plain = ""
        }
        // Beyond the last brace that closes anything, one that opens is no more than a sign.
        let lastBrace = characters.lastIndex(of: "}") ?? -1
        let lastClose = characters.indices.last { $0 > 0 && characters[$0] == "}" && "}%".contains(characters[$0 - 1]) }
        var index = 0
        while index < characters.count {
            if characters[index] != "{" || index < lastClose ?? -1,
                let (content, length) = marked(characters, at: index, lastBrace: lastBrace)
            {
                finish()
                result.append(MarkdownInline(content, at: location(column)))
                column += String(characters[index..<(index + length)]).utf8.count
                index += length
                start = column
            } else {
                plain.append(characters[index])
                column += String(characters[index]).utf8.count
                index += 1
            }
        }
        finish()
        return result
    }

    private static func marked(
        _ text: [Character], at index: Int, lastBrace: Int
    ) -> (MarkdownInline.Content, Int)? {
        switch text[index] {
        case "~", "^":
            guard let end = text[(index + 1)...].prefix(24).firstIndex(of: text[index]), end > index + 1,
                !text[(index + 1)..<end].contains(where: \.isWhitespace), end - index < 24,
                !(index + 1 < text.count && text[index + 1] == text[index])
            else { return nil }
            let inner = [MarkdownInline(.text(String(text[(index + 1)..<end])), at: SourceLocation(line: 1, column: 1))]
            return (text[index] == "~" ? .subscript(inner) : .superscript(inner), end - index + 1)
        case "$":
            let isDouble = index + 1 < text.count && text[index + 1] == "$"
            let first = index + (isDouble ? 2 : 1)
            // Nothing but an equation's mask stands between them.
            guard first < text.count else { return nil }
            let mask = text[first...].prefix { $0 == "x" || $0 == " " || $0 == "\n" }
            let end = first + mask.count
            guard mask.contains("x"), end < text.count, text[end] == "$" else { return nil }
            let behind = end + (isDouble ? 2 : 1)
            let foreign = MarkdownForeign(kind: .equation, text: String(text[index..<min(behind, text.count)]))
            return (.foreign(foreign), behind - index)
        case "{":
            guard index + 2 < text.count, text[index + 1] == "{" || text[index + 1] == "%" else { return nil }
            for end in (index + 2)..<text.count where text[end] == "}" && "}%".contains(text[end - 1]) {
                let foreign = MarkdownForeign(kind: .shortcode, text: String(text[index...end]))
                return (.foreign(foreign), end - index + 1)
            }
            return nil
        case "\\":
            let name = text[(index + 1)...].prefix { $0.isASCII && $0.isLetter }
            var end = index + 1 + name.count
            guard name.count > 1 else { return nil }
            let isBreak = index == 0 && end == text.count
            guard isBreak || end < text.count && text[end] == "{" else { return nil }
            while end < lastBrace, text[end] == "{", let close = text[end...].firstIndex(of: "}") { end = close + 1 }
            return (.foreign(MarkdownForeign(kind: .command, text: String(text[index..<end]))), end - index)
        default: return nil
        }
    }
}
