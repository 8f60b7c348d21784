extension DelimitedText {
    /// Rows as CSV (RFC 4180): fields parted by commas, lines ended by CRLF, quotes only where a field needs them.
    public static func csv(header: [String], rows: [[String]]) -> String {
        ([header] + rows).map { row in row.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets themselves mark
    /// text; numbers stay as they are.
    private static func safe(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) else { return text }
        return Double(text) != nil ? text : "'" + text
    }

    private static func field(_ text: String) -> String {
        let text = safe(text)
        let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
