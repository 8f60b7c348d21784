import Foundation
import Testing

/// Documents that ask for more than anybody can read, by the thousand: each is refused with its place, soon.
@Suite("Documents by the thousand", .serialized)
struct OverlargeDocumentTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: folder.url.appendingPathComponent(name))
    }

    /// A line of a shell, in which `$D` is the command.
    private func shell(_ line: String) throws -> CommandRun {
        try CommandRun(
            URL(fileURLWithPath: "/bin/bash"), ["-c", line], in: folder.url,
            environment: ["D": CommandRun.command.path])
    }

    private static let data = #""data": {"sequence": {"start": 0, "stop": 60000, "as": "a"}}"#
    private static let bar = #"{"mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}}}"#

    private static func nestedRepeat(_ depth: Int) -> String {
        let fields = [String](repeating: #""a""#, count: 50).joined(separator: ",")
        return depth == 0 ? bar : #"{"repeat": [\#(fields)], "spec": \#(nestedRepeat(depth - 1))}"#
    }

    @Test(
        "views and names without number are refused before anything is laid out",
        arguments: [
            (#"{\#(data), "layer": [\#([String](repeating: bar, count: 3000).joined(separator: ","))]}"#, "views"),
            (#"{\#(data), "repeat": ["a", "a"], "spec": \#(nestedRepeat(6))}"#, "views"),
            (#"{\#(data), "mark": "bar", "encoding": {"facet": {"field": "a"}, "y": {"field": "a"}}}"#, "views"),
            (#"{\#(data), "mark": "bar", "encoding": {"x": {"field": "a"}}}"#, "different values"),
            (
                #"{"params": [{"name": "p", "expr": "sequence(0, 1e12)"}], \#(data), "mark": "bar"}"#,
                "more than 2000000"
            ),
        ]) func manyViews(document: String, word: String) throws
    {
        try write(document.utf8, to: "h.vl.json")
        let run = try shell("ulimit -t 60; $D draw h.vl.json -o h.svg")
        #expect(run.status == 65, "\(run.errors.prefix(300))")
        #expect(run.errors.hasPrefix("h.vl.json:1:") && run.errors.contains(word), "\(run.errors.prefix(300))")
    }

    @Test("unknown words take a time that is linear in them, and only the first thousands are told")
    func unknownWords() throws {
        let channels = (0..<40_000).map { #""k\#($0)": 1"# }.joined(separator: ",")
        try write(#"{"data": {"values": []}, "mark": "bar", "encoding": {\#(channels)}}"#.utf8, to: "h.vl.json")
        let run = try shell("ulimit -t 30; $D draw h.vl.json -o h.svg")
        #expect(run.status == 65)
        #expect(run.errors.contains("`k0` is no channel") && run.errors.contains("38000 more problems"))
    }

    @Test("pages too large to be looked at are never called the same, and end soon", arguments: [14_400, 30_000])
    func largePages(side: Int) throws {
        let content = "0 0 1 rg 10 10 50 50 re f"
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 \(side) \(side)]/Contents 4 0 R/Resources<<>>>>",
            "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
        ]
        var file = "%PDF-1.4\n", offsets = ""
        for (index, object) in objects.enumerated() {
            let digits = String(file.utf8.count)
            offsets += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            file += "\(index + 1) 0 obj\(object)endobj\n"
        }
        let table = "xref\n0 5\n0000000000 65535 f \n\(offsets)trailer<</Size 5/Root 1 0 R>>\n"
        file += "\(table)startxref\n\(file.utf8.count)\n%%EOF"
        try write(file.utf8, to: "a.pdf")
        try write((file + "\n% the same").utf8, to: "b.pdf")
        let run = try shell("ulimit -t 30; $D compare a.pdf b.pdf")
        #expect(run.status == 1 && run.output.contains("too large to compare"), "\(run.output) \(run.errors)")
    }

    @Test("a picture that is missing, cut off or changed is an error; in the reference's look, a warning")
    func pictures() throws {
        try write(#"{\#(Self.data), "mark": "point", "encoding": {}}"#.utf8, to: "p.vl.json")
        #expect(try shell("$D draw p.vl.json -o whole.png").status == 0)
        var png = [UInt8](try Data(contentsOf: folder.url.appendingPathComponent("whole.png")))
        try write(png.prefix(png.count / 2), to: "cut.png")
        png[png.count / 2] ^= 4
        try write(png, to: "changed.png")
        for name in ["whole", "cut", "changed", "none"] {
            try write(
                #"{"data": {"values": [{}]}, "mark": {"type": "image", "url": "\#(name).png", "width": 9, "height": 9}}"#
                    .utf8, to: "i.vl.json")
            try write("---\ntitle: A\n---\n\nWords.\n\n![It](\(name).png){alt=\"x\"}\n".utf8, to: "r.md")
            let own = try shell("$D draw i.vl.json -o i.svg"), report = try shell("$D build r.md -o out")
            if name == "whole" {
                #expect(own.status == 0 && report.status == 0, "\(own.errors) \(report.errors)")
                continue
            }
            #expect(own.status == 65 && own.errors.hasPrefix("i.vl.json:1:"), "\(name): \(own.errors)")
            #expect([65, 66].contains(report.status) && report.errors.hasPrefix("r.md:7:1: error"), "\(report.errors)")
            let reference = try shell("$D draw i.vl.json -o v.svg --theme vega")
            #expect(reference.status == 0 && reference.errors.contains("warning"), "\(name): \(reference.errors)")
        }
    }
}
