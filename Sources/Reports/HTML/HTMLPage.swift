import Calendar
import Documents
import Facts
import Figures
import Markdown
import SceneGraph
import Typography

extension Report {
    /// The report as one HTML page that needs no other file, no network and no script.
    ///
    /// - Parameters:
    ///   - laid: the report as it was set; its figures are shown as they are on paper, and narrower where there is less
    ///     room.
    ///   - svg: a figure's picture as an SVG element, by its name.
    ///   - fontFaces: style rules that bring the fonts of a page, whose body is given.
    public func html(
        of laid: LaidReport, in context: ReportContext, svg: (String, Scene) throws(Diagnostics) -> String,
        fontFaces: (String) -> String = { _ in "" }
    ) throws(Diagnostics) -> String {
        var page = HTMLPage(laid.resolved, context: context)
        let narrow = HTMLFigures.narrow(laid.resolved, context: context)
        for entry in laid.resolved.images where entry.isFigure {
            guard let drawn = laid.figures.first(where: { $0.address == entry.address })?.figure else { continue }
            page.drawings[entry.name] = try HTMLFigures.drawings(
                of: drawn, narrow: narrow[entry.address], name: entry.name, svg: svg)
        }
        return page.text(fontFaces: fontFaces)
    }
}

/// Writes the blocks of a report as HTML, with the notes, sources and facts that pages have.
package struct HTMLPage {
    let resolved: ResolvedReport
    let context: ReportContext
    /// By the name of the place that shows them.
    var drawings: [String: String] = [:]
    var phrases: HTMLRuns

    var words: ReportWords { resolved.words }
    private var matter: ReportMatter { resolved.report.matter }

    init(_ resolved: ResolvedReport, context: ReportContext) {
        self.resolved = resolved
        self.context = context
        phrases = HTMLRuns(words: resolved.words)
    }

    /// Data that no browser shows or runs.
    private var linkedData: String {
        guard !context.linkedData.isEmpty else { return "" }
        // Nothing in it may end the element.
        let text = context.linkedData.replacing("</", with: "<\\/").replacing("<!--", with: "<\\!--")
        return "<script type=\"application/ld+json\">\n\(text)</script>\n"
    }

    mutating func text(fontFaces: (String) -> String) -> String {
        let head = header()
        var body = ""
        for block in resolved.blocks { body += block.html(in: &self) }
        body += changes()
        let tail = notes() + sources() + facts()
        let title = matter.title.isEmpty ? "Briefing" : matter.title
        let page = """
            <!DOCTYPE html>
            <html lang="\(HTMLText.escape(matter.language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            img-src data:; font-src data:">
            <meta name="generator" content="Dossier">
            <title>\(HTMLText.escape(title))</title>
            \(linkedData)<style>
            \(fontFaces(head + body + tail + title))\(HTMLStyle.css(context.theme))</style>
            </head>
            <body>
            \(head)<main>
            \(body)\(tail)</main>
            </body>
            </html>

            """
        return HTMLRuns.settled(page, resolved.places)
    }

    private mutating func header() -> String {
        var html = "<header>\n"
        if let logo = resolved.logo {
            html +=
                "<img class=\"logo\" alt=\"\" "
                + "src=\"data:\(logo.mediaType);base64,\(Base64.text(of: logo.original))\">\n"
        }
        if !matter.title.isEmpty { html += "<h1>\(phrases.html(resolved.title))</h1>\n" }
        if !matter.subtitle.isEmpty { html += "<p class=\"subtitle\">\(phrases.html(resolved.subtitle))</p>\n" }
        var byline = [HTMLText.escape(matter.authors.joined(separator: ", "))]
        if !matter.date.isEmpty {
            let wording = (try? EDTFDate(parsing: matter.date))?.wording(.label, in: words.phrases) ?? matter.date
            byline.append("<time datetime=\"\(HTMLText.escape(matter.date))\">\(HTMLText.escape(wording))</time>")
        }
        let line = byline.filter { !$0.isEmpty }.joined(separator: " · ")
        if !line.isEmpty { html += "<p class=\"byline\">\(line)</p>\n" }
        html += keyFigures() + "</header>\n"
        let headings = resolved.headings.filter { $0.level <= 2 }
        if matter.hasContents ?? (headings.count > 1) {
            let title = HTMLText.escape(words.report.inThisReport)
            html += "<nav aria-label=\"\(HTMLText.escape(words.page.contents))\">\n<strong>\(title)</strong>\n<ol>\n"
            for heading in headings {
                html += "<li><a href=\"#\(HTMLText.escape(heading.name))\">\(HTMLText.escape(heading.title))</a></li>\n"
            }
            html += "</ol>\n</nav>\n"
        }
        return html
    }

    private mutating func keyFigures() -> String {
        guard !resolved.keyFigures.isEmpty else { return "" }
        var html = "<ul class=\"key-figures\">\n"
        for figure in resolved.keyFigures {
            let mark = phrases.html([figure.mark])
            let number = KeyNumber(figure.value)
            let unit = number.unit.isEmpty ? "" : " <span class=\"unit\">\(HTMLText.escape(number.unit))</span>"
            let id = HTMLText.escape(figure.fact.id)
            html +=
                "<li><span class=\"value\"><a class=\"fact\" data-facts=\"\(id)\" "
                + "href=\"\(HTMLRuns.address(of: figure.fact.id))\">"
                + "\(HTMLText.escape(number.number))\(unit)</a>\(mark)</span> \(phrases.html(figure.label))</li>\n"
        }
        return html + "</ul>\n"
    }

    // MARK: Figures

    /// `Figure 3` above the figure, and what the author says of it.
    mutating func caption(_ label: BlockLabel) -> String {
        "<figcaption><strong>\(HTMLText.escape(label.text))</strong> \(phrases.html(label.caption))</figcaption>\n"
    }

    func pictures(of entry: ReportImages.Entry) -> String { drawings[entry.name] ?? "" }

    // MARK: What the report writes itself

    private func changes() -> String {
        guard matter.changesSince != nil else { return "" }
        let sentences = context.changes.isEmpty ? [words.report.nothing] : context.changes
        return "<h2 id=\"what-changed\">\(HTMLText.escape(words.report.whatChanged))</h2>\n<ul>\n"
            + sentences.map { "<li>\(HTMLText.escape($0))</li>\n" }.joined() + "</ul>\n"
    }

    private mutating func notes() -> String {
        var items = ""
        for note in resolved.notes {
            let name = NoteRegister.destination(note.number)
            let back =
                phrases.calledNotes.contains(name)
                ? " <a href=\"#call-\(name)\" role=\"doc-backlink\" "
                    + "aria-label=\"\(HTMLText.escape(words.report.backToText))\">↩</a>"
                : ""
            items += "<li id=\"\(name)\">\(phrases.html(note.runs))\(back)</li>\n"
        }
        guard !items.isEmpty else { return "" }
        return
            "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 "
            + "id=\"notes\">\(HTMLText.escape(words.page.notes))</h2>\n<ol>\n\(items)</ol>\n</section>\n"
    }

    private mutating func sources() -> String {
        guard !resolved.sources.isEmpty else { return "" }
        var items = ""
        for source in resolved.sources {
            let runs = SourceWording.runs(
                of: source, words, facts: context.facts, style: ReportType(theme: context.theme).body)
            items += "<li id=\"\(HTMLText.escape(FactPlaces.source(source.id)))\">\(phrases.html(runs))</li>\n"
        }
        return
            "<section class=\"notes\" aria-labelledby=\"sources\">\n<h2 "
            + "id=\"sources\">\(HTMLText.escape(words.page.sources))</h2>\n<ul>\n\(items)</ul>\n</section>\n"
    }

    private func facts() -> String {
        let facts = resolved.listedFacts(context.facts)
        guard !facts.isEmpty else { return "" }
        var html =
            "<section aria-labelledby=\"all-facts\">\n<h2 "
            + "id=\"all-facts\">\(HTMLText.escape(words.report.allFacts))</h2>\n"
        for group in FactGroup.groups(of: facts, otherwise: words.report.others) { html += table(group) }
        return html + "</section>\n"
    }

    private func table(_ group: FactGroup) -> String {
        let places = resolved.places
        func link(_ text: String, _ target: Structure.Target?) -> String {
            guard case .destination(let name)? = target, !text.isEmpty else { return HTMLText.escape(text) }
            return "<a href=\"#\(HTMLText.escape(name))\">\(HTMLText.escape(text))</a>"
        }
        let rows = group.rows(words, language: matter.language)
        let hasValues = rows.contains { !$0.value.isEmpty }
        let hasDates = rows.contains { !$0.date.isEmpty }
        let heads =
            [words.report.fact] + (hasValues ? [words.report.value] : []) + (hasDates ? [words.report.date] : [])
        var html =
            "<div class=\"wide\" "
            + "tabindex=\"0\"><table>\n<caption>\(HTMLText.escape(group.title))</caption>\n<thead><tr>"
        for name in heads { html += "<th scope=\"col\">\(HTMLText.escape(name))</th>" }
        html += "</tr></thead>\n<tbody>\n"
        for row in rows {
            let id = HTMLText.escape(row.fact.id)
            html += "<tr id=\"\(HTMLText.escape(FactPlaces.row(row.fact.id)))\"><th scope=\"row\">"
            html += link(row.fact.title, places.back(from: row.fact) ?? places.outward(from: row.fact)) + "</th>"
            if hasValues { html += "<td data-facts=\"\(id)\">\(link(row.value, places.outward(from: row.fact)))</td>" }
            if hasDates { html += "<td>\(HTMLText.escape(row.date))</td>" }
            html += "</tr>\n"
        }
        return html + "</tbody>\n</table></div>\n"
    }
}
