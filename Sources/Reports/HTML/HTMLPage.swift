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
    ///   - laid: the report as it was set; its figures are shown as they are on paper.
    ///   - svg: a figure's picture as an SVG element, by its name.
    ///   - fontFaces: style rules that bring the fonts of a page, whose body is given.
    public func html(
        of laid: LaidReport, in context: ReportContext, svg: (String, Scene) throws(Diagnostics) -> String,
        fontFaces: (String) -> String = { _ in "" }
    ) throws(Diagnostics) -> String {
        var page = HTMLPage(self, laid: laid, context: context)
        for (address, figure) in laid.figures {
            for (index, scene) in figure.pages.enumerated() {
                let name = Report.figureName(address) + (index == 0 ? "" : "-\(index + 1)")
                page.pictures[address, default: ""] += try svg(name, scene)
            }
        }
        let text = page.text(fontFaces: fontFaces)
        try page.composer.inlines.problems.throwIfErrors()
        return text
    }
}

/// Writes the blocks of a report as HTML, with the notes, sources and facts that pages have.
struct HTMLPage {
    let report: Report
    let context: ReportContext
    var composer: ReportComposer
    var pictures: [String: String] = [:]
    private var phrases = HTMLRuns()
    private var seenHeading = false

    init(_ report: Report, laid: LaidReport, context: ReportContext) {
        self.context = context
        composer = ReportComposer(report, context: context, page: .a4)
        self.report = composer.report
        composer.figures = laid.figures
    }

    /// Data that no browser shows or runs.
    private var linkedData: String {
        guard !context.linkedData.isEmpty else { return "" }
        // Nothing in it may end the element.
        let text = context.linkedData.replacing("</", with: "<\\/").replacing("<!--", with: "<\\!--")
        return "<script type=\"application/ld+json\">\n\(text)</script>\n"
    }

    private var type: ReportType { composer.type }

