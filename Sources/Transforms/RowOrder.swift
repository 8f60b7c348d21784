import Tables

/// Compares rows by several fields; equal rows keep their order.
struct RowOrder {
    private let columns: [(column: Table.Column, descending: Bool)]

    init(_ fields: [SortField], in table: Table) {
        columns = fields.compactMap { sort in table.field(sort.field).map { ($0, sort.descending) } }
    }

    var isEmpty: Bool { columns.isEmpty }

    func compare(_ a: Int, _ b: Int) -> Int {
        for (column, descending) in columns {
            let order: Int
            switch column.storage {
            case .numbers(let values):
                let (x, y) = (values[a], values[b])
                order = x < y ? -1 : x > y ? 1 : x == y ? 0 : DataValue.ascending(column[a], column[b])
            default: order = DataValue.ascending(column[a], column[b])
            }
            if order != 0 { return descending ? -order : order }
        }
        return 0
    }

    func sorted(_ rows: [Int]) -> [Int] {
        isEmpty
            ? rows
            : rows.enumerated().sorted { a, b in
                let order = compare(a.element, b.element)
                return order == 0 ? a.offset < b.offset : order < 0
            }.map(\.element)
    }
}
