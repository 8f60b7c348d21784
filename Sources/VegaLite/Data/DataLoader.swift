import Documents
import Files
import Formats
import Synchronization
import Tables
import Transforms

/// Reads the tables that a document's `data` objects name: inline values, files beneath the data root, named data
/// sets, generators and facts (https://vega.github.io/vega-lite/docs/data.html).
public struct DataLoader: Sendable {
    public let root: DataRoot
    /// Makes the table of `data: {facts: …}`; nil where there are no facts.
    public var facts: (@Sendable (_ selection: DocumentNode, _ path: String) throws(Diagnostics) -> Table)?
    /// Which columns of CSV and the like to read; nil for all.
    public var mentions: FieldMentions?
    /// What becomes of cells that do not read as what the encodings take them for.
    package var care: TableReading.Care = .refusing
    private let named: [String: DocumentNode]
    private let cache = TableCache()

    static let properties = ["url", "query", "values", "name", "format", "sequence", "graticule", "sphere", "facts"]

    /// - Parameters:
    ///   - document: the whole document; its `datasets`, and every `data` in it that has both a name and values, can be
    ///     named from anywhere in it.
    ///   - root: where `url` starts.
    public init(document: DocumentNode, root: DataRoot) {
        self.root = root
        var named: [String: DocumentNode] = [:]
        DataLoader.collect(document, depth: 0, into: &named)
        for member in document["datasets"]?.object?.members ?? [] {
            named[member.key] = DocumentNode(
                .object(DocumentObject([.init(key: "values", keyLocation: member.keyLocation, value: member.value)])),
                at: member.value.location)
        }
        self.named = named
    }

    private static func collect(_ node: DocumentNode, depth: Int, into named: inout [String: DocumentNode]) {
        guard depth < 60 else { return }
        if let object = node.object {
            for member in object.members {
                if member.key == "data", let name = member.value["name"]?.string, named[name] == nil,
                    (member.value.object?.keys ?? []).contains(where: { $0 != "name" && $0 != "format" })
                {
                    named[name] = member.value
                }
                if member.key != "values", member.key != "datasets", member.key != "encoding" {
                    collect(member.value, depth: depth + 1, into: &named)
                }
            }
        } else if let list = node.array {
            for item in list where item.object != nil { collect(item, depth: depth + 1, into: &named) }
        }
    }

    /// Whether any column of a file was left unread, as nothing mentions it.
    var hasOmissions: Bool { cache.hasOmissions }

    private var isWanted: (@Sendable (String) -> Bool)? {
        guard let mentions else { return nil }
        let cache = cache
        return { name in
            if mentions.contains(name) { return true }
            cache.noteOmission()
            return false
        }
    }

    /// The table that a `data` object stands for.
    ///
    /// - Parameters:
    ///   - node: nil for one row without columns, null for no row.
    ///   - types: how fields are to be read, from what the encodings say of them; `format.parse` comes before it.
    public func table(
        for node: DocumentNode?, path: String = "data", types: [String: ValueType] = [:]
    ) throws(Diagnostics) -> Table {
        guard let node else { return Table(rowCount: 1) }
        if node.isNull { return Table() }
        guard let object = node.object else {
            throw Diagnostics([Diagnostic("`data` is an object, not \(node.kind)", at: node.location, path: path)])
        }
        var reader = DocumentReader(node, path: path, noun: "`data`")
        reader.allow(Self.properties)
        reader.finish()
        try reader.problems.throwIfErrors()
        let format = try TableFormatSaid(object["format"], path: path + ".format")
        var reading = TableReading()
        reading.types = types
        reading.isWanted = isWanted
        reading.care = care
        if let values = object["values"] {
            return try cache.table(for: .init(node: values, types: types, format: object["format"])) {
                () throws(Diagnostics) in
                try told(at: values.location, path + ".values", isText: values.string != nil) {
                    () throws(Diagnostics) in
                    try format.read(inline: values, as: reading)
                }
            }
        }
        if let place = object["url"] {
            guard let url = place.string else {
                throw Diagnostics([Diagnostic("`url` is a text", at: place.location, path: path + ".url")])
            }
            reading.query = reader.text("query")
            let key = TableCache.Key(
                node: DocumentNode(.string(url)), types: types, format: object["format"], query: reading.query)
            return try cache.table(for: key) { () throws(Diagnostics) in
                try told(at: place.location, path + ".url", of: url) { () throws(Diagnostics) in
                    try format.read(TableFile(url, in: root), as: reading)
                }
            }
        }
        if let facts = object["facts"] {
            guard let make = self.facts else {
                throw Diagnostics([Diagnostic("there are no facts here", at: facts.location, path: path + ".facts")])
            }
            return try make(facts, path + ".facts")
        }
        if let sequence = object["sequence"] { return try Generators.sequence(sequence, path: path + ".sequence") }
        if let graticule = object["graticule"] { return try Graticule.table(graticule, path: path + ".graticule") }
        if object["sphere"] != nil { return Table(rows: [[DataValue.Field("type", .string("Sphere"))]]) }
        if let name = reader.text("name"), let found = try namedTable(name, object, path: path, types: types) {
            return found
        }
        throw Diagnostics([
            Diagnostic(
                "`data` has no contents", at: node.location, path: path,
                advice: "give `url`, `values`, `name`, `facts`, `sequence`, `graticule` or `sphere`")
        ])
    }
}

