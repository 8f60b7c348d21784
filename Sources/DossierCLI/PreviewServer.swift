import Dossier
import FlyingFox
import Foundation

/// Shows a preview on loopback: a frame around the page that asks for news and loads the page again when there are any.
///
/// The page itself is what `dossier build --format html` writes; the script is the frame's.
actor PreviewServer {
    private var preview: Preview
    private let port: UInt16

    init(_ preview: Preview, port: UInt16) {
        self.preview = preview
        self.port = port
    }

    func show(_ preview: Preview) { self.preview = preview }

    func run() async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
        await server.appendRoute("GET /*") { [self] request in await answer(request) }
        try await server.run()
    }

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        // Another site's name that leads here must not read what is being written.
        let host = request.headers[HTTPHeader("Host")] ?? ""
        guard ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host) else {
            return response("text/plain", "this server answers on loopback only\n", status: .forbidden)
        }
        switch request.path {
        case "/": return response("text/html", PreviewServer.frame)
        case "/page":
            return response("text/html", preview.page ?? "<!DOCTYPE html><title>Nothing yet</title><p>Nothing could be built yet.")
        case "/state":
            let state: [String: Any] = [
                "version": preview.version, "problems": preview.problems, "hasErrors": preview.hasErrors,
            ]
            let data = (try? JSONSerialization.data(withJSONObject: state, options: .sortedKeys)) ?? Data()
            return response("application/json", String(decoding: data, as: UTF8.self))
        default: return response("text/plain", "nothing is here\n", status: .notFound)
        }
    }

    private func response(_ type: String, _ text: String, status: HTTPStatusCode = .ok) -> HTTPResponse {
        HTTPResponse(
            statusCode: status,
            headers: [
                .contentType: "\(type); charset=utf-8", HTTPHeader("Cache-Control"): "no-store",
                HTTPHeader("X-Content-Type-Options"): "nosniff",
            ], body: Data(text.utf8))
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
