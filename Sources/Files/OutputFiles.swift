import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that appear together and whole, or not at all.
///
/// All are first written beside their places, into a folder of their own (``Staging``). When every one is there and
/// every place can take its file, they are put in place by renaming; where that fails half-way, what was replaced
/// comes back. The files of a folder that is all the build's own appear by one step, an exchange of folders
/// (``FolderExchange``), so that a build that is killed leaves the old folder or the new one.
///
/// What is no plain file, a device or a pipe, is written to and never replaced; a link is followed; a file that is
/// replaced keeps its mode.
public struct OutputFiles: Sendable {
    /// A folder of results that changes as one.
    public struct Folder: Sendable {
        public var path: String
        /// Whether a file, by its path from the folder, is one that builds write; others' files are never moved about.
        public var owns: @Sendable (String) -> Bool
        /// Whether a file of an earlier build, by its path from the folder, goes because this one has none of its
        /// name: page 5 of what now has four.
        public var outlives: @Sendable (String) -> Bool

        public init(
            _ path: String, owns: @escaping @Sendable (String) -> Bool,
            outlives: @escaping @Sendable (String) -> Bool = { _ in false }
        ) {
            self.path = path
            self.owns = owns
            self.outlives = outlives
        }
    }

    /// Set where all files are the results of one build.
    public var folder: Folder?
    private var files: [(path: String, bytes: [UInt8])] = []

    public init() {}

    public var paths: [String] { files.map(\.path) }

    public mutating func add(_ path: String, _ bytes: [UInt8]) { files.append((path, bytes)) }

    public mutating func add(_ path: String, _ text: String) { add(path, Array(text.utf8)) }

    /// Ends the process by the signal where one asked it to end meanwhile, with nothing half-done.
    ///
    /// - Throws: diagnostics with cause `cannotWrite`; nothing is left behind then.
    public func write() throws(Diagnostics) {
        let interruption = Interruption()
        defer { interruption.end() }
        do throws(Diagnostic) {
            let targets = try distinctTargets()
            if try FolderExchange(folder, targets: targets)?.perform(interruption) == true { return }
            var placing = Placing()
            do throws(Diagnostic) {
                try placing.stage(targets.filter(\.isPlain), interruption)
                // Devices and pipes take what they are given before anything else changes: it cannot be taken back.
                for target in targets where !target.isPlain { try target.writeThrough(interruption) }
                try placing.place(interruption)
            } catch {
                placing.undo()
                throw error
            }
            placing.finish()
        } catch {
            throw Diagnostics([error])
        }
    }

    /// Two files of one name would be one in silence.
    private func distinctTargets() throws(Diagnostic) -> [OutputTarget] {
        var targets: [OutputTarget] = []
        var positions: [String: Int] = [:]
        for file in files {
            let target = try OutputTarget(file.path, bytes: file.bytes)
            if target.isPlain, let earlier = positions[target.place] {
                guard targets[earlier].bytes == file.bytes else {
                    throw Diagnostic(
                        "two different files would have this name", cause: .cannotWrite, file: file.path,
                        advice: "name one of them otherwise; figures go by the names of their files")
                }
                continue
            }
            positions[target.place] = targets.count
            targets.append(target)
        }
        return targets
    }
}
