import Documents
import Testing

@testable import Tables

/// A text read as a document's `format` says.
///
/// - Parameters:
///   - name: the file's, by whose ending its kind is known.
///   - format: what the document has under `format`.
func read(
    _ text: String, named name: String = "t.csv", format: String = "{}", types: [String: ValueType] = [:],
    infersTypes: Bool = false, care: TableReading.Care = .refusing
) throws -> ReadTable {
    let said = try TableFormatSaid(JSONReader.read(Array(format.utf8), file: "figure.json"), path: "format")
    var reading = TableReading()
    reading.types = types
    reading.infersTypes = infersTypes
    reading.care = care
    return try said.read(TableFile(Array(text.utf8), name: name), as: reading)
}

/// What is wrong with a text, or with what is said of it, a line each.
func problems(_ text: String, named name: String = "t.csv", format: String = "{}") -> [String] {
    do {
        _ = try read(text, named: name, format: format)
        return []
    } catch let problems as Diagnostics {
        return problems.all.map { problem in
            (problem.location.map { "\($0.line):\($0.column): " } ?? "") + problem.message
        }
    } catch { return ["\(error)"] }
}

extension Table {
    /// Names and rows as text: columns two spaces apart, null as `null`, lists and objects as JSON.
    var shown: String {
        let cells = columns.map { column in column.values.map(Table.shown) }
        let widths = zip(names, cells).map { name, column in ([name] + column).map(\.count).max() ?? 0 }
        func line(_ words: [String]) -> String {
            let padded = zip(words, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
        return ([line(names)] + (0..<rowCount).map { row in line(cells.map { $0[row] }) }).joined(separator: "\n")
    }

    private static func shown(_ value: DataValue) -> String {
        switch value {
        case .string(let text): text.isEmpty ? "''" : text
        case .array, .object: value.json
        default: value.asText
        }
    }
}