extension DataLoader {
    /// A data set of `datasets` or of a parent; nil where its contents stand beside the name.
    private func namedTable(
        _ name: String, _ object: DocumentObject, path: String, types: [String: ValueType]
    ) throws(Diagnostics) -> Table? {
        guard let found = named[name] else {
            let near = suggestion(for: name, among: named.keys.sorted())
            throw Diagnostics([
                Diagnostic(
                    "there is no data set `\(name)`", at: object["name"]?.location, path: path + ".name",
                    advice: near.map { "did you mean `\($0)`?" } ?? "name one under `datasets`")
            ])
        }
        // A name that leads to itself would not end; what it leads to has contents of its own.
        var content = found.object ?? DocumentObject()
        content = content.removing("name")
        if content["format"] == nil, let own = object["format"] { content = content.setting("format", to: own) }
        guard content.keys.contains(where: { $0 != "format" }) else { return nil }
        return try table(
            for: DocumentNode(.object(content), at: found.location), path: "datasets.\(name)", types: types)
    }

    /// Reads a table; what there is to tell of it leads to the place in the document that names it.
    private func told(
        at location: SourceLocation, _ path: String, of file: String? = nil, isText: Bool = false,
        _ read: () throws(Diagnostics) -> ReadTable
    ) throws(Diagnostics) -> Table {
        func placed(_ problem: Diagnostic) -> Diagnostic {
            var problem = problem
            // A place in a table's own file is the better one.
            if let file, problem.file == file, problem.location != nil, problem.cause == .badInput { return problem }
            // Lines within a text of the document lead nowhere in it: the text's own place does.
            if isText, let line = problem.location?.line { problem.message += " (line \(line) of the text)" }
            if let file, problem.file == file { problem.message = "`\(file)`: \(problem.message)" }
            if problem.path.isEmpty || problem.location == nil {
                problem.location = location
                problem.path = problem.path.isEmpty ? path : problem.path
            }
            problem.file = ""
            return problem
        }
        do throws(Diagnostics) {
            let read = try read()
            cache.note(read.notes.all.map(placed))
            if let file, read.table.rowCount == 0 {
                let empty = Diagnostic(
                    "`\(file)` has no rows", severity: care == .refusing ? .error : .warning, at: location, path: path)
                if care == .refusing { throw Diagnostics([empty]) }
                cache.note([empty])
            }
            return read.table
        } catch {
            throw Diagnostics(error.all.map(placed))
        }
    }

    /// What was found of tables that were read since this was last asked.
    func takeNotes() -> [Diagnostic] { cache.takeNotes() }
}

/// Tables read once, however often a document names them.
private final class TableCache: Sendable {
    struct Key: Hashable {
        var node: DocumentNode
        var types: [String: ValueType]
        var format: DocumentNode?
        var query: String?
        /// Inline values are told apart by where they stand: comparing all of them would cost as much as reading.
        func hash(into hasher: inout Hasher) {
            hasher.combine(node.location)
            hasher.combine(types)
            if let url = node.string { hasher.combine(url) }
        }
    }

    private let tables = Mutex<[(key: Key, table: Table)]>([])
    private let omitting = Mutex(false)
    private let notes = Mutex<[Diagnostic]>([])

    func note(_ new: [Diagnostic]) { if !new.isEmpty { notes.withLock { $0 += new } } }

    func takeNotes() -> [Diagnostic] {
        notes.withLock { all in
            defer { all = [] }
            return all
        }
    }

    /// Whether any column was left out of a table.
    var hasOmissions: Bool { omitting.withLock { $0 } }

    func noteOmission() { omitting.withLock { $0 = true } }

    func table(for key: Key, _ make: () throws(Diagnostics) -> Table) throws(Diagnostics) -> Table {
        if let known = tables.withLock({ $0.first { $0.key == key }?.table }) { return known }
        let made = try make()
        tables.withLock { $0.append((key, made)) }
        return made
    }
}
