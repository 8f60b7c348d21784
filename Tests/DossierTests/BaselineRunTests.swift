import Documents
import Pictures
import Rendering
import SceneGraph
import Testing

@testable import Dossier

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder that is there for one test.
final class TemporaryFolder {
    let path: String

    init() {
        var template = Array("/tmp/dossier-test-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    deinit {
        let files = (try? FolderListing.files(beneath: path)) ?? []
        for file in files { unlink("\(path)/\(file)") }
        for folder in Set(files.map { FilePath.folder(of: "\(path)/\($0)") }).sorted(by: >) { rmdir(folder) }
        rmdir(path)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        var files = OutputFiles()
        files.add("\(path)/\(name)", bytes)
        try files.write()
    }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }
}

@Suite("Baselines")
struct BaselineRunTests {
    private func update(_ folder: TemporaryFolder) throws -> BaselineRun.Outcome {
        let outcome = try BaselineRun().run([folder.path], update: true)
        try outcome.files.write()
        return outcome
    }

    @Test("missing, recorded, the same, changed, and nothing written unasked")
    func life() throws {
        let folder = TemporaryFolder()
        try folder.write("briefing.md", "---\ntitle: A title\n---\nTen words.\n")
        let missing = try BaselineRun().run([folder.path], update: false)
        #expect(missing.failed == missing.results.count && missing.failed > 0)
        #expect(missing.results.first?.problem?.contains("has no baseline") == true)
        #expect(missing.files.paths.isEmpty)

        #expect(try update(folder).failed == 0)
        #expect(FolderListing.exists(folder("expected/briefing-1.png")))
        let record = try RecordedScene(file: folder("expected/briefing-1.scene.json.gz"))
        let fingerprint = try #require(Fingerprint(record))
        for name in ["architecture", "cairo", "pango", "freetype", "harfbuzz", "Lato-Regular.ttf"] {
            #expect(fingerprint.entries.contains { $0.name == name }, "\(name)")
        }

        let same = try BaselineRun().run([folder.path], update: true)
        #expect(same.failed == 0)
        #expect(same.files.paths.isEmpty)

        try folder.write("briefing.md", "---\ntitle: A title\n---\nTwo words.\n")
        let changed = try BaselineRun().run([folder.path], update: false)
        #expect(changed.failed == 1)
        let words = try #require(changed.results.first).lines.joined(separator: "\n")
        #expect(words.contains("Ten words.\" → \"") || words.contains("Ten"))
        #expect(words.contains("pixels differ"))

        #expect(try update(folder).updates.count == 1)
        #expect(try BaselineRun().run([folder.path], update: false).failed == 0)
    }

    @Test("a baseline that nothing draws, one that is a pointer, and one without its scene")
    func broken() throws {
        let folder = TemporaryFolder()
        try folder.write("briefing.md", "---\ntitle: A title\n---\nWords.\n")
        _ = try update(folder)
        try folder.write("expected/gone.png", [1])
        #expect(try BaselineRun().run([folder.path], update: false).results.last?.problem?.contains("nothing draws it") == true)
        unlink(folder("expected/gone.png"))
        unlink(folder("expected/briefing-1.scene.json.gz"))
        #expect(try BaselineRun().run([folder.path], update: false).results.first?.problem?.contains("no scene") == true)
        try folder.write("expected/briefing-1.png", "version https://git-lfs.github.com/spec/v1\n")
        #expect(try BaselineRun().run([folder.path], update: false).results.first?.problem?.contains("git-LFS") == true)
    }

    @Test("a baseline that would be too large is refused")
    func cap() throws {
        let folder = TemporaryFolder()
        try folder.write("briefing.md", "---\ntitle: A title\n---\nWords.\n")
        let outcome = try BaselineRun(largestBaseline: 100).run([folder.path], update: true)
        #expect(outcome.failed == outcome.results.count)
        #expect(outcome.files.paths.isEmpty)
    }

    @Test("a report that cannot be set fails; an empty folder is an error")
    func nothing() throws {
        let folder = TemporaryFolder()
        #expect(throws: Diagnostics.self) { try BaselineRun().run([folder.path], update: false) }
        #expect(throws: Diagnostics.self) { try BaselineRun().run([folder("nowhere")], update: false) }
        try folder.write("briefing.md", "---\ntitle: x\n---\n[](fact:nothing)\n")
        let outcome = try BaselineRun().run([folder.path], update: true)
        #expect(outcome.failed == 1 && outcome.files.paths.isEmpty)
    }
}

