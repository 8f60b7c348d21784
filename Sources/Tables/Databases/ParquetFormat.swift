import Documents

/// Columns in Parquet files, read by DuckDB.
package struct ParquetFormat: TableFormat {
    package static let name = "parquet"
    package static let endings = ["parquet", "pq"]
    package static let answersQueries = true

    package init(_ reader: inout DocumentReader) {}

    package static func isContent(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: "PAR1".utf8) }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        var reading = reading
        reading.hasWrittenNumbers = true
        let table = try DuckDB(reader: "read_parquet", file: file).table(reading)
        return try ColumnReading(reading, file: file.name).typed(ReadTable(table))
    }
}
