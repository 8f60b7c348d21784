import Files
import Documents
import Figures
import Pictures
import Rendering
import SceneGraph
import Typography

/// Draws every figure and report under some folders and holds it against its baseline: `expected/NAME.png` and
/// `expected/NAME.scene.json.gz`. Nothing is written unless it is asked to update.
public struct BaselineRun: Sendable {
    /// Only what has this in its path; where it is the whole path of a picture, only that one. Nil for all.
    public var filter: String?
    public var tolerance: Tolerance
    /// A baseline of more bytes is not recorded, and one that is there fails.
    public var largestBaseline: Int
    /// Nil for the theme that a report names, and the default one for figures.
    public var theme: Theme?
    /// How many pictures are drawn at a time; nil for as many as there are cores.
    public var jobs: Int?

    public init(
        filter: String? = nil, tolerance: Tolerance = .strict, largestBaseline: Int = PictureBaseline.largest,
        theme: Theme? = nil, jobs: Int? = nil
    ) {
        self.filter = filter
        self.tolerance = tolerance
        self.largestBaseline = largestBaseline
        self.theme = theme
        self.jobs = jobs
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

    /// One picture, before and after it was looked at.
    private struct Case: Sendable {
        var name: String
        var baseline: PictureBaseline
        /// Nil for a baseline that nothing draws.
        var drawing: Drawing?
    }

    private struct Verdict: Sendable {
        var result: PictureComparison
        var update: (words: [String], files: [(path: String, bytes: [UInt8])])?
    }

    /// - Parameters:
    ///   - update: collects new baselines in `files`, which the caller writes.
    ///   - progress: told each result as it comes, in order.
    public func run(
        _ folders: [String], update: Bool, progress: @escaping (PictureComparison) -> Void = { _ in }
    ) throws(Diagnostics) -> Outcome {
        var cases: [Case]
        do {
            cases = try folders.flatMap { try BaselineFolder.find(beneath: $0) }.flatMap(self.cases)
        } catch {
            throw Diagnostics(wrapping: error)
        }
        let named = cases.filter { $0.name == filter }
        if !named.isEmpty { cases = named }
        guard !cases.isEmpty else {
            let what =
                filter.map { "no figure and no report has `\($0)` in its path" } ?? "no figure and no report to test"
            throw Diagnostics([
                Diagnostic(
                    what, cause: .noInput, file: folders.joined(separator: " "),
                    advice: "name a folder with figures, or with a `briefing.md` in it")
            ])
        }
        let verdicts = Parallel.map(cases, jobs: jobs, told: { (verdict: Verdict) in progress(verdict.result) }) {
            verdict(on: $0, update: update)
        }
        var outcome = Outcome()
        for verdict in verdicts {
            outcome.results.append(verdict.result)
            guard let update = verdict.update else { continue }
            outcome.updates.append((verdict.result.name, update.words))
            for file in update.files { outcome.files.add(file.path, file.bytes) }
        }
        return outcome
    }

    private func cases(of folder: BaselineFolder) throws(Diagnostic) -> [Case] {
        let drawings = drawings(of: folder)
        func baseline(_ name: String) -> PictureBaseline { PictureBaseline(folder: folder.expected, name: name) }
        var cases = drawings.map {
            Case(name: FilePath.join(folder.path, $0.name), baseline: baseline($0.name), drawing: $0)
        }
        // What a filter leaves out is not missing.
        if filter == nil, FolderListing.isFolder(folder.expected) {
            let drawn = Set(drawings.map(\.name))
            let recorded = try FolderListing.files(beneath: folder.expected).compactMap { file -> String? in
                [".png", ".scene.json.gz"].first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
            }
            for name in Set(recorded).subtracting(drawn).sorted() {
                cases.append(Case(name: FilePath.join(folder.path, name), baseline: baseline(name)))
            }
        }
        return cases
    }

    private func verdict(on test: Case, update: Bool) -> Verdict {
        var result = PictureComparison(name: test.name, comparesScenes: true)
        guard let drawing = test.drawing else {
            result.problem =
                "has a baseline, but nothing draws it; delete "
                + "\(FilePath.join(test.baseline.folder, test.baseline.name)).*"
            return Verdict(result: result)
        }
        do {
            do {
                result = try test.baseline.compare(drawing, as: test.name, tolerance: tolerance)
                if result.passes { result.problem = try tooLarge(test.baseline) }
            } catch  where update {
                // What is recorded cannot be read: it is recorded anew, if the picture itself can be drawn.
                result.problem = "\(error)"
            }
            guard update, !result.passes else { return Verdict(result: result) }
            let recording = try test.baseline.recording(of: drawing, largest: largestBaseline)
            var words = FolderListing.exists(test.baseline.picturePath) ? result.lines : ["new"]
            if let note = recording.note { words.append(note) }
            return Verdict(result: PictureComparison(name: test.name), update: (words, recording.files))
        } catch {
            result.problem = (error as? Diagnostic)?.message ?? "\(error)"
            return Verdict(result: result)
        }
    }

    /// What to say of a baseline that someone recorded with another limit.
    private func tooLarge(_ baseline: PictureBaseline) throws(Diagnostic) -> String? {
        for path in [baseline.picturePath, baseline.scenePath] {
            let count = try DataRoot.readFile(path).count
            if count > largestBaseline {
                return "is as recorded, but \(path) has \(count) bytes; a baseline has at most \(largestBaseline). "
                    + "Record it anew with --update, or raise --largest"
            }
        }
        return nil
    }
}
