import Documents
import Expressions
import Tables

/// What the properties of transforms have in common.
extension DocumentReader {
    /// A text that must be there; the empty text where it is not.
    package mutating func required(_ key: String, naming what: String = "a field") -> String {
        let wasRight = problems.all.count
        if let text = text(key) { return text }
        // A text of another kind has been told already.
        if problems.all.count == wasRight { report(nil, "`\(key)` is missing", advice: "it names \(what)") }
        return ""
    }

    /// The names of new fields; what is not named gets the usual name.
    package mutating func newNames(_ key: String = "as", _ usual: String...) -> [String] {
        let given = texts(key)
        return usual.indices.map { $0 < given.count ? given[$0] : usual[$0] }
    }

    /// The name of a new field, which must be there, and of a second one that ends in `_end` otherwise.
    package mutating func newSpan(_ key: String = "as") -> (start: String, end: String) {
        let wasRight = problems.all.count
        let given = texts(key)
        if given.isEmpty, problems.all.count == wasRight {
            report(nil, "`\(key)` is missing", advice: "it names the new field")
        }
        let start = given.first ?? ""
        return (start, given.count > 1 ? given[1] : start + "_end")
    }

    /// A list of names that must have one.
    package mutating func requiredNames(_ key: String) -> [String] {
        let wasRight = problems.all.count
        let names = texts(key)
        if names.isEmpty, problems.all.count == wasRight { report(key, "`\(key)` names at least one field") }
        return names
    }

    /// Two numbers, the lesser first.
    package mutating func span(_ key: String) -> ClosedRange<Double>? {
        guard let ends = numbers(key) else { return nil }
        guard ends.count == 2 else {
            report(key, "`\(key)` is two numbers, not \(ends.count)")
            return nil
        }
        return min(ends[0], ends[1])...max(ends[0], ends[1])
    }

    /// An expression's text, read.
    package mutating func expression(_ key: String) -> Expression? {
        guard let text = text(key) else { return nil }
        do {
            return try Expression(text)
        } catch {
            report(key, error.message, advice: error.advice)
            return nil
        }
    }

    /// Any value of the document, as a table has it.
    package mutating func dataValue(_ key: String) -> DataValue? { value(key).map { DataValue($0) } }

    /// `sort: [{field, order}]`, or one such object.
    package mutating func sortFields(_ key: String = "sort") -> [SortField] {
        guard let node = value(key) else { return [] }
        return (node.array ?? [node]).enumerated().compactMap { index, item in
            read(item, path: "\(path(of: key))[\(index)]", noun: "an entry of `\(key)`") { SortField(&$0) }
        }
    }
}

/// A field to sort by.
package struct SortField: Sendable, Hashable {
    package var field: String
    package var descending: Bool

    package init(_ field: String, descending: Bool = false) {
        self.field = field
        self.descending = descending
    }

    package enum Order: String, CaseIterable { case ascending, descending }

    init(_ reader: inout DocumentReader) {
        field = reader.required("field")
        descending = reader.word("order", of: Order.self) == .descending
    }
}
