import Documents
import Files
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Puts the outputs of a run in their places, each whole: written into a folder of the run's own beside them, then
/// renamed. What a run that was killed left there is cleared by the next.
final class OutputPlacing: Sendable {
    private let folder: String
    private let staging: Staging
    private let state = Mutex((next: 0, made: Set<String>()))

    init(_ folder: String) throws(Diagnostics) {
        self.folder = folder
        do throws(Diagnostic) { staging = try Staging(in: folder, for: folder) } catch { throw Diagnostics([error]) }
    }

    func end() { staging.remove() }

    /// - Parameter name: from the folder of results.
    func place(_ name: String, _ bytes: [UInt8]) throws(Diagnostics) {
        let path = FilePath.join(folder, name)
        let (number, isKnown) = state.withLock { state in
            state.next += 1
            return (state.next, !state.made.insert(FilePath.folder(of: name)).inserted)
        }
        if !isKnown {
            do throws(Diagnostic) { _ = try FolderTree.make(FilePath.folder(of: path)) } catch {
                throw Diagnostics([error])
            }
        }
        let staged = "\(staging.path)/\(number)"
        guard write(bytes, to: staged) else {
            let problem = OutputPlacing.problem(path)
            unlink(staged)
            throw problem
        }
        // Another job may be making the folder at this moment.
        if rename(staged, path) == 0 { return }
        if errno == ENOENT, (try? FolderTree.make(FilePath.folder(of: path))) != nil, rename(staged, path) == 0 {
            return
        }
        let problem = OutputPlacing.problem(path)
        unlink(staged)
        throw problem
    }

    private static func problem(_ path: String) -> Diagnostics {
        Diagnostics([
            Diagnostic("cannot be written: \(String(cString: strerror(errno)))", cause: .cannotWrite, file: path)
        ])
    }

    private func write(_ bytes: [UInt8], to path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { return false }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { writeBytes(file, $0.baseAddress.map { $0 + done }, $0.count - done) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(file)
                errno = code
                return false
            }
            done += count
        }
        return close(file) == 0
    }
}

/// The system's `write`, which the method of that name hides.
private func writeBytes(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { write(file, bytes, count) }
