import Files
import Documents

/// A folder whose figures and report have baselines in its `expected/`.
public struct BaselineFolder: Sendable, Hashable {
    public var path: String
    /// Figure files, as paths from the folder.
    public var figures: [String]
    /// Reports, as paths from the folder.
    public var reports: [String]

    public var expected: String { FilePath.join(path, "expected") }

    /// Every such folder at or beneath one: each that has a `figures` folder, a `briefing.md` or figure files of its
    /// own. What stands in `expected`, `out` and hidden folders is none.
    public static func find(beneath root: String) throws(Diagnostic) -> [BaselineFolder] {
        var found: [BaselineFolder] = []
        var waiting = [root]
        while let path = waiting.popLast() {
            let listing = try FolderListing(path)
            var folder = BaselineFolder(path: path, figures: [], reports: [])
            if listing.folders.contains("figures") {
                folder.figures = try FolderListing.files(beneath: FilePath.join(path, "figures"))
                    .filter(isFigure).map { "figures/\($0)" }
            }
            folder.reports = listing.files.filter { $0 == "briefing.md" }
            if folder.figures.isEmpty, folder.reports.isEmpty {
                folder.figures = listing.files.filter { isLooseFigure(FilePath.join(path, $0)) }
            }
            // Figures of a template are none without its parameters: they are drawn on its pages, by their defaults.
            if folder.isTemplate { folder.figures = [] }
            if !folder.figures.isEmpty || !folder.reports.isEmpty { found.append(folder) }
            waiting += listing.folders.reversed().filter { !["figures", "expected", "out"].contains($0) }
                .map { FilePath.join(path, $0) }
        }
        return found
    }

    private var isTemplate: Bool {
        for report in reports {
            let file = FilePath.join(path, report)
            // What is wrong with a report is told when its pages are drawn.
            if (try? BriefingTemplate(try DataRoot.readFile(file), file: file)) != nil { return true }
        }
        return false
    }

    /// Outside a `figures` folder, YAML and JSON may be anything: a figure is what begins as one.
    private static func isLooseFigure(_ path: String) -> Bool {
        guard isFigure(path), let bytes = try? DataRoot.readFile(path) else { return false }
        if path.lowercased().hasSuffix(".vl.json") { return true }
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        if head.contains("vega.github.io/schema/vega-lite/") { return true }
        return head.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("figure:") }
    }

    private static func isFigure(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return [".yaml", ".yml", ".json"].contains { lowered.hasSuffix($0) } && !lowered.hasSuffix(".scene.json")
    }
}
