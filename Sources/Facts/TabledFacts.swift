import Calendar
import Documents
import Files
import Synchronization
import Tables

/// Facts that are the cells of a table: `{table: gdp.csv, key: [iso3, year], value: gdp, unit: US$, source: …}` makes
/// the cell of France in 2023 the fact `gdp/FRA/2023`. A fact is made when it is asked for; the table is all that is
/// kept.
public final class TabledFacts: Sendable {
    /// A column of values.
    public struct Column: Sendable, Hashable {
        /// What the ids of its facts begin with.
        public var prefix: String
        public var name: String
    }

    public let file: String
    public let columns: [Column]
    private let keys: [String]
    private let about: String
    private let dates: String?
    private let measure: String?
    private let unit: String
    public let source: String
    private let title: String?
    private let table: Table
    let location: SourceLocation
    let definedIn: String
    private let index = Mutex<[String: Int]?>(nil)
    private let comparisons: [TabledComparison]
    private let compared = ComparedValues()

    static let keys = [
        "table", "format", "query", "key", "value", "unit", "source", "id", "about", "date", "measure", "title",
        "compare",
    ]

    /// - Parameter folder: the project's data folder; the table's name starts there, or in its `tables`.
    init?(_ reader: inout DocumentReader, folder: DataRoot) {
        keys = reader.texts("key")
        let values = reader.texts("value")
        let id = reader.text("id")
        let unit = reader.text("unit")
        let source = reader.text("source")
        let about = reader.text("about")
        let dates = reader.text("date")
        measure = reader.text("measure")
        title = reader.text("title")
        comparisons = reader.texts("compare").compactMap { word in
            let comparison = TabledComparison(rawValue: word)
            if comparison == nil {
                reader.report(
                    "compare", "`\(word)` is no comparison",
                    advice: DocumentReader.advice(for: word, among: TabledComparison.allCases.map(\.rawValue)))
            }
            return comparison
        }
        location = reader.node.location
        definedIn = reader.file
        guard let name = reader.text("table") else {
            reader.report(nil, "`table` is missing: the name of a file with a table")
            return nil
        }
        for (key, value) in [("unit", unit), ("source", source)] where value == nil && !reader.has(key) {
            reader.report(nil, "`\(key)` is missing", advice: "every fact of a table has its unit and its source")
        }
        if keys.isEmpty, !reader.has("key") {
            reader.report(nil, "`key` is missing: the columns that tell its rows apart")
        }
        if values.isEmpty, !reader.has("value") { reader.report(nil, "`value` is missing: the columns of the facts") }
        var reading = TableReading()
        reading.infersNumbers = false
        reading.query = reader.text("query")
        for value in values { reading.types[value] = .number }
        var read: Table?
        do throws(Diagnostics) {
            let format = try TableFormatSaid(reader.value("format"), path: reader.path(of: "format"))
            let isBeside = (try? folder.size(of: name)) != nil
            let place = TableFile(isBeside ? name : "tables/" + name, in: folder)
            let result = try format.read(place, as: reading, usual: CSVFormat.self)
            read = result.table
            for note in result.notes.errors {
                reader.report("table", "`\(name)`: \(note.message)", advice: note.advice)
            }
        } catch {
            for problem in error.all {
                let line = problem.location.map { ":\($0.line)" } ?? ""
                reader.report("table", "`\(name)\(line)`: \(problem.message)", advice: problem.advice)
            }
        }
        guard let read, let unit, let source, !keys.isEmpty, !values.isEmpty else { return nil }
        let wanted = [
            ("key", keys), ("value", values), ("about", [about].compactMap { $0 }), ("date", [dates].compactMap { $0 }),
        ]
        for (key, names) in wanted {
            for name in names where read.column(name) == nil {
                reader.report(
                    key, "the table has no column `\(name)`",
                    advice: DocumentReader.advice(for: name, among: read.names))
                return nil
            }
        }
        file = name
        table = read
        self.unit = unit
        self.source = source
        let usual: Set<String> = ["year", "date", "time", "period", "time_period", "month", "quarter"]
        self.dates = dates ?? keys.first { usual.contains($0.lowercased()) }
        self.about = about ?? keys.first { [dates = self.dates] in $0 != dates } ?? keys[0]
        columns = values.map {
            Column(prefix: values.count == 1 ? id ?? TabledFacts.slug($0) : TabledFacts.slug($0), name: $0)
        }
    }

    /// A column's name as the ids of facts have it.
    static func slug(_ name: String) -> String {
        let parts = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return parts.isEmpty ? "value" : parts.joined(separator: "-")
    }

    /// How many facts there are: cells that have a value.
    public var count: Int {
        columns.reduce(0) { sum, column in
            sum + (table.column(column.name)?.numbers.count { $0.isFinite } ?? 0)
        }
    }

    // MARK: Looking up

    /// The fact of an id such as `gdp/FRA/2023`; nil where the table has none.
    public subscript(id: String) -> Fact? {
        guard let slash = id.firstIndex(of: "/"), let column = columns.first(where: { $0.prefix == id[..<slash] })
        else { return nil }
        let key = String(id[id.index(after: slash)...])
        if let row = row(key) { return fact(row, column) }
        return comparisons.isEmpty ? nil : comparison(id, key, column)
    }

