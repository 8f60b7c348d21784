import Documents
import Expressions
import Tables

/// Reads the properties of an object and gathers what is wrong with them.
package struct TransformReader {
    package let node: DocumentNode
    package let path: String
    package private(set) var diagnostics = Diagnostics()

    /// - Parameters:
    ///   - known: every property the object may have; another one is an error.
    ///   - what: what the object is, for messages.
    package init(_ node: DocumentNode, path: String, known: [String], of what: String) {
        self.node = node
        self.path = path
        for member in node.object?.members ?? [] where !known.contains(member.key) {
            let near = suggestion(for: member.key, among: known)
            diagnostics.add(
                Diagnostic(
                    "unknown property `\(member.key)` of \(what)", at: member.keyLocation,
                    path: "\(path).\(member.key)",
                    advice: near.map { "did you mean `\($0)`?" } ?? "known: " + known.joined(separator: ", ")))
        }
    }

    package subscript(key: String) -> DocumentNode? { node[key] }

    package mutating func problem(_ message: String, at key: String? = nil, advice: String? = nil) {
        let place = key.flatMap { node[$0]?.location } ?? node.location
        diagnostics.add(Diagnostic(message, at: place, path: key.map { "\(path).\($0)" } ?? path, advice: advice))
    }

    private mutating func wrong(_ key: String, _ found: DocumentNode, _ wanted: String) {
        problem("`\(key)` is \(wanted), not \(found.kind)", at: key)
    }

    /// A text; an error where something else stands.
    package mutating func string(_ key: String) -> String? {
        guard let found = node[key], !found.isNull else { return nil }
        if let text = found.string { return text }
        wrong(key, found, "a text")
        return nil
    }

    /// A text that must be there.
    package mutating func requiredString(_ key: String) -> String {
        if let text = string(key) { return text }
        if node[key] == nil || node[key]?.isNull == true { problem("`\(key)` is missing", advice: "it names a field") }
        return ""
    }

    package mutating func number(_ key: String) -> Double? {
        guard let found = node[key], !found.isNull else { return nil }
        if let number = found.number { return number }
        wrong(key, found, "a number")
        return nil
    }

    /// A number cut to a whole one within bounds.
    package mutating func integer(_ key: String, _ bounds: ClosedRange<Int>) -> Int? {
        guard let value = number(key) else { return nil }
        guard value >= Double(bounds.lowerBound), value <= Double(bounds.upperBound) else {
            problem("`\(key)` is a number from \(bounds.lowerBound) to \(bounds.upperBound)", at: key)
            return nil
        }
        return Int(value)
    }

    package mutating func boolean(_ key: String) -> Bool? {
        guard let found = node[key], !found.isNull else { return nil }
        if let flag = found.boolean { return flag }
        wrong(key, found, "true or false")
        return nil
    }

    /// One of several words.
    package mutating func word(_ key: String, of words: [String]) -> String? {
        guard let text = string(key) else { return nil }
        if words.contains(text) { return text }
        problem(
            "`\(text)` is no `\(key)`", at: key,
            advice: suggestion(for: text, among: words).map { "did you mean `\($0)`?" } ?? "known: "
                + words.joined(separator: ", "))
        return nil
    }

    /// A list of texts, or one text.
    package mutating func strings(_ key: String) -> [String]? {
        guard let found = node[key], !found.isNull else { return nil }
        if let text = found.string { return [text] }
        if let list = found.array {
            let texts = list.compactMap(\.string)
            if texts.count == list.count { return texts }
        }
        wrong(key, found, "a list of texts")
        return nil
    }

    /// A list of numbers.
    package mutating func numbers(_ key: String) -> [Double]? {
        guard let found = node[key], !found.isNull else { return nil }
        if let list = found.array {
            let numbers = list.compactMap(\.number)
            if numbers.count == list.count { return numbers }
        }
        wrong(key, found, "a list of numbers")
        return nil
    }

    /// Two numbers.
    package mutating func span(_ key: String) -> ClosedRange<Double>? {
        guard let numbers = numbers(key) else { return nil }
        guard numbers.count == 2, numbers[0].isFinite, numbers[1].isFinite else {
            problem("`\(key)` is two numbers", at: key)
            return nil
        }
        return min(numbers[0], numbers[1])...max(numbers[0], numbers[1])
    }

    /// An expression's text, read.
    package mutating func expression(_ key: String) -> Expression? {
        guard let text = string(key) else { return nil }
        do {
            return try Expression(text)
        } catch {
            diagnostics.add(
                Diagnostic(
                    error.message, at: node[key]?.location ?? node.location, path: "\(path).\(key)",
                    advice: error.advice))
            return nil
        }
    }

    /// `sort: [{field, order}]`.
    package mutating func sortFields(_ key: String = "sort") -> [SortField] {
        guard let found = node[key], !found.isNull else { return [] }
        let list = found.array ?? [found]
        var fields: [SortField] = []
        for item in list {
            guard let field = item["field"]?.string else {
                problem("an entry of `\(key)` is an object with `field` and, if you like, `order`", at: key)
                continue
            }
            switch item["order"]?.string {
            case nil where item["order"] == nil || item["order"]?.isNull == true, "ascending"?:
                fields.append(SortField(field))
            case "descending"?: fields.append(SortField(field, descending: true))
            default: problem("`order` is `ascending` or `descending`", at: key)
            }
        }
        return fields
    }

    package mutating func add(_ others: Diagnostics) { diagnostics.add(others) }
}

/// A field to sort by.
package struct SortField: Sendable, Hashable {
    package var field: String
    package var descending: Bool

    package init(_ field: String, descending: Bool = false) {
        self.field = field
        self.descending = descending
    }
}

/// Compares rows by several fields; equal rows keep their order.
struct RowOrder {
    private let columns: [(column: Table.Column, descending: Bool)]

    init(_ fields: [SortField], in table: Table) {
        columns = fields.compactMap { sort in table.field(sort.field).map { ($0, sort.descending) } }
    }

    var isEmpty: Bool { columns.isEmpty }

    func compare(_ a: Int, _ b: Int) -> Int {
        for (column, descending) in columns {
            let order: Int
            switch column.storage {
            case .numbers(let values):
                let (x, y) = (values[a], values[b])
                order = x < y ? -1 : x > y ? 1 : x == y ? 0 : DataValue.ascending(column[a], column[b])
            default: order = DataValue.ascending(column[a], column[b])
            }
            if order != 0 { return descending ? -order : order }
        }
        return 0
    }

    func sorted(_ rows: [Int]) -> [Int] {
        isEmpty
            ? rows
            : rows.enumerated().sorted { a, b in
                let order = compare(a.element, b.element)
                return order == 0 ? a.offset < b.offset : order < 0
            }.map(\.element)
    }
}

extension Table {
    /// The column that a field leads to. A field that no row has is an error where the table has columns at all.
    func column(for field: String) throws(Diagnostic) -> Column {
        if let column = self.field(field) { return column }
        if rowCount == 0 || names.isEmpty { return Column(.values(Array(repeating: .null, count: rowCount))) }
        let near = suggestion(for: field, among: names)
        throw Diagnostic(
            "there is no field `\(field)` in the data",
            advice: near.map { "did you mean `\($0)`?" } ?? "fields here: " + names.prefix(20).joined(separator: ", "))
    }

    func columns(for fields: [String]) throws(Diagnostic) -> [Column] {
        var columns: [Column] = []
        for field in fields { columns.append(try column(for: field)) }
        return columns
    }
}
