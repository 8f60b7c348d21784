import Documents

extension Diagnostics {
    /// A code that nothing has, with the nearest that something has.
    mutating func addUnknownCode(_ code: MapDocument.Code, known: [String], file: String, what: String) {
        let near = suggestion(for: code.text, among: known)
        add(
            Diagnostic(
                "\(what) `\(code.text)`", file: file, at: code.location, path: code.path,
                advice: near.map { "did you mean `\($0)`?" }
                    ?? (known.count <= 40 ? "known: " + known.joined(separator: ", ") : nil)))
    }
}
