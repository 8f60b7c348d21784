import Documents
import Tables

extension Table {
    /// The column that a field leads to. A field that no row has is an error where the table has columns at all.
    func column(for field: String) throws(Diagnostic) -> Column {
        if let column = self.field(field) { return column }
        if rowCount == 0 || names.isEmpty { return Column(.values(Array(repeating: .null, count: rowCount))) }
        let near = suggestion(for: field, among: names)
        throw Diagnostic(
            "there is no field `\(field)` in the data",
            advice: near.map { "did you mean `\($0)`?" } ?? "fields here: " + names.prefix(20).joined(separator: ", "))
    }

    func columns(for fields: [String]) throws(Diagnostic) -> [Column] {
        var columns: [Column] = []
        for field in fields { columns.append(try column(for: field)) }
        return columns
    }
}
