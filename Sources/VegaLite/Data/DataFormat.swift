import Documents
import Formats
import Tables
import Transforms

/// How a file or inline text is to be read: Vega-Lite's `format` object.
struct DataFormat {
    enum Kind: String, CaseIterable { case json, csv, tsv, dsv, topojson }

    private var kind: Kind?
    private var property: String?
    private var feature: String?
    private var mesh: String?
    private var borders: TopoJSON.Borders?
    private var delimiter: UInt8?
    private var header: [String]?
    private var types: [String: ValueType]
    /// `parse: "auto"` or null: the types of all columns are looked for in their values.
    private var infersAll = false
    private var isWanted: (@Sendable (String) -> Bool)?
    private var node: DocumentNode?

    init(
        _ node: DocumentNode?, path: String, implied: [String: ValueType], isWanted: (@Sendable (String) -> Bool)?
    ) throws(Diagnostics) {
        self.node = node
        self.isWanted = isWanted
        types = implied
        guard let node, !node.isNull else { return }
        guard node.object != nil else {
            throw Diagnostics([Diagnostic("`format` is an object, not \(node.kind)", at: node.location, path: path)])
        }
        var reader = TransformReader(node, path: path, known: DataLoader.formatProperties, of: "`format`")
        kind = reader.word("type", of: Kind.allCases.map(\.rawValue) + ["geojson"]).map { Kind(rawValue: $0) ?? .json }
        property = reader.string("property")
        feature = reader.string("feature")
        mesh = reader.string("mesh")
        borders = reader.word("filter", of: TopoJSON.Borders.allCases.map(\.rawValue)).flatMap {
            TopoJSON.Borders(rawValue: $0)
        }
        header = reader.strings("header")
        if let text = reader.string("delimiter") {
            if let byte = text.utf8.first, text.utf8.count == 1 {
                delimiter = byte
            } else {
                reader.problem("`delimiter` is one character of ASCII", at: "delimiter")
            }
        }
        if let parse = node["parse"] {
            if let object = parse.object {
                for member in object.members {
                    if member.value.isNull {
                        types[member.key] = ValueType.none
                    } else if let text = member.value.string, let type = ValueType(text) {
                        types[member.key] = type
                    } else {
                        var problems = Diagnostics()
                        problems.add(
                            Diagnostic(
                                "`\(member.key)` is to be read as something unknown", at: member.value.location,
                                path: "\(path).parse.\(member.key)",
                                advice: "known: number, boolean, string, date, date:'%Y-%m-%d', utc:'…', null"))
                        reader.add(problems)
                    }
                }
            } else if parse.isNull || parse.string == "auto" {
                infersAll = true
            } else {
                reader.problem("`parse` is an object, `auto` or null", at: "parse")
            }
        }
        try reader.diagnostics.throwIfErrors()
    }

    /// Inline values: a list, an object, or text as a file would hold.
    func table(ofInline values: DocumentNode, path: String) throws(Diagnostics) -> Table {
        if let text = values.string {
            do {
                return try table(of: Array(text.utf8), named: "", kind: kind ?? .csv, path: path)
            } catch {
                // Lines within the text lead nowhere in the file: the text's own place does.
                throw Diagnostics(
                    error.all.map { problem in
                        var problem = problem
                        if let line = problem.location?.line { problem.message += " (line \(line) of the text)" }
                        problem.location = values.location
                        if problem.path.isEmpty { problem.path = path }
                        return problem
                    })
            }
        }
        if kind == .topojson || property != nil { return typed(try table(of: values, kind: kind ?? .json, path: path)) }
        return typed(Table(values))
    }

    /// A file's contents; the kind is that of the format, or what the name ends in.
    func table(of contents: [UInt8], named name: String, path: String) throws(Diagnostics) -> Table {
        var kind = self.kind
        if kind == nil {
            let path = name.prefix { $0 != "?" && $0 != "#" }
            kind = path.hasSuffix(".csv") ? .csv : path.hasSuffix(".tsv") ? .tsv : .json
        }
        return try table(of: contents, named: name, kind: kind ?? .json, path: path)
    }

    private func table(of contents: [UInt8], named name: String, kind: Kind, path: String) throws(Diagnostics) -> Table
    {
        switch kind {
        case .csv, .tsv, .dsv:
            let separator = delimiter ?? (kind == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ","))
            let text = DelimitedText(separator: separator, header: header, types: types, isWanted: isWanted)
            return inferred(try text.read(contents, file: name))
        case .json, .topojson:
            return typed(try table(of: try JSONReader.read(contents, file: name), kind: kind, path: path))
        }
    }

    private func table(of root: DocumentNode, kind: Kind, path: String) throws(Diagnostics) -> Table {
        var root = root
        if let property {
            for part in FieldPath(property).parts {
                let inner =
                    root[part]
                    ?? Int(part).flatMap { index in
                        root.array.flatMap { index >= 0 && index < $0.count ? $0[index] : nil }
                    }
                guard let inner else {
                    throw Diagnostics([
                        Diagnostic(
                            "the data has no `\(property)`", at: node?["property"]?.location,
                            path: path + ".format.property")
                    ])
                }
                root = inner
            }
        }
        guard kind == .topojson else { return Table(root) }
        do {
            let topology = try TopoJSON(root)
            if let feature { return try topology.features(of: feature) }
            if let mesh { return try topology.mesh(of: mesh, only: borders) }
        } catch {
            var problem = error
            problem.location = node?.location
            problem.path = path + ".format"
            throw Diagnostics([problem])
        }
        throw Diagnostics([
            Diagnostic(
                "TopoJSON needs `feature` or `mesh`", at: node?.location, path: path + ".format",
                advice: "either names an object of the file")
        ])
    }

    /// The columns read as the types say.
    func typed(_ table: Table) -> Table {
        var result = table
        for (name, type) in types {
            if let column = table.column(name) {
                result.set(name, column.read(as: type))
            } else if name.contains("."), let inner = table.field(name) {
                // A member of an object becomes a column of its own, which is found before the path is followed.
                result.set(name, inner.read(as: type))
            }
        }
        return inferred(result)
    }

    private func inferred(_ table: Table) -> Table {
        guard infersAll else { return table }
        var result = table
        for (name, column) in zip(table.names, table.columns) where types[name] == nil {
            if case .numbers = column.storage { continue }
            result.set(name, column.read(as: column.inferredType))
        }
        return result
    }
}
