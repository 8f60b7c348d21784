import Documents

#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The three streams that every process has: here even where whoever started it closed them, and never full or closed
/// in silence.
enum StandardStreams {
    /// A closed one would be the next file that is opened, and be written into. In its place stands one that cannot be
    /// used either, so that what is written there is told.
    static func open() {
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
            // The lowest free number is the one that is missing.
            _ = openNothing()
        }
    }

    /// Leaves with the status, or with 73 where standard output took less than it was given.
    static func finish(status: Int32) -> Never {
        let isWhole = fflush(stdout) == 0 && ferror(stdout) == 0
        if !isWhole, status == 0 || status == 1 {
            let reason = errno == 0 ? "it is full or closed" : String(cString: strerror(errno))
            let problem = Diagnostic("cannot be written: \(reason)", cause: .cannotWrite, file: "standard output")
            tell(problem.description)
            _exit(problem.cause.exitStatus)
        }
        exit(status)
    }
}

extension StandardStreams {
    /// Whoever started this may have blocked the signals that end it, as a thread of a pool does: then nothing could.
    static func unblockSignals() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&signals, number) }
        sigprocmask(SIG_UNBLOCK, &signals, nil)
    }
}

/// The system's `open`, which the method of that name hides.
private func openNothing() -> Int32 { open("/dev/null", O_RDONLY) }
