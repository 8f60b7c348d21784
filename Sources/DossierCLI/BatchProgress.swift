import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How far a run of many reports is, how fast it goes and how long it will take: one line of a terminal, and nothing
/// in a pipe.
final class BatchProgress: Sendable {
    private struct State {
        var isShown = false
        var last: ContinuousClock.Instant
        /// Reports that were built; kept ones say nothing of the rate.
        var built = 0
    }

    private let start = ContinuousClock.now
    private let state: Mutex<State>

    /// Nil where nobody looks.
    init?() {
        guard isatty(STDERR_FILENO) != 0 else { return nil }
        state = Mutex(State(last: start))
    }

    func show(count: Int, of total: Int, wasKept: Bool) {
        let now = ContinuousClock.now
        let text: String? = state.withLock { state in
            if !wasKept { state.built += 1 }
            guard state.last.duration(to: now) > .milliseconds(200) || count == total else { return nil }
            state.last = now
            state.isShown = true
            return BatchProgress.line(
                count: count, of: total, built: state.built, seconds: BatchProgress.seconds(start.duration(to: now)))
        }
        if let text { put("\r\u{1B}[K" + text + "\r") }
    }

    /// Takes the line away, before anything else is told.
    func clear() {
        let wasShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        if wasShown { put("\r\u{1B}[K") }
    }

    static func line(count: Int, of total: Int, built: Int, seconds: Double) -> String {
        let rate = seconds > 0 ? Double(built) / seconds : 0
        var line = "\(count) of \(total)"
        guard built > 0, rate > 0 else { return line }
        let shown = rate >= 10 ? "\(Int(rate.rounded()))" : "\((rate * 10).rounded() / 10)"
        line += ", \(shown) a second"
        let left = Int((Double(total - count) / rate).rounded(.up))
        if count < total {
            line +=
                left >= 3600
                ? ", \(left / 3600) h \(left % 3600 / 60) min left"
                : left >= 60 ? ", \(left / 60) min \(left % 60) s left" : ", \(left) s left"
        }
        return line
    }

    private static func seconds(_ duration: Duration) -> Double {
        let parts = duration.components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
