import Documents
import Tables

/// `facet: year` or `facet: {field: year, columns: 3, values: [1990, 2020]}`: one map for each value of a column, all
/// with one frame and one key.
struct MapFacet: Sendable {
    var field: ColumnName
    /// Maps beside each other; nil for as many as suit the sheet.
    var columns: Int?
    /// Which values, in which order; empty for all that the tables have.
    var values: [String] = []

    /// More maps would be too small to be read.
    static let most = 40
}

extension DocumentReader {
    mutating func mapFacet() -> MapFacet? {
        guard let node = value("facet") else { return nil }
        if node.object == nil { return column("facet").map { MapFacet(field: $0) } }
        return object("facet", noun: "a facet") { reader in
            let field = reader.column("field", required: "the column whose values part the maps")
            let columns = reader.wholeNumber("columns", in: 1...12)
            let values = reader.value("values")?.array?.map { DataValue($0).asText } ?? []
            return field.map { MapFacet(field: $0, columns: columns, values: values) }
        } ?? nil
    }
}
