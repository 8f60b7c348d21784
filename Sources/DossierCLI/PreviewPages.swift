import Documents
import Dossier

/// What a preview answers with: a frame around the page that asks for news and loads the page again when there are any.
/// Nothing else is served, no file of the report or the machine.
struct PreviewPages {
    let port: UInt16

    func answer(_ request: [Substring], _ preview: Preview) -> [UInt8] {
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
        case "/": return response("text/html", PreviewPages.frame, policy: PreviewPages.framePolicy)
        case "/page":
            let nothing = "<!DOCTYPE html><title>Nothing yet</title><p>Nothing could be built yet."
            return response("text/html", preview.page ?? nothing, policy: PreviewPages.pagePolicy)
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

    private func response(
        _ type: String, _ text: String, status: String = "200 OK", policy: String = "default-src 'none'"
    ) -> [UInt8] {
        let head =
            "HTTP/1.1 \(status)\r\nContent-Type: \(type); charset=utf-8\r\nContent-Length: \(text.utf8.count)\r\n"
            + "Content-Security-Policy: \(policy); base-uri 'none'; form-action 'none'\r\n"
            + "Referrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\n"
            + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
        return Array((head + text).utf8)
    }

    /// The page has no script and names nothing outside itself; a browser holds it to that.
    private static let pagePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'"

    private static let framePolicy =
        "default-src 'none'; style-src 'nonce-\(nonce)'; script-src 'nonce-\(nonce)'; connect-src 'self'; "
        + "frame-src 'self'; frame-ancestors 'none'"

    /// The frame's own script and style, and no other.
    private static let nonce = String(UInt64.random(in: 0 ... .max), radix: 36)

    private static let frame = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Dossier: preview</title>
        <style nonce="\(nonce)">
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
        <script nonce="\(nonce)">
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
