import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads an open file whole, and as it was at one moment: one that changes meanwhile is read again.
struct FileReader {
    private let file: Int32
    private let name: String

    private static let mostAttempts = 5

    init(_ file: Int32, name: String) {
        self.file = file
        self.name = name
    }

    func readAll() throws(Diagnostic) -> [UInt8] {
        for attempt in 0..<FileReader.mostAttempts {
            let before = try state()
            guard before.st_mode & S_IFMT == S_IFREG else {
                throw Diagnostic("`\(name)` is not a file", cause: .noInput)
            }
            try Limit.fileSize.check(Int(before.st_size), "`\(name)`")
            let bytes = try read(expecting: Int(before.st_size))
            if isSame(before, try state()), bytes.count == Int(before.st_size) { return bytes }
            // Whoever writes it may need a moment.
            usleep(UInt32(20_000 << attempt))
        }
        throw Diagnostic(
            "`\(name)` changes while it is read", cause: .noInput, advice: "try again when it has been written")
    }

    private func state() throws(Diagnostic) -> stat {
        var status = stat()
        guard fstat(file, &status) == 0 else {
            throw Diagnostic("`\(name)` cannot be read: \(DataRoot.systemMessage())", cause: .noInput)
        }
        return status
    }

    private func isSame(_ a: stat, _ b: stat) -> Bool {
        #if canImport(Darwin)
        a.st_size == b.st_size && a.st_mtimespec.tv_sec == b.st_mtimespec.tv_sec
            && a.st_mtimespec.tv_nsec == b.st_mtimespec.tv_nsec
        #else
        a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec
        #endif
    }

    /// One byte more is asked for than the file had: one that grows is found out.
    private func read(expecting expected: Int) throws(Diagnostic) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
            askForLargePages(UnsafeMutableRawBufferPointer(buffer))
            while count <= expected {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let got = pread(file, rest.baseAddress, rest.count, off_t(count))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { break }
                count += got
            }
        }
        guard failure == 0 else {
            throw Diagnostic("`\(name)` cannot be read: \(DataRoot.systemMessage(failure))", cause: .noInput)
        }
        return bytes
    }
}

/// Reads a pipe or a terminal to its end.
struct PipeReader {
    private let file: Int32
    private let path: String

    /// How long somebody may take to open the other end of a pipe that has a name.
    private static let patience = 10

    init(_ file: Int32, path: String) {
        self.file = file
        self.path = path
    }

    func readAll() throws(Diagnostic) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // What the shell opened has somebody at its other end, who may take any time.
        let isNamed = !["/dev/", "/proc/"].contains { path.hasPrefix($0) }
        while true {
            var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            let limit = isNamed && bytes.isEmpty ? Int32(PipeReader.patience * 1000) : -1
            let ready = poll(&waiting, 1, limit)
            if ready < 0, errno == EINTR { continue }
            guard ready != 0 else {
                throw Diagnostic(
                    "nobody writes into this pipe: nothing came for \(PipeReader.patience) seconds", cause: .noInput)
            }
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else {
                throw Diagnostic("cannot be read: \(DataRoot.systemMessage())", cause: .noInput)
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            try Limit.fileSize.check(bytes.count, "what comes through this pipe")
        }
    }
}

/// Asks that large memory about to be filled come in large pages: a quarter of the time to read a file goes into
/// handing out small ones.
private func askForLargePages(_ memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
    let page = 2 << 20
    guard memory.count >= 4 * page, let start = memory.baseAddress else { return }
    let first = start.alignedUp(toMultipleOf: page), last = (start + memory.count).alignedDown(toMultipleOf: page)
    madvise(first, last - first, Int32(MADV_HUGEPAGE))
    #endif
}
