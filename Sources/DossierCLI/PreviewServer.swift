import Documents
import Dossier

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Shows a preview on loopback to any number of clients at once, none of which can hold up another: one loop waits for
/// all of them, takes what each sends and gives what each takes.
///
/// The page itself is what `dossier build --format html` writes; the script is the frame's. Three addresses need no
/// HTTP library: those at hand bring Foundation's networking, which every start of the command would then load.
final class PreviewServer {
    private let listener: Int32
    /// The one that was given, or that was free.
    let port: UInt16
    private var clients: [PreviewClient] = []

    /// More wait until one of them is done.
    private static let mostClients = 500

    /// - Throws: a diagnostic where the port is taken.
    init(port: UInt16) throws(Diagnostic) {
        #if canImport(Glibc)
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        // A browser that goes away in the middle of an answer must not end the command.
        signal(SIGPIPE, SIG_IGN)
        _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
        _ = fcntl(listener, F_SETFL, O_NONBLOCK)
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let found = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 1024) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        self.port = UInt16(bigEndian: address.sin_port)
        guard listener >= 0, found else {
            throw Diagnostic(
                "cannot serve on port \(port): \(String(cString: strerror(errno)))", cause: .cannotWrite,
                advice: "choose another with --port")
        }
    }

    /// Waits until there is something to do, at most a second, and does it.
    ///
    /// - Parameter others: descriptors to wait for besides; those below 0 are passed over.
    /// - Returns: those of the others that can be read from.
    func serve(_ preview: Preview, beside others: [Int32]) -> Set<Int32> {
        let listens = clients.count < PreviewServer.mostClients
        var waiting = others.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        waiting.append(pollfd(fd: listens ? listener : -1, events: Int16(POLLIN), revents: 0))
        waiting += clients.map(\.waiting)
        guard poll(&waiting, nfds_t(waiting.count), 1000) >= 0 else { return [] }
        for (index, place) in waiting.dropFirst(others.count + 1).enumerated() where place.revents != 0 {
            clients[index].proceed { PreviewPages(port: self.port).answer($0, preview) }
        }
        let now = PreviewClient.now()
        for client in clients where client.isDone || now > client.deadline { close(client.descriptor) }
        clients.removeAll { $0.isDone || now > $0.deadline }
        if waiting[others.count].revents != 0 { acceptAll() }
        return Set(waiting.prefix(others.count).filter { $0.revents != 0 }.map(\.fd))
    }

    private func acceptAll() {
        while clients.count < PreviewServer.mostClients {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            _ = fcntl(connection, F_SETFL, O_NONBLOCK)
            clients.append(PreviewClient(connection))
        }
    }
}

/// One connection: what it has sent of its request, or what it has still to take of the answer.
struct PreviewClient {
    let descriptor: Int32
    /// Seconds of a clock that nobody sets; whoever is not done by then is let go.
    private(set) var deadline: Int
    private(set) var isDone = false
    private var request: [UInt8] = []
    private var answer: [UInt8] = []
    private var sent = 0

    private static let patience = 15
    private static let longestRequest = 16_384

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        deadline = PreviewClient.now() + PreviewClient.patience
    }

    static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec
    }

    var waiting: pollfd {
        pollfd(fd: descriptor, events: Int16(answer.isEmpty ? POLLIN : POLLOUT), revents: 0)
    }

    /// As far as goes without waiting.
    mutating func proceed(_ respond: ([Substring]) -> [UInt8]) {
        if answer.isEmpty { receive(respond) }
        while sent < answer.count {
            let count = answer.withUnsafeBytes { bytes in
                send(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, 0)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return }
            guard count > 0 else { break }
            sent += count
            // Whoever takes something is there.
            deadline = PreviewClient.now() + PreviewClient.patience
        }
        if !answer.isEmpty { isDone = true }
    }

    private mutating func receive(_ respond: ([Substring]) -> [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count < 0, errno == EINTR || errno == EAGAIN { return }
        guard count > 0, request.count + count <= PreviewClient.longestRequest else {
            isDone = true
            return
        }
        request += buffer[..<count]
        let text = String(decoding: request, as: UTF8.self)
        // The lines before the first empty one.
        if let end = text.firstRange(of: "\r\n\r\n") {
            answer = respond(text[..<end.lowerBound].split(separator: "\r\n"))
        }
    }
}
