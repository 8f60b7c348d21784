import Foundation
import Testing

@Suite("The PDF of a report, as its judges see it")
struct ReportPDFTests {
    static let small = CommandRun.repository.appendingPathComponent("Tests/Fixtures/reports/small")

    private func tool(_ name: String, _ arguments: [String], in folder: ScratchFolder) throws -> CommandRun {
        try CommandRun(URL(fileURLWithPath: "/usr/bin/\(name)"), arguments, in: folder.url)
    }

    private func build(_ report: String, in folder: ScratchFolder, _ more: [String] = []) throws {
        let run = try CommandRun(["build", report, "-o", ".", "--quiet"] + more, in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
    }

    /// Made by `Scripts/setup-checkers`; a test that cannot find it fails.
    static let checkers: URL = {
        let environment = ProcessInfo.processInfo.environment
        let folder = environment["DOSSIER_CHECKERS"] ?? (environment["HOME"] ?? "") + "/.cache/dossier-checkers"
        return URL(fileURLWithPath: folder + "/bin/python")
    }()

    @Test(
        "PDF/UA-1, PDF/A-3a and outloud: the flagship, a small report in one column, in two, with notes beside"
    )
    func conformance() throws {
        try #require(
            FileManager.default.isExecutableFile(atPath: ReportPDFTests.checkers.path),
            "the PDF checkers are missing: run ./Scripts/setup-checkers")
        let (flagship, small, columns, margin) = (
            try ScratchFolder(), try ScratchFolder(), try ScratchFolder(), try ScratchFolder()
        )
        try build(FlagshipTests.report, in: flagship)
        try build(ReportPDFTests.small.path, in: small)
        try columns.write("extends: gazette\npage: {columns: 2}\n", to: "theme.yaml")
        try build(ReportPDFTests.small.path, in: columns, ["--theme", "theme.yaml"])
        try margin.write("page: {notes: margin, alignment: justified}\n", to: "theme.yaml")
        try build(ReportPDFTests.small.path, in: margin, ["--theme", "theme.yaml"])
        let script = CommandRun.repository.appendingPathComponent("Scripts/checkers/check.py").path
        let files = [flagship, small, columns, margin].map { $0.url.appendingPathComponent("briefing.pdf").path }
        let run = try CommandRun(ReportPDFTests.checkers, [script] + files, in: small.url)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output.split(separator: "\n").filter { $0.hasSuffix("holds") || $0.contains("holds,") }.count == 12)
    }

    @Test("what a reader hears of the small report is what was reviewed")
    func structure() throws {
        let folder = try ScratchFolder()
        try build(ReportPDFTests.small.path, in: folder)
        let heard = try tool("pdfinfo", ["-struct-text", "briefing.pdf"], in: folder).output
            .split(separator: "\n", omittingEmptySubsequences: false)
            // The numbers of link objects say nothing.
            .filter { !$0.drop { $0 == " " }.hasPrefix("Object ") }.joined(separator: "\n")
        let golden = ReportPDFTests.small.appendingPathComponent("expected-structure.txt")
        #expect(heard == (try String(contentsOf: golden, encoding: .utf8)))
    }

    @Test("the data travels with the pages: facts, a data package, a table for each figure")
    func attachments() throws {
        let folder = try ScratchFolder()
        try build(ReportPDFTests.small.path, in: folder)
        _ = try tool("pdfdetach", ["-saveall", "briefing.pdf"], in: folder)
        #expect(folder.files.contains("facts.csv") && folder.files.contains("figure-events.csv"))
        let facts = String(decoding: try folder.bytes("facts.csv"), as: UTF8.self)
        #expect(facts.contains("river-length,Length of the river,River,length,1200,,,km,exact,2001,stated,survey,"))
        let package = try JSONSerialization.jsonObject(with: folder.bytes("datapackage.json")) as? [String: Any]
        let resources = package?["resources"] as? [[String: Any]]
        #expect(resources?.compactMap { $0["path"] as? String } == ["facts.csv", "figure-events.csv"])
        #expect((package?["sources"] as? [[String: Any]])?.first?["title"] as? String == "A survey of rivers")
    }

    @Test("--check holds for the flagship")
    func flagshipChecks() throws {
        let folder = try ScratchFolder()
        try build(FlagshipTests.report, in: folder, ["--check"])
    }

    @Test("--check tells typed numbers with their place, a source that has changed, and facts that nobody tells")
    func check() throws {
        let folder = try ScratchFolder()
        try folder.write("the text", to: "Data/documents/s.txt")
        let digest = String(repeating: "0", count: 64)
        try folder.write(
            "sources:\n  - {id: s, producer: A, title: B, path: documents/s.txt, sha256: \"\(digest)\"}\n",
            to: "Data/sources.yaml")
        try folder.write(
            """
            facts:
              - {id: length, title: Length, about: River, measure: length, value: 1200, unit: km, date: 2001, \
              source: s, locator: {section: lead}}
              - {id: depth, title: Depth, about: River, measure: depth, value: 12, unit: m, date: 2001, source: \
              s, locator: {section: lead}}
            """, to: "Data/facts/f.yaml")
        try folder.write(
            "---\ntitle: T\n---\nIt is [](fact:length) long and 12 m deep.\n\nIn **1969** the G20 met in `7` "
                + "of\nfour towns.\n",
            to: "briefing.md")
        let run = try CommandRun(["build", "briefing.md", "--check"], in: folder.url)
        #expect(run.status == 1)
        let told = run.errors.split(separator: "\n").filter { !$0.hasPrefix("    ") }.map(String.init)
        #expect(
            told == [
                "briefing.md:6:29: error: the number 7 stands in no fact",
                "briefing.md:7:1: error: the number four stands in no fact",
                "Data/sources.yaml:2:5: error: documents/s.txt is not the document that the facts were taken from: "
                    + "its SHA-256 is another",
            ])
        #expect(!folder.files.contains("out/briefing.pdf"))
    }
}
