import Foundation
import Testing

@Suite("The flagship report")
struct FlagshipTests {
    static let report = CommandRun.repository.appendingPathComponent("Reports/russia-china-central-asia").path

    private func build(
        in folder: ScratchFolder, from place: URL, _ environment: [String: String], format: String
    ) throws {
        let run = try CommandRun(
            ["build", FlagshipTests.report, "-o", folder.url.path, "--format", format, "--figures", "--quiet"],
            in: place,
            environment: environment)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("two folders, two times, two zones: the same bytes")
    func sameBytes() throws {
        let (first, second) = (try ScratchFolder(), try ScratchFolder())
        try build(
            in: first, from: CommandRun.repository, ["TZ": "America/Los_Angeles", "LC_ALL": "C"], format: "pdf,png,svg")
        try build(in: second, from: second.url, ["TZ": "Asia/Shanghai", "LANG": "de_DE.UTF-8"], format: "pdf,png,svg")
        #expect(first.files == second.files)
        #expect(first.files.count > 20)
        for file in first.files {
            #expect(try first.bytes(file) == second.bytes(file), "\(file)")
        }
    }

    @Test("the PDF is sound: 5 to 9 pages, text that can be searched, fonts embedded, no picture of pixels, tagged")
    func pdf() throws {
        let folder = try ScratchFolder()
        try build(in: folder, from: folder.url, [:], format: "pdf")
        func tool(_ name: String, _ arguments: [String]) throws -> CommandRun {
            try CommandRun(URL(fileURLWithPath: "/usr/bin/\(name)"), arguments, in: folder.url)
        }
        let check = try tool("qpdf", ["--check", "briefing.pdf"])
        #expect(check.status == 0, "\(check.errors)")
        let info = try tool("pdfinfo", ["briefing.pdf"]).output
        let pages = info.split(separator: "\n").first { $0.hasPrefix("Pages:") }.flatMap {
            Int($0.split(separator: " ")[1])
        }
        #expect((5...9).contains(pages ?? 0), "\(info)")
        #expect(info.contains("Tagged:          yes"))
        #expect(info.contains("Title:           Russia and China in Central Asia"))
        let text = try tool("pdftotext", ["-layout", "briefing.pdf", "-"]).output
        for words in ["13,198 students", "more than 1.5 million square kilometres", "4,380", "Kazakh", "All facts"] {
            #expect(text.contains(words), "\(words)")
        }
        let fonts = try tool("pdffonts", ["briefing.pdf"]).output.split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts { #expect(font.contains(" yes yes yes "), "\(font)") }
        let images = try tool("pdfimages", ["-list", "briefing.pdf"]).output.split(separator: "\n").dropFirst(2)
        #expect(images.isEmpty, "\(images)")
    }

    @Test("every figure and page under Reports is its baseline")
    func baselines() throws {
        let run = try CommandRun(["test", "Reports"], in: CommandRun.repository)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output.hasSuffix(" passed, 0 failed\n"), "\(run.output)")
        let passed = run.output.split(separator: "\n").last?.split(separator: " ").first.flatMap { Int($0) }
        #expect(passed ?? 0 >= 64, "\(run.output)")
    }

    @Test("baselines are small: none has 100,000 bytes, all together less than 6 MB")
    func baselineSizes() throws {
        var total = 0
        for folder in ["Reports", "Tests"] {
            let root = CommandRun.repository.appendingPathComponent(folder)
            for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
                ?? .init()
            {
                guard !["expected", "__Pictures__"].filter(file.pathComponents.contains).isEmpty,
                    file.path.hasSuffix(".png") || file.path.hasSuffix(".scene.json.gz")
                else { continue }
                let count = try Data(contentsOf: file).count
                #expect(count < 100_000, "\(file.lastPathComponent)")
                total += count
            }
        }
        #expect(total > 1_000_000 && total < 6_000_000, "\(total)")
    }

    @Test("the data is whole: every fact loads")
    func facts() throws {
        let run = try CommandRun(["facts", "verify"], in: CommandRun.repository)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("2 reports: nothing is amiss"), "\(run.output)")
    }

    @Test("a new report builds at once")
    func newReport() throws {
        let folder = try ScratchFolder()
        #expect(try CommandRun(["new", "mine"], in: folder.url).status == 0)
        let run = try CommandRun(["build", "mine"], in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.files.contains("mine/out/briefing.pdf"))
    }
}
