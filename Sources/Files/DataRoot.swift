import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder that documents may read from. Nothing outside it is opened, and no symbolic link is followed.
public struct DataRoot: Sendable, Hashable {
    public var path: String

    /// A folder around this one that `..` may lead to, as a project is around its figures, and this one's place in it.
    public var surrounding: Surrounding?

    public struct Surrounding: Sendable, Hashable {
        public var path: String
        /// The folders that lead from it to the root, in order.
        public var inside: [String]

        public init(path: String, inside: [String]) {
            self.path = path
            self.inside = inside
        }
    }

    /// Copies of what network addresses held, from which those are read.
    public var fetched: FetchedCopies?

    public init(_ path: String, fetched: FetchedCopies? = nil) {
        self.path = path.isEmpty ? "." : path
        self.fetched = fetched
    }

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
        if let (fetched, copy) = try fetchedCopy(of: name) { return try DataRoot(fetched.folder).path(of: copy) }
        let file = try opened(name)
        defer { close(file) }
        try checkPlain(file, name: name)
        let (top, parts) = try steps(to: try localName(name))
        guard let whole = realpath(top, nil) else {
            throw Diagnostic("the data root \(top) cannot be opened: \(DataRoot.systemMessage())", cause: .noInput)
        }
        defer { free(whole) }
        return ([String(cString: whole)] + parts).joined(separator: "/")
    }

    /// The copy of a network address, where it was fetched.
    private func fetchedCopy(of address: String) throws(Diagnostic) -> (FetchedCopies, name: String)? {
        guard let fetched, address.hasPrefix("https://") || address.hasPrefix("http://"),
            let name = try fetched.name(of: address)
        else { return nil }
        return (fetched, name)
    }

    /// The folder to begin at, and the names that lead from it to a file.
    private func steps(to name: String) throws(Diagnostic) -> (top: String, parts: [String]) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }.map(String.init)
        let isPlain = !name.hasPrefix("/") && !parts.isEmpty && !name.utf8.contains(0)
        if isPlain, !parts.contains("..") { return (path, parts) }
        if isPlain, let surrounding {
            var place = surrounding.inside
            var isInside = true
            for part in parts {
                if part != ".." { place.append(part) } else if place.popLast() == nil { isInside = false }
            }
            if isInside, !place.isEmpty { return (surrounding.path, place) }
        }
        throw Diagnostic(
            "`\(name)` leads out of the data root \(surrounding?.path ?? path)",
            advice: "name files beneath it, or choose another folder with --data-root")
    }

    /// Opens a file beneath the folder, part by part, so that no link leads out of it.
    private func opened(_ written: String) throws(Diagnostic) -> Int32 {
        if let (fetched, copy) = try fetchedCopy(of: written) { return try DataRoot(fetched.folder).opened(copy) }
        let name = try localName(written)
        let (top, parts) = try steps(to: name)
        var folder = open(top, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            throw Diagnostic("the data root \(top) cannot be opened: \(DataRoot.systemMessage())", cause: .noInput)
        }
        for (index, part) in parts.enumerated() {
            let last = index == parts.count - 1
            let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (last ? 0 : O_DIRECTORY)
            let next = openat(folder, part, flags)
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
