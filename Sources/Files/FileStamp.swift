import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Whether the files of a report have changed: names, sizes and times of last change, of all that it may be made from.
public struct FileStamp: Sendable, Hashable {
    private var entries: [String] = []

    /// - Parameter folders: looked through to the bottom, but for `out`; those that are not there count as empty.
    public init(folders: [String]) {
        for folder in folders {
            for file in (try? FolderListing.files(beneath: folder)) ?? [] {
                if file.hasPrefix("out/") || file.contains("/out/") { continue }
                var status = stat()
                guard lstat("\(folder)/\(file)", &status) == 0 else { continue }
                #if canImport(Darwin)
                let time = status.st_mtimespec
                #else
                let time = status.st_mtim
                #endif
                entries.append("\(folder)/\(file) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)")
            }
        }
    }
}
