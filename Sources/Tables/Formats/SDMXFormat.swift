import Documents

/// SDMX-CSV (https://github.com/sdmx-twg/sdmx-csv), as the OECD, the IMF and Eurostat give data. Where labels stand
/// beside codes (`REF_AREA: Reference area`, `FRA: France`), the column `REF_AREA` has the codes and `REF_AREA label`
/// the labels.
package struct SDMXFormat: TableFormat {
    package static let name = "sdmx-csv"
    package static let endings = ["sdmx.csv"]
    private let dialect: DialectSaid

    package init(_ reader: inout DocumentReader) { dialect = DialectSaid(&reader) }

    package static func isContent(_ head: ArraySlice<UInt8>) -> Bool {
        let bare = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
        let line = bare.prefix { $0 != 0x0A && $0 != 0x0D }
        return ["DATAFLOW", "STRUCTURE", "\"DATAFLOW\"", "\"STRUCTURE\""].contains { line.starts(with: $0.utf8) }
            && XLSXFormat.contains(line, "OBS_VALUE")
    }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        var table = DelimitedTable(usual: UInt8(ascii: ","), said: dialect)
        let labelled = Labelled()
        table.naming = { labelled.code(of: $0) }
        var result = try table.read(file, as: reading)
        for name in labelled.names { split(name, in: &result, reading) }
        return result
    }

    /// Parts `FRA: France` into the code and its label, where every value is so written.
    private func split(_ name: String, in result: inout ReadTable, _ reading: TableReading) {
        guard case .strings(let texts)? = result.table.column(name)?.storage,
            texts.allSatisfy({ $0.isEmpty || $0.contains(": ") })
        else { return }
        var codes: [String] = [], labels: [String] = []
        for text in texts {
            let place = text.firstRange(of: ": ")
            codes.append(place.map { String(text[..<$0.lowerBound]) } ?? "")
            labels.append(place.map { String(text[$0.upperBound...]) } ?? "")
        }
        result.table.set(name, Table.Column(.strings(codes)))
        if reading.isWanted?("\(name) label") ?? true {
            result.table.set("\(name) label", Table.Column(.strings(labels)))
        }
    }
}

/// The columns of a table that have a label beside their name.
private final class Labelled {
    private(set) var names: [String] = []

    func code(of header: String) -> String {
        guard let place = header.firstRange(of: ": ") else { return header }
        let code = String(header[..<place.lowerBound])
        if !names.contains(code) { names.append(code) }
        return code
    }
}
