import Documents
import Facts
import Figures
import SceneGraph
import Tables
import Testing
import Typography

@testable import Reports

/// What people put in reports, as pages, HTML and decks show it.
@Suite("Blocks")
struct BlockTests {
    private static let table = """
        Country,GDP (bn US$),Growth (%)
        Kazakhstan,261.4,5.1
        Kyrgyzstan,13.95,-1.25
        Tajikistan,12,8.3
        """

    private func context() -> ReportContext {
        var context = ReportContext(theme: .dossier, measurer: FixedWidthMeasurer(), facts: .empty) {
            (address, _) throws(Diagnostics) in
            throw Diagnostics([Diagnostic("`\(address)` cannot be read", cause: .noInput)])
        }
        context.picture = { (address) throws(Diagnostic) in
            guard address == "bridge.png" else { throw Diagnostic("`\(address)` cannot be read", cause: .noInput) }
            return ReportPicture(
                png: [0x89, 0x50], size: Size(400, 300), original: [0x89, 0x50], mediaType: "image/png")
        }
        context.table = { (address) throws(Diagnostics) in
            var reading = TableReading()
            reading.infersNumbers = false
            let file = TableFile(Array(BlockTests.table.utf8), name: address)
            return try TableFormatSaid.none.read(file, as: reading, usual: CSVFormat.self).table
        }
        return context
    }

    private func lay(_ body: String, matter: String = "title: T") throws -> LaidReport {
        let text = "---\n\(matter)\n---\n\(body)\n"
        return try Report(file: "r.md", contents: Array(text.utf8)).laidOut(in: context())
    }

    private func problems(_ body: String) -> [String] {
        do {
            return try lay(body).warnings.map(\.description)
        } catch {
            return ((error as? Diagnostics)?.all ?? []).map(\.description)
        }
    }

    private func text(_ laid: LaidReport) -> String {
        var words: [String] = []
        for page in laid.pages {
            page.root.forEach { if case .text(let text) = $0.content { words += text.lines } }
        }
        return words.joined(separator: " ")
    }

    private func html(_ body: String) throws -> String {
        let report = try Report(file: "r.md", contents: Array("---\ntitle: T\n---\n\(body)\n".utf8))
        let laid = try report.laidOut(in: context())
        return try report.html(of: laid, in: context()) { (_, _) in "" }
    }

    @Test(
        "what is not set is told with its place, and never printed as it is typed",
        arguments: [
            ("An equation $E=mc^2$ here.", "r.md:4:13: warning: an equation is not set", "mc"),
            ("$$\na^2 + b^2\n$$", "r.md:4:1: warning: an equation is not set", "$$"),
            ("{{< video x.mp4 >}}", "r.md:4:1: warning: the shortcode", "{{<"),
            ("<div class=\"x\">raw</div>", "r.md:4:1: warning: HTML is not set: `<div>`", "<div"),
            ("a <span>b</span>", "r.md:4:3: warning: HTML is not set: `<span>`", "<span"),
            ("::: {.note}\nx\n:::", "r.md:4:1: warning: `::: {.note}", ":::"),
            ("see \\cite{key}", "r.md:4:5: warning: the command `\\cite{key}`", "cite"),
        ])
    func foreign(_ body: String, message: String, typed: String) throws {
        #expect(problems(body).contains { $0.hasPrefix(message) }, "\(problems(body))")
        #expect(try !text(lay(body)).contains(typed))
        #expect(try !html(body).contains(typed == "<span" ? "<span>b" : typed))
    }

    @Test(
        "money, paths and code are text",
        arguments: ["It costs $5 and $10.", "Open C:\\temp now.", "Run `$x^2$` here."])
    func notForeign(_ body: String) throws {
        #expect(problems(body).isEmpty)
        #expect(try text(lay(body)).contains(body.contains("`") ? "$x^2$" : String(body.dropLast())))
    }

