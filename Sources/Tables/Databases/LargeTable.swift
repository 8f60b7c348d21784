import Documents
import Files

/// Files that an engine aggregates before their rows come into memory.
package enum LargeTable {
    /// Whether queries over a file are answered by DuckDB without being asked for: Parquet, and large text.
    ///
    /// - Parameter numeric: columns that must hold numbers.
    package static func isAnswered(_ name: String, in root: DataRoot, numeric: [String]) -> Bool {
        // By its name alone, so that other files are not opened twice.
        guard let kind = TableFormats.ending(of: name) else { return false }
        let isParquet = kind == ParquetFormat.self
        guard isParquet || kind.engineFunction == "read_csv", DuckDB.isInstalled,
            isParquet || ((try? root.size(of: name)) ?? 0) > TableFormats.largest,
            let engine = try? DuckDB(reader: isParquet ? "read_parquet" : "read_csv", file: TableFile(name, in: root)),
            let types = try? engine.types()
        else { return false }
        return numeric.allSatisfy { types[$0] == true }
    }
}
