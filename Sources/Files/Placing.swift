import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Plain files put in place one after another, by renaming: what was replaced comes back where one of them fails.
struct Placing {
    private var files: [(target: OutputTarget, staged: String, kept: String)] = []
    /// By the folder that they are in.
    private var stagings: [String: Staging] = [:]
    /// Folders that were not there before, outermost first.
    private var made: [String] = []
    /// How many are in place.
    private var placed = 0

    mutating func stage(_ targets: [OutputTarget], _ interruption: Interruption) throws(Diagnostic) {
        for target in targets {
            try interruption.check(target.path)
            let folder = FilePath.folder(of: target.place)
            do throws(Diagnostic) {
                made += try FolderTree.make(folder)
            } catch {
                var told = error
                told.file = target.path
                throw told
            }
            if stagings[folder] == nil { stagings[folder] = try Staging(in: folder, for: target.path) }
            let name = "\(stagings[folder]?.path ?? folder)/\(files.count)"
            files.append((target, name, name + ".old"))
            try target.stage(at: name, interruption)
        }
    }

    mutating func place(_ interruption: Interruption) throws(Diagnostic) {
        for file in files {
            try interruption.check(file.target.path)
            // Without hard links there is nothing to come back to; renaming seldom fails once the folder took a file.
            if files.count > 1, file.target.mode != nil { _ = link(file.target.place, file.kept) }
            guard rename(file.staged, file.target.place) == 0 else {
                throw OutputTarget.problem(file.target.path)
            }
            placed += 1
        }
    }

    /// As it was before.
    mutating func undo() {
        for file in files.prefix(placed) {
            if file.target.mode == nil {
                unlink(file.target.place)
            } else {
                _ = rename(file.kept, file.target.place)
            }
        }
        finish()
        for folder in made.reversed() { rmdir(folder) }
    }

    mutating func finish() {
        for staging in stagings.values { staging.remove() }
        stagings = [:]
    }
}
