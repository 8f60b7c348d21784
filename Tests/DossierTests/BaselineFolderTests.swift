import Foundation
import Testing

@testable import Dossier

@Suite("Folders with baselines")
struct BaselineFolderTests {
    /// A folder of files, each with its text; it is gone afterwards.
    private func found(_ files: [String: String]) throws -> [String] {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("baselines-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in files {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return try BaselineFolder.find(beneath: root.path).map { folder in
            let place = folder.path.dropFirst(root.path.count)
            return "\(place): \((folder.figures + folder.reports).joined(separator: " "))"
        }.sorted()
    }

    @Test("figures of a folder of that name, reports, and loose files that begin as figures")
    func kinds() throws {
        #expect(
            try found([
                "a/figures/map.yaml": "", "a/figures/deep/bars.vl.json": "{}", "a/briefing.md": "# A\n",
                "b/line.yaml": "figure: timeline\n", "b/settings.yaml": "a: 1\n", "b/notes.md": "",
                "c/bars.vl.json": "{}",
            ]) == [
                "/a: figures/deep/bars.vl.json figures/map.yaml briefing.md", "/b: line.yaml", "/c: bars.vl.json",
            ])
    }

    @Test("what was drawn before is no figure")
    func outputs() throws {
        #expect(
            try found([
                "a/figures/map.yaml": "", "a/expected/map.scene.json": "{}", "a/out/briefing.md": "",
                "a/figures/map.scene.json": "{}", ".hidden/briefing.md": "",
            ]) == ["/a: figures/map.yaml"])
    }
}