    mutating func text(fontFaces: (String) -> String) -> String {
        let matter = report.matter
        let head = header()
        var body = ""
        for block in report.document.blocks { body += html(block) }
        // Facts that only figures tell stand in the table too.
        for figure in composer.figures { for fact in figure.figure.facts { composer.inlines.use(fact) } }
        body += changes()
        let tail = notes() + sources() + facts()
        let title = matter.title.isEmpty ? "Briefing" : matter.title
        let page = """
            <!DOCTYPE html>
            <html lang="\(HTMLText.escape(matter.language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
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
        return HTMLRuns.settled(page, composer.factPlaces)
    }

    private mutating func header() -> String {
        let matter = report.matter
        var html = "<header>\n"
        if !matter.title.isEmpty { html += "<h1>\(self.html(matter.titleLine, notesWanted: false))</h1>\n" }
        if !matter.subtitle.isEmpty {
            html += "<p class=\"subtitle\">\(self.html(matter.subtitleLine, notesWanted: false))</p>\n"
        }
        var byline = [HTMLText.escape(matter.authors.joined(separator: ", "))]
        if !matter.date.isEmpty {
            let wording = (try? EDTFDate(parsing: matter.date))?.wording ?? matter.date
            byline.append("<time datetime=\"\(HTMLText.escape(matter.date))\">\(HTMLText.escape(wording))</time>")
        }
        let line = byline.filter { !$0.isEmpty }.joined(separator: " · ")
        if !line.isEmpty { html += "<p class=\"byline\">\(line)</p>\n" }
        html += keyFigures() + "</header>\n"
        let headings = ReportHeading.all(in: report.document).filter { $0.level <= 2 }
        if headings.count > 1 {
            html += "<nav aria-label=\"Contents\">\n<strong>In this briefing</strong>\n<ol>\n"
            for heading in headings {
                html += "<li><a href=\"#\(HTMLText.escape(heading.name))\">\(HTMLText.escape(heading.title))</a></li>\n"
            }
            html += "</ol>\n</nav>\n"
        }
        return html
    }

    private mutating func keyFigures() -> String {
        guard !report.matter.keyFigures.isEmpty else { return "" }
        var html = "<ul class=\"key-figures\">\n"
        for figure in report.matter.keyFigures {
            guard let fact = context.facts[figure.fact] else { continue }
            composer.inlines.use(figure.fact)
            let value = fact.written(.label, language: report.matter.language)
            let mark = phrases.html([composer.inlines.noteMark(figure.fact, style: type.body, after: value)])
            html +=
                "<li><span class=\"value\"><a class=\"fact\" data-facts=\"\(HTMLText.escape(fact.id))\" href=\"\(HTMLRuns.address(of: fact.id))\">"
                + "\(HTMLText.escape(value))</a>\(mark)</span> \(self.html(figure.label, notesWanted: false))</li>\n"
        }
        return html + "</ul>\n"
    }

    // MARK: Blocks

    private mutating func html(_ inlines: [MarkdownInline], notesWanted: Bool = true) -> String {
        phrases.html(composer.inlines.runs(inlines, style: type.body, notesWanted: notesWanted))
    }

    private mutating func html(_ block: MarkdownBlock) -> String {
        switch block.content {
        case .paragraph(let inlines):
            let figures = Report.figures(in: inlines)
            if !figures.isEmpty {
                let row = figures.map { html($0.address, caption: $0.caption) }.joined()
                return figures.count == 1 ? row : "<div class=\"side-by-side\">\n\(row)</div>\n"
            }
            return "<p\(seenHeading ? "" : " class=\"lead\"")>\(html(inlines))</p>\n"
        case .heading(let level, let inlines):
            seenHeading = true
            // The title is the page's one `h1`.
            let tag = "h\(max(2, min(6, level)))"
            let name = ReportHeading.name(of: inlines.map(\.plainText).joined())
            return "<\(tag) id=\"\(HTMLText.escape(name))\">\(html(inlines, notesWanted: false))</\(tag)>\n"
        case .list(let list):
            let tag = list.start == nil ? "ul" : "ol"
            let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
            var html = "<\(tag)\(start)>\n"
            for item in list.items {
                html += "<li>"
                for block in item {
                    if list.isTight, case .paragraph(let inlines) = block.content, Report.figure(in: inlines) == nil {
                        html += self.html(inlines)
                    } else {
                        html += self.html(block)
                    }
                }
                html += "</li>\n"
            }
            return html + "</\(tag)>\n"
        case .blockQuote(let blocks):
            if let callOut = CallOut(blocks) {
                return "<aside class=\"call-out\" aria-label=\"\(callOut.label)\">\n<strong>\(callOut.label)</strong>\n"
                    + callOut.blocks.map { html($0) }.joined() + "</aside>\n"
            }
            return "<blockquote>\n\(blocks.map { html($0) }.joined())</blockquote>\n"
        case .code(let text, _), .html(let text): return "<pre><code>\(HTMLText.escape(text))</code></pre>\n"
        case .thematicBreak: return "<hr>\n"
        case .table(let table): return html(table)
        }
    }

    private mutating func html(_ address: String, caption: [MarkdownInline]) -> String {
        let name = Report.figureName(address)
        let number = composer.figureNumbers[address].map { "Figure \($0)" } ?? "Figure"
        let words = html(caption)
        return """
            <figure id="figure-\(HTMLText.escape(name))">
            \(pictures[address] ?? "")<figcaption><strong>\(number)</strong> \(words)</figcaption>
            </figure>

            """
    }

    private mutating func html(_ table: MarkdownTable) -> String {
        func attribute(_ column: Int) -> String {
            guard column < table.alignments.count else { return "" }
            return switch table.alignments[column] {
            case .left: ""
            case .center: " class=\"center\""
            case .right: " class=\"right\""
            }
        }
        var html = "<div class=\"wide\"><table>\n<thead><tr>"
        for (column, cell) in table.header.cells.enumerated() {
            html += "<th scope=\"col\"\(attribute(column))>\(self.html(cell))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        for row in table.rows {
            html += "<tr>"
            for (column, cell) in row.cells.enumerated() { html += "<td\(attribute(column))>\(self.html(cell))</td>" }
            html += "</tr>\n"
        }
        return html + "</tbody>\n</table></div>\n"
    }

    // MARK: What the report writes itself

    private func changes() -> String {
        guard report.matter.changesSince != nil else { return "" }
        let sentences = context.changes.isEmpty ? ["Nothing."] : context.changes
        return "<h2 id=\"what-changed\">What changed</h2>\n<ul>\n"
            + sentences.map { "<li>\(HTMLText.escape($0))</li>\n" }.joined() + "</ul>\n"
    }

    private mutating func notes() -> String {
        var items = ""
        var index = 0
        while let runs = composer.noteRuns(at: index) {
            let name = NoteRegister.destination(index + 1)
            let back =
                phrases.calledNotes.contains(name)
                ? " <a href=\"#call-\(name)\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a>" : ""
            items += "<li id=\"\(name)\">\(phrases.html(runs))\(back)</li>\n"
            index += 1
        }
        guard !items.isEmpty else { return "" }
        return
            "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes</h2>\n<ol>\n\(items)</ol>\n</section>\n"
    }

    private mutating func sources() -> String {
        let sources = composer.usedSources
        guard !sources.isEmpty else { return "" }
        var items = ""
        for source in sources {
            var style = type.small
            if let address = source.urlMain { style.target = .address(address) }
            let runs = [StyledRun(text: source.citation, style: style)] + composer.lineage(of: source)
            items += "<li id=\"\(HTMLText.escape(FactPlaces.source(source.id)))\">\(phrases.html(runs))</li>\n"
        }
        return
            "<section class=\"notes\" aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n<ul>\n\(items)</ul>\n</section>\n"
    }

    private func facts() -> String {
        let facts = composer.inlines.usedFacts.compactMap { context.facts[$0] }
        guard !facts.isEmpty else { return "" }
        var html = "<section aria-labelledby=\"all-facts\">\n<h2 id=\"all-facts\">All facts</h2>\n"
        let places = composer.factPlaces
        func link(_ text: String, _ target: Structure.Target?) -> String {
            guard case .destination(let name)? = target else { return HTMLText.escape(text) }
            return "<a href=\"#\(HTMLText.escape(name))\">\(HTMLText.escape(text))</a>"
        }
        for group in composer.groups(of: facts) {
            html += "<div class=\"wide\"><table>\n<caption>\(HTMLText.escape(group.title))</caption>\n<thead><tr>"
            for name in ["Fact", "Value", "Date"] { html += "<th scope=\"col\">\(name)</th>" }
            html += "</tr></thead>\n<tbody>\n"
            for fact in group.facts {
                let value =
                    fact.value == nil ? fact.status.printed ?? "–" : fact.told(.full, language: report.matter.language)
                html +=
                    "<tr id=\"\(HTMLText.escape(FactPlaces.row(fact.id)))\"><th scope=\"row\">\(link(fact.title, places.back(from: fact)))</th>"
                    + "<td data-facts=\"\(HTMLText.escape(fact.id))\">\(link(value, places.outward(from: fact)))</td>"
                    + "<td>\(HTMLText.escape(fact.date.wording(.label)))</td></tr>\n"
            }
            html += "</tbody>\n</table></div>\n"
        }
        return html + "</section>\n"
    }
}
