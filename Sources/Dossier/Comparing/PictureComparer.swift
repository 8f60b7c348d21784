import Files
import Documents
import Pictures
import Rendering
import SceneGraph

/// Compares files that show the same thing: PNG with PNG, scene with scene, and so on.
public struct PictureComparer: Sendable {
    public var tolerance: Tolerance
    /// How many pairs of two folders are compared at a time; nil for as many as there are cores.
    public var jobs: Int?
    /// How many files of one pair are read at a time.
    private var jobsOfAPair = 2

    public init(tolerance: Tolerance = .strict, jobs: Int? = nil) {
        self.tolerance = tolerance
        self.jobs = jobs
    }

    /// Two pictures as whole files, with their scenes where there are some.
    ///
    /// - Parameter name: what the pair is called in the result.
    public func compare(
        expected: [UInt8], actual: [UInt8], expectedScene: RecordedScene? = nil, actualScene: RecordedScene? = nil,
        name: String, expectedFile: String, actualFile: String
    ) throws(Diagnostic) -> PictureComparison {
        var result = PictureComparison(name: name)
        if let expectedScene, let actualScene {
            result.scene = SceneComparison(expected: expectedScene, actual: actualScene)
            result.sceneSize = actualScene.size
        }
        let kind = try PictureFile(expected, file: expectedFile)
        let other = try PictureFile(actual, file: actualFile)
        switch (kind, other) {
        case (.png, .png): try comparePixels(expected, actual, expectedFile, actualFile, actualScene, &result)
        case (.sceneJSON, .sceneJSON): try compareScenes(expected, actual, expectedFile, actualFile, &result)
        case (.svg, .svg): result.problem = TextComparison.svg(expected, actual)
        case (.archive, .archive):
            result.problem = try PackageComparison.differences(expected, actual, expectedFile, actualFile)
        case (.pdf, .pdf): result.problem = expected == actual ? nil : "the PDF differs"
        default:
            throw Diagnostic(
                "a \(kind.kind) cannot be compared with a \(other.kind)", file: actualFile,
                advice: "give two files of one kind")
        }
        return result
    }

    /// A PNG file and a picture that was drawn just now, with their scenes.
    func compare(
        expected: [UInt8], actual: PixelImage, expectedScene: RecordedScene, actualScene: RecordedScene, name: String,
        expectedFile: String
    ) throws(Diagnostic) -> PictureComparison {
        var result = PictureComparison(name: name)
        result.scene = SceneComparison(expected: expectedScene, actual: actualScene)
        result.sceneSize = actualScene.size
        let first = try PixelImage(png: expected, file: expectedFile)
        let pixels = PixelComparison(expected: first, actual: actual, tolerance: tolerance)
        try tell(pixels, expected: first, actualScene, &result)
        if !result.passes || !pixels.isIdentical {
            result.expectedPNG = expected
            result.actualPNG = try actual.png()
        }
        return result
    }

    private func comparePixels(
        _ expected: [UInt8], _ actual: [UInt8], _ expectedFile: String, _ actualFile: String, _ scene: RecordedScene?,
        _ result: inout PictureComparison
    ) throws(Diagnostic) {
        if !tolerance.masks.isEmpty {
            // What a mask hides is counted, though all else be the same.
            let first = try PixelImage(png: expected, file: expectedFile)
            let second = try PixelImage(png: actual, file: actualFile)
            let pixels = PixelComparison(expected: first, actual: second, tolerance: tolerance)
            try tell(pixels, expected: first, scene, &result)
        } else if expected == actual, PictureFile.hasIntactChunks(expected),
            case .png(let width, let height) = try PictureFile(expected, file: expectedFile)
        {
            // The same file has the same pixels; that it is whole is told by its checksums.
            result.pixels = PixelComparison(identicalWidth: width, height: height, tolerance: tolerance)
        } else if let (first, second) = try PixelImage.decoded(
            expected, expectedFile, actual, actualFile, jobs: jobsOfAPair)
        {
            let pixels = PixelComparison(expected: first, actual: second, tolerance: tolerance)
            try tell(pixels, expected: first, scene, &result)
        } else if case .png(let width, let height) = try PictureFile(expected, file: expectedFile) {
            result.pixels = PixelComparison(identicalWidth: width, height: height, tolerance: tolerance)
        }
        if !result.passes || result.pixels?.isIdentical == false {
            result.expectedPNG = expected
            result.actualPNG = actual
        }
    }

