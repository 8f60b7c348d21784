import Files
import Documents
import Pictures
import Rendering
import SceneGraph

/// One recorded picture, `NAME.png`, and its scene, `NAME.scene.json.gz`.
///
/// The scene is recorded in short (`SceneJSONExporter.record`), with the fingerprint of what drew the picture, and
/// compressed. The picture is as small as PNG can be made; where that is still too large it is recorded at a smaller
/// scale, which its width tells, and the next run draws at that scale.
public struct PictureBaseline: Sendable {
    /// Where the picture stands.
    public var folder: String
    /// Without ending; may have folders in it.
    public var name: String

    public init(folder: String, name: String) {
        self.folder = folder
        self.name = name
    }

    /// The most bytes that either file may have: pictures stay in a repository for ever.
    public static let largest = 100_000

    /// The shares of a picture's own scale that are tried, one after another, where it is too large.
    private static let shares = [1, 0.9, 0.8, 0.7, 0.6, 0.5]

    var picturePath: String { FilePath.join(folder, name + ".png") }
    var scenePath: String { FilePath.join(folder, name + ".scene.json.gz") }

    // MARK: Comparing

    /// Draws a picture and holds it against what is recorded.
    func compare(_ drawing: Drawing, as name: String, tolerance: Tolerance) throws -> PictureComparison {
        var result = PictureComparison(name: name, comparesScenes: true)
        let layout = try drawing.lay(0)
        guard FolderListing.exists(picturePath) else {
            result.problem = "has no baseline; if it looks right, record it with --update"
            result.actualPNG = try layout.drawn(scale: drawing.scale).png()
            return result
        }
        let expected = try DataRoot.readFile(picturePath)
        // A picture that is no picture is told before its scene is.
        guard case .png(let width, _) = try PictureFile(expected, file: picturePath) else {
            throw Diagnostic("is no PNG", file: picturePath)
        }
        guard FolderListing.exists(scenePath) else {
            result.problem = "has a picture but no scene beside it; record both with --update"
            return result
        }
        let record = try RecordedScene(file: scenePath)
        let scale = max(0.01, min(100, Double(width) / record.size.width))
        result = try PictureComparer(tolerance: tolerance).compare(
            expected: expected, actual: layout.drawn(scale: scale), expectedScene: record,
            actualScene: RecordedScene(json: layout.record(), file: name), name: name, expectedFile: picturePath)
        result.comparesScenes = true
        if !result.passes, let before = Fingerprint(record) {
            let differences = Fingerprint(fonts: layout.fonts).differences(from: before)
            result.circumstances += differences
            if differences.isEmpty, result.scene?.isSame == true {
                result.circumstances.append(
                    "drawn with the libraries, the fonts and the architecture of the baseline: the drawing code changed"
                )
            }
        }
        return result
    }

    // MARK: Recording

    /// The files of a new baseline, and what there is to say about them.
    struct Recording: Sendable {
        var files: [(path: String, bytes: [UInt8])]
        /// Nil where the picture has its own scale.
        var note: String?
    }

    /// Draws twice and hands over the files to write.
    ///
    /// - Throws: where the picture is not the same twice, or larger than `largest` at every scale.
    func recording(of drawing: Drawing, largest: Int) throws -> Recording {
        let (layout, again) = (try drawing.lay(0), try drawing.lay(1))
        let image = try layout.drawn(scale: drawing.scale)
        // A picture that is not the same twice would fail for ever after.
        guard layout.record() == again.record(), try image == again.drawn(scale: drawing.scale) else {
            throw Diagnostic("is not drawn the same twice; no baseline is recorded")
        }
        let scene = try Gzip.compressed(layout.record(with: Fingerprint(fonts: layout.fonts)))
        guard scene.count <= largest else {
            throw Diagnostic(
                "has a scene of \(scene.count) bytes; a baseline has at most \(largest)",
                advice: "make the figure smaller, or raise --largest")
        }
        var first = 0
        for share in PictureBaseline.shares {
            let png = try (share == 1 ? image : layout.drawn(scale: drawing.scale * share)).png(.smallest)
            if share == 1 { first = png.count }
            guard png.count <= largest else { continue }
            let note =
                share == 1
                ? nil
                : "at \(share) of its scale: \(first) bytes would be more than the \(largest) that a baseline may have"
            let files = [(path: picturePath, bytes: png), (path: scenePath, bytes: scene)]
            return Recording(files: files.filter { (try? DataRoot.readFile($0.path)) != $0.bytes }, note: note)
        }
        throw Diagnostic(
            "has \(first) bytes, and too many at half its scale; a baseline has at most \(largest)",
            advice: "make the figure smaller, or raise --largest")
    }
}

// MARK: Tests in code

extension PictureBaseline {
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
        let drawing = Drawing(name: name) { _ in Drawing.Layout(scene: scene, fonts: fonts) }
        var comparison: PictureComparison
        do {
            comparison = try compare(drawing, as: name, tolerance: tolerance)
        } catch  where update {
            // What is recorded cannot be read; it is recorded anew.
            comparison = PictureComparison(name: name, comparesScenes: true)
            comparison.problem = "\(error)"
        }
        if comparison.passes { return Outcome(comparison: comparison, message: nil) }
        if !FolderListing.exists(picturePath) { comparison.problem = "has no baseline at \(picturePath)" }
        let words = comparison.lines.map { "  " + $0 }.joined(separator: "\n")
        guard update else {
            return Outcome(
                comparison: comparison,
                message: "the picture “\(name)” is not as recorded:\n\(words)\n"
                    + "If it is right, record it: set DOSSIER_UPDATE_PICTURES=1 and run the test again.")
        }
        let recording = try recording(of: drawing, largest: PictureBaseline.largest)
        var files = OutputFiles()
        for file in recording.files { files.add(file.path, file.bytes) }
        try files.write()
        let note = recording.note.map { "\n  recorded \($0)" } ?? ""
        return Outcome(
            comparison: comparison, message: "recorded the picture “\(name)”, which was not as before:\n\(words)\(note)"
        )
    }
}
