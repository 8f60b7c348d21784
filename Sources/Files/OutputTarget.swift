import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where an output goes: the place that its path leads to, and what stands there now.
struct OutputTarget {
    /// As the user named it.
    let path: String
    /// Behind links; the same for two paths that lead to one file.
    let place: String
    let bytes: [UInt8]
    /// A device, a pipe or a socket is written to as it is.
    let isPlain: Bool
    /// Of the file that is there; nil where there is none.
    let mode: mode_t?
    let owner: (user: uid_t, group: gid_t)?

    init(_ path: String, bytes: [UInt8]) throws(Diagnostic) {
        self.path = path
        self.bytes = bytes
        var status = stat()
        guard !path.utf8.contains(0) else {
            throw Diagnostic("a name cannot have a zero byte", cause: .cannotWrite, file: path)
        }
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT || errno == ENOTDIR else { throw OutputTarget.problem(path) }
            (place, isPlain, mode, owner) = (try OutputTarget.leading(path), true, nil, nil)
            return
        }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR else {
            throw Diagnostic("cannot be written: it is a folder", cause: .cannotWrite, file: path)
        }
        // A descriptor of this process that is redirected to a file is written to like any other.
        let isDescriptor = ["/dev/", "/proc/"].contains { path.hasPrefix($0) }
        isPlain = kind == S_IFREG && !isDescriptor
        guard isPlain, let resolved = realpath(path, nil) else {
            (place, mode, owner) = (path, nil, nil)
            return
        }
        defer { free(resolved) }
        place = String(cString: resolved)
        mode = status.st_mode & 0o7777
        owner = (status.st_uid, status.st_gid)
    }

    /// A link that leads to nothing yet is followed too: its end is what is made.
    private static func leading(_ path: String) throws(Diagnostic) -> String {
        var path = path
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(path, &buffer, buffer.count)
            guard count > 0 else { return absolute(path) }
            let end = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = end.hasPrefix("/") ? end : FilePath.join(FilePath.folder(of: path), end)
        }
        throw Diagnostic("cannot be written: the links go in a circle", cause: .cannotWrite, file: path)
    }

    /// With the links of the folder resolved where it exists, so that one place has one name.
    private static func absolute(_ path: String) -> String {
        guard let folder = realpath(FilePath.folder(of: path), nil) else { return path }
        defer { free(folder) }
        let name = FilePath.name(of: path)
        let above = String(cString: folder)
        return above == "/" ? "/" + name : above + "/" + name
    }

    /// Writes to what is no plain file.
    func writeThrough(_ interruption: Interruption) throws(Diagnostic) {
        var status = stat()
        let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        let file = open(path, O_WRONLY | O_CLOEXEC | (isFile ? O_TRUNC : 0))
        guard file >= 0 else { throw OutputTarget.problem(path) }
        defer { close(file) }
        try write(to: file, interruption)
    }

    /// Writes a new file of the mode that the old one has.
    func stage(at name: String, _ interruption: Interruption) throws(Diagnostic) {
        let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw OutputTarget.problem(path) }
        do throws(Diagnostic) {
            try write(to: file, interruption)
            if let mode { fchmod(file, mode) }
            // Only root can give a file to the one who had it.
            if let owner, geteuid() == 0 { _ = fchown(file, owner.user, owner.group) }
        } catch {
            close(file)
            throw error
        }
        // A full disk may be told only here.
        guard close(file) == 0 else { throw OutputTarget.problem(path) }
    }

    private func write(to file: Int32, _ interruption: Interruption) throws(Diagnostic) {
        var written = 0
        while written < bytes.count {
            try interruption.check(path)
            let end = min(bytes.count, written + 1 << 20)
            let count = bytes.withUnsafeBytes { buffer in
                systemWrite(file, UnsafeRawBufferPointer(rebasing: buffer[written..<end]))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw OutputTarget.problem(path) }
            written += count
        }
    }

    static func problem(_ path: String, _ code: Int32 = errno) -> Diagnostic {
        Diagnostic("cannot be written: \(String(cString: strerror(code)))", cause: .cannotWrite, file: path)
    }
}

/// The system's `write`, which the methods of that name hide.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(file, buffer.baseAddress, buffer.count)
}