    /// What the pixels say, where it lies in the scene, and a picture of it.
    private func tell(
        _ pixels: PixelComparison, expected: PixelImage, _ scene: RecordedScene?, _ result: inout PictureComparison
    ) throws(Diagnostic) {
        result.pixels = pixels
        if let scene, scene.size.width > 0 {
            result.places = ClusterAttribution.attribute(
                Array(pixels.clusters.prefix(200)), to: scene, changes: result.scene?.changes ?? [],
                scale: Double(pixels.actualWidth) / scene.size.width)
        }
        if !pixels.isIdentical { result.differencePNG = try pixels.differenceImage(over: expected)?.png() }
    }

    private func compareScenes(
        _ expected: [UInt8], _ actual: [UInt8], _ expectedFile: String, _ actualFile: String,
        _ result: inout PictureComparison
    ) throws(Diagnostic) {
        do {
            let first = try RecordedScene(json: expected, file: expectedFile)
            let second = try RecordedScene(json: actual, file: actualFile)
            result.scene = SceneComparison(expected: first, actual: second)
            result.sceneSize = second.size
        } catch {
            throw error.all.first ?? Diagnostic("is no scene", file: expectedFile)
        }
    }
}

// MARK: Files and folders

extension PictureComparer {
    /// Two files, or every picture of two folders with the one of the same path in the other.
    ///
    /// - Throws: where a file is missing or is not what its kind asks for. In folders, such a pair fails by itself.
    public func compare(expected: String, actual: String) throws(Diagnostics) -> [PictureComparison] {
        do {
            switch (FolderListing.isFolder(expected), FolderListing.isFolder(actual)) {
            case (false, false): return try compareFiles(expected, actual, name: FilePath.name(of: actual))
            case (true, true): return try compareFolders(expected, actual)
            default:
                throw Diagnostic(
                    "a folder can only be compared with a folder", cause: .usage, file: actual,
                    advice: "give two files, or two folders")
            }
        } catch {
            throw Diagnostics(wrapping: error)
        }
    }

    /// One result; of two PDF files that differ, one a page.
    private func compareFiles(
        _ expected: String, _ actual: String, name: String
    ) throws(Diagnostic) -> [PictureComparison] {
        let (first, second) = (try contents(of: expected), try contents(of: actual))
        if first != second, case .pdf = try PictureFile(first, file: expected),
            case .pdf = try PictureFile(second, file: actual)
        {
            return try PDFComparison(expected: expected, actual: actual, comparer: self).results(name: name)
        }
        return [
            try compare(
                expected: first, actual: second, expectedScene: sceneBeside(expected), actualScene: sceneBeside(actual),
                name: name, expectedFile: expected, actualFile: actual)
        ]
    }

    /// Of a compressed scene, what is in it.
    private func contents(of file: String) throws(Diagnostic) -> [UInt8] {
        let bytes = try DataRoot.readFile(file)
        return Gzip.isGzip(bytes) ? try Gzip.decompressed(bytes, file: file) : bytes
    }

    /// The scene that was recorded beside a picture; a broken one explains nothing and is passed over.
    private func sceneBeside(_ path: String) -> RecordedScene? {
        guard path.lowercased().hasSuffix(".png") else { return nil }
        let stem = path.dropLast(4) + ".scene.json"
        let file = [String(stem), stem + ".gz"].first(where: FolderListing.exists)
        return file.flatMap { try? RecordedScene(file: $0) }
    }

    private func compareFolders(_ expected: String, _ actual: String) throws(Diagnostic) -> [PictureComparison] {
        let before = try pictures(in: expected), after = try pictures(in: actual)
        let (beforeSet, afterSet) = (Set(before), Set(after))
        let names = Set(before + after).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard !names.isEmpty else { throw Diagnostic("holds no picture", cause: .noInput, file: expected) }
        var comparer = self
        comparer.jobsOfAPair = 1
        return Parallel.map(names, jobs: jobs) { [comparer] name in
            var result = PictureComparison(name: name)
            if !afterSet.contains(name) {
                result.problem = "gone: it is only in \(expected)"
            } else if !beforeSet.contains(name) {
                result.problem = "new: it is only in \(actual)"
            } else {
                do throws(Diagnostic) {
                    return try comparer.compareFiles(
                        FilePath.join(expected, name), FilePath.join(actual, name), name: name)
                } catch {
                    result.problem = error.description
                }
            }
            return [result]
        }.flatMap { $0 }
    }

    /// A scene beside a PNG explains it and is no pair of its own.
    private func pictures(in folder: String) throws(Diagnostic) -> [String] {
        let files = try FolderListing.files(beneath: folder)
        let all = Set(files)
        return files.filter { name in
            guard let format = OutputFormat(path: name) else { return false }
            return format != .sceneJSON || !all.contains(name.dropLast(".scene.json".count) + ".png")
        }
    }
}
