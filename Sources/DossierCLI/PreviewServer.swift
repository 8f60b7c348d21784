import Dossier

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Shows a preview on loopback: a frame around the page that asks for news and loads the page again when there are any.
///
/// The page itself is what `dossier build --format html` writes; the script is the frame's. One connection at a time
/// and four addresses need no HTTP library: those at hand bring Foundation's networking, which every start of the
/// command would then load.
struct PreviewServer {
    private let listener: Int32
    private let port: UInt16

    /// - Throws: a diagnostic where the port is taken.
    init(port: UInt16) throws(Diagnostic) {
        self.port = port
        #if canImport(Glibc)
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        // A browser that goes away in the middle of an answer must not end the command.
        signal(SIGPIPE, SIG_IGN)
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard listener >= 0, bound == 0, listen(listener, 16) == 0 else {
            throw Diagnostic(
                "cannot serve on port \(port): \(String(cString: strerror(errno)))", cause: .cannotWrite,
                advice: "choose another with --port")
        }
    }

    /// Answers whoever asks within the time.
    func serve(_ preview: Preview, milliseconds: Int32) {
        var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, milliseconds) > 0 else { return }
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        defer { close(connection) }
        // Whoever does not ask in time is not waited for.
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard let request = head(of: connection) else { return }
        let bytes = Array(answer(request, preview).utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(connection, $0.baseAddress.map { $0 + sent }, bytes.count - sent, 0)
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// The lines before the first empty one.
    private func head(of connection: Int32) -> [Substring]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < 65_536 {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.firstRange(of: "\r\n\r\n") {
                return text[..<end.lowerBound].split(separator: "\r\n")
            }
        }
        return nil
    }

    private func answer(_ request: [Substring], _ preview: Preview) -> String {
        let host = request.first { $0.lowercased().hasPrefix("host:") }?.dropFirst(5).drop { $0 == " " } ?? ""
        // Another site's name that leads here must not read what is being written.
        guard ["127.0.0.1:\(port)", "localhost:\(port)"].contains(String(host)) else {
            return response("text/plain", "this server answers on loopback only\n", status: "403 Forbidden")
        }
        let words = request.first?.split(separator: " ") ?? []
        guard words.count == 3, words[0] == "GET" else {
            return response("text/plain", "only GET is answered\n", status: "405 Method Not Allowed")
        }
        switch words[1] {
        case "/": return response("text/html", PreviewServer.frame)
        case "/page":
            let nothing = "<!DOCTYPE html><title>Nothing yet</title><p>Nothing could be built yet."
            return response("text/html", preview.page ?? nothing)
        case "/state":
            let state = DocumentObject([
                member("version", .number(Double(preview.version))), member("problems", .string(preview.problems)),
                member("hasErrors", .boolean(preview.hasErrors)),
            ])
            return response("application/json", JSONWriter.text(of: DocumentNode(.object(state))))
        default: return response("text/plain", "nothing is here\n", status: "404 Not Found")
        }
    }

    private func member(_ key: String, _ value: DocumentNode.Value) -> DocumentObject.Member {
        DocumentObject.Member(key: key, keyLocation: SourceLocation(line: 1, column: 1), value: DocumentNode(value))
    }

    private func response(_ type: String, _ text: String, status: String = "200 OK") -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type); charset=utf-8\r\nContent-Length: \(text.utf8.count)\r\n"
            + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n" + text
    }

    private static let frame = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Dossier: preview</title>
        <style>
        html,body{margin:0;height:100%}
        body{display:flex;flex-direction:column}
        iframe{border:0;flex:1;width:100%}
        pre{margin:0;padding:1rem 1.25rem;max-height:45vh;overflow:auto;white-space:pre-wrap;font:13px/1.5 monospace;
        background:#fff4e0;color:#3a2a00;border-top:3px solid #b58400}
        pre.errors{background:#fdecec;color:#5a0f12;border-color:#b3282d}
        pre:empty{display:none}
        </style></head>
        <body>
        <iframe src="/page" title="The report"></iframe>
        <pre role="status" aria-live="polite"></pre>
        <script>
        let version = null;
        const frame = document.querySelector("iframe"), problems = document.querySelector("pre");
        async function ask() {
          try {
            const state = await (await fetch("/state")).json();
            if (state.version !== version) {
              if (version !== null && !state.hasErrors) frame.contentWindow.location.reload();
              version = state.version;
              problems.textContent = state.problems;
              problems.className = state.hasErrors ? "errors" : "";
            }
          } catch { problems.textContent = "dossier watch has ended"; problems.className = "errors"; }
          setTimeout(ask, 400);
        }
        ask();
        </script>
        </body></html>

        """
}
