import Documents
import Dossier
import Files
import Synchronization
import Testing

@testable import Batch

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder with a report of parameters, which goes away with it.
private final class Workshop: Sendable {
    let folder: String

    init() throws {
        var template = Array("/tmp/dossier-batch-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        mkdir(folder + "/figures", 0o755)
        try write("figures/chart.yaml", Workshop.chart)
        try write("report.md", Workshop.report)
        try write("rows.csv", "name,size\nAda,1\nBob,2\nCyd,3\nDee,4\nEve,5\n")
    }

    deinit { FolderTree.remove(folder) }

    private static let report = """
        ---
        title: "{{ name }}"
        date: 2026-01-01
        params:
          name: {type: string}
          size: {type: integer, minimum: 1}
        output: "{{ name }}"
        ---

        {% case size <= 9 %}
        {% when true %}
        A text of {{ name }}.
        {% endcase %}

        ![](figures/chart.yaml)
        """

    private static let chart = """
        title: "{{ name }}"
        data: {values: [{a: x, b: "{{ size }}"}]}
        mark: bar
        encoding:
          x: {field: b, type: quantitative}
          y: {field: a, type: nominal}
        """

    func write(_ name: String, _ text: String) throws {
        var files = OutputFiles()
        files.add("\(folder)/\(name)", text)
        try files.write()
    }

    func read(_ name: String) throws -> [UInt8] { try DataRoot.readFile("\(folder)/\(name)") }

    func plan(_ share: Share = .whole, rows: String = "rows.csv") throws -> BatchPlan {
        let template = try #require(try BriefingTemplate(path: "\(folder)/report.md"))
        return try BatchPlan(template: template, table: "\(folder)/\(rows)", share: share)
    }

    @discardableResult
    func run(
        _ output: String, _ share: Share = .whole, rows: String = "rows.csv",
        _ change: (inout BatchRun) -> Void = { _ in }
    )
        throws -> BatchRun.Summary
    {
        var run = BatchRun()
        run.jobs = 2
        change(&run)
        return try run.run(try plan(share, rows: rows), into: "\(folder)/\(output)") { _ in }
    }

    func entries(_ output: String) throws -> [ManifestEntry] {
        var entries: [ManifestEntry] = []
        try Manifest.entries(of: "\(folder)/\(output)/manifest.jsonl") { entries.append($0) }
        return entries
    }
}

@Suite("Runs of many reports", .serialized)
struct BatchRunTests {
    @Test("the same bytes from one process, one job, shares and a run that goes on")
    func sameBytes() throws {
        let shop = try Workshop()
        let whole = try shop.run("whole")
        #expect(whole.built == 5 && whole.kept == 0 && whole.failed == 0)
        try shop.run("single") { $0.jobs = 1 }
        for share in ["1/2", "2/2"] { try shop.run("shares", try #require(Share(share))) }
        _ = try MergedManifest(["\(shop.folder)/shares"], into: "\(shop.folder)/shares").write(
            into: "\(shop.folder)/shares")
        let expected = try shop.entries("whole")
        #expect(expected.map(\.row) == [1, 2, 3, 4, 5] && expected.map(\.name) == ["Ada", "Bob", "Cyd", "Dee", "Eve"])
        for folder in ["single", "shares"] {
            let found = try shop.entries(folder)
            #expect(found.map(\.outputs) == expected.map(\.outputs) && found.map(\.inputs) == expected.map(\.inputs))
        }
        for entry in expected {
            #expect(SHA256.hexadecimal(of: try shop.read("whole/\(entry.outputs[0].path)")) == entry.outputs[0].sha256)
        }
    }

    @Test("what is built already is kept, and what changed or was damaged is built anew")
    func resuming() throws {
        let shop = try Workshop()
        try shop.run("out")
        func again() throws -> BatchRun.Summary { try shop.run("out") { $0.resumes = true } }
        #expect(try again().kept == 5)
        // A row of its own.
        try shop.write("rows.csv", "name,size\nAda,1\nBob,7\nCyd,3\nDee,4\nEve,5\nFay,6\n")
        var summary = try again()
        #expect(summary.built == 2 && summary.kept == 4)
        // Bytes on the disk.
        try shop.write("out/Ada.pdf", "damaged")
        unlink("\(shop.folder)/out/Dee.pdf")
        summary = try again()
        #expect(summary.built == 2 && summary.kept == 4)
        // The template, for all.
        try shop.write(
            "figures/chart.yaml", "data: {values: [{a: 1}]}\nmark: bar\nencoding: {x: {field: a, type: quantitative}}\n"
        )
        summary = try again()
        #expect(summary.built == 6 && summary.kept == 0)
        #expect(try shop.entries("out").map(\.row) == [1, 2, 3, 4, 5, 6])
        // Without being asked to, nothing is kept.
        #expect(try shop.run("out").built == 6)
    }

    @Test("a journal that a killed run left is taken up, its torn last line is not")
    func journals() throws {
        let shop = try Workshop()
        try shop.run("out")
        let lines = String(decoding: try shop.read("out/manifest.jsonl"), as: UTF8.self).split(separator: "\n")
        unlink("\(shop.folder)/out/manifest.jsonl")
        try shop.write("out/manifest.journal", lines[3] + "\n" + lines[1] + "\n" + lines[0].prefix(100))
        let summary = try shop.run("out") { $0.resumes = true }
        #expect(summary.kept == 2 && summary.built == 3)
        #expect(try shop.entries("out").map(\.row) == [1, 2, 3, 4, 5])
        #expect(!FolderListing.exists("\(shop.folder)/out/manifest.journal"))
    }

    @Test("a row that fails is told and stops no other; asked to, it ends the run")
    func failures() throws {
        let shop = try Workshop()
        try shop.write("rows.csv", "name,size\nAda,1\nBob,10\nCyd,3\n")
        let summary = try shop.run("out")
        #expect(summary.built == 2 && summary.failed == 1)
        let failed = try #require(try shop.entries("out").first { !$0.isBuilt })
        #expect(failed.row == 2 && failed.errors[0].contains("no `when` fits `false` (row 2 of "))
        #expect(failed.errors[0].contains("report.md:10:9: error"))
        let ended = try shop.run("fast") {
            $0.jobs = 1
            $0.failsFast = true
        }
        #expect(ended.built == 1 && ended.failed == 1)
        #expect(try shop.entries("fast").map(\.row) == [1, 2])
    }

    @Test(
        "what is wrong with the rows is told before anything is built",
        arguments: [
            ("name,size\nAda,1\nada,2\n", "row 2: its outputs would be called `ada`, as those of row 1"),
            ("name,size\nAda,1\n,2\n", "row 2, column `name`: a value is missing"),
            ("name,size\nAda,x\n", "row 1, column `size`: `x` is not a whole number"),
            ("name,size\nAda,0\n", "row 1, column `size`: `0` is below 1"),
            ("name\nAda\n", "the table has no column `size`"),
            ("name,sizes\nAda,1\n", "the table has no column `size`"),
            ("name,size\n../../etc,1\n", "`../../etc` cannot be a part of a file's name (row 1 of "),
            ("name,size\n/etc/passwd,1\n", "`/etc/passwd` cannot be a part of a file's name (row 1 of "),
        ])
    func wrongRows(_ rows: String, _ expected: String) throws {
        let shop = try Workshop()
        try shop.write("rows.csv", rows)
        do {
            try shop.plan().check { _ in }
            Issue.record("nothing told")
        } catch let problems as Diagnostics {
            #expect(problems.all.contains { $0.message.contains(expected) }, "\(problems)")
        }
    }

    @Test("rows come from any table that is read")
    func formats() throws {
        let shop = try Workshop()
        let json = "[{\"name\":\"Ada\",\"size\":1},{\"name\":\"036\",\"size\":2.0},{\"name\":\"NA\",\"size\":\"3\"}]"
        try shop.write("rows.json", json)
        try shop.write("rows.tsv", "name\tsize\nAda\t1\n036\t2\nNA\t3\n")
        try shop.write(
            "rows.ndjson",
            "{\"name\":\"Ada\",\"size\":1}\n{\"name\":\"036\",\"size\":2}\n{\"name\":\"NA\",\"size\":3}\n")
        for file in ["rows.json", "rows.tsv", "rows.ndjson"] {
            let names = Mutex<[String]>([])
            try shop.plan(rows: file).check { item in names.withLock { $0.append(item.name) } }
            #expect(names.withLock { $0 } == ["Ada", "036", "NA"], "\(file)")
        }
    }

    @Test("no value is markup on the page that leads to the reports")
    func index() throws {
        var entry = ManifestEntry(
            row: 1, name: "x", title: "<script>alert(1)</script>\" onload=\"", language: "en\"><b>",
            parameters: .object([.init("a", .string("</li><img src=x>"))]), inputs: "0")
        entry.outputs = [.init(path: "a b/ü\"<.pdf", sha256: "0", bytes: 1)]
        let page = ReportIndex.html([entry])
        #expect(!page.contains("<script>alert") && !page.contains("<img") && !page.contains("<b>"))
        #expect(page.contains("href=\"./a%20b/%C3%BC%22%3C.pdf\""))
        #expect(!page.contains("http://") && !page.contains("https://"))
    }

    @Test("one run at a time has a share")
    func locks() throws {
        let shop = try Workshop()
        mkdir("\(shop.folder)/out", 0o755)
        let journal = try Journal(folder: "\(shop.folder)/out", share: .whole)
        #expect(throws: Diagnostics.self) { try shop.run("out") }
        journal.remove()
    }
}
