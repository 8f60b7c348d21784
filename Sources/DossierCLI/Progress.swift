#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Shows on a terminal how long work takes, from its second second on; writes nothing into a pipe or a file.
///
/// The cursor goes back to the line's start each time, so that whatever is told next stands in its place.
final class Progress: @unchecked Sendable {
    private var lock = pthread_mutex_t()
    private var isDone = false
    private let start = Progress.now()
    private let what: String
    private var hasShown = false

    /// Nil where nobody looks.
    init?(_ what: String) {
        guard isatty(STDERR_FILENO) != 0, !CommandLine.arguments.contains("--quiet") else { return nil }
        self.what = String(what.split(separator: "/").last ?? "").prefix(40).filter { !$0.isNewline }
        pthread_mutex_init(&lock, nil)
        #if canImport(Darwin)
        var thread: pthread_t?
        #else
        var thread = pthread_t()
        #endif
        pthread_create(
            &thread, nil,
            { argument in
                #if canImport(Darwin)
                Unmanaged<Progress>.fromOpaque(argument).takeRetainedValue().show()
                #else
                if let argument { Unmanaged<Progress>.fromOpaque(argument).takeRetainedValue().show() }
                #endif
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        pthread_detach(thread)
    }

    deinit { pthread_mutex_destroy(&lock) }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec
    }

    private func show() {
        while true {
            usleep(250_000)
            pthread_mutex_lock(&lock)
            defer { pthread_mutex_unlock(&lock) }
            if isDone { return }
            let seconds = Progress.now() - start
            if seconds >= 1 {
                put("\r\u{1B}[K\(what)… \(seconds) s\r")
                hasShown = true
            }
        }
    }

    /// Takes the line away.
    func end() {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        isDone = true
        if hasShown { put("\r\u{1B}[K") }
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
