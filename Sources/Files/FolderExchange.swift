import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of results that is made anew beside the old one, and takes its place in one step.
///
/// Earlier results that this build does not write are linked into the new folder. Not for every folder: one that
/// holds files of others, is where the process stands, or lies on a file system that cannot exchange two folders,
/// takes its files one by one.
struct FolderExchange {
    private let folder: OutputFiles.Folder
    /// Behind links.
    private let place: String
    private let isNew: Bool
    /// By their paths from the folder.
    private let targets: [(name: String, target: OutputTarget)]
    /// Files that stay, by their paths from the folder.
    private let carried: [String]

    /// More files than this are no folder of results.
    private static let mostFiles = 20_000

    /// Nil where the files are to be put in place one by one.
    init?(_ folder: OutputFiles.Folder?, targets: [OutputTarget]) {
        guard let folder, targets.count > 1, targets.allSatisfy(\.isPlain),
            let place = FolderExchange.resolved(folder.path), place != "/"
        else {
            return nil
        }
        self.folder = folder
        self.place = place
        var named: [(name: String, target: OutputTarget)] = []
        for target in targets {
            guard target.place.hasPrefix(place + "/") else { return nil }
            named.append((String(target.place.dropFirst(place.utf8.count + 1)), target))
        }
        self.targets = named
        var status = stat()
        isNew = lstat(place, &status) != 0
        if isNew {
            carried = []
            return
        }
        guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(), status.st_mode & S_ISVTX == 0,
            !FolderExchange.isWhereWeStand(place), let files = FolderExchange.plainFiles(beneath: place)
        else { return nil }
        let written = Set(named.map(\.name))
        guard files.allSatisfy({ written.contains($0) || folder.owns($0) }) else { return nil }
        carried = files.filter { !written.contains($0) && !folder.outlives($0) }
    }

    /// Nil where no folder above is there to make it in.
    private static func resolved(_ path: String) -> String? {
        if let found = realpath(path, nil) {
            defer { free(found) }
            return String(cString: found)
        }
        guard path != ".", let above = resolved(FilePath.folder(of: path)) else { return nil }
        let name = FilePath.name(of: path)
        return name == ".." || name == "." ? nil : above == "/" ? "/" + name : above + "/" + name
    }

    /// A shell that stood in a folder that was exchanged would see it empty.
    private static func isWhereWeStand(_ place: String) -> Bool {
        guard let here = getcwd(nil, 0) else { return true }
        defer { free(here) }
        let path = String(cString: here)
        return path == place || path.hasPrefix(place + "/")
    }

    /// Nil where there is anything but plain files and folders.
    private static func plainFiles(beneath place: String) -> [String]? {
        var found: [String] = []
        var waiting = [""]
        while let folder = waiting.popLast() {
            for name in FolderTree.names(in: folder.isEmpty ? place : "\(place)/\(folder)") {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                var status = stat()
                guard lstat("\(place)/\(path)", &status) == 0 else { return nil }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: waiting.append(path)
                case S_IFREG: found.append(path)
                default: return nil
                }
                if found.count + waiting.count > mostFiles { return nil }
            }
        }
        return found
    }

    /// - Returns: false where this file system cannot; nothing has changed then.
    func perform(_ interruption: Interruption) throws(Diagnostic) -> Bool {
        let above = FilePath.folder(of: place)
        let made = try FolderTree.make(above)
        func forget() { for folder in made.reversed() { rmdir(folder) } }
        // What a killed run that took files one by one has left.
        Staging.clearLeftovers(in: place)
        guard let staging = try? Staging(in: above, for: folder.path) else {
            forget()
            return false
        }
        do throws(Diagnostic) {
            let fresh = staging.path + "/new"
            guard try fill(fresh, interruption) else {
                staging.remove()
                forget()
                return false
            }
            try interruption.check(folder.path)
            let lock = lockFolder(above)
            defer { close(lock) }
            guard try exchange(fresh) else {
                staging.remove()
                forget()
                return false
            }
        } catch {
            staging.remove()
            forget()
            throw error
        }
        staging.remove()
        return true
    }

    /// The new folder, whole. False where files cannot be linked into it.
    private func fill(_ fresh: String, _ interruption: Interruption) throws(Diagnostic) -> Bool {
        var status = stat()
        guard mkdir(fresh, 0o777) == 0 else { throw OutputTarget.problem(folder.path) }
        if stat(place, &status) == 0 { chmod(fresh, status.st_mode & 0o7777) }
        var folders: Set<String> = []
        func makeFolder(of name: String) throws(Diagnostic) {
            let inner = FilePath.folder(of: name)
            guard inner != ".", folders.insert(inner).inserted else { return }
            _ = try FolderTree.make("\(fresh)/\(inner)")
        }
        for (name, target) in targets {
            try interruption.check(target.path)
            try makeFolder(of: name)
            try target.stage(at: "\(fresh)/\(name)", interruption)
        }
        for name in carried {
            try makeFolder(of: name)
            if link("\(place)/\(name)", "\(fresh)/\(name)") != 0, errno != ENOENT { return false }
        }
        return true
    }

    /// One at a time for one folder: what another build wrote since this one looked is carried over as it stands.
    private func lockFolder(_ above: String) -> Int32 {
        let file = open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return file }
        for _ in 0..<500 where flock(file, LOCK_EX | LOCK_NB) != 0 { usleep(10_000) }
        return file
    }

    private func exchange(_ fresh: String) throws(Diagnostic) -> Bool {
        if rename(fresh, place) == 0 { return true }
        guard errno == ENOTEMPTY || errno == EEXIST else { throw OutputTarget.problem(folder.path) }
        let written = Set(targets.map(\.name))
        for name in FolderExchange.plainFiles(beneath: place) ?? []
        where !written.contains(name) && !folder.outlives(name) {
            var (there, here) = (stat(), stat())
            guard lstat("\(place)/\(name)", &there) == 0 else { continue }
            if lstat("\(fresh)/\(name)", &here) == 0 {
                if here.st_ino == there.st_ino { continue }
                unlink("\(fresh)/\(name)")
            }
            _ = try FolderTree.make(FilePath.folder(of: "\(fresh)/\(name)"))
            _ = link("\(place)/\(name)", "\(fresh)/\(name)")
        }
        #if canImport(Darwin)
        return renamex_np(fresh, place, UInt32(RENAME_SWAP)) == 0
        #else
        // The module of glibc does not name it.
        typealias Rename = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        guard let symbol = dlsym(nil, "renameat2") else { return false }
        let inExchange: UInt32 = 2
        return unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, fresh, AT_FDCWD, place, inExchange) == 0
        #endif
    }
}
