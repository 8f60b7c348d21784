import Archives
import Documents

/// Two `.pptx` files, part by part.
enum PackageComparison {
    /// Nil where every part is the same.
    static func differences(
        _ expected: [UInt8], _ actual: [UInt8], _ expectedFile: String, _ actualFile: String
    ) throws(Diagnostic) -> String? {
        let before = try ArchiveReader.entries(of: expected, file: expectedFile)
        let after = try ArchiveReader.entries(of: actual, file: actualFile)
        let old = Dictionary(before.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        var words: [String] = []
        for entry in before {
            guard let other = new[entry.path] else {
                words.append("\(entry.path) is gone")
                continue
            }
            if entry.bytes == other { continue }
            words.append("\(entry.path) differs, \(TextComparison.difference(entry.bytes, other) ?? "")")
        }
        for entry in after where old[entry.path] == nil { words.append("\(entry.path) is new") }
        return words.isEmpty ? nil : words.joined(separator: "\n")
    }
}
