import Documents
import Pictures
import Rendering
import SceneGraph

/// One recorded picture and its scene, for tests in code.
public struct PictureBaseline: Sendable {
    /// Where the picture stands.
    public var folder: String
    /// Without ending; may have folders in it.
    public var name: String

    public init(folder: String, name: String) {
        self.folder = folder
        self.name = name
    }

    /// What came of a check.
    public struct Outcome: Sendable {
        public var comparison: PictureComparison
        /// Why the check failed; nil where it passed.
        public var message: String?
    }

    /// Draws a scene and holds it against the baseline.
    ///
    /// - Parameter update: records it where it is new or changed. The check fails then too, once: a test that passes
    ///   because it wrote its own expectation has tested nothing.
    public func check(
        _ scene: Scene, tolerance: Tolerance = .strict, fonts: FontLibrary, update: Bool
    ) throws -> Outcome {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
            throw Diagnostic("`\(name)` is no name for a picture", cause: .usage)
        }
        let picture = FilePath.join(folder, name + ".png")
        let record = FilePath.join(folder, name + ".scene.json")
        let drawn = try Drawing.Result(scene, fonts: fonts)
        var comparison = PictureComparison(name: name, comparesScenes: true)
        if FolderListing.exists(picture) {
            let expectedScene = FolderListing.exists(record)
                ? try RecordedScene(json: try DataRoot.readFile(record), file: record) : nil
            comparison = try PictureComparer(tolerance: tolerance).compare(
                expected: try DataRoot.readFile(picture), actual: drawn.png, expectedScene: expectedScene,
                actualScene: try RecordedScene(json: drawn.scene, file: name), name: name, expectedFile: picture,
                actualFile: name)
            comparison.comparesScenes = true
        } else {
            comparison.problem = "has no baseline at \(picture)"
            comparison.actualPNG = drawn.png
        }
        if comparison.passes { return Outcome(comparison: comparison, message: nil) }
        let words = comparison.lines.map { "  " + $0 }.joined(separator: "\n")
        guard update else {
            return Outcome(
                comparison: comparison,
                message: "the picture “\(name)” is not as recorded:\n\(words)\n"
                    + "If it is right, record it: set DOSSIER_UPDATE_PICTURES=1 and run the test again.")
        }
        guard try Drawing.Result(scene, fonts: fonts) == drawn else {
            throw Diagnostic("`\(name)` is not drawn the same twice; no baseline is recorded")
        }
        var files = OutputFiles()
        files.add(picture, drawn.png)
        files.add(record, drawn.scene)
        try files.write()
        return Outcome(comparison: comparison, message: "recorded the picture “\(name)”, which was not as before:\n\(words)")
    }
}
