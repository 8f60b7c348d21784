import Documents

/// A folder whose figures and report have baselines in its `expected/`.
public struct BaselineFolder: Sendable, Hashable {
    public var path: String
    /// Figure files, as paths from the folder.
    public var figures: [String]
    /// Reports, as paths from the folder.
    public var reports: [String]

    public var expected: String { FilePath.join(path, "expected") }

    /// Every such folder at or beneath one: each that has a `figures` folder or a `briefing.md`, or else the one given,
    /// with the figure files that it holds itself.
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
            if !folder.figures.isEmpty || !folder.reports.isEmpty { found.append(folder) }
            waiting += listing.folders.reversed().filter { !["figures", "expected", "out"].contains($0) }
                .map { FilePath.join(path, $0) }
        }
        if found.isEmpty {
            let own = try FolderListing(root).files.filter(isFigure)
            if !own.isEmpty { found = [BaselineFolder(path: root, figures: own, reports: [])] }
        }
        return found
    }

    private static func isFigure(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return [".yaml", ".yml", ".json"].contains { lowered.hasSuffix($0) } && !lowered.hasSuffix(".scene.json")
    }
}
