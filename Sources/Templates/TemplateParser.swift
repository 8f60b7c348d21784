import Documents

/// Reads a template's text and marks into parts.
struct TemplateParser {
    private let bytes: [UInt8]
    private let file: String
    private var names: [String]
    private var tokens: [TemplateLexer.Token] = []
    private var next = 0
    private(set) var problems = Diagnostics()

    /// Conditions and loops within each other.
    private static let deepest = 64
    private static let words = ["if", "elif", "else", "endif", "case", "when", "endcase", "for", "endfor"]

    init(_ bytes: [UInt8], file: String, names: [String], isJSON: Bool) {
        self.bytes = bytes
        self.file = file
        self.names = names
        var lexer = TemplateLexer(bytes, file: file)
        tokens = lexer.tokens()
        problems = lexer.problems
    }

    mutating func parse() -> [Template.Part] {
        var parts: [Template.Part] = []
        while next < tokens.count {
            parts += self.parts(until: [], depth: 0)
            if case .directive(let word, _, let at, _) = current {
                tell("`{% \(word) %}` closes nothing", at: at)
                next += 1
            }
        }
        return parts
    }

    private var current: TemplateLexer.Token? { next < tokens.count ? tokens[next] : nil }

    private mutating func tell(_ message: String, at place: Template.Place, advice: String? = nil) {
        problems.add(Diagnostic(message, file: file, at: place.location, advice: advice))
    }

    /// Parts up to a directive that is none of theirs; it is left where it stands.
    private mutating func parts(until ends: Set<String>, depth: Int) -> [Template.Part] {
        var parts: [Template.Part] = []
        while let token = current {
            switch token {
            case .text(let span):
                parts.append(.text(span))
                next += 1
            case .value(let text, let at):
                next += 1
                if let value = expression(text, at: at) { parts.append(.value(value)) }
            case .directive(let word, let rest, let at, let restAt):
                guard depth < TemplateParser.deepest else {
                    tell("nested deeper than \(TemplateParser.deepest) levels", at: at)
                    next = tokens.count
                    return parts
                }
                switch word {
                case "if":
                    if let part = condition(rest, at, restAt, depth) { parts.append(part) }
                case "case":
                    if let part = choice(rest, at, restAt, depth) { parts.append(part) }
                case "for":
                    if let part = loop(rest, at, restAt, depth) { parts.append(part) }
                default:
                    if ends.contains(word) || TemplateParser.words.contains(word) { return parts }
                    tell(
                        "unknown directive `\(word)`", at: at,
                        advice: DocumentReader.advice(for: word, among: TemplateParser.words))
                    next += 1
                }
            }
        }
        return parts
    }

    private mutating func expression(_ text: String, at place: Template.Place) -> TemplateExpression? {
        guard !text.isEmpty else {
            tell("an expression is missing", at: place, advice: "write a parameter's name: {{ name }}")
            return nil
        }
        do throws(Diagnostic) {
            return try TemplateExpression(text, file: file, at: place, names: names)
        } catch {
            problems.add(error)
            return nil
        }
    }

    private mutating func close(_ word: String, of opening: String, at place: Template.Place) {
        if case .directive(word, _, _, _) = current {
            next += 1
        } else {
            tell("`{% \(opening) %}` is never closed", at: place, advice: "close it with {% \(word) %}")
        }
    }

    private mutating func condition(
        _ rest: String, _ at: Template.Place, _ restAt: Template.Place, _ depth: Int
    ) -> Template.Part? {
        next += 1
        var test = expression(rest, at: restAt)
        var branches: [(test: TemplateExpression, body: [Template.Part])] = []
        var otherwise: [Template.Part] = []
        while true {
            let body = parts(until: ["elif", "else", "endif"], depth: depth + 1)
            if let test { branches.append((test, body)) }
            guard case .directive(let word, let rest, _, let restAt) = current else { break }
            if word == "elif" {
                next += 1
                test = expression(rest, at: restAt)
                continue
            }
            if word == "else" {
                next += 1
                otherwise = parts(until: ["endif"], depth: depth + 1)
            }
            break
        }
        close("endif", of: "if", at: at)
        return .condition(branches: branches, otherwise: otherwise)
    }

    private mutating func choice(
        _ rest: String, _ at: Template.Place, _ restAt: Template.Place, _ depth: Int
    ) -> Template.Part? {
        next += 1
        let value = expression(rest, at: restAt)
        let before = parts(until: ["when", "else", "endcase"], depth: depth + 1)
        if before.contains(where: { !isBlank($0) }) {
            tell("text stands between `case` and its first `when`", at: at, advice: "no value would show it")
        }
        var branches: [(values: [TemplateExpression], body: [Template.Part])] = []
        var otherwise: [Template.Part]?
        while case .directive(let word, let rest, _, let restAt) = current {
            if word == "when" {
                next += 1
                // The values of one `when` are a list: `"member", "observer"`.
                let values = expression("[\(rest)]", at: restAt).map { [$0] } ?? []
                branches.append((values, parts(until: ["when", "else", "endcase"], depth: depth + 1)))
            } else if word == "else" {
                next += 1
                otherwise = parts(until: ["endcase"], depth: depth + 1)
            } else {
                break
            }
        }
        close("endcase", of: "case", at: at)
        return value.map { .choice(of: $0, branches: branches, otherwise: otherwise) }
    }

    private func isBlank(_ part: Template.Part) -> Bool {
        guard case .text(let span) = part else { return false }
        return bytes[span.bytes].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    private mutating func loop(
        _ rest: String, _ at: Template.Place, _ restAt: Template.Place, _ depth: Int
    ) -> Template.Part? {
        next += 1
        let words = rest.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true).map(String.init)
        guard words.count == 3, words[1] == "in", ParameterDeclaration.isName(words[0]) else {
            tell("`for` needs a name, `in` and a list", at: restAt, advice: "{% for code in neighbours %}")
            _ = parts(until: ["endfor"], depth: depth + 1)
            close("endfor", of: "for", at: at)
            return nil
        }
        // The list ends where the directive's text does.
        var listAt = restAt
        listAt.column += rest.unicodeScalars.count - words[2].unicodeScalars.count
        listAt.byteColumn += rest.utf8.count - words[2].utf8.count
        let list = expression(words[2], at: listAt)
        let outer = names
        names += [words[0], "loop"]
        let body = parts(until: ["endfor"], depth: depth + 1)
        names = outer
        close("endfor", of: "for", at: at)
        return list.map { .loop(name: words[0], over: $0, body: body) }
    }
}
