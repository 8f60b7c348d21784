import Foundation
import Testing

@Suite("A long report that flatters nobody")
struct LongReportTests {
    private static let words = [
        "border", "treaty", "river", "partner", "valley", "signal", "meadow", "harbour", "winter", "representation",
        "summer", "method", "source", "incomprehensible", "letter", "market", "village", "station", "граница",
        "держава",
    ]

    /// Forty pages and more: long text, thirty figures, a table over pages, footnotes, Latin, Cyrillic and Chinese.
    private func write(to folder: ScratchFolder) throws {
        var state: UInt32 = 7
        func word() -> String {
            state = state &* 1_664_525 &+ 1_013_904_223
            return LongReportTests.words[Int(state >> 16) % LongReportTests.words.count]
        }
        func paragraph() -> String {
            (0..<6).map { _ in (0..<13).map { _ in word() }.joined(separator: " ").capitalized + "." }.joined(
                separator: " ")
                + " 两国边界不再有争议，以及中文段落。"
        }
        var text = "---\ntitle: A long report\nsubtitle: Не наш\ndate: 2026-01-01\n---\n\nThe summary.\n"
        for section in 1...15 {
            text += "\n## Section \(section) of \(word())\n\n"
            for _ in 0..<5 { text += paragraph() + "[^n\(section)]\n\n" }
            text += "![A chart.](figures/chart-\(section * 2).vl.json)\n\n"
            text += paragraph() + "\n\n### Below\n\n- \(word())\n- \(word())\n\n> \(paragraph())\n\n"
            text += "![Another; see [](#chart-\(section * 2)).](figures/chart-\(section * 2 + 1).vl.json)\n\n"
            text += "[^n\(section)]: A note on \(word()), `\(section)`.\n"
            for figure in [section * 2, section * 2 + 1] {
                let values = (0..<6).map { "{\"a\": \"\(word()) \($0)\", \"b\": \(Int(state >> 20) % 90 + 5)}" }
                try folder.write(
                    """
                    {"title": {"text": "Chart \(figure)", "subtitle": "Invented numbers"},
                     "data": {"values": [\(values.joined(separator: ", "))]}, "mark": "bar",
                     "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}}}
                    """, to: "figures/chart-\(figure).vl.json")
            }
        }
        text += "\n## A table over pages\n\n| name | one | two |\n|---|---|--:|\n"
        for row in 1...160 { text += "| \(word()) \(row) | \(word()) | \(row) |\n" }
        try folder.write(text, to: "briefing.md")
    }

    @Test("it is sound, its judges find nothing, and no text is lost")
    func whole() throws {
        try #require(
            FileManager.default.isExecutableFile(atPath: ReportPDFTests.checkers.path),
            "the PDF checkers are missing: run ./Scripts/setup-checkers")
        let folder = try ScratchFolder()
        try write(to: folder)
        let run = try CommandRun(
            ["build", "briefing.md", "-o", ".", "--format", "pdf,html", "--quiet"], in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let again = try CommandRun(
            ["build", "briefing.md", "-o", "again", "--format", "pdf,html", "--quiet"], in: folder.url)
        #expect(again.status == 0, "\(again.errors)")
        for file in ["briefing.pdf", "briefing.html"] {
            #expect(try folder.bytes(file) == folder.bytes("again/\(file)"), "\(file)")
        }
        func tool(_ name: String, _ arguments: [String]) throws -> CommandRun {
            try CommandRun(URL(fileURLWithPath: "/usr/bin/\(name)"), arguments, in: folder.url)
        }
        #expect(try tool("qpdf", ["--check", "briefing.pdf"]).status == 0)
        let info = try tool("pdfinfo", ["briefing.pdf"]).output
        let pages = info.split(separator: "\n").first { $0.hasPrefix("Pages:") }.flatMap {
            Int($0.split(separator: " ")[1])
        }
        #expect((pages ?? 0) >= 40, "\(info)")
        let words = try tool("pdftotext", ["-layout", "briefing.pdf", "-"]).output
        for row in [1, 80, 160] { #expect(words.contains(" \(row)\n"), "row \(row)") }
        // Each of the fifteen notes has its own words.
        for note in [2, 15] { #expect(words.contains("A note on") && words.contains(", \(note).")) }
        #expect(words.contains("Figure 30") && words.contains("争议") && words.contains("Не наш"))
        // The table's head stands again on every page of it.
        #expect(words.components(separatedBy: "name").count > 3)
        let script = CommandRun.repository.appendingPathComponent("Scripts/checkers/check.py").path
        let judged = try CommandRun(ReportPDFTests.checkers, [script, "briefing.pdf"], in: folder.url)
        #expect(judged.status == 0, "\(judged.output)\(judged.errors)")
    }
}
