import Files

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Looks at folders from a thread of its own, and writes into a pipe when a file in them has changed.
///
/// It rests twenty times as long as it looks: tens of thousands of files cost a twentieth of a core.
final class FolderWatch: @unchecked Sendable {
    /// Can be read from once something has changed.
    let descriptor: Int32
    private let writer: Int32
    private let folders: [String]
    private var hasChanged = false

    init(_ folders: [String]) {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (descriptor, writer) = (ends[0], ends[1])
        self.folders = folders
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        _ = fcntl(writer, F_SETFL, O_NONBLOCK)
        // Taken before the first build begins: what changes during it is seen.
        let start = FileStamp(folders: folders)
        #if canImport(Darwin)
        var thread: pthread_t?
        #else
        var thread = pthread_t()
        #endif
        pthread_create(
            &thread, nil,
            { argument in
                #if canImport(Darwin)
                let order = Unmanaged<Order>.fromOpaque(argument).takeRetainedValue()
                #else
                guard let argument else { return nil }
                let order = Unmanaged<Order>.fromOpaque(argument).takeRetainedValue()
                #endif
                order.watch.look(from: order.stamp)
                return nil
            }, Unmanaged.passRetained(Order(self, start)).toOpaque())
    }

    private final class Order {
        let watch: FolderWatch
        let stamp: FileStamp

        init(_ watch: FolderWatch, _ stamp: FileStamp) {
            self.watch = watch
            self.stamp = stamp
        }
    }

    private func look(from start: FileStamp) {
        var stamp = start
        var rest: UInt32 = 200_000
        while true {
            usleep(rest)
            rest = lookOnce(&stamp)
        }
    }

    /// Tells of a change since the stamp, and says how long to rest, in microseconds.
    ///
    /// Not inlined: the optimiser does not come to an end over the loop that it would be inlined into.
    @inline(never)
    private func lookOnce(_ stamp: inout FileStamp) -> UInt32 {
        let began = FolderWatch.now()
        let now = FileStamp(folders: folders)
        if now != stamp {
            stamp = now
            _ = write(writer, "x", 1)
        }
        return UInt32(clamping: max(200_000, 20 * (FolderWatch.now() - began)))
    }

    /// Microseconds by a clock that nobody sets.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }

    /// Empties the pipe.
    func acknowledge() {
        var buffer = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &buffer, buffer.count) > 0 { hasChanged = true }
    }

    /// Whether anything has changed since this was asked last.
    func takeChange() -> Bool {
        defer { hasChanged = false }
        return hasChanged
    }
}
