import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A program run to its end, with what it writes.
package struct ChildProcess {
    package var status: Int32
    package var output: [UInt8]
    package var errors: String
    /// It was ended, as it took longer than it might or wrote more than it might.
    package var wasStopped: Bool

    /// Runs a program, its standard input empty.
    ///
    /// - Parameters:
    ///   - path: where the program lies.
    ///   - seconds: how long it may take.
    ///   - mostBytes: how much it may write.
    package static func run(
        _ path: String, _ arguments: [String], environment: [String] = ["LC_ALL=C.UTF-8"], seconds: Double,
        mostBytes: Int
    ) throws(Diagnostic) -> ChildProcess {
        var out: [Int32] = [-1, -1], err: [Int32] = [-1, -1]
        guard pipe(&out) == 0, pipe(&err) == 0 else {
            throw Diagnostic("`\(path)` cannot be run: no pipe", cause: .internalError)
        }
        for end in out + err { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, out[1], 1)
        posix_spawn_file_actions_adddup2(&actions, err[1], 2)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for word in words + settings { free(word) } }
        var child: pid_t = 0
        let status = posix_spawn(&child, path, &actions, nil, &words, &settings)
        close(out[1])
        close(err[1])
        defer {
            close(out[0])
            close(err[0])
        }
        guard status == 0 else {
            throw Diagnostic("`\(path)` cannot be run: \(String(cString: strerror(status)))", cause: .missingPart)
        }
        return gather(child, out[0], err[0], seconds: seconds, mostBytes: mostBytes)
    }

    private static func gather(
        _ child: pid_t, _ out: Int32, _ err: Int32, seconds: Double, mostBytes: Int
    ) -> ChildProcess {
        let end = ContinuousClock.now + .seconds(seconds)
        var output: [UInt8] = [], errors: [UInt8] = []
        var wasStopped = false
        var waits = [
            pollfd(fd: out, events: Int16(POLLIN), revents: 0), pollfd(fd: err, events: Int16(POLLIN), revents: 0),
        ]
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while waits.contains(where: { $0.fd >= 0 }) {
            let left = ContinuousClock.now.duration(to: end).components.seconds
            if left < 0 || output.count > mostBytes || errors.count > 1 << 20 {
                wasStopped = true
                kill(child, SIGKILL)
                break
            }
            guard poll(&waits, 2, 200) > 0 else { continue }
            for index in waits.indices where waits[index].fd >= 0 && waits[index].revents != 0 {
                let got = read(waits[index].fd, &chunk, chunk.count)
                if got > 0 {
                    if index == 0 { output += chunk[..<got] } else { errors += chunk[..<got] }
                } else if got == 0 || errno != EINTR {
                    waits[index].fd = -1
                }
            }
        }
        var code: Int32 = 0
        while waitpid(child, &code, 0) < 0, errno == EINTR {}
        let exit = code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + (code & 0x7F)
        return ChildProcess(
            status: exit, output: output, errors: String(decoding: errors, as: UTF8.self), wasStopped: wasStopped)
    }

    /// Where a program lies: in a folder of `PATH`, or in the tools that `Scripts/setup-engines` keeps.
    package static func find(_ name: String) -> String? {
        func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        var folders = (setting("PATH") ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        if let cache = setting("XDG_CACHE_HOME") ?? setting("HOME").map({ $0 + "/.cache" }) {
            folders.append(cache + "/dossier/engines/bin")
        }
        return folders.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
    }
}
