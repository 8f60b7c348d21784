import Documents
import Tables

/// A page with every report of a run and a search over them. It needs no other file and no network; without scripts it
/// is a list.
enum ReportIndex {
    static func html(_ entries: [ManifestEntry]) -> String {
        let built = entries.filter(\.isBuilt)
        let failed = entries.filter { !$0.isBuilt }
        let languages = Set(built.map(\.language)).filter { !$0.isEmpty }.sorted()
        var page = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            script-src 'unsafe-inline'">
            <title>\(built.count) reports</title>
            <style>\(style)</style>
            </head>
            <body>
            <main>
            <h1>\(built.count) reports</h1>
            <form role="search" onsubmit="return false">
            <label for="words">Search in titles and values</label>
            <input id="words" type="search" autocomplete="off">
            \(languages.count > 1 ? choice(of: languages) : "")
            </form>
            <p id="count" role="status"></p>
            <ul id="reports">

            """
        for entry in built { page += item(entry) }
        page += "</ul>\n"
        if !failed.isEmpty {
            page += "<h2>\(failed.count) rows failed</h2>\n<ul>\n"
            for entry in failed {
                page +=
                    "<li>Row \(entry.row): <pre>\(XMLText.escaped(entry.errors.joined(separator: "\n")))</pre></li>\n"
            }
            page += "</ul>\n"
        }
        return page + "</main>\n<script>\(script)</script>\n</body>\n</html>\n"
    }

    private static func choice(of languages: [String]) -> String {
        let options = languages.map { "<option value=\"\(XMLText.escaped($0))\">\(XMLText.escaped($0))</option>" }
        return """
            <label for="language">Language</label>
            <select id="language"><option value="">all</option>\(options.joined())</select>
            """
    }

    private static func item(_ entry: ManifestEntry) -> String {
        let title = XMLText.escaped(entry.title.isEmpty ? entry.name : entry.title)
        let language = entry.language.isEmpty ? "" : " lang=\"\(XMLText.escaped(entry.language))\""
        // Pages and figures by themselves are many; the list leads to what stands for the whole report.
        let whole = entry.outputs.filter { !$0.path.hasPrefix("pages/") && !$0.path.contains("-figures/") }
        let shown = whole.isEmpty ? Array(entry.outputs.prefix(1)) : whole
        var links = ""
        for (index, output) in shown.enumerated() {
            let ending = output.path.split(separator: ".").last.map { $0.uppercased() } ?? ""
            let text = index == 0 ? title : XMLText.escaped(ending)
            links += "<a href=\"\(address(output.path))\">\(text)</a> "
            if index == 0 { links += "<small>\(XMLText.escaped(ending)), \(size(output.bytes))</small> " }
        }
        let values = (entry.parameters.object ?? []).filter { $0.value.array == nil }.map(\.value.asText)
        let words = XMLText.escaped(([entry.name] + values).joined(separator: " "))
        return
            "<li data-language=\"\(XMLText.escaped(entry.language))\" "
            + "data-words=\"\(words)\"\(language)>\(links)</li>\n"
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1_000_000 ? "\(Double(bytes / 100_000) / 10) MB" : "\(max(1, bytes / 1000)) kB"
    }

    /// A path as an address (RFC 3986).
    private static func address(_ path: String) -> String {
        var result = path.hasPrefix("/") ? "" : "./"
        for byte in path.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~/".utf8.contains(byte)
            if isPlain {
                result.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    private static let style = """
        :root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0}\
        main{max-width:60rem;margin:auto;padding:1rem}h1{font-size:1.6rem}\
        form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center}\
        input,select{font:inherit;padding:.3rem .5rem}input{flex:1 1 12rem;min-width:0}\
        #reports{list-style:none;padding:0;columns:18rem;column-gap:2rem}\
        #reports li{break-inside:avoid;padding:.15rem 0;overflow-wrap:anywhere}small{opacity:.75}\
        pre{white-space:pre-wrap;font-size:.85rem}
        """

    /// Shows what has every word of the search, in any order, whatever its capitals and accents.
    private static let script = """
        const plain=t=>t.normalize("NFKD").replace(/\\p{M}/gu,"").toLowerCase();\
        const items=[...document.querySelectorAll("#reports li")].map(e=>({e,language:e.dataset.language,\
        text:plain(e.textContent+" "+e.dataset.words)}));\
        const words=document.getElementById("words"),language=document.getElementById("language"),\
        count=document.getElementById("count");\
        function show(){const wanted=plain(words.value).split(/\\s+/).filter(Boolean);let n=0;\
        for(const i of items){const shown=(!language||!language.value||i.language===language.value)\
        &&wanted.every(w=>i.text.includes(w));i.e.hidden=!shown;if(shown)n++}\
        count.textContent=n+" of "+items.length+" shown"}\
        words.addEventListener("input",show);if(language)language.addEventListener("change",show);show();
        """
}
