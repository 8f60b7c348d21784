/// The cells of one sheet of a workbook.
struct Sheet {
    enum Value: Equatable {
        case number(Double)
        /// Milliseconds since 1970-01-01T00:00:00Z.
        case moment(Double)
        case text(String)
        case boolean(Bool)
        /// A formula that was saved without what it gives.
        case unknown

        var isBlank: Bool { if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false } }
    }

    struct Row {
        /// From 1, as the sheet counts.
        var number: Int
        /// By column, from 0, in order.
        var cells: [(column: Int, value: Value)] = []
    }

    var name: String
    var rows: [Row] = []
    /// Cells that are one: rows from 1, columns from 0.
    var merged: [Block] = []

    struct Block: Equatable {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    /// `B3:F20`, or one cell; nil for anything else.
    static func block(_ text: some StringProtocol) -> Block? {
        let corners = String(text.filter { $0 != "$" }).split(separator: ":")
        guard corners.count <= 2, let first = corners.first.flatMap({ cell($0) }),
            let last = corners.last.flatMap({ cell($0) })
        else { return nil }
        return Block(
            rows: min(first.row, last.row)...max(first.row, last.row),
            columns: min(first.column, last.column)...max(first.column, last.column))
    }

    /// `B3` as row 3 and column 1.
    static func cell(_ text: some StringProtocol) -> (row: Int, column: Int)? {
        var column = 0, row = 0, hasDigits = false
        for byte in text.utf8 {
            if byte &- 0x30 < 10 {
                row = row * 10 + Int(byte - 0x30)
                hasDigits = true
            } else if !hasDigits, byte & 0xDF >= 0x41, byte & 0xDF <= 0x5A {
                column = column * 26 + Int((byte & 0xDF) - 0x40)
            } else {
                return nil
            }
            if row > 1 << 21 || column > 1 << 15 { return nil }
        }
        return row > 0 && column > 0 ? (row, column - 1) : nil
    }

    /// Column 27 as `AB`.
    static func letters(_ column: Int) -> String {
        var rest = column + 1, result = ""
        while rest > 0 {
            result = String(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))) + result
            rest = (rest - 1) / 26
        }
        return result
    }
}
