import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder beside the outputs where they are written before they are put in place: `.dossier-` and a random number.
///
/// It is locked for as long as its process lives, so that the next one knows those that a killed process has left, and
/// clears them.
package final class Staging: Sendable {
    package let path: String
    private let lock: Int32

    private static let prefix = ".dossier-"

    /// - Parameters:
    ///   - folder: exists; the staging folder is made in it, on the same file system as what it will hold.
    ///   - output: what is told where it cannot be made.
    package init(in folder: String, for output: String) throws(Diagnostic) {
        Staging.clearLeftovers(in: folder)
        let name = Staging.prefix + String(UInt64.random(in: 0 ... .max), radix: 36)
        path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        guard mkdir(path, 0o700) == 0 else { throw OutputTarget.problem(output) }
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else {
            let problem = OutputTarget.problem(output)
            rmdir(path)
            throw problem
        }
        flock(lock, LOCK_EX | LOCK_NB)
    }

    /// Takes the folder away with all that is left in it.
    package func remove() {
        FolderTree.remove(path)
        close(lock)
    }

    /// What processes that are gone have left. One that was made this moment may not be locked yet: it is spared.
    static func clearLeftovers(in folder: String) {
        for name in FolderTree.names(in: folder) where name.hasPrefix(prefix) {
            let path = folder + "/" + name
            let file = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard file >= 0 else { continue }
            defer { close(file) }
            var status = stat()
            guard fstat(file, &status) == 0, status.st_uid == geteuid() else { continue }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else { continue }
            let isNew = FolderTree.names(in: path).isEmpty && time(nil) - status.modified < 2
            if !isNew { FolderTree.remove(path) }
        }
    }
}

extension stat {
    /// Seconds since 1970.
    fileprivate var modified: Int {
        #if canImport(Darwin)
        st_mtimespec.tv_sec
        #else
        st_mtim.tv_sec
        #endif
    }
}

/// All that is in a folder, hidden names too.
package enum FolderTree {
    /// Without `.` and `..`; none where it cannot be opened.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Links are removed, not followed.
    package static func remove(_ path: String) {
        for name in names(in: path) {
            let inside = path + "/" + name
            if unlink(inside) != 0 { remove(inside) }
        }
        rmdir(path)
    }

    /// Makes a folder and those above it.
    ///
    /// - Returns: those that were made, the outermost first.
    package static func make(_ folder: String) throws(Diagnostic) -> [String] {
        guard access(folder, F_OK) != 0 else { return [] }
        let above = FilePath.folder(of: folder)
        var made = above == folder ? [] : try make(above)
        guard mkdir(folder, 0o777) == 0 else {
            if errno == EEXIST { return made }
            let problem = OutputTarget.problem(folder)
            for path in made.reversed() { rmdir(path) }
            throw problem
        }
        made.append(folder)
        return made
    }
}
