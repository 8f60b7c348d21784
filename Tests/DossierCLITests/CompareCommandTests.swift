import Foundation
import Testing

@Suite("dossier compare and dossier test")
struct CompareCommandTests {
    /// A chart of one bar; `height` is its value.
    private func chart(_ value: Int, color: String = "#1f77b4") -> String {
        """
        {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": "Bars", "width": 120, "height": 80,
         "data": {"values": [{"a": "x", "b": \(value)}, {"a": "y", "b": 20}]}, "mark": {"type": "bar", "color": \
         "\(color)"},
         "encoding": {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}}}
        """
    }

    @Test("what is the same, what changed, and the exit status of each")
    func compare() throws {
        let folder = try ScratchFolder()
        for (name, value) in [("a", 10), ("b", 12)] {
            try folder.write(chart(value), to: "\(name).vl.json")
            let drawn = try CommandRun(["draw", "\(name).vl.json", "-o", "\(name)/chart.png"], in: folder.url)
            #expect(drawn.status == 0, "\(drawn.errors)")
        }
        let same = try CommandRun(["compare", "a/chart.png", "a/chart.png"], in: folder.url)
        #expect(same.status == 0)
        #expect(same.output == "same: chart.png\n    identical\n")
        let changed = try CommandRun(
            ["compare", "a/chart.png", "b/chart.png", "--diff", "d.png", "--report", "r.html"], in: folder.url)
        #expect(changed.status == 1)
        #expect(changed.output.hasPrefix("different: chart.png\n"))
        #expect(folder.files.contains("d.png") && folder.files.contains("r.html"))
        let json = try CommandRun(["compare", "a", "b", "--json"], in: folder.url)
        #expect(json.status == 1)
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(value?["failed"] as? Int == 1)
    }

    @Test("wrong input: each with its status, and no output")
    func wrong() throws {
        let folder = try ScratchFolder()
        try folder.write("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n", to: "lfs.png")
        let pointer = try CommandRun(["compare", "lfs.png", "lfs.png", "--report", "r.html"], in: folder.url)
        #expect(pointer.status == 65)
        #expect(pointer.errors.contains("git-LFS pointer"))
        #expect(try CommandRun(["compare", "lfs.png", "none.png"], in: folder.url).status == 66)
        #expect(try CommandRun(["compare", "lfs.png", "lfs.png", "--mask", "1,2"], in: folder.url).status == 64)
        #expect(try CommandRun(["test", "nowhere"], in: folder.url).status == 66)
        #expect(folder.files == ["lfs.png"])
    }

    @Test("baselines: missing, recorded, the same, changed in the figure's own words")
    func baselines() throws {
        let folder = try ScratchFolder()
        try folder.write(chart(10), to: "figures/chart.vl.json")
        let missing = try CommandRun(["test", "."], in: folder.url)
        #expect(missing.status == 1)
        #expect(missing.output.hasSuffix("0 passed, 1 failed\n"))
        #expect(folder.files == ["figures/chart.vl.json"])
        #expect(try CommandRun(["test", ".", "--update"], in: folder.url).status == 0)
        #expect(try CommandRun(["test", "."], in: folder.url).output == "1 passed, 0 failed\n")
        let before = try folder.bytes("expected/chart.png")
        try folder.write(chart(10, color: "#2377ac"), to: "figures/chart.vl.json")
        let changed = try CommandRun(
            ["test", ".", "--junit", "j.xml"], in: folder.url, environment: ["GITHUB_ACTIONS": "true"])
        #expect(changed.status == 1)
        #expect(changed.output.contains("2 bars: #1f77b4 → #2377ac"))
        #expect(changed.output.contains("::error title="))
        #expect(try String(decoding: folder.bytes("j.xml"), as: UTF8.self).contains("failures=\"1\""))
        #expect(try folder.bytes("expected/chart.png") == before)
    }

    @Test("slides of a figure and of a report: the same bytes twice, in two time zones")
    func slides() throws {
        let folder = try ScratchFolder()
        try folder.write(chart(10), to: "figures/chart.vl.json")
        try folder.write(
            "---\ntitle: A report\n---\n# One\n\nProse.\n\n![A caption](figures/chart.vl.json)\n", to: "briefing.md")
        for (name, zone) in [("a.pptx", "UTC"), ("b.pptx", "Pacific/Auckland")] {
            let run = try CommandRun(["slides", ".", "-o", name], in: folder.url, environment: ["TZ": zone])
            #expect(run.status == 0, "\(run.errors)")
        }
        #expect(try folder.bytes("a.pptx") == folder.bytes("b.pptx"))
        #expect(try CommandRun(["compare", "a.pptx", "b.pptx"], in: folder.url).status == 0)
        #expect(try CommandRun(["draw", "figures/chart.vl.json", "-o", "c.pptx"], in: folder.url).status == 0)
        let wrong = try CommandRun(
            ["slides", "figures/none.yaml", "figures/none2.yaml", "-o", "d.pptx"], in: folder.url)
        #expect(wrong.status == 66)
        #expect(wrong.errors.contains("none.yaml") && wrong.errors.contains("none2.yaml"))
        #expect(!folder.files.contains("d.pptx"))
    }
}
