import Documents

/// A list of objects, of plain values (column `data`), or one object; `property` leads to it from the top.
package struct JSONFormat: TableFormat {
    package static let name = "json"
    package static let endings = ["json", "geojson"]
    package static let engineFunction: String? = "read_json"
    private let property: JSONProperty?

    package init(_ reader: inout DocumentReader) { property = JSONProperty(&reader) }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        try read(try JSONReader.read(try file.contents(), file: file.name), as: reading)
    }

    /// Reads values that a document holds itself.
    package func read(_ root: DocumentNode, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        try ColumnReading(reading).typed(ReadTable(Table(try property?.value(in: root) ?? root)))
    }
}

/// One JSON value a line, blank lines apart.
package struct NDJSONFormat: TableFormat {
    package static let name = "ndjson"
    package static let endings = ["ndjson", "jsonl", "ldjson"]
    package static let engineFunction: String? = "read_json"

    package init(_ reader: inout DocumentReader) {}

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        let contents = try file.contents()
        var problems = Diagnostics()
        var builder = RowsBuilder()
        var number = 0
        for line in contents.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            do {
                let node = try JSONReader.read(Array(line), file: file.name)
                builder.append(Table.fields(of: node))
            } catch {
                for var problem in error.all {
                    problem.location = SourceLocation(line: number, column: Int(problem.location?.column ?? 1))
                    problems.add(problem)
                }
                if problems.all.count >= DelimitedText.mostProblems { break }
            }
        }
        try problems.throwIfErrors()
        return try ColumnReading(reading).typed(ReadTable(builder.table()))
    }

    /// A line that is a whole object, and another one after it.
    package static func isContent(_ head: ArraySlice<UInt8>) -> Bool {
        let lines = head.split(separator: 0x0A, maxSplits: 2)
        guard lines.count >= 2 else { return false }
        return lines.prefix(2).allSatisfy { line in
            let bare = line.filter { $0 > 0x20 }
            return bare.first == UInt8(ascii: "{") && (bare.last == UInt8(ascii: "}") || line.endIndex == head.endIndex)
        } && lines[0].filter { $0 > 0x20 }.last == UInt8(ascii: "}")
    }
}

/// `format.property`: where in a JSON file the rows are.
struct JSONProperty {
    private let name: String
    private let location: SourceLocation?
    private let path: String

    init?(_ reader: inout DocumentReader) {
        guard let name = reader.text("property") else { return nil }
        self.name = name
        location = reader.node["property"]?.location
        path = reader.path(of: "property")
    }

    func value(in root: DocumentNode) throws(Diagnostics) -> DocumentNode {
        var node = root
        for part in FieldPath(name).parts {
            let inner =
                node[part]
                ?? Int(part).flatMap { index in
                    node.array.flatMap { index >= 0 && index < $0.count ? $0[index] : nil }
                }
            guard let inner else {
                throw Diagnostics([Diagnostic("the data has no `\(name)`", at: location, path: path)])
            }
            node = inner
        }
        return node
    }
}
