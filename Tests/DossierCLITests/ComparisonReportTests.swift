import Foundation
import Testing

@Suite("The comparison report, in a browser")
struct ComparisonReportTests {
    /// Made by `dossier test`, and used by `Scripts/checkers/browser.py` as people do. A missing browser is a failure.
    @Test("by keyboard, by pointer, by ear, and with no network")
    func use() throws {
        let folder = try ScratchFolder()
        func chart(_ value: Int, title: String) -> String {
            """
            {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": "\(title)", "width": 320, \
            "height": 200,
             "data": {"values": [{"a": "x", "b": \(value)}, {"a": "y", "b": 20}]}, "mark": "bar",
             "encoding": {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}}}
            """
        }
        for name in ["one", "two", "three"] { try folder.write(chart(10, title: name), to: "figures/\(name).vl.json") }
        #expect(try CommandRun(["test", ".", "--update"], in: folder.url).status == 0)
        for name in ["one", "two"] { try folder.write(chart(12, title: name), to: "figures/\(name).vl.json") }
        let test = try CommandRun(["test", ".", "--report", "report.html"], in: folder.url)
        #expect(test.status == 1)
        let script = CommandRun.repository.appendingPathComponent("Scripts/checkers/browser.py").path
        let run = try CommandRun(URL(fileURLWithPath: "/usr/bin/python3"), [script, "report.html"], in: folder.url)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output.split(separator: "\n").filter { $0.hasPrefix("ok: ") }.count == 35, "\(run.output)")
        // The command that the report hands over accepts that one picture.
        #expect(try CommandRun(["test", ".", "--filter", "one", "--update"], in: folder.url).status == 0)
        #expect(try CommandRun(["test", "."], in: folder.url).output.hasSuffix("2 passed, 1 failed\n"))
    }
}
