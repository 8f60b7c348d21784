import Documents
import Files
import Testing

@testable import Tables

/// Files as people bring them: each read as an oracle reads it, or refused with the cell.
/// `Scripts/build-awkward-tables` makes them and records what pandas, openpyxl, pyarrow and sqlite3 say.
struct AwkwardTablesTests {
    static let folder = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Fixtures/tables"

    struct Case: Sendable, CustomTestStringConvertible {
        var node: DocumentNode
        var file: String { node["file"]?.string ?? "" }
        var testDescription: String {
            file + (node["query"]?.string.map { ": " + $0 } ?? "")
                + (node["format"].map { " " + DataValue($0).json } ?? "")
        }
    }

    static var cases: [Case] {
        guard let bytes = try? DataRoot(folder).read("cases.json"),
            let root = try? JSONReader.read(bytes, file: "cases.json")
        else { return [] }
        return (root.array ?? []).map { Case(node: $0) }
    }

    static func read(_ test: Case) throws(Diagnostics) -> ReadTable {
        var reading = TableReading()
        for member in test.node["types"]?.object?.members ?? [] {
            reading.types[member.key] = member.value.string.flatMap { ValueType($0) }
        }
        reading.query = test.node["query"]?.string
        let format = try TableFormatSaid(test.node["format"], path: "format")
        return try format.read(TableFile(test.file, in: DataRoot(folder)), as: reading)
    }

    @Test func thereAreManyFiles() { #expect(Set(Self.cases.map(\.file)).count >= 60) }

    @Test("as the oracle has it, or refused with what is wrong", arguments: cases)
    func awkward(_ test: Case) {
        // Engines are installed by a script of their own.
        if test.file.hasSuffix(".parquet") || test.node["query"] != nil && !test.file.hasSuffix(".sqlite"),
            !DuckDB.isInstalled
        {
            return
        }
        do {
            let read = try Self.read(test)
            #expect(test.node["refused"] == nil, "it is read")
            if let told = test.node["told"]?.string {
                #expect(read.notes.description.contains(told), "\(read.notes.description)")
            }
            for member in test.node["columns"]?.object?.members ?? [] {
                let found = read.table.column(member.key)
                let wanted = (member.value.array ?? []).map(Self.value)
                #expect(found?.values.map(Self.rounded) == wanted.map(Self.rounded), "column `\(member.key)`")
            }
            if let count = test.node["columns"]?.object?.members.first?.value.array?.count {
                #expect(read.table.rowCount == count)
            }
        } catch {
            let words = test.node["refused"]?.string
            #expect(words != nil, "\(error)")
            if let words { #expect(error.description.contains(words), "\(error)") }
        }
    }

    private static func value(_ node: DocumentNode) -> DataValue {
        node["moment"]?.number.map { .number($0) } ?? DataValue(node)
    }

    /// Blank text is no value; numbers to twelve digits.
    private static func rounded(_ value: DataValue) -> DataValue {
        switch value {
        case .string(""): .null
        case .number(let number) where number.isNaN: .null
        case .number(let number): .number((number * 1e6).rounded() / 1e6)
        default: value
        }
    }
}
