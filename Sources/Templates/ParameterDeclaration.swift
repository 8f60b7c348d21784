import Documents
import Expressions
import Tables

/// A parameter of a report, declared in its front matter in the words of JSON Schema:
///
///     params:
///       code: {type: string, pattern: "[A-Z]{3}"}
///       year: {type: integer, minimum: 1990, maximum: 2030, default: 2024}
///       language: {enum: [en, ru, zh], default: en}
///       population: {type: [number, "null"]}
///
/// One without `default` must be given. `country: France` is short for a default whose type is its own.
package struct ParameterDeclaration: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case string, number, integer, boolean, array
    }

    package let name: String
    package let location: SourceLocation
    package private(set) var kind: Kind = .string
    /// What the items of a list are.
    private(set) var items: Kind = .string
    private(set) var isNullable = false
    package private(set) var usual: DataValue?
    package private(set) var title: String?
    private var values: [DataValue]?
    private var least: (value: Double, isExclusive: Bool)?
    private var most: (value: Double, isExclusive: Bool)?
    private var multiple: Double?
    private var lengths = (least: 0, most: Int.max)
    private var pattern: String?

    /// Whether a name can stand in expressions.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 64 else { return false }
        let isLetter = { (byte: UInt8) in (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F }
        return isLetter(first) && text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
            && !["true", "false", "null", "datum", "loop", "in", "if"].contains(text)
    }

    /// - Parameter reader: the reader of the object of all parameters.
    init?(_ member: DocumentObject.Member, in reader: inout DocumentReader) {
        (name, location) = (member.key, member.keyLocation)
        guard ParameterDeclaration.isName(name) else {
            reader.report(
                DocumentNode(.null, at: member.keyLocation), "`\(name.prefix(80))` is no name for a parameter",
                advice: "a name is letters, digits and `_`, and begins with a letter")
            return nil
        }
        guard member.value.object != nil else {
            guard let value = ParameterDeclaration.plain(member.value), !value.isNull else {
                reader.report(
                    member.value, "`\(name)` is \(member.value.kind); a declaration or a default was expected",
                    advice: "write \(name): {type: string}")
                return nil
            }
            usual = value
            kind = ParameterDeclaration.kind(of: value)
            return
        }
        var inner = DocumentReader(member.value, path: "params.\(name)", file: reader.file, noun: "a parameter")
        read(&inner)
        inner.finish()
        reader.add(inner.problems)
    }

    private mutating func read(_ reader: inout DocumentReader) {
        readType(&reader)
        title = reader.text("title")
        reader.allow("description", "examples", "$comment", "format")
        if let list = reader.value("enum", "a list", { $0.array }) {
            values = list.compactMap(ParameterDeclaration.plain)
            if !reader.has("type"), let first = values?.first { kind = ParameterDeclaration.kind(of: first) }
        }
        if let value = reader.value("const").flatMap(ParameterDeclaration.plain) {
            (values, usual) = ([value], value)
            if !reader.has("type") { kind = ParameterDeclaration.kind(of: value) }
        }
        if let value = reader.number("minimum") { least = (value, false) }
        if let value = reader.number("maximum") { most = (value, false) }
        if let value = reader.number("exclusiveMinimum") { least = (value, true) }
        if let value = reader.number("exclusiveMaximum") { most = (value, true) }
        multiple = reader.number("multipleOf", in: 1e-12...1e15)
        lengths.least = reader.wholeNumber("minLength", in: 0...1_000_000) ?? 0
        lengths.most = reader.wholeNumber("maxLength", in: 0...1_000_000) ?? Int.max
        pattern = reader.text("pattern")
        if let pattern, (try? ParameterDeclaration.matches("", pattern)) == nil {
            reader.report("pattern", "`\(pattern)` is no regular expression")
            self.pattern = nil
        }
        if let node = reader.value("default") {
            if !reader.has("type"), values == nil, let value = ParameterDeclaration.plain(node) {
                kind = ParameterDeclaration.kind(of: value)
            }
            do throws(Diagnostic) {
                usual = try value(of: ParameterDeclaration.plain(node) ?? .object([]))
            } catch { reader.report("default", "the default: \(error.message)", advice: error.advice) }
        } else if isNullable {
            usual = .null
        }
    }

    private mutating func readType(_ reader: inout DocumentReader) {
        var words = reader.texts("type")
        if words.contains("null") {
            isNullable = true
            words.removeAll { $0 == "null" }
        }
        if let word = words.first {
            if let kind = Kind(rawValue: word) {
                self.kind = kind
            } else {
                reader.report(
                    "type", "`\(word)` is no type of a parameter",
                    advice: DocumentReader.advice(for: word, among: Kind.allCases.map(\.rawValue) + ["null"]))
            }
        }
        if words.count > 1 { reader.report("type", "a parameter has one type, besides `null`") }
        if let node = reader.value("items") {
            items = node["type"]?.string.flatMap(Kind.init) ?? .string
        }
    }

    private static func plain(_ node: DocumentNode) -> DataValue? {
        switch node.value {
        case .null: return .null
        case .boolean(let value): return .boolean(value)
        case .number(let value): return .number(value)
        case .string(let text): return .string(text)
        case .array(let items):
            let values = items.compactMap(plain)
            return values.count == items.count ? .array(values) : nil
        case .object: return nil
        }
    }

    private static func kind(of value: DataValue) -> Kind {
        switch value {
        case .number: .number
        case .boolean: .boolean
        case .array: .array
        default: .string
        }
    }

    private static func matches(_ text: String, _ pattern: String) throws(Diagnostic) -> Bool {
        let call = try Expression("test(pattern, text)")
        return try call.isTrue(in: ExpressionEnvironment(values: ["pattern": .string(pattern), "text": .string(text)]))
    }
}

