import Documents
import Dossier

#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One build of a preview, in a process of its own: a figure that ends it does not end the watching.
///
/// The process, `dossier watch --once`, writes a line with whether there were errors and how many bytes the problems
/// and the page have, then both.
final class PreviewBuild {
    /// What the process writes; can be read from as it comes.
    let descriptor: Int32
    private let process: pid_t
    private let file: String
    private var bytes: [UInt8] = []

    typealias Outcome = (page: String?, problems: String, hasErrors: Bool)

    init(of file: String, theme: String?) throws(Diagnostic) {
        self.file = file
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw Diagnostic("no pipe: \(String(cString: strerror(errno)))", cause: .cannotWrite, file: file)
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        descriptor = ends[0]
        #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        #else
        var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        var words = ["dossier", "watch", "--once", file]
        if let theme { words += ["--theme", theme] }
        for limit in Limit.allCases where limit.value != limit.standard {
            words += ["--limit", "\(limit.rawValue)=\(limit.value)"]
        }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { (word: String) in strdup(word) } + [nil]
        var child: pid_t = 0
        let failure = posix_spawn(&child, PreviewBuild.program, &actions, nil, &arguments, environ)
        for argument in arguments { free(argument) }
        close(ends[1])
        process = child
        guard failure == 0 else {
            close(descriptor)
            throw Diagnostic(
                "cannot be built: \(String(cString: strerror(failure)))", cause: .cannotWrite, file: file)
        }
    }

    deinit { close(descriptor) }

    /// The file of this program, wherever it was started from.
    private static var program: String {
        #if canImport(Darwin)
        var size = UInt32(PATH_MAX)
        var path = [CChar](repeating: 0, count: Int(size))
        return _NSGetExecutablePath(&path, &size) == 0 ? String(cString: path) : CommandLine.arguments[0]
        #else
        return "/proc/self/exe"
        #endif
    }

    func stop() {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    /// Takes what is there; nil until the process has ended.
    func read() -> Outcome? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = readBytes(descriptor, &buffer)
            if count > 0 {
                bytes += buffer[..<count]
            } else if count < 0, errno == EINTR {
                continue
            } else if count < 0, errno == EAGAIN {
                return nil
            } else {
                break
            }
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return outcome ?? (nil, failure(status), true)
    }

    private var outcome: Outcome? {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        let numbers = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 3, bytes.count == end + 1 + numbers[1] + max(0, numbers[2]) else { return nil }
        let middle = end + 1 + numbers[1]
        let page = numbers[2] < 0 ? nil : String(decoding: bytes[middle...], as: UTF8.self)
        return (page, String(decoding: bytes[(end + 1)..<middle], as: UTF8.self), numbers[0] != 0)
    }

    private func failure(_ status: Int32) -> String {
        let signal = status & 0x7F
        return Diagnostic(
            "the build ended without a result" + (signal != 0 ? ", by signal \(signal)" : ""), cause: .internalError,
            file: file, advice: "this is a fault of ours: please report it with the report's files"
        ).description
    }

    /// The other side: builds, and writes what came of it to standard output.
    static func write(_ file: String, theme: String?) {
        var preview = Preview()
        preview.build(file, theme: theme)
        let page = preview.page ?? ""
        print(
            preview.hasErrors ? 1 : 0, preview.problems.utf8.count, preview.page == nil ? -1 : page.utf8.count,
            separator: " ")
        print(preview.problems, terminator: "")
        print(page, terminator: "")
    }
}

/// The system's `read`, which the method of that name hides.
private func readBytes(_ file: Int32, _ buffer: inout [UInt8]) -> Int { read(file, &buffer, buffer.count) }
