import Files
import Documents

extension FactBase {
    /// Loads `sources.yaml` and `facts/*.yaml` (or `.yml`, `.json`) of a project's data folder. A folder that has
    /// neither gives no facts.
    ///
    /// - Throws: all that is wrong with any of the files, at once.
    public init(loading folder: DataRoot) throws(Diagnostics) {
        var problems = Diagnostics()
        func document(_ name: String) -> Document? {
            do {
                let contents = try folder.read(name)
                return try Document(file: "\(folder.path)/\(name)", contents: contents)
            } catch let problem as Diagnostic {
                problems.add(problem)
            } catch let several as Diagnostics {
                problems.add(several)
            } catch {
                problems.add(Diagnostic("\(error)", file: name))
            }
            return nil
        }
        var top: [String] = []
        var names: [String] = []
        do {
            top = try folder.names(in: "")
            if top.contains("facts") { names = try folder.names(in: "facts") }
        } catch {
            throw Diagnostics([error])
        }
        let sources = top.contains("sources.yaml") ? document("sources.yaml") : nil
        let endings = [".yaml", ".yml", ".json"]
        let facts = names.filter { name in endings.contains { name.hasSuffix($0) } && !name.hasPrefix(".") }
            .compactMap { document("facts/\($0)") }
        try self.init(sources: sources, facts: facts, folder: folder, problems: problems)
    }

    /// Reads documents that are already at hand: one of sources, and any number of facts.
    public init(sources: Document?, facts: [Document]) throws(Diagnostics) {
        try self.init(sources: sources, facts: facts, problems: Diagnostics())
    }

    private init(
        sources: Document?, facts: [Document], folder: DataRoot? = nil, problems: Diagnostics
    ) throws(Diagnostics) {
        var problems = problems
        var sourceRecords: [Source] = []
        if let sources {
            for (index, node) in FactBase.records(of: sources, under: "sources", problems: &problems).enumerated() {
                guard var fields = FactBase.fields(node, index, sources.file, "sources", &problems) else { continue }
                if let source = SourceReader.read(&fields) { sourceRecords.append(source) }
                fields.problems.forEach { problems.add($0) }
            }
        }
        var factRecords: [FactRecord] = []
        var names: [String: [String]] = [:]
        var tables: [TabledFacts] = []
        for document in facts {
            FactBase.readNames(document, into: &names, problems: &problems)
            for (index, node) in FactBase.records(of: document, under: "facts", problems: &problems).enumerated() {
                if node["table"] != nil, let folder {
                    var reader = DocumentReader(
                        node, path: "facts[\(index)]", file: document.file, noun: "facts from a table")
                    if let made = TabledFacts(&reader, folder: folder) { tables.append(made) }
                    reader.allow(TabledFacts.keys)
                    reader.finish()
                    problems.add(reader.problems)
                    continue
                }
                guard var fields = FactBase.fields(node, index, document.file, "facts", &problems) else { continue }
                if let record = FactReader.read(&fields) { factRecords.append(record) }
                fields.problems.forEach { problems.add($0) }
            }
        }
        for table in tables where !sourceRecords.contains(where: { $0.id == table.source }) {
            problems.add(
                Diagnostic(
                    "no source has the id `\(shortened(table.source))`", file: table.definedIn, at: table.location,
                    advice: suggestion(for: table.source, among: sourceRecords.map(\.id)).map {
                        "did you mean `\($0)`?"
                    }
                        ?? "add it to sources.yaml"))
        }
        try self.init(sources: sourceRecords, records: factRecords, tables: tables, problems: problems)
        self.names = names
    }

    /// `names: {China: [Chinese, Beijing]}`: what texts call the things that facts are about.
    private static func readNames(
        _ document: Document, into names: inout [String: [String]], problems: inout Diagnostics
    ) {
        guard let node = document.root.object?["names"] else { return }
        for member in node.object?.members ?? [] {
            let list = member.value.array?.compactMap(\.string) ?? member.value.string.map { [$0] } ?? []
            if list.count != (member.value.array?.count ?? 1) {
                problems.add(
                    Diagnostic(
                        "the names of `\(shortened(member.key))` are a list of text", file: document.file,
                        at: member.value.location, path: "names.\(shortened(member.key))"))
            }
            names[member.key, default: []] += list
        }
        if node.object == nil {
            problems.add(
                Diagnostic(
                    "`names` is \(node.kind); what facts are about and what texts call it were expected",
                    file: document.file, at: node.location, path: "names", advice: "write China: [Chinese, Beijing]"))
        }
    }

    private static func fields(
        _ node: DocumentNode, _ index: Int, _ file: String, _ key: String, _ problems: inout Diagnostics
    ) -> RecordFields? {
        guard let object = node.object else {
            problems.add(
                Diagnostic(
                    "a record must be an object, not \(node.kind)", file: file, at: node.location,
                    path: "\(key)[\(index)]", advice: "begin it with `- id: …`"))
            return nil
        }
        return RecordFields(object, at: node.location, file: file, name: "\(key)[\(index)]")
    }

    /// The list under the only key that such a file has.
    private static func records(of document: Document, under key: String, problems: inout Diagnostics) -> [DocumentNode]
    {
        guard let object = document.root.object, let list = object[key] else {
            if key == "facts", document.root.object?["names"] != nil { return [] }
            problems.add(
                Diagnostic(
                    "`\(key):` is missing at the top of the file", file: document.file, at: document.root.location,
                    advice: "begin it with `\(key):` and a list of records"))
            return []
        }
        for member in object.members where member.key != key && !(key == "facts" && member.key == "names") {
            problems.add(
                Diagnostic(
                    "unknown key `\(shortened(member.key))`", file: document.file, at: member.keyLocation,
                    path: shortened(member.key), advice: "only `\(key)` stands at the top of this file"))
        }
        if list.isNull { return [] }
        if key == "facts", list["table"] != nil { return [list] }
        guard let items = list.array else {
            problems.add(
                Diagnostic(
                    "`\(key)` must be a list, not \(list.kind)", file: document.file, at: list.location, path: key,
                    advice: "begin each record with `- id: …`"))
            return []
        }
        return items
    }
}
