import Documents
import Formats
import Tables
import Testing

@testable import Transforms

/// Rows written as text: names first, then a line a row, columns two spaces or more apart. `null` is null, numbers are
/// numbers, what begins with a bracket or a quotation mark is JSON, all else is text.
struct TextTable {
    let names: [String]
    let rows: [[String]]

    init(_ text: String) {
        let lines = text.split(separator: "\n").map { Self.cells(String($0)) }
        names = lines.first ?? []
        rows = Array(lines.dropFirst())
    }

    private static func cells(_ line: String) -> [String] {
        line.split(separator: #/ {2,}/#).map { $0.trimmingPrefix(while: { $0 == " " }) }.map { String($0) }
    }

    private static func value(_ cell: String) throws -> DataValue {
        if cell == "null" { return .null }
        if cell == "true" || cell == "false" { return .boolean(cell == "true") }
        if let first = cell.first, "[{\"".contains(first) { return DataValue(try TransformTests.read(cell)) }
        return Double(cell).map { .number($0) } ?? .string(cell)
    }

    var table: Table {
        get throws {
            var table = Table(rowCount: rows.count)
            for (index, name) in names.enumerated() {
                table.set(name, Table.Column(try rows.map { try Self.value($0[index]) }))
            }
            return table
        }
    }
}

/// Transforms, one or a list as a document has it, make of some rows others: in the named columns the same words, the
/// same moments (written as dates) and numbers that agree in six digits.
func expect(
    _ transforms: String, on rows: String, gives wanted: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
    let list = transforms.hasPrefix("{") ? "[\(transforms)]" : transforms
    let result = try TransformTests.run(try TransformTests.read(list), on: try TextTable(rows).table)
    let wanted = TextTable(wanted)
    #expect(result.rowCount == wanted.rows.count, sourceLocation: sourceLocation)
    for (row, cells) in wanted.rows.enumerated() {
        for (name, cell) in zip(wanted.names, cells) {
            let found = result.column(name)?[row]
            #expect(
                agree(found, with: cell), "row \(row), \(name): \(found?.asText ?? "none"), not \(cell)",
                sourceLocation: sourceLocation)
        }
    }
}

private func agree(_ found: DataValue?, with cell: String) -> Bool {
    guard let found else { return false }
    switch found {
    case .null: return cell == "null"
    case .number(let number):
        guard let wanted = Double(cell) ?? DateReading.milliseconds(cell) else { return false }
        if number.isNaN || wanted.isNaN { return number.isNaN && wanted.isNaN }
        return number == wanted || (number - wanted).magnitude <= 1e-6 * max(wanted.magnitude, 1e-6)
    default: return found.asText == cell
    }
}

/// A table of one column whose values stand on one line.
func column(_ name: String, _ values: String) -> String {
    ([name] + values.split(separator: #/ {2,}/#).map { String($0) }).joined(separator: "\n")
}
