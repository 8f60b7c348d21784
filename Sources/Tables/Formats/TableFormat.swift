import Documents

/// A kind of file that holds a table: how it is known, what a document may say of it under `format`, and how it is
/// read.
///
/// A new kind is a file with one type, and a line in `TableFormats.all`.
package protocol TableFormat: Sendable {
    /// The value of `format.type`.
    static var name: String { get }
    /// What the names of its files end in, in small letters, the most usual first: `csv`.
    static var endings: [String] { get }
    /// Whether the first bytes of a file show that it is one, whatever its name.
    static func isContent(_ head: ArraySlice<UInt8>) -> Bool

    /// The function by which DuckDB reads such files, where it answers a `query` over them; nil where none does.
    static var engineFunction: String? { get }
    /// Whether this kind answers a `query` itself.
    static var answersQueries: Bool { get }

    /// Reads the keys of `format` that are this kind's own.
    init(_ reader: inout DocumentReader)

    func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable
}

extension TableFormat {
    package static var engineFunction: String? { nil }
    package static var answersQueries: Bool { false }
    package static func isContent(_ head: ArraySlice<UInt8>) -> Bool { false }
}

/// What a figure wants of a table.
package struct TableReading: Sendable {
    /// How fields are to be read, by name: from what encodings say of them, or what `format.parse` says.
    package var types: [String: ValueType] = [:]
    /// Whether the types of all other columns are looked for in their values.
    package var infersTypes = false
    /// Whether other columns of decimal numbers become numbers; codes such as `036` stay text in any case.
    package var infersNumbers = true
    /// Which columns to keep, by name; nil for all.
    package var isWanted: (@Sendable (String) -> Bool)?
    /// SQL over the file, in place of its whole table; the file's rows are the table `data`.
    package var query: String?
    /// Whether numbers are as people write them, so that 2020 is a year, and no moment in 1970 as in JSON.
    package var hasWrittenNumbers = false
    /// How much doubt is taken.
    package var care: Care = .refusing

    /// What becomes of cells that do not read as what they should be.
    package enum Care: Sendable, Hashable {
        /// They are an error, and so is a date that could be two.
        case refusing
        /// They are nothing, as Vega has it, and told in a warning.
        case asReference
    }

    package init() {}
}

/// A table, and what is to be known of how it was read.
package struct ReadTable: Sendable {
    package var table: Table
    /// Warnings and notes; errors are thrown.
    package var notes: Diagnostics
    /// What a cell is called where the rows are not simply counted: `B4` in a workbook.
    package var places: CellPlaces?

    package init(_ table: Table, notes: Diagnostics = Diagnostics(), places: CellPlaces? = nil) {
        self.table = table
        self.notes = notes
        self.places = places
    }
}

/// Where the cells of a table stand in a sheet.
package struct CellPlaces: Sendable, Hashable {
    /// The row of the sheet, from 1, that each row of the table is.
    var rows: [Int]
    /// Letters of the sheet's columns by the names of the table's.
    var columns: [String: String]

    package func name(row: Int, column: String) -> String? {
        guard row < rows.count, let letters = columns[column] else { return nil }
        return letters + String(rows[row])
    }
}

/// The kinds of files that hold tables.
package enum TableFormats {
    package static let all: [any TableFormat.Type] = [
        CSVFormat.self, TSVFormat.self, SDMXFormat.self, DSVFormat.self, FrictionlessFormat.self, JSONFormat.self,
        TopoJSONFormat.self, NDJSONFormat.self,
        XLSXFormat.self, ODSFormat.self, SQLiteFormat.self, ParquetFormat.self, ArrowFormat.self,
    ]

    /// What `format.type` may say, besides.
    static let otherNames = ["geojson": "json", "jsonl": "ndjson", "feather": "arrow"]

    /// Text files of more bytes than this are read by an engine where one is installed.
    static let largest = 256 << 20

    /// The kinds over which a `query` is answered.
    static var queried: [String] { all.filter { $0.answersQueries || $0.engineFunction != nil }.map { $0.name } }

    package static var names: [String] { all.map { $0.name } }

    package static func named(_ name: String) -> (any TableFormat.Type)? {
        let name = otherNames[name] ?? name
        return all.first { $0.name == name }
    }

    /// The kind of a file: by its first bytes where they show it, else by its ending.
    package static func kind(of name: String, head: ArraySlice<UInt8>) -> (any TableFormat.Type)? {
        all.first { $0.isContent(head) } ?? ending(of: name)
    }

    /// The kind that a name ends in; nil where the ending says nothing.
    package static func ending(of name: String) -> (any TableFormat.Type)? {
        let path = name.prefix { $0 != "?" && $0 != "#" }.lowercased()
        return all.first { kind in
            kind.endings.contains { path.hasSuffix("." + $0) || path.hasSuffix("/" + $0) || path == $0 }
        }
    }
}
