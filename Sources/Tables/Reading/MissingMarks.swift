/// What stands in a cell that has no value.
package struct MissingMarks: Sendable {
    private let marks: Set<String>

    /// What statistical offices, spreadsheets and programs write.
    package static let usual = MissingMarks(usualMarks)

    static let usualMarks: Set<String> = [
        "na", "n/a", "#n/a", "<na>", "n.a.", "n.d.", "nd", "nan", "null", "none", "nil", "missing", "..", "...", "…",
        ":", ".",
        "-", "–", "—", "\\n", "(null)", "#null!",
    ]

    /// - Parameter said: the marks that a document names; the usual ones where it names none.
    init(said: [String]?) {
        marks = said.map { Set($0.map { $0.lowercased() }) } ?? MissingMarks.usualMarks
    }

    private init(_ marks: Set<String>) { self.marks = marks }

    /// Blank, or one of the marks.
    package func contains(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        if marks.contains(text) { return true }
        let bare = String(text.filter { !$0.isWhitespace })
        return bare.isEmpty || marks.contains(bare.lowercased())
    }
}

extension MissingMarks {
    /// Digits that are a name, not a size: `036`.
    static func isCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(2))
        return bytes.count == 2 && bytes[0] == UInt8(ascii: "0") && bytes[1] &- 0x30 < 10
    }
}
