import Files
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
        #expect(
            try BaselineRun().run([folder.path], update: false).results.last?.problem?.contains("nothing draws it")
                == true)
        unlink(folder("expected/gone.png"))
        unlink(folder("expected/briefing-1.scene.json.gz"))
        #expect(
            try BaselineRun().run([folder.path], update: false).results.first?.problem?.contains("no scene") == true)
        try folder.write("expected/briefing-1.png", "version https://git-lfs.github.com/spec/v1\n")
        #expect(try BaselineRun().run([folder.path], update: false).results.first?.problem?.contains("git-LFS") == true)
    }

    @Test("a baseline that would be too large is recorded smaller, and one that is too large even so is refused")
    func cap() throws {
        let folder = TemporaryFolder()
        try folder.write("briefing.md", "---\ntitle: A title\n---\nWords.\n")
        let refused = try BaselineRun(largestBaseline: 100).run([folder.path], update: true)
        #expect(refused.failed == refused.results.count && refused.files.paths.isEmpty)
        #expect(refused.results.first?.problem?.contains("a baseline has at most 100") == true)

        let whole = try BaselineRun().run([folder.path], update: true)
        try whole.files.write()
        let size = try DataRoot.readFile(folder("expected/briefing-1.png")).count
        let small = BaselineRun(largestBaseline: size - 1)
        #expect(
            try small.run([folder.path], update: false).results.first?.problem?.contains("a baseline has at most")
                == true)
        let updated = try small.run([folder.path], update: true)
        try updated.files.write()
        #expect(updated.updates.first?.words.last?.hasPrefix("at 0.") == true)
        #expect(try DataRoot.readFile(folder("expected/briefing-1.png")).count < size)
        #expect(try small.run([folder.path], update: false).failed == 0)
    }

    @Test("what drew the picture is named where it differs")
    func fingerprints() throws {
        let folder = TemporaryFolder()
        try folder.write("briefing.md", "---\ntitle: A title\n---\nTen words.\n")
        _ = try update(folder)
        let path = folder("expected/briefing-1.scene.json.gz")
        let record = String(decoding: try Gzip.decompressed(DataRoot.readFile(path), file: path), as: UTF8.self)
        let fingerprint = try #require(Fingerprint(RecordedScene(file: path)))
        let cairo = try #require(fingerprint.entries.first { $0.name == "cairo" }).value
        let lato = try #require(fingerprint.entries.first { $0.name == "Lato-Regular.ttf" }).value
        let older = record.replacing("\"cairo\":\"\(cairo)\"", with: "\"cairo\":\"1.14.0\"")
            .replacing(lato, with: String(repeating: "0", count: 64))
        try folder.write("expected/briefing-1.scene.json.gz", Gzip.compressed(Array(older.utf8)))
        // Another renderer that draws the same is no failure.
        #expect(try BaselineRun().run([folder.path], update: false).failed == 0)
        try folder.write("briefing.md", "---\ntitle: A title\n---\nTwo words.\n")
        let told = try #require(BaselineRun().run([folder.path], update: false).results.first).lines
        #expect(told.contains("drawn with another cairo: 1.14.0 → \(cairo)"), "\(told)")
        #expect(told.contains("drawn with another Lato-Regular.ttf: 000000000000… → \(lato.prefix(12))…"), "\(told)")
    }

    @Test("one job and many, a filter, and the whole path of one picture")
    func selection() throws {
        let folder = TemporaryFolder()
        for name in ["a", "ab", "abc"] {
            try folder.write(
                "figures/\(name).yaml", "figure: timeline\ntitle: \(name)\nevents:\n  - {date: 1996, title: x}\n")
        }
        _ = try update(folder)
        let one = try BaselineRun(jobs: 1).run([folder.path], update: false)
        var seen: [String] = []
        let many = try BaselineRun(jobs: 3).run([folder.path], update: false) { seen.append($0.name) }
        #expect(one.results.map(\.name) == many.results.map(\.name) && many.failed == 0)
        #expect(seen == many.results.map(\.name))
        #expect(try BaselineRun(filter: "/ab").run([folder.path], update: false).results.count == 2)
        #expect(
            try BaselineRun(filter: folder("ab")).run([folder.path], update: false).results.map(\.name) == [
                folder("ab")
            ])
        #expect(throws: Diagnostics.self) { try BaselineRun(filter: "/z").run([folder.path], update: false) }
        // Loose figures are found, and YAML that is none is left alone.
        let loose = TemporaryFolder()
        try loose.write("one.yaml", "# A comment.\nfigure: timeline\ntitle: x\nevents:\n  - {date: 1996, title: x}\n")
        try loose.write("settings.yaml", "title: no figure\n")
        #expect(try BaselineRun().run([loose.path], update: false).results.map(\.name) == [loose("one")])
    }

    @Test("two runs at once record the same files and leave nothing else")
    func twoAtOnce() throws {
        let folder = TemporaryFolder()
        try folder.write("briefing.md", "---\ntitle: A title\n---\nWords.\n")
        let path = folder.path
        let outcomes = Parallel.map([0, 1, 2, 3]) { _ in
            Result { try BaselineRun().run([path], update: true).files.write() }
        }
        for outcome in outcomes { try outcome.get() }
        #expect(try BaselineRun().run([folder.path], update: false).failed == 0)
        #expect(try FolderListing.files(beneath: folder("expected")) == ["briefing-1.png", "briefing-1.scene.json.gz"])
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
    private let dot = PixelImage(width: 8, height: 8) { x, y in x == 3 && y == 3 ? (0, 0, 0, 255) : (255, 255, 255, 255)
    }
    private let blank = PixelImage(width: 8, height: 8) { _, _ in (255, 255, 255, 255) }

    @Test("pixels survive the way to PNG and back")
    func codec() throws {
        let image = try #require(PixelImage(width: 16, height: 16) { x, y in (UInt8(x * 16), UInt8(y * 16), 7, 255) })
        #expect(try PixelImage(png: image.png(), file: "a.png") == image)
        let veiled = try #require(
            PixelImage(width: 4, height: 1) { x, _ in (200, 100, 0, UInt8([0, 128, 254, 255][x])) })
        let back = try PixelImage(png: veiled.png(), file: "a.png")
        #expect(back == veiled)
        // More than 256 colours have no palette.
        let many = try #require(
            PixelImage(width: 32, height: 32) { x, y in (UInt8(x * 8), UInt8(y * 8), UInt8(x + y), 255) })
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
            {"version":1,"width":8,"height":8,"root":{"type":"text","id":"t","role":"title","bounds":[0,0,8,8],\
            "text":"\(word)"}}
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
