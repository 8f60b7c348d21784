import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What stands in a folder. Symbolic links are not followed, hidden names are left out.
public struct FolderListing: Sendable {
    /// Sorted by their bytes, so that every machine goes through them in one order.
    public private(set) var files: [String] = []
    public private(set) var folders: [String] = []

    /// - Throws: a diagnostic of cause `noInput` where the folder cannot be opened.
    public init(_ path: String) throws(Diagnostic) {
        guard let stream = opendir(path) else {
            throw Diagnostic("cannot be opened: \(String(cString: strerror(errno)))", cause: .noInput, file: path)
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                    String(cString: $0)
                }
            }
            if name.hasPrefix(".") { continue }
            var status = stat()
            guard lstat(FilePath.join(path, name), &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFREG { files.append(name) }
            if status.st_mode & S_IFMT == S_IFDIR { folders.append(name) }
        }
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        folders.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Every file beneath a folder, as paths from it.
    public static func files(beneath path: String) throws(Diagnostic) -> [String] {
        var found: [String] = []
        var waiting = [""]
        while let folder = waiting.popLast() {
            let listing = try FolderListing(folder.isEmpty ? path : FilePath.join(path, folder))
            func inside(_ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }
            found += listing.files.map(inside)
            waiting += listing.folders.map(inside)
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
