import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Signals that ask the process to end while it writes: they wait until nothing half-done is left.
///
/// Only where the process would have ended by them: a host that handles them itself is left alone. Broken pipes and
/// files over the shell's limit are told as errors meanwhile, and do not end the process.
final class Interruption {
    private static let deferred = [SIGINT, SIGTERM, SIGHUP]
    private static let ignored = [SIGPIPE, SIGXFSZ]

    /// The signal that came; written by the handler, which may do nothing more.
    nonisolated(unsafe) private static let received: UnsafeMutablePointer<sig_atomic_t> = {
        let place = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)
        place.initialize(to: 0)
        return place
    }()
    nonisolated(unsafe) private static let lock: UnsafeMutablePointer<pthread_mutex_t> = {
        let place = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        pthread_mutex_init(place, nil)
        return place
    }()
    /// How many write at this moment, in threads of their own; under the lock, as what is restored by the last.
    nonisolated(unsafe) private static var writers = 0
    nonisolated(unsafe) private static var earlier: [(signal: Int32, action: sigaction)] = []

    init() {
        _ = Interruption.received
        pthread_mutex_lock(Interruption.lock)
        defer { pthread_mutex_unlock(Interruption.lock) }
        Interruption.writers += 1
        guard Interruption.writers == 1 else { return }
        for signal in Interruption.deferred { Interruption.install(signal, ignoring: false) }
        for signal in Interruption.ignored { Interruption.install(signal, ignoring: true) }
    }

    private static func install(_ signal: Int32, ignoring: Bool) {
        var old = sigaction()
        guard sigaction(signal, nil, &old) == 0, old.isDefault else { return }
        var new = sigaction()
        // Without SA_RESTART: a write that waits for a reader is interrupted.
        if ignoring { new.ignore() } else { new.handle { Interruption.received.pointee = sig_atomic_t($0) } }
        if sigaction(signal, &new, nil) == 0 { earlier.append((signal, old)) }
    }

    /// - Throws: where the process is to end.
    func check(_ path: String) throws(Diagnostic) {
        guard Interruption.received.pointee != 0 else { return }
        throw Diagnostic("not written: interrupted", cause: .cannotWrite, file: path)
    }

    /// Gives the signals back, and ends the process by the one that came.
    func end() {
        pthread_mutex_lock(Interruption.lock)
        Interruption.writers -= 1
        if Interruption.writers == 0 {
            for (signal, action) in Interruption.earlier {
                var action = action
                sigaction(signal, &action, nil)
            }
            Interruption.earlier = []
        }
        let isLast = Interruption.writers == 0
        pthread_mutex_unlock(Interruption.lock)
        let signal = Interruption.received.pointee
        if isLast, signal != 0 {
            Interruption.received.pointee = 0
            kill(getpid(), Int32(signal))
        }
    }
}

extension sigaction {
    #if canImport(Darwin)
    fileprivate var isDefault: Bool { __sigaction_u.__sa_handler == nil }
    fileprivate mutating func ignore() { __sigaction_u.__sa_handler = SIG_IGN }
    fileprivate mutating func handle(_ handler: @escaping @convention(c) (Int32) -> Void) {
        __sigaction_u.__sa_handler = handler
    }
    #else
    // The default handler is the null pointer.
    fileprivate var isDefault: Bool { __sigaction_handler.sa_handler == nil }
    fileprivate mutating func ignore() { __sigaction_handler.sa_handler = SIG_IGN }
    fileprivate mutating func handle(_ handler: @escaping @convention(c) (Int32) -> Void) {
        __sigaction_handler.sa_handler = handler
    }
    #endif
}
