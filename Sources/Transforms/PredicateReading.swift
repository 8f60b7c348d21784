import Documents
import Expressions
import Tables

extension Predicate {
    static let deepest = 64

    /// Reads a member that holds a condition; nil where there is none.
    package static func read(_ key: String, of reader: inout DocumentReader) -> Predicate? {
        guard let node = reader.value(key) else { return nil }
        var problems = Diagnostics()
        let predicate = Predicate(node, path: reader.path(of: key), file: reader.file, diagnostics: &problems)
        reader.add(problems)
        return predicate
    }

    /// - Parameter diagnostics: gets all that is wrong.
    package init(_ node: DocumentNode, path: String, file: String = "", diagnostics: inout Diagnostics) {
        self.init(node, path: path, file: file, depth: 0, diagnostics: &diagnostics)
    }

    private init(_ node: DocumentNode, path: String, file: String, depth: Int, diagnostics: inout Diagnostics) {
        func tell(_ message: String, _ path: String = path, advice: String? = nil) {
            diagnostics.add(Diagnostic(message, file: file, at: node.location, path: path, advice: advice))
        }
        self = .invalid
        guard depth < Self.deepest else {
            tell("conditions are nested too deeply")
            return
        }
        switch node.value {
        case .string(let text):
            do { self = .expression(try Expression(text)) } catch { tell(error.message, advice: error.advice) }
        case .boolean(let flag): self = flag ? .and([]) : .or([])
        case .object:
            var reader = DocumentReader(node, path: path, file: file, noun: "a condition")
            self = Predicate(&reader, depth: depth)
            reader.finish()
            diagnostics.add(reader.problems)
        default: tell("a condition is a text or an object, not \(node.kind)")
        }
    }

    private init(_ reader: inout DocumentReader, depth: Int) {
        self = .invalid
        func inner(_ node: DocumentNode, _ path: String, _ reader: inout DocumentReader) -> Predicate {
            var problems = Diagnostics()
            let predicate = Predicate(
                node, path: path, file: reader.file, depth: depth + 1, diagnostics: &problems)
            reader.add(problems)
            return predicate
        }
        func list(_ key: String, _ reader: inout DocumentReader) -> [Predicate] {
            let path = reader.path(of: key)
            return (reader.value(key, "a list of conditions") { $0.array } ?? []).enumerated().map {
                inner($1, "\(path)[\($0)]", &reader)
            }
        }
        if reader.has("and") {
            self = .and(list("and", &reader))
        } else if reader.has("or") {
            self = .or(list("or", &reader))
        } else if let node = reader.value("not") {
            self = .not(inner(node, reader.path(of: "not"), &reader))
        } else if reader.has("param") || reader.has("selection") {
            let key = reader.has("param") ? "param" : "selection"
            let empty = reader.boolean("empty") ?? true
            guard let node = reader.value(key) else { return }
            if let name = node.string {
                self = .parameter(name, empty: empty)
            } else if key == "selection" {
                self = Predicate.composed(node, path: reader.path(of: key), depth: depth + 1, in: &reader)
            } else {
                reader.report(key, "`param` names a parameter, not \(node.kind)")
            }
        } else if reader.has("field") {
            self = FieldPredicate(&reader).map { .field($0) } ?? .invalid
        } else if let key = ["expr", "test", "signal"].first(where: reader.has), let node = reader.value(key) {
            self = inner(node, reader.path(of: key), &reader)
        } else {
            reader.report(
                nil, "this is no condition",
                advice:
                    "write an expression, or an object with `field` and `equal`, `lt`, `gt`, `range`, `oneOf` or "
                    + "`valid`"
            )
            reader.allow(reader.keys)
        }
    }

    /// Vega-Lite 4 composed selections by name: `{selection: {and: ["a", {not: "b"}]}}`.
    private static func composed(
        _ node: DocumentNode, path: String, depth: Int, in reader: inout DocumentReader
    ) -> Predicate {
        if let name = node.string { return .parameter(name, empty: true) }
        guard depth < deepest else {
            reader.report(node, "conditions are nested too deeply", path: path)
            return .invalid
        }
        for key in ["and", "or"] {
            guard let list = node[key]?.array else { continue }
            let parts = list.map { composed($0, path: path, depth: depth + 1, in: &reader) }
            return key == "and" ? .and(parts) : .or(parts)
        }
        if let inner = node["not"] { return .not(composed(inner, path: path, depth: depth + 1, in: &reader)) }
        reader.report(node, "selections are composed with `and`, `or` and `not`", path: path)
        return .invalid
    }
}
