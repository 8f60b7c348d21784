import Calendar
import Facts
import Typography

/// What the list of sources says of one: who, what, where it can be read, when it was opened there.
enum SourceWording {
    static func runs(of source: Source, _ words: ReportWords, facts: FactBase, style: TextStyle) -> [StyledRun] {
        var linked = style
        if let address = source.urlMain { linked.target = .address(address) }
        var runs = [StyledRun(text: source.citation, style: linked)]
        func add(_ text: String) { runs.append(StyledRun(text: " " + text, style: style)) }
        if let address = source.urlMain, !source.citation.contains(bare(address)) {
            runs += [StyledRun(text: " ", style: style), StyledRun(text: bare(address), style: linked)]
            runs.append(StyledRun(text: ".", style: style))
        }
        if let date = source.dateAccessed {
            add(words.fill(words.report.accessed, date.wording(.label, in: words.phrases)))
        }
        let origins = source.derivedFromSources.compactMap { facts.source($0)?.attribution }
        if !origins.isEmpty { add(words.fill(words.report.madeFrom, origins.joined(separator: "; "))) }
        if let archived = source.archived {
            var copy = style
            copy.target = .address(archived.url)
            runs += [
                StyledRun(text: " ", style: style), StyledRun(text: words.report.archivedCopy, style: copy),
                StyledRun(text: ".", style: style),
            ]
        }
        if let retired = source.retired { add(words.fill(words.report.retired, retired)) }
        return runs
    }

    /// As readers type it.
    private static func bare(_ address: String) -> String {
        var text = address[...]
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
        if text.hasSuffix("/") { text = text.dropLast() }
        return String(text)
    }
}
