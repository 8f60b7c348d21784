import Documents
import Furniture
import Pictures
import Rendering
import SceneGraph
import Typography

/// Draws every figure and report under some folders and holds it against its baseline: `expected/NAME.png` and
/// `expected/NAME.scene.json`. Nothing is written unless it is asked to update.
public struct BaselineRun: Sendable {
    /// Only what has this in its name; nil for all.
    public var filter: String?
    public var tolerance: Tolerance
    /// A baseline PNG of more bytes is refused: pictures stay in the repository for ever.
    public var largestBaseline: Int
    /// Nil for the theme that a report names, and the default one for figures.
    public var theme: Theme?

    public init(
        filter: String? = nil, tolerance: Tolerance = .strict, largestBaseline: Int = 200 << 10, theme: Theme? = nil
    ) {
        self.filter = filter
        self.tolerance = tolerance
        self.largestBaseline = largestBaseline
        self.theme = theme
    }

    /// What came of a run.
    public struct Outcome: Sendable {
        /// In the order of the folders and names.
        public var results: [PictureComparison] = []
        /// What an update writes: baselines that are new or changed, each with what it replaces told.
        public var updates: [(name: String, words: [String])] = []
        public var files = OutputFiles()

        public var failed: Int { results.filter { !$0.passes }.count }
    }

    /// - Parameters:
    ///   - update: collects new baselines in `files`, which the caller writes.
    ///   - progress: told each result as it comes.
    public func run(
        _ folders: [String], update: Bool, progress: (PictureComparison) -> Void = { _ in }
    ) throws(Diagnostics) -> Outcome {
        var outcome = Outcome()
        do {
            for root in folders {
                for folder in try BaselineFolder.find(beneath: root) {
                    let storedPath = FilePath.join(folder.expected, "fingerprint")
                    let stored = (try? DataRoot.readFile(storedPath)).map {
                        Fingerprint(text: String(decoding: $0, as: UTF8.self))
                    }
                    let before = outcome.updates.count
                    let drawings = drawings(of: folder)
                    for drawing in drawings {
                        let result = test(drawing, in: folder, stored: stored, update: update, &outcome)
                        outcome.results.append(result)
                        progress(result)
                    }
                    for name in filter == nil ? try orphans(in: folder, drawn: drawings) : [] {
                        var result = PictureComparison(name: FilePath.join(folder.path, name))
                        result.problem = "has a baseline, but nothing draws it; delete \(folder.expected)/\(name).*"
                        outcome.results.append(result)
                        progress(result)
                    }
                    if outcome.updates.count > before { outcome.files.add(storedPath, Fingerprint.current.text) }
                }
            }
        } catch let problem as Diagnostic {
            throw Diagnostics([problem])
        } catch {
            throw Diagnostics([Diagnostic("\(error)")])
        }
        if outcome.results.isEmpty {
            throw Diagnostics([
                Diagnostic(
                    "no figure and no report to test", cause: .noInput, file: folders.joined(separator: " "),
                    advice: "name a folder with a `figures` folder or a `briefing.md` in it")
            ])
        }
        return outcome
    }

    private func test(
        _ drawing: Drawing, in folder: BaselineFolder, stored: Fingerprint?, update: Bool, _ outcome: inout Outcome
    ) -> PictureComparison {
        var result = PictureComparison(name: FilePath.join(folder.path, drawing.name), comparesScenes: true)
        let picture = FilePath.join(folder.expected, drawing.name + ".png")
        let record = FilePath.join(folder.expected, drawing.name + ".scene.json")
        do {
            let drawn = try drawing.draw(0)
            result = try compare(drawn, name: result.name, picture: picture, record: record)
            if !result.passes {
                result.circumstances = stored.map { Fingerprint.current.differences(from: $0) } ?? []
            }
            guard update, !result.passes else { return result }
            // A picture that is not the same twice would fail for ever after.
            let again = try drawing.draw(1)
            guard drawn == again else {
                result.problem = "is not drawn the same twice; no baseline is recorded"
                return result
            }
            guard drawn.png.count <= largestBaseline else {
                result.problem = "has \(drawn.png.count) bytes; a baseline has at most \(largestBaseline). "
                    + "Make the figure smaller, or raise --largest"
                return result
            }
            outcome.updates.append((result.name, FolderListing.exists(picture) ? result.lines : ["new"]))
            outcome.files.add(picture, drawn.png)
            outcome.files.add(record, drawn.scene)
            return PictureComparison(name: result.name)
        } catch {
            result.problem = "\(error)"
            return result
        }
    }

    /// Baselines of figures that are no more.
    private func orphans(in folder: BaselineFolder, drawn: [Drawing]) throws(Diagnostic) -> [String] {
        guard FolderListing.isFolder(folder.expected) else { return [] }
        let names = Set(drawn.map(\.name))
        return try FolderListing.files(beneath: folder.expected).filter { $0.hasSuffix(".png") }
            .map { String($0.dropLast(4)) }.filter { !names.contains($0) }
    }

    private func compare(
        _ drawn: Drawing.Result, name: String, picture: String, record: String
    ) throws -> PictureComparison {
        guard FolderListing.exists(picture) else {
            var result = PictureComparison(name: name, comparesScenes: true)
            result.problem = "has no baseline; if it looks right, record it with --update"
            result.actualPNG = drawn.png
            return result
        }
        let expected = try DataRoot.readFile(picture)
        let actualScene = try RecordedScene(json: drawn.scene, file: name)
        var expectedScene: RecordedScene?
        if FolderListing.exists(record) {
            expectedScene = try RecordedScene(json: try DataRoot.readFile(record), file: record)
        }
        var result = try PictureComparer(tolerance: tolerance).compare(
            expected: expected, actual: drawn.png, expectedScene: expectedScene, actualScene: actualScene, name: name,
            expectedFile: picture, actualFile: name)
        result.comparesScenes = true
        if expectedScene == nil {
            result.problem = "has a picture but no scene beside it; record both with --update"
        }
        return result
    }
}
