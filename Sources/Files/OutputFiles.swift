import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that appear together and whole, or not at all: each is written beside its place, and all are renamed when
/// all are written.
public struct OutputFiles: Sendable {
    private var files: [(path: String, bytes: [UInt8])] = []

    public init() {}

    public var paths: [String] { files.map(\.path) }

    public mutating func add(_ path: String, _ bytes: [UInt8]) { files.append((path, bytes)) }

    public mutating func add(_ path: String, _ text: String) { add(path, Array(text.utf8)) }

    /// - Throws: diagnostics with cause `cannotWrite`; nothing is left behind then.
    public func write() throws(Diagnostics) {
        var temporary: [(from: String, to: String)] = []
        do {
            for file in files {
                let folder = FilePath.folder(of: file.path)
                try makeFolder(folder)
                // Another run, or another thread of this one, may write the same file.
                let name = "\(folder)/.\(FilePath.name(of: file.path)).\(getpid()).\(UInt32.random(in: 0 ... .max))"
                temporary.append((name, file.path))
                try write(file.bytes, to: name, for: file.path)
            }
            for (index, move) in temporary.enumerated() {
                guard rename(move.from, move.to) == 0 else { throw problem(move.to) }
                temporary[index].from = ""
            }
        } catch {
            for move in temporary where !move.from.isEmpty { unlink(move.from) }
            throw Diagnostics([error as? Diagnostic ?? Diagnostic("\(error)", cause: .cannotWrite)])
        }
    }

    private func write(_ bytes: [UInt8], to name: String, for path: String) throws {
        let file = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw problem(path) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                systemWrite(file, UnsafeRawBufferPointer(rebasing: buffer[written...]))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let failure = problem(path)
                close(file)
                throw failure
            }
            written += count
        }
        // A full disk may be told only here.
        guard close(file) == 0 else { throw problem(path) }
    }

    private func makeFolder(_ folder: String) throws {
        guard access(folder, F_OK) != 0 else { return }
        let above = FilePath.folder(of: folder)
        if above != folder { try makeFolder(above) }
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw problem(folder) }
    }

    private func problem(_ path: String) -> Diagnostic {
        Diagnostic("cannot be written: \(String(cString: strerror(errno)))", cause: .cannotWrite, file: path)
    }
}

/// The system's `write`, which the methods of that name hide.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(file, buffer.baseAddress, buffer.count)
}