extension ParameterDeclaration {
    /// A cell of a table, or a word of the command line, as the value that is declared.
    ///
    /// - Throws: a diagnostic without a place.
    package func value(of cell: DataValue) throws(Diagnostic) -> DataValue {
        if cell.isNull || cell.string?.isEmpty == true {
            // An empty text is a value where the default is one.
            if let usual { return usual }
            throw Diagnostic("a value is missing", advice: "`\(name)` has no default")
        }
        let value = try typed(cell, as: kind)
        try checkRange(value)
        if let values, !values.contains(value) {
            throw Diagnostic(
                "`\(value.asText.prefix(80))` is none of the values of `\(name)`",
                advice: DocumentReader.advice(for: value.asText, among: values.map(\.asText)))
        }
        return value
    }

    private func typed(_ cell: DataValue, as kind: Kind) throws(Diagnostic) -> DataValue {
        let text = cell.asText
        func wrong(_ expected: String) -> Diagnostic {
            Diagnostic("`\(text.prefix(80))` is not \(expected)", advice: "`\(name)` is declared as \(kind.rawValue)")
        }
        switch kind {
        case .string: return .string(text)
        case .number, .integer:
            guard let number = cell.number ?? ParameterDeclaration.number(text), number.isFinite else {
                throw wrong(kind == .integer ? "a whole number" : "a number")
            }
            if kind == .integer, number != number.rounded() { throw wrong("a whole number") }
            return .number(number)
        case .boolean:
            switch text.lowercased() {
            case "true", "1", "yes": return .boolean(true)
            case "false", "0", "no": return .boolean(false)
            default: throw wrong("true or false")
            }
        case .array:
            if let items = cell.array {
                var typed: [DataValue] = []
                for item in items { typed.append(try self.typed(item, as: self.items)) }
                return .array(typed)
            }
            if text.hasPrefix("[") {
                guard let node = try? JSONReader.read(Array(text.utf8), file: ""),
                    let list = ParameterDeclaration.plain(node), list.array != nil
                else { throw wrong("a list as JSON") }
                return try self.typed(list, as: .array)
            }
            var typed: [DataValue] = []
            for part in text.split(separator: ";") {
                typed.append(try self.typed(.string(ParameterDeclaration.trimmed(part)), as: items))
            }
            return .array(typed)
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Digits, a point, an exponent: no `0x`, no spaces, no `1,000`.
    private static func number(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
        return Double(text)
    }

    private func checkRange(_ value: DataValue) throws(Diagnostic) {
        func shown(_ number: Double) -> String { DataValue.number(number).asText }
        if let number = value.number {
            if let least, number < least.value || (least.isExclusive && number == least.value) {
                throw Diagnostic(
                    "`\(shown(number))` is \(number == least.value ? "not above" : "below") \(shown(least.value))")
            }
            if let most, number > most.value || (most.isExclusive && number == most.value) {
                throw Diagnostic(
                    "`\(shown(number))` is \(number == most.value ? "not below" : "above") \(shown(most.value))")
            }
            if let multiple, (number / multiple).rounded() * multiple != number {
                throw Diagnostic("`\(shown(number))` is no multiple of \(shown(multiple))")
            }
        }
        if let text = value.string {
            let count = text.unicodeScalars.count
            if count < lengths.least {
                throw Diagnostic("the text has \(count) characters, fewer than \(lengths.least)")
            }
            if count > lengths.most { throw Diagnostic("the text has \(count) characters, more than \(lengths.most)") }
            if let pattern, try !ParameterDeclaration.matches(text, pattern) {
                throw Diagnostic("`\(text.prefix(80))` does not match `\(pattern)`")
            }
        }
    }
}