@Suite("Comparing files")
struct PictureComparerTests {
    private let dot = PixelImage(width: 8, height: 8) { x, y in x == 3 && y == 3 ? (0, 0, 0, 255) : (255, 255, 255, 255) }
    private let blank = PixelImage(width: 8, height: 8) { _, _ in (255, 255, 255, 255) }

    @Test("pixels survive the way to PNG and back")
    func codec() throws {
        let image = try #require(PixelImage(width: 16, height: 16) { x, y in (UInt8(x * 16), UInt8(y * 16), 7, 255) })
        #expect(try PixelImage(png: image.png(), file: "a.png") == image)
        let veiled = try #require(PixelImage(width: 4, height: 1) { x, _ in (200, 100, 0, UInt8([0, 128, 254, 255][x])) })
        let back = try PixelImage(png: veiled.png(), file: "a.png")
        #expect(back == veiled)
        // More than 256 colours have no palette.
        let many = try #require(PixelImage(width: 32, height: 32) { x, y in (UInt8(x * 8), UInt8(y * 8), UInt8(x + y), 255) })
        #expect(try PixelImage(png: many.png(), file: "a.png") == many)
        var broken = try many.png()
        broken[60] ^= 0xFF
        #expect(!PictureFile.hasIntactChunks(broken))
        #expect(try PictureFile.hasIntactChunks(many.png()))
        #expect(throws: Diagnostic.self) { try PixelImage(png: Array(image.png().dropLast(20)), file: "a.png") }
    }

    @Test("folders: the same, changed, gone, new, broken")
    func folders() throws {
        let (a, b) = (TemporaryFolder(), TemporaryFolder())
        let (black, white) = (try #require(dot).png(), try #require(blank).png())
        for name in ["changed.png", "same.png", "gone.png", "deep/broken.png"] { try a.write(name, black) }
        try b.write("changed.png", white)
        try b.write("same.png", black)
        try b.write("new.svg", "<svg/>")
        try b.write("deep/broken.png", Array(black.prefix(40)))
        let results = try PictureComparer().compare(expected: a.path, actual: b.path)
        #expect(results.map(\.name) == ["changed.png", "deep/broken.png", "gone.png", "new.svg", "same.png"])
        #expect(results.map(\.passes) == [false, false, false, false, true])
        #expect(results[0].pixels?.differing == 1)
        #expect(results[1].problem?.contains("cut off") == true)
        #expect(results[0].differencePNG != nil)
        let page = ComparisonReport.html(of: results, title: "a & <b>", acceptance: nil)
        #expect(page.contains("a &amp; &lt;b&gt;"))
        #expect(page.contains("data:image/png;base64,iVBORw0KGgo"))
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("src=\"/"))
        #expect(ComparisonJSON.json(of: results).contains("\"passed\":1,\"failed\":4"))
        _ = try JSONReader.read(Array(ComparisonJSON.json(of: results).utf8), file: "results.json")
    }

    @Test("scenes beside pictures explain them")
    func scenes() throws {
        let (a, b) = (TemporaryFolder(), TemporaryFolder())
        func scene(_ word: String) -> String {
            """
            {"version":1,"width":8,"height":8,"root":{"type":"text","id":"t","role":"title","bounds":[0,0,8,8],"text":"\(word)"}}
            """
        }
        try a.write("x.png", try #require(dot).png())
        try b.write("x.png", try #require(blank).png())
        try a.write("x.scene.json", scene("old"))
        try b.write("x.scene.json", scene("new"))
        let results = try PictureComparer().compare(expected: a("x.png"), actual: b("x.png"))
        #expect(results.first?.lines == ["title: \"old\" → \"new\"", "1 pixel differs in one place"])
    }

    @Test("SVG and kinds that do not go together")
    func others() throws {
        let a = TemporaryFolder()
        try a.write("a.svg", "<svg>\n<rect/>\n</svg>")
        try a.write("b.svg", "<svg>\n<circle/>\n</svg>")
        let results = try PictureComparer().compare(expected: a("a.svg"), actual: a("b.svg"))
        #expect(results.first?.problem == "the SVG differs, line 2: \"<rect/>\" → \"<circle/>\"")
        try a.write("c.png", try #require(dot).png())
        #expect(throws: Diagnostics.self) { try PictureComparer().compare(expected: a("a.svg"), actual: a("c.png")) }
        #expect(throws: Diagnostics.self) { try PictureComparer().compare(expected: a("a.svg"), actual: a.path) }
        #expect(throws: Diagnostics.self) { try PictureComparer().compare(expected: a("a.svg"), actual: a("none.svg")) }
    }
}