    /// A fact such as `gdp/FRA/2023/rank` or `gdp/2023/median`.
    private func comparison(_ id: String, _ key: String, _ column: Column) -> Fact? {
        let parts = key.split(separator: "/", omittingEmptySubsequences: false)
        guard let word = parts.last, let comparison = TabledComparison(rawValue: String(word)),
            comparisons.contains(comparison)
        else { return nil }
        let own = parts.dropLast().joined(separator: "/")
        let row = comparison.isOfRow ? row(own) : nil
        if comparison.isOfRow, row == nil { return nil }
        let base = row.flatMap { fact($0, column) }
        if comparison.isOfRow, base == nil { return nil }
        let group = row.map { self.group($0) } ?? own
        let values = compared.values(of: column.name, in: group) {
            var groups: [String: [Double]] = [:]
            let numbers = table.column(column.name)?.numbers ?? []
            for (row, number) in numbers.enumerated() where number.isFinite {
                groups[self.group(row), default: []].append(number)
            }
            return groups
        }
        guard let value = comparison.value(of: base?.value?.number, among: values),
            let date = base?.date ?? groupDate(group) ?? TabledFacts.undated
        else { return nil }
        let measured = measure ?? column.name
        let title = base?.title ?? ([title ?? measured] + (group.isEmpty ? [] : [group])).joined(separator: ", ")
        return Fact(
            id: id, title: "\(title): \(comparison.wording)", about: base?.about ?? file,
            measure: "\(measured), \(comparison.wording)", value: .number(value),
            unit: comparison.hasUnit ? unit : comparison == .share ? "%" : nil, date: date, source: source,
            locators: [Locator(section: "\(file), \(column.name), \(values.count) values")],
            derivedFrom: base.map { [$0.id] } ?? [],
            formula: "\(comparison.wording) of \(column.name) among \(values.count) rows of \(file)", file: definedIn,
            location: location)
    }

    /// The parts of a row's key besides what it is about: rows that have the same are compared.
    private func group(_ row: Int) -> String { groupKeys.map { text($0, row) }.joined(separator: "/") }

    private var groupKeys: [String] { keys.count < 2 ? [] : keys.filter { $0 != about } }

    private func groupDate(_ group: String) -> EDTFDate? {
        groupKeys.count == 1 && groupKeys.first == dates ? try? EDTFDate(parsing: group) : nil
    }

    /// Whether two rows have the key of an id: which of them is meant cannot be said.
    func isAmbiguous(_ id: String) -> Bool {
        guard let slash = id.firstIndex(of: "/") else { return false }
        return rows()[String(id[id.index(after: slash)...])] == -1
    }

    private func row(_ key: String) -> Int? { rows()[key].flatMap { $0 < 0 ? nil : $0 } }

    /// Rows by their keys; -1 where several have the same.
    private func rows() -> [String: Int] {
        index.withLock { known in
            if let known { return known }
            var made: [String: Int] = [:]
            made.reserveCapacity(table.rowCount)
            for row in 0..<table.rowCount { if made.updateValue(row, forKey: key(row)) != nil { made[key(row)] = -1 } }
            known = made
            return made
        }
    }

    private func key(_ row: Int) -> String { keys.map { text($0, row) }.joined(separator: "/") }

    private func text(_ column: String, _ row: Int) -> String {
        guard let value = table.column(column)?[row], !value.isNull else { return "" }
        return value.asText.trimmedOfSpace
    }

    private static let undated = try? EDTFDate(parsing: "undated")

    private func fact(_ row: Int, _ column: Column) -> Fact? {
        guard let number = table.column(column.name)?[row].number, number.isFinite,
            let date = dates.flatMap({ try? EDTFDate(parsing: text($0, row)) }) ?? TabledFacts.undated
        else { return nil }
        let subject = text(about, row)
        let measured = measure ?? column.name
        let key = keys.map { text($0, row) }
        return Fact(
            id: ([column.prefix] + key).joined(separator: "/"),
            title: title ?? ([measured] + key).joined(separator: ", "), about: subject, measure: measured,
            value: .number(number), unit: unit, date: date, source: source,
            locators: [Locator(section: "\(file), \(key.joined(separator: " ")), \(column.name)")], file: definedIn,
            location: location)
    }

    /// Whether any of its facts may have that text under a key of a choice.
    func has(_ key: String, _ text: String) -> Bool {
        switch key {
        case "measure": columns.contains { (measure ?? $0.name) == text }
        case "about": (0..<table.rowCount).contains { self.text(about, $0) == text }
        case "source": source == text
        case "unit": unit == text
        default: key == "kind" && text == Fact.Kind.quantity.rawValue
        }
    }

    /// The facts of a measure, or of all, about some things or all.
    public func facts(measures: [String]?, about subjects: [String]?) -> [Fact] {
        columns.filter { measures?.contains(measure ?? $0.name) ?? true }.flatMap { column in
            (0..<table.rowCount).lazy.filter { row in subjects?.contains(self.text(self.about, row)) ?? true }
                .compactMap { self.fact($0, column) }
        }
    }
}
