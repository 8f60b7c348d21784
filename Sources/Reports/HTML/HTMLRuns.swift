import SceneGraph

/// Styled runs as HTML phrases. The runs are those that pages are set from, so that words, numbers and notes are the
/// same on paper and on screen.
struct HTMLRuns {
    private static let mark = "#fact:"

    /// Stands for where a fact leads until all notes are numbered.
    static func address(of fact: String) -> String { mark + HTMLText.escape(fact) }

    /// The page with the facts' addresses.
    static func settled(_ html: String, _ places: FactPlaces) -> String {
        var result = ""
        var rest = html[...]
        let mark = "href=\"" + mark
        while let range = rest.firstRange(of: mark), let end = rest[range.upperBound...].firstIndex(of: "\"") {
            result += rest[..<range.lowerBound]
            result += "href=\"#" + places.place(of: String(rest[range.upperBound..<end]))
            rest = rest[end...]
        }
        return result + rest
    }

    let words: ReportWords

    init(words: ReportWords) { self.words = words }

    /// Notes that have been called for: the first call is what the note leads back to.
    private(set) var calledNotes: Set<String> = []

    mutating func html(_ runs: [StyledRun], plainWeight: Int = 400) -> String {
        runs.map { html($0, plainWeight: plainWeight) }.joined()
    }

    private mutating func html(_ run: StyledRun, plainWeight: Int) -> String {
        var text = HTMLText.escape(run.text).replacing("\n", with: "<br>")
        if run.style.rise > 0 {
            // The space that parts two marks in print is the style's matter here.
            let mark = HTMLText.escape(run.text.filter(\.isNumber))
            guard case .destination(let name)? = run.style.target else { return "<sup>\(text)</sup>" }
            let id = calledNotes.insert(name).inserted ? " id=\"call-\(HTMLText.escape(name))\"" : ""
            return
                "<sup><a\(id) href=\"#\(HTMLText.escape(name))\" role=\"doc-noteref\" "
                + "aria-label=\"\(HTMLText.escape(words.page.note)) \(mark)\">\(mark)</a></sup>"
        }
        if run.style.rise < 0 { text = "<sub>\(text)</sub>" }
        if let expansion = run.style.expansion { text = "<abbr title=\"\(HTMLText.escape(expansion))\">\(text)</abbr>" }
        if run.style.font.family == "Liberation Mono" { text = "<code>\(text)</code>" }
        if run.style.font.italic { text = "<em>\(text)</em>" }
        if run.style.font.weight >= 600, plainWeight < 600 { text = "<strong>\(text)</strong>" }
        if run.style.isStruck { text = "<del>\(text)</del>" }
        if !run.style.facts.isEmpty {
            let ids = HTMLText.escape(run.style.facts.joined(separator: " "))
            if run.style.target == nil, let first = run.style.facts.first {
                return "<a class=\"fact\" data-facts=\"\(ids)\" href=\"\(HTMLRuns.address(of: first))\">\(text)</a>"
            }
            text = "<span class=\"fact\" data-facts=\"\(ids)\">\(text)</span>"
        }
        switch run.style.target {
        case .destination(let name): return "<a href=\"#\(HTMLText.escape(name))\">\(text)</a>"
        case .address(let address): return "<a href=\"\(HTMLText.escape(address))\" rel=\"noopener\">\(text)</a>"
        case nil: return text
        }
    }
}