    @Test("letters are raised and lowered, as Pandoc and HTML write them")
    func raised() throws {
        for body in ["H~2~O and x^2^", "H<sub>2</sub>O and x<sup>2</sup>"] {
            var rises: [Double] = []
            let laid = try lay("## A\n\n" + body)
            for page in laid.pages {
                page.root.forEach { node in
                    if case .text(let text) = node.content, text.lines == ["2"] { rises.append(text.origin.y) }
                }
            }
            #expect(rises.count == 2 && rises[0] > rises[1], "\(body)")
            #expect(try html(body).contains("H<sub>2</sub>O and x<sup>2</sup>"))
        }
    }

    @Test("tasks have boxes that are heard, definitions stand below their terms, call-outs differ")
    func lists() throws {
        let page = try html("- [ ] open\n- [x] closed\n\nTerm\n: Meaning\n: Other\n\n> [!WARNING] Mind it\n> Text\n")
        for part in [
            "aria-label=\"To do\"", "aria-label=\"Done\"", "<dt>Term</dt>", "<dd><p>Meaning</p>", "<dd><p>Other</p>",
            "class=\"call-out warning\"", "<strong>Warning: Mind it</strong>",
        ] { #expect(page.contains(part), "\(part)") }
        let colors = Set(CallOut.Kind.allCases.map { CallOutColors.color(of: $0, in: .dossier) })
        #expect(colors.count == CallOut.Kind.allCases.count)
        for color in colors { #expect(color.contrast(with: Theme.dossier.background) >= 4.5) }
    }

    @Test("a page ends where the author says", arguments: ["\\newpage", "<!-- pagebreak -->", "{{< pagebreak >}}"])
    func breaks(_ mark: String) throws {
        let laid = try lay("One.\n\n\(mark)\n\nTwo.")
        #expect(laid.pages.count == 2)
        #expect(laid.endedPages == [1])
        #expect(PageJudge(laid).faults.isEmpty)
        #expect(try !text(lay("One.\n\n\(mark)\n\nTwo.")).contains("page"))
    }

    @Test("a picture needs words for who does not see it, has a number and a credit, and is cut as asked")
    func pictures() throws {
        #expect(
            problems("![](bridge.png)").first?.hasPrefix("r.md:4:1: error: the picture `bridge.png` has no alt") == true
        )
        #expect(problems("![x](sea.png)").first?.hasPrefix("r.md:4:1: error: `sea.png` cannot be read") == true)
        #expect(problems("![x](bridge.png){widht=half}").first?.contains("did you mean `width`?") == true)
        #expect(problems("![x](bridge.png){crop=\"200%\"}").first?.contains("`crop` is what is cut off") == true)
        let laid = try lay(
            "See [](#bridge).\n\n![The bridge](bridge.png){alt=\"A bridge of steel\" credit=\"A. Author\" crop=\"0 "
                + "25%\"}"
        )
        #expect(text(laid).contains("Figure 1") && text(laid).contains("A. Author"))
        var window: Rectangle?
        for page in laid.pages {
            page.root.forEach { node in
                if node.structure?.alternative == "A bridge of steel" { window = node.bounds }
            }
        }
        let frame = try #require(window)
        // 400 × 300, a quarter cut off on each side: 200 × 300.
        #expect(abs(frame.height / frame.width - 1.5) < 0.01)
    }

    @Test("a table from a file has caption, number, unit in the head, and decimal signs below each other")
    func dataTables() throws {
        let laid = try lay(
            "See [](#gdp).\n\n![Economies](gdp.csv){bars=\"GDP (bn US$)\" colours=\"Growth (%)\"}")
        #expect(text(laid).contains("Table 1") && text(laid).contains("bn US$"))
        // Where each decimal sign of the second column stands, with letters half as wide as they are high.
        var signs: [Double] = []
        for page in laid.pages {
            page.root.forEach { node in
                guard case .text(let text) = node.content, ["261.4", "13.95", "12"].contains(text.lines[0]) else {
                    return
                }
                let whole = text.lines[0].prefix { $0 != "." }.count
                signs.append((node.bounds.minX + Double(whole) * 0.5 * text.font.size).rounded())
            }
        }
        #expect(signs.count == 3 && Set(signs).count == 1, "\(signs)")
        #expect(problems("![x](gdp.csv){bars=Growht}").first?.contains("the table has no column `Growht`") == true)
        #expect(problems("![x](gdp.csv){source=imf}").first?.contains("no source has the id `imf`") == true)
    }

    @Test("a caption by a table gives it a number and a name")
    func captions() throws {
        let body = "See [](#growth).\n\n| a | b |\n|---|--:|\n| x | 1.5 |\n\n: Growth by year {#growth}"
        #expect(try text(lay(body)).contains("Table 1"))
        #expect(try html(body).contains("<caption><strong>Table 1</strong> Growth by year</caption>"))
    }

    @Test("no number and no word of a table is divided, however many columns it has", arguments: [4, 8, 12, 14])
    func wholeNumbers(_ columns: Int) throws {
        let names = (1...columns).map { "Name\($0)" }
        let row = (1...columns).map { "\(11_000 + $0)" }
        let body =
            "|" + names.joined(separator: "|") + "|\n|" + String(repeating: "---|", count: columns) + "\n|"
            + row.joined(separator: "|") + "|\n"
        let words = Set(try text(lay(body)).split(separator: " ").map(String.init))
        for word in names + row { #expect(words.contains(word), "\(word)") }
    }

    @Test("front matter says which facts are listed and whether contents are", arguments: ["none", "cited", "all"])
    func matter(_ word: String) throws {
        let laid = try lay("Text.", matter: "title: T\nfacts: \(word)\ntoc: true")
        #expect(laid.resolved.report.matter.facts.rawValue == word)
        #expect(throws: Diagnostics.self) { try lay("x", matter: "title: T\nfacts: some") }
    }

    @Test(
        "logo on the cover, head and foot with their fields filled, lists of figures and tables with pages"
    )
    func brand() throws {
        let matter = "title: T\nlogo: bridge.png\nhead: House\nfoot: \"p. {page} of {pages}\"\nlist_of_tables: true"
        let laid = try lay("Text.\n\n\\newpage\n\nMore.\n\n![x](gdp.csv)", matter: matter)
        #expect(text(laid).contains("House") && text(laid).contains("p. 2 of 2"))
        #expect(text(laid).contains("Tables") && text(laid).contains("Table 1  x"))
        var logos = 0
        for page in laid.pages { page.root.forEach { if $0.role == "logo" { logos += 1 } } }
        #expect(logos == 1)
        #expect(throws: Diagnostics.self) { try lay("x", matter: "title: T\nfoot: \"{pgae}\"") }
        #expect(throws: Diagnostics.self) { try lay("x", matter: "title: T\nlogo: sea.png") }
    }

    @Test("a report in another language speaks it")
    func language() throws {
        let words = try text(
            lay("Siehe [](#gdp).\n\n![x](gdp.csv)\n\n> [!TIP]\n> Text", matter: "title: T\nlanguage: de"))
        #expect(words.contains("Tabelle 1") && words.contains("Tipp"))
    }

    @Test("a deck has an agenda, sections, tables and pictures")
    func deck() throws {
        let body = "## One\n\n![A](gdp.csv)\n\n## Two\n\n![B](bridge.png)\n\n## Three\n\nText."
        let entries = try lay(body).resolved.deckEntries(
            theme: .dossier, measurer: FixedWidthMeasurer(), size: Size(1920, 1080))
        let names = entries.map { entry in
            switch entry {
            case .figure(let address, _): address
            case .page(_, _, let name): name
            }
        }
        #expect(names == ["agenda", "section-1", "table-gdp", "section-2", "figure-bridge"])
        for case .page(_, let scene, _) in entries {
            scene.root.forEach { node in
                #expect(scene.root.bounds.contains(node.bounds), "\(node.id)")
                if case .text(let text) = node.content { #expect(text.font.size >= 24) }
            }
        }
    }

    @Test("key numbers are parted from their units")
    func keyNumbers() {
        for (text, number, unit) in [
            ("> 1.5 million km²", "> 1.5", "million km²"), ("×16.9", "×16.9", ""), ("5G", "5G", ""),
            ("$12.5 bn", "$12.5", "bn"), ("12.5%", "12.5%", ""), ("about half", "about half", ""),
        ] {
            #expect(KeyNumber(text).number == number, "\(text)")
            #expect(KeyNumber(text).unit == unit, "\(text)")
        }
    }
}
