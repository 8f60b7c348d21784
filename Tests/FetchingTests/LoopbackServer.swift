import Dispatch

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A server on 127.0.0.1 that answers each of a few connections with the same bytes.
final class LoopbackServer: Sendable {
    let address: String
    private let socket: Int32

    struct NoSocket: Error {}

    init(_ answer: String, repeating: String = "", times: Int = 0, path: String = "/t.csv") throws {
        #if canImport(Glibc)
        let stream = Int32(SOCK_STREAM.rawValue)
        #else
        let stream = SOCK_STREAM
        #endif
        let listener = makeSocket(AF_INET, stream, 0)
        socket = listener
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard listener >= 0, isBound else { throw NoSocket() }
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))\(path)"
        DispatchQueue.global().async {
            defer { close(listener) }
            for _ in 0..<8 {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                var request = [UInt8](repeating: 0, count: 4096)
                _ = recv(client, &request, request.count, 0)
                LoopbackServer.send(client, answer)
                for _ in 0..<times where !LoopbackServer.send(client, repeating) { break }
                // A server that says nothing keeps the line open for a while.
                if answer.isEmpty { usleep(2_500_000) }
                close(client)
            }
        }
    }

    /// The thread that answers closes the socket: its number may be another's as soon as it is closed.
    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    @discardableResult
    private static func send(_ client: Int32, _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        #if canImport(Glibc)
        let flags = Int32(MSG_NOSIGNAL)
        #else
        let flags: Int32 = 0
        #endif
        return bytes.isEmpty || sendBytes(client, bytes, bytes.count, flags) == bytes.count
    }
}

/// Calls of the system that names above hide.
private func makeSocket(_ family: Int32, _ type: Int32, _ protocol: Int32) -> Int32 { socket(family, type, `protocol`) }
private func sendBytes(_ client: Int32, _ bytes: [UInt8], _ count: Int, _ flags: Int32) -> Int {
    send(client, bytes, count, flags)
}

/// A folder that goes away with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/dossier-fetching-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw LoopbackServer.NoSocket() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in ["Data/fetched/t.csv", "Data/fetched/lock.json"] { unlink("\(path)/\(name)") }
        for name in ["/Data/fetched", "/Data", ""] { rmdir(path + name) }
    }

    func write(_ name: String, _ text: String) throws {
        guard let file = fopen("\(path)/\(name)", "w") else { throw LoopbackServer.NoSocket() }
        fputs(text, file)
        fclose(file)
    }
}
