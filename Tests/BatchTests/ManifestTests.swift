import Documents
import Tables
import Testing

@testable import Batch

@Suite("Manifests")
struct ManifestTests {
    private func entry(_ row: Int, error: String? = nil) -> ManifestEntry {
        var entry = ManifestEntry(
            row: row, name: "n\(row)", title: "A \"title\"\n—", language: "en",
            parameters: .object([.init("a", .string("x")), .init("b", .number(2))]), inputs: "ab12")
        if let error {
            entry.errors = [error]
        } else {
            entry.outputs = [.init(path: "n.pdf", sha256: "ff", bytes: 12)]
        }
        entry.warnings = ["w"]
        entry.seconds = 0.25
        return entry
    }

    @Test("an entry is one line, and reads as what it was")
    func lines() {
        for entry in [entry(1), entry(2, error: "e\n    advice")] {
            #expect(!entry.line.contains("\n"))
            #expect(ManifestEntry(line: entry.line.utf8) == entry)
        }
    }

    @Test("a line that was cut off anywhere is no entry")
    func torn() {
        let line = Array(entry(1).line.utf8)
        for count in 0..<line.count { #expect(ManifestEntry(line: line[..<count]) == nil) }
        #expect(ManifestEntry(line: "null".utf8) == nil && ManifestEntry(line: "[]".utf8) == nil)
    }
}
