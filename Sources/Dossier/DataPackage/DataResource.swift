import Documents
import Files
import Tables

/// One table of a data package: its file, and what its columns are (Frictionless Data Resource and Table Schema 1).
public struct DataResource: Sendable {
    public struct Field: Sendable {
        public var name: String
        /// `string` or `number`.
        public var type: String
        public var description: String

        public init(_ name: String, type: String = "string", description: String = "") {
            self.name = name
            self.type = type
            self.description = description
        }
    }

    /// The file's name, `facts.csv`.
    public var path: String
    public var title: String
    public var fields: [Field]
    /// The column that tells rows apart; nil where none does.
    public var primaryKey: String?
    /// One text for each field.
    public var rows: [[String]]

    public init(path: String, title: String, fields: [Field], rows: [[String]]) {
        self.path = path
        self.title = title
        self.fields = fields
        self.rows = rows
    }

    public var csv: String { DelimitedText.csv(header: fields.map(\.name), rows: rows) }

    /// The resource's entry in `datapackage.json`.
    var descriptor: DocumentNode {
        let name = path.split(separator: ".").first.map(String.init) ?? path
        let bytes = Array(csv.utf8)
        return .object([
            ("name", .text(name.lowercased())), ("path", .text(path)), ("title", .text(title)),
            ("profile", .text("tabular-data-resource")), ("format", .text("csv")), ("mediatype", .text("text/csv")),
            ("encoding", .text("utf-8")), ("bytes", DocumentNode(.number(Double(bytes.count)))),
            ("hash", .text("sha256:" + SHA256.hexadecimal(of: bytes))),
            (
                "schema",
                .object(
                    [
                        (
                            "fields",
                            .list(
                                fields.map { field in
                                    .object(
                                        [("name", .text(field.name)), ("type", .text(field.type))]
                                            + (field.description.isEmpty
                                                ? [] : [("description", .text(field.description))])
                                    )
                                })
                        )
                    ] + (primaryKey.map { [("primaryKey", .text($0))] } ?? []))
            ),
        ])
    }
}

extension DocumentNode {
    static func text(_ value: String) -> DocumentNode { DocumentNode(.string(value)) }
    static func list(_ items: [DocumentNode]) -> DocumentNode { DocumentNode(.array(items)) }

    static func object(_ members: [(String, DocumentNode)]) -> DocumentNode {
        let nowhere = SourceLocation(line: 1, column: 1)
        return DocumentNode(
            .object(DocumentObject(members.map { DocumentObject.Member(key: $0.0, keyLocation: nowhere, value: $0.1) }))
        )
    }
}
