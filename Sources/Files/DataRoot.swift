import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder that documents may read from. Nothing outside it is opened, and no symbolic link is followed.
public struct DataRoot: Sendable, Hashable {
    public var path: String

    public init(_ path: String) { self.path = path.isEmpty ? "." : path }

    /// The bytes of a file beneath the folder.
    ///
    /// - Parameter name: a relative path with `/` between its parts.
    /// - Throws: a diagnostic without a place; the caller adds where the name was written.
    public func read(_ name: String) throws(Diagnostic) -> [UInt8] {
        let file = try opened(name)
        defer { close(file) }
        return try FileReader(file, name: name).readAll()
    }

    /// The first bytes of a file, at most so many.
    package func read(_ name: String, first most: Int) throws(Diagnostic) -> [UInt8] {
        let file = try opened(name)
        defer { close(file) }
        try checkPlain(file, name: name)
        return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            while count < most {
                let got = readBytes(file, buffer, from: count)
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                count += got
            }
        }
    }

    /// How many bytes a file has.
    package func size(of name: String) throws(Diagnostic) -> Int {
        let file = try opened(name)
        defer { close(file) }
        return Int(try checkPlain(file, name: name).st_size)
    }

    /// Where a file lies, from the top of the disk, for what opens files itself. It was found as `read` finds it.
    package func path(of name: String) throws(Diagnostic) -> String {
        let file = try opened(name)
        defer { close(file) }
        try checkPlain(file, name: name)
        let parts = try localName(name).split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
        guard let whole = realpath(path, nil) else {
            throw Diagnostic("the data root \(path) cannot be opened: \(DataRoot.systemMessage())", cause: .noInput)
        }
        defer { free(whole) }
        return ([String(cString: whole)] + parts.map(String.init)).joined(separator: "/")
    }

    /// Opens a file beneath the folder, part by part, so that no link leads out of it.
    private func opened(_ written: String) throws(Diagnostic) -> Int32 {
        let name = try localName(written)
        var parts: [Substring] = []
        for part in name.split(separator: "/", omittingEmptySubsequences: true) where part != "." { parts.append(part) }
        if name.hasPrefix("/") || parts.contains("..") || parts.isEmpty || name.utf8.contains(0) {
            throw Diagnostic(
                "`\(name)` leads out of the data root \(path)",
                advice: "name files beneath it, or choose another folder with --data-root")
        }
        var folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            throw Diagnostic("the data root \(path) cannot be opened: \(DataRoot.systemMessage())", cause: .noInput)
        }
        for (index, part) in parts.enumerated() {
            let last = index == parts.count - 1
            let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (last ? 0 : O_DIRECTORY)
            let next = openat(folder, String(part), flags)
            let code = errno
            close(folder)
            guard next >= 0 else {
                if code == ELOOP || code == ENOTDIR {
                    throw Diagnostic("`\(name)` passes through a symbolic link or a file; neither is followed")
                }
                throw Diagnostic(
                    "`\(name)` cannot be read beneath \(path): \(DataRoot.systemMessage(code))", cause: .noInput)
            }
            folder = next
        }
        return folder
    }

    /// The bytes of a file that the user named on the command line; of a pipe, all that comes until its end.
    public static func readFile(_ path: String) throws(Diagnostic) -> [UInt8] {
        // A pipe that nobody writes to would hold up its opening for ever.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw Diagnostic("cannot be read: \(systemMessage())", cause: .noInput, file: path)
        }
        defer { close(file) }
        var status = stat()
        let isPipe =
            fstat(file, &status) == 0 && [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT) || isatty(file) != 0
        do throws(Diagnostic) {
            return isPipe ? try PipeReader(file, path: path).readAll() : try FileReader(file, name: path).readAll()
        } catch {
            var told = error
            told.file = path
            throw told
        }
    }

    @discardableResult
    private func checkPlain(_ file: Int32, name: String) throws(Diagnostic) -> stat {
        var status = stat()
        guard fstat(file, &status) == 0 else {
            throw Diagnostic("`\(name)` cannot be read: \(DataRoot.systemMessage())", cause: .noInput)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Diagnostic("`\(name)` is not a file", cause: .noInput)
        }
        return status
    }

    static func systemMessage(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
}

/// One call of the system's `read`, which the method of that name hides.
private func readBytes(_ file: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Int {
    read(file, buffer.baseAddress.map { $0 + start }, buffer.count - start)
}
