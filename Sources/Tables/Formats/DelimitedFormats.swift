import Documents

/// Fields parted by commas (RFC 4180); where a file turns out to be parted by something else, that is found.
package struct CSVFormat: TableFormat {
    package static let name = "csv"
    package static let endings = ["csv"]
    package static let engineFunction: String? = "read_csv"
    private let dialect: DialectSaid

    package init(_ reader: inout DocumentReader) { dialect = DialectSaid(&reader) }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        try DelimitedTable(usual: UInt8(ascii: ","), said: dialect).read(file, as: reading)
    }
}

/// Fields parted by tabulators.
package struct TSVFormat: TableFormat {
    package static let name = "tsv"
    package static let endings = ["tsv", "tab"]
    package static let engineFunction: String? = "read_csv"
    private let dialect: DialectSaid

    package init(_ reader: inout DocumentReader) { dialect = DialectSaid(&reader) }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        try DelimitedTable(usual: 0x09, said: dialect).read(file, as: reading)
    }
}

/// Fields parted by what `delimiter` says.
package struct DSVFormat: TableFormat {
    package static let name = "dsv"
    package static let endings = ["dsv", "psv", "txt"]
    private let dialect: DialectSaid

    package init(_ reader: inout DocumentReader) { dialect = DialectSaid(&reader) }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        try DelimitedTable(usual: UInt8(ascii: ","), said: dialect).read(file, as: reading)
    }
}
