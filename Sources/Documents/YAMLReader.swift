internal import Yams

/// Reads YAML with the core schema of YAML 1.2: `true`, `false`, `null`, numbers; everything else is a string, so
/// that the country code `NO` stays one.
public enum YAMLReader {
    /// More nodes than this, aliases unfolded, are refused: a few lines of aliases can stand for billions.
    static var mostNodes: Int { Limit.nodes.value }

    /// `firstLine` is the line of the file that `contents` begins on, for front matter and the like.
    public static func read(
        _ contents: [UInt8], file: String, firstLine: Int = 1
    ) throws(Diagnostics) -> DocumentNode {
        guard let text = String(validating: contents, as: UTF8.self) else {
            let line = contents.prefix { $0 < 0x80 }.count { $0 == 0x0A } + firstLine
            throw Diagnostics([
                Diagnostic(
                    "the text is not valid UTF-8", file: file, at: SourceLocation(line: line, column: 1),
                    advice: "save the file as UTF-8")
            ])
        }
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else {
                throw Diagnostic("the file is empty", file: file, at: SourceLocation(line: 1, column: 1))
            }
            var count = 0
            return try convert(node, file: file, firstLine: firstLine, depth: 0, count: &count)
        } catch let problem as Diagnostic {
            throw Diagnostics([problem])
        } catch let problem as YamlError {
            throw Diagnostics([diagnostic(of: problem, in: text, file: file, firstLine: firstLine)])
        } catch {
            throw Diagnostics([Diagnostic("\(error)", file: file)])
        }
    }

    private static func convert(
        _ node: Node, file: String, firstLine: Int, depth: Int, count: inout Int
    ) throws -> DocumentNode {
        count += 1
        let location = SourceLocation(line: (node.mark?.line ?? 1) + firstLine - 1, column: node.mark?.column ?? 1)
        guard depth < JSONReader.deepest else {
            throw Diagnostic("nested deeper than \(JSONReader.deepest) levels", file: file, at: location)
        }
        guard count < mostNodes else {
            throw Diagnostic(
                "more than \(mostNodes) values", file: file, at: location,
                advice:
                    "aliases (`*name`) are unfolded; keep large tables in CSV, or use --limit nodes=1e8"
            )
        }
        switch node {
        case .scalar(let scalar):
            let plain = scalar.style == .plain || scalar.style == .any
            return DocumentNode(plain ? coreSchema(scalar.string) : .string(scalar.string), at: location)
        case .sequence(let sequence):
            var items: [DocumentNode] = []
            items.reserveCapacity(sequence.count)
            for item in sequence {
                items.append(try convert(item, file: file, firstLine: firstLine, depth: depth + 1, count: &count))
            }
            return DocumentNode(.array(items), at: location)
        case .mapping(let mapping):
            var members: [DocumentObject.Member] = []
            members.reserveCapacity(mapping.count)
            for (key, value) in mapping {
                let place = SourceLocation(line: (key.mark?.line ?? 1) + firstLine - 1, column: key.mark?.column ?? 1)
                guard case .scalar(let name) = key else {
                    throw Diagnostic("a key must be a word, not a list or an object", file: file, at: place)
                }
                members.append(
                    .init(
                        key: name.string, keyLocation: place,
                        value: try convert(value, file: file, firstLine: firstLine, depth: depth + 1, count: &count)))
            }
            return DocumentNode(.object(DocumentObject(members)), at: location)
        case .alias(let alias):
            throw Diagnostic("alias `*\(alias.anchor.rawValue)` refers to nothing", file: file, at: location)
        }
    }

    /// YAML 1.2, section 10.3.2.
    static func coreSchema(_ text: String) -> DocumentNode.Value {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: break
        }
        guard let first = text.utf8.first,
            first == 0x2B || first == 0x2D || first == 0x2E || (first >= 0x30 && first <= 0x39)
        else { return .string(text) }
        if text.hasPrefix("0x"), let value = UInt64(text.dropFirst(2), radix: 16) { return .number(Double(value)) }
        if text.hasPrefix("0o"), let value = UInt64(text.dropFirst(2), radix: 8) { return .number(Double(value)) }
        let allowed = text.utf8.allSatisfy {
            ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E || $0 == 0x65 || $0 == 0x45
        }
        if allowed, let value = Double(text), value.isFinite { return .number(value) }
        return .string(text)
    }

    private static func diagnostic(
        of problem: YamlError, in text: String, file: String, firstLine: Int
    ) -> Diagnostic {
        func location(_ mark: Mark) -> SourceLocation {
            SourceLocation(line: mark.line + firstLine - 1, column: mark.column)
        }
        switch problem {
        case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _),
            .composer(_, let what, let mark, _):
            return Diagnostic("malformed YAML: \(what)", file: file, at: location(mark))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "`\($0)`" }.joined(separator: ", ")
            return Diagnostic("\(names) stands twice in one object", file: file, at: location(context.mark))
        case .reader(let what, _, _, _):
            return Diagnostic("malformed YAML: \(what)", file: file, at: unprintable(in: text, firstLine: firstLine))
        default:
            return Diagnostic(
                "malformed YAML: \(problem)", file: file, at: SourceLocation(line: firstLine, column: 1))
        }
    }

    /// Where the first character stands that YAML does not allow (1.2, section 5.1).
    private static func unprintable(in text: String, firstLine: Int) -> SourceLocation {
        var (line, column) = (firstLine, 1)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: (line, column) = (line + 1, 1)
            case 0x09, 0x0D, 0x85, 0x20...0x7E, 0xA0...0xFFFD, 0x10000...: column += scalar.utf8.count
            default: return SourceLocation(line: line, column: column)
            }
        }
        return SourceLocation(line: firstLine, column: 1)
    }
}
