#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Says so where the program itself fails, in place of the shell's bare `Illegal instruction`: status 70, and what to
/// do. Not where Swift's own backtraces are asked for.
enum CrashReport {
    private static let faults = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

    /// Written by the handler, which can make no text of its own.
    nonisolated(unsafe) private static var message = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)

    static func install() {
        guard getenv("SWIFT_BACKTRACE") == nil else { return }
        var memory = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
        let isBounded = memory.rlim_cur < 1 << 46
        let text =
            isBounded
            ? "dossier: error: out of memory: the shell allows \(memory.rlim_cur >> 20) MiB (ulimit -v)\n"
            : "dossier: error: the program failed; nothing was written\n    this is a fault of ours: please report it "
                + "with the command and its files\n"
        message = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
        _ = message.initialize(from: text.utf8)
        // An overflown stack has no room for a handler.
        let room = 1 << 16
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 16)
        stack.ss_size = room
        sigaltstack(&stack, nil)
        for fault in faults {
            var action = sigaction()
            #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = { _ in CrashReport.tellAndLeave() }
            #else
            action.__sigaction_handler.sa_handler = { _ in CrashReport.tellAndLeave() }
            #endif
            action.sa_flags = Int32(SA_ONSTACK)
            sigaction(fault, &action, nil)
        }
    }

    private static func tellAndLeave() {
        _ = write(STDERR_FILENO, message.baseAddress, message.count)
        _exit(70)
    }
}
