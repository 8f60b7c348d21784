import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A program of the system that does what no library here does. It is started with its arguments as they are: no shell
/// reads them.
struct ExternalProgram: Sendable {
    var name: String
    /// The package that has it, for the message where it is missing.
    var package: String

    /// Poppler's tools look at PDF in a process of their own, which a broken file can end without ending ours.
    static let pdfInfo = ExternalProgram(name: "pdfinfo", package: "poppler-utils")
    static let pdfToPixels = ExternalProgram(name: "pdftoppm", package: "poppler-utils")
    static let pdfToText = ExternalProgram(name: "pdftotext", package: "poppler-utils")

    /// What the program writes to its standard output.
    ///
    /// - Parameter most: more bytes than these are an error.
    /// - Throws: a diagnostic of cause `missingPart` where the program is not installed; one of cause `badInput` where
    ///   it fails.
    func output(_ arguments: [String], file: String, most: Int = 512 << 20) throws(Diagnostic) -> [UInt8] {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            throw Diagnostic("no pipe: \(String(cString: strerror(errno)))", cause: .internalError)
        }
        defer { close(ends[0]) }
        #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        #else
        var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        var process: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) } + [nil]
        let failure = posix_spawnp(&process, name, &actions, nil, &words, environ)
        for word in words { free(word) }
        close(ends[1])
        guard failure == 0 else {
            throw Diagnostic(
                "`\(name)` is needed to look into a PDF and cannot be started", cause: .missingPart, file: file,
                advice: "install \(package)")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= most {
            let count = read(ends[0], &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            bytes += buffer[..<count]
        }
        if bytes.count > most { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard bytes.count <= most else { throw Diagnostic("`\(name)` writes too much of it", file: file) }
        guard status == 0 else { throw Diagnostic("is a PDF that `\(name)` cannot read", file: file) }
        return bytes
    }
}
