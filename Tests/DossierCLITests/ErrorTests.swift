import Foundation
import Testing

@Suite("What goes wrong, and how the command leaves")
struct ErrorTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let facts = """
        facts:
          - {id: length, title: Length, about: River, measure: length, value: 1200, unit: km, date: 2001, \
          source: s, locator: {section: lead, paragraph: 1}}
        """
    private static let sources = "sources:\n  - {id: s, producer: A, title: B}\n"

    private func project(briefing: String, facts: String = ErrorTests.facts) throws {
        try folder.write(ErrorTests.sources, to: "Data/sources.yaml")
        try folder.write(facts, to: "Data/facts/f.yaml")
        try folder.write("---\ntitle: T\n---\n\(briefing)\n", to: "briefing.md")
    }

    /// Builds, and expects the status, the beginning of the message, and that nothing was written.
    private func expectFailure(
        _ status: Int32, _ message: String, environment: [String: String] = [:], output: String = "out",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = folder.files
        let run = try CommandRun(
            ["build", "briefing.md", "-o", output, "--format", "pdf,png,svg"], in: folder.url, environment: environment)
        #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
        #expect(run.errors.contains(message), "\(run.errors)", sourceLocation: sourceLocation)
        #expect(folder.files == before, sourceLocation: sourceLocation)
    }

    @Test("an unknown fact, with its place and the nearest id")
    func unknownFact() throws {
        try project(briefing: "It is [](fact:lenght) long.")
        try expectFailure(65, "briefing.md:4:7: error: no fact has the id `lenght`")
    }

    @Test("malformed YAML, with its line")
    func malformedYAML() throws {
        try project(briefing: "x", facts: "facts:\n  - {id: a\n  - b")
        try expectFailure(65, "Data/facts/f.yaml:4:1: error: malformed YAML")
    }

    @Test("a date that is none")
    func badDate() throws {
        try project(briefing: "x", facts: ErrorTests.facts.replacing("2001", with: "2001-02-30"))
        try expectFailure(65, "Data/facts/f.yaml:2:")
    }

    @Test("a number in the prose that is not the fact's")
    func wrongNumber() throws {
        try project(briefing: "It is [1,300 km](fact:length) long.")
        try expectFailure(65, "briefing.md:4:7: error: “1,300 km” is not what the fact `length` says")
    }

    @Test("a figure file that is missing")
    func missingFigure() throws {
        try project(briefing: "![A](figures/none.yaml)")
        try expectFailure(66, "briefing.md:4:1: error: `figures/none.yaml` cannot be read")
    }

    @Test("a font that is missing, with the package that brings it")
    func missingFont() throws {
        try project(briefing: "x")
        try expectFailure(69, "apt-get install fonts-lato", environment: ["DOSSIER_FONTS": folder.url.path])
    }

    @Test("a folder that cannot be written")
    func unwritable() throws {
        try project(briefing: "x")
        try expectFailure(73, "cannot be written", output: "/proc/dossier")
    }

    @Test("a disk that is full: nothing half-written is left")
    func fullDisk() throws {
        try project(briefing: "x")
        let before = folder.files
        // A limit on the size of files stands in for a full disk: the write fails part of the way.
        let run = try CommandRun(
            URL(fileURLWithPath: "/bin/bash"),
            [
                "-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" build briefing.md -o out --format pdf",
                CommandRun.command.path,
            ],
            in: folder.url)
        #expect(run.status == 73, "\(run.errors)")
        #expect(run.errors.contains("cannot be written"))
        #expect(folder.files == before)
    }

    @Test("a report that is not there")
    func missingReport() throws {
        let run = try CommandRun(["build", "none.md"], in: folder.url)
        #expect(run.status == 66)
    }

    @Test(
        "wrong usage",
        arguments: [
            ["draw", "a.yaml"], ["draw", "a.yaml", "-o", "a.gif"], ["draw", "a.yaml", "-o", "a.png", "--scale", "0"],
            ["draw", "a.yaml", "-o", "a.png", "--size", "huge"], ["build", "a.md", "--format", "docx"], ["frobnicate"],
        ])
    func usage(_ arguments: [String]) throws {
        #expect(try CommandRun(arguments, in: folder.url).status == 64)
    }

    @Test("an unknown theme, with the nearest")
    func theme() throws {
        try folder.write("{}", to: "a.vl.json")
        let run = try CommandRun(["draw", "a.vl.json", "-o", "a.png", "--theme", "dosier"], in: folder.url)
        #expect(run.status == 64)
        #expect(run.errors.contains("did you mean `dossier`?"))
    }

    @Test(
        "a figure outside the report's folder, a theme outside it, an unknown theme",
        arguments: [
            ("![x](../secret.yaml)", "title: T", "leads out of the data root"),
            ("x", "title: T\ntheme: ../secret.yaml", "leads out of the data root"),
            ("x", "title: T\ntheme: dosier", "did you mean `dossier`?"),
        ])
    func outside(_ body: String, matter: String, message: String) throws {
        try folder.write("---\n\(matter)\n---\n\(body)\n", to: "briefing.md")
        try expectFailure(65, message)
    }

    @Test("a picture larger than the page")
    func largePicture() throws {
        try project(briefing: "![A](figures/a.vl.json)")
        try folder.write(
            """
            {"title": "A", "data": {"values": [{"a": "x", "b": 1}]}, "mark": "bar", "height": 3000,
             "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}}}
            """, to: "figures/a.vl.json")
        try expectFailure(65, "briefing.md:4:1: error: the figure figures/a.vl.json is")
    }

    @Test("broken UTF-8, with its line")
    func brokenText() throws {
        try Data([0x61, 0x0A, 0xFF, 0x0A]).write(to: folder.url.appendingPathComponent("briefing.md"))
        try expectFailure(65, "briefing.md:2:1: error: the text is not valid UTF-8")
    }

    @Test("watch shows the page on loopback, builds it anew on a save, and shows an error on it")
    func watch() async throws {
        try project(briefing: "First words.")
        let port = Int.random(in: 20_000..<60_000)
        let process = Process()
        process.executableURL = CommandRun.command
        process.arguments = ["watch", "briefing.md", "--port", "\(port)"]
        process.currentDirectoryURL = folder.url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        func page(_ path: String) throws -> String {
            try CommandRun(
                URL(fileURLWithPath: "/usr/bin/curl"), ["-s", "http://127.0.0.1:\(port)/\(path)"], in: folder.url
            ).output
        }
        func expect(_ words: String, at path: String) async throws {
            for _ in 0..<100 {
                if try page(path).contains(words) { return }
                try await Task.sleep(for: .milliseconds(100))
            }
            Issue.record("\(path) never said: \(words)")
        }
        try await expect("First words.", at: "page")
        try project(briefing: "Second words.")
        try await expect("Second words.", at: "page")
        try project(briefing: "[](fact:lenght)")
        try await expect("no fact has the id `lenght`", at: "state")
        try await expect("Second words.", at: "page")
        let foreign = try CommandRun(
            URL(fileURLWithPath: "/usr/bin/curl"), ["-s", "-H", "Host: evil.example", "http://127.0.0.1:\(port)/page"],
            in: folder.url)
        #expect(!foreign.output.contains("Second words."))
    }
}
