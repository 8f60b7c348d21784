import Documents
import Tables

/// The rows of a table parted by the values of some columns, groups in order of first appearance.
package struct Grouping {
    /// The group of each row.
    package private(set) var ids: [Int32]
    /// The first row of each group.
    package private(set) var firstRows: [Int]

    package var count: Int { firstRows.count }

    /// Without fields all rows are one group; without rows there is none.
    package init(_ table: Table, by fields: [String]) throws(Diagnostic) {
        self.init(rowCount: table.rowCount, columns: try table.columns(for: fields))
    }

    package init(rowCount: Int, columns: [Table.Column]) {
        ids = [Int32](repeating: 0, count: rowCount)
        firstRows = rowCount > 0 ? [0] : []
        for column in columns {
            let (own, ownCount) = Grouping.codes(column)
            if columns.count == 1 {
                ids = own
            } else {
                var known: [Int64: Int32] = [:]
                for row in 0..<rowCount {
                    let key = Int64(ids[row]) * Int64(ownCount) + Int64(own[row])
                    if let id = known[key] {
                        ids[row] = id
                    } else {
                        let id = Int32(known.count)
                        known[key] = id
                        ids[row] = id
                    }
                }
            }
        }
        if !columns.isEmpty {
            firstRows = []
            for row in 0..<rowCount where Int(ids[row]) == firstRows.count { firstRows.append(row) }
        }
    }

    /// A number for each distinct value, counted from 0 in order of first appearance.
    package static func codes(_ column: Table.Column) -> ([Int32], Int) {
        var codes = [Int32](repeating: 0, count: column.count)
        switch column.storage {
        case .numbers(let values):
            var known: [UInt64: Int32] = [:]
            for (row, value) in values.enumerated() {
                let key = value == 0 ? 0 : value.isNaN && !value.isMissing ? Double.nan.bitPattern : value.bitPattern
                if let code = known[key] {
                    codes[row] = code
                } else {
                    let code = Int32(known.count)
                    known[key] = code
                    codes[row] = code
                }
            }
            return (codes, known.count)
        case .strings(let values):
            var known: [String: Int32] = [:]
            // The dictionary is asked only for texts that did not come just before: its hash is a careful one.
            var recent = [(text: String, code: Int32)](repeating: ("", -1), count: 256)
            for (row, value) in values.enumerated() {
                let place = Grouping.roughHash(value)
                if recent[place].code >= 0, recent[place].text == value {
                    codes[row] = recent[place].code
                    continue
                }
                let code: Int32
                if let found = known[value] {
                    code = found
                } else {
                    code = Int32(known.count)
                    known[value] = code
                }
                codes[row] = code
                recent[place] = (value, code)
            }
            return (codes, known.count)
        case .values(let values):
            var known: [DataValue: Int32] = [:]
            for (row, value) in values.enumerated() {
                var key = value
                if case .number(let number) = value, number.isNaN { key = .string("\u{0}NaN") }
                if let code = known[key] {
                    codes[row] = code
                } else {
                    let code = Int32(known.count)
                    known[key] = code
                    codes[row] = code
                }
            }
            return (codes, known.count)
        }
    }

    /// A number below 256 from the length and the last eight bytes of a text.
    @inline(__always)
    private static func roughHash(_ text: String) -> Int {
        let hash = text.utf8.withContiguousStorageIfAvailable { bytes -> UInt64 in
            var hash = UInt64(truncatingIfNeeded: bytes.count)
            for byte in bytes.suffix(8) { hash = hash << 8 ^ hash >> 56 ^ UInt64(byte) }
            return hash &* 0xD6E8_FEB8_6659_FD93
        }
        return Int(truncatingIfNeeded: (hash ?? 0) >> 56)
    }

    /// The rows of each group, in the table's order.
    package var rows: [[Int]] {
        var sizes = [Int](repeating: 0, count: count)
        for id in ids { sizes[Int(id)] += 1 }
        var rows = sizes.map { size -> [Int] in
            var list: [Int] = []
            list.reserveCapacity(size)
            return list
        }
        for (row, id) in ids.enumerated() { rows[Int(id)].append(row) }
        return rows
    }
}
