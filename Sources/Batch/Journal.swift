import Documents
import Files

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a run has done so far, a line a report, each written by one call after the report's files are in their places.
///
/// A run that is ended at any moment leaves it behind; the next takes from it what is built already. One run at a time
/// has the journal of a share.
final class Journal: Sendable {
    private let descriptor: Int32
    let path: String

    init(folder: String, share: Share) throws(Diagnostics) {
        path = FilePath.join(folder, "manifest" + share.suffix + ".journal")
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { throw problem("cannot be written") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isTaken = errno == EWOULDBLOCK
            close(descriptor)
            throw isTaken
                ? Diagnostics([
                    Diagnostic(
                        "another run builds this share into the same folder", cause: .cannotWrite, file: folder,
                        advice: "wait for it, or give each run a share of its own: --shard 1/2 and --shard 2/2")
                ]) : problem("cannot be locked")
        }
    }

    deinit { close(descriptor) }

    private func problem(_ what: String) -> Diagnostics {
        Diagnostics([
            Diagnostic("\(what): \(String(cString: strerror(errno)))", cause: .cannotWrite, file: path)
        ])
    }

    /// Takes away what earlier runs wrote.
    func clear() { _ = ftruncate(descriptor, 0) }

    func append(_ entry: ManifestEntry) throws(Diagnostics) {
        let bytes = Array((entry.line + "\n").utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw problem("cannot be written") }
            written += count
        }
    }

    /// An earlier run that was ended within a line leaves no end of that line.
    func endLine() {
        let size = lseek(descriptor, 0, SEEK_END)
        var last: UInt8 = 0x0A
        guard size > 0, pread(descriptor, &last, 1, size - 1) == 1, last != 0x0A else { return }
        last = 0x0A
        _ = write(descriptor, &last, 1)
    }

    func remove() { unlink(path) }
}
