import Documents
import Tables

/// What became of one row: a line of the manifest.
public struct ManifestEntry: Sendable, Hashable {
    public struct Output: Sendable, Hashable {
        /// From the folder of results.
        public var path: String
        public var sha256: String
        public var bytes: Int
    }

    /// From 1, as people count.
    public var row: Int
    public var name: String
    public var title: String
    public var language: String
    public var parameters: DataValue
    /// The hash of all that the report is made from.
    public var inputs: String
    /// Empty where the row failed.
    public var outputs: [Output] = []
    public var warnings: [String] = []
    public var errors: [String] = []
    public var seconds = 0.0

    public var isBuilt: Bool { errors.isEmpty }

    /// JSON in one line.
    public var line: String {
        func list(_ texts: [String]) -> DataValue { .array(texts.map { .string($0) }) }
        var fields: [DataValue.Field] = [
            .init("row", .number(Double(row))), .init("name", .string(name)),
            .init("status", .string(isBuilt ? "built" : "failed")), .init("title", .string(title)),
            .init("language", .string(language)), .init("parameters", parameters), .init("inputs", .string(inputs)),
            .init(
                "outputs",
                .array(
                    outputs.map {
                        .object([
                            .init("path", .string($0.path)), .init("sha256", .string($0.sha256)),
                            .init("bytes", .number(Double($0.bytes))),
                        ])
                    })),
            .init("warnings", list(warnings)),
        ]
        if !errors.isEmpty { fields.append(.init("errors", list(errors))) }
        fields.append(.init("seconds", .number((seconds * 1000).rounded() / 1000)))
        return DataValue.object(fields).json
    }

    init(
        row: Int, name: String, title: String = "", language: String = "", parameters: DataValue, inputs: String
    ) {
        (self.row, self.name, self.title, self.language) = (row, name, title, language)
        (self.parameters, self.inputs) = (parameters, inputs)
    }

    /// Nil for a line that is no entry, as the last of a file whose writer was ended in the middle of it.
    public init?(line: some Collection<UInt8>, file: String = "") {
        guard let node = try? JSONReader.read(Array(line), file: file), let row = node["row"]?.number,
            let name = node["name"]?.string, let inputs = node["inputs"]?.string, row >= 1, row < 1e15
        else { return nil }
        self.init(
            row: Int(row), name: name, title: node["title"]?.string ?? "", language: node["language"]?.string ?? "",
            parameters: node["parameters"].map(DataValue.init) ?? .object([]), inputs: inputs)
        outputs = (node["outputs"]?.array ?? []).compactMap { output in
            guard let path = output["path"]?.string, let digest = output["sha256"]?.string else { return nil }
            return Output(path: path, sha256: digest, bytes: Int(output["bytes"]?.number ?? 0))
        }
        warnings = (node["warnings"]?.array ?? []).compactMap(\.string)
        errors = (node["errors"]?.array ?? []).compactMap(\.string)
        seconds = node["seconds"]?.number ?? 0
        if errors.isEmpty, outputs.isEmpty || node["status"]?.string == "failed" { errors = ["failed"] }
    }
}
