import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Reports

@Suite("Reports")
struct ReportTests {
    private func facts() throws -> FactBase {
        func document(_ file: String, _ text: String) throws -> Document {
            try Document(file: file, contents: Array(text.utf8))
        }
        return try FactBase(
            sources: document("sources.yaml", "sources:\n  - {id: s, producer: A. Author, title: A study}\n"),
            facts: [
                document(
                    "f.yaml",
                    """
                    facts:
                      - {id: river-length, title: Length of the river, about: River, measure: length, value: \
                      1200, unit: km, date: 2001, source: s, locator: {section: lead, paragraph: 1}}
                      - {id: river-depth, title: Depth of the river, about: River, measure: depth, value: 12, \
                      unit: m, date: 2001, source: s, locator: {section: lead, paragraph: 1}}
                    """)
            ])
    }

    private func context(_ facts: FactBase) -> ReportContext {
        ReportContext(theme: .dossier, measurer: FixedWidthMeasurer(), facts: facts) {
            (address, size) throws(Diagnostics) in
            guard address == "figures/river.yaml" else {
                throw Diagnostics([Diagnostic("`\(address)` cannot be read", cause: .noInput)])
            }
            return DrawnFigure(
                scene: Scene(
                    size: Size(size.width, 300),
                    root: .group(
                        id: "river", role: .figure,
                        [
                            .path(
                                id: "river/bar", role: "mark-bar",
                                .rectangle(Rectangle(x: 0, y: 0, width: size.width, height: 300)))
                        ]), alternative: "A bar"), facts: ["river-depth"], sources: ["s"])
        }
    }

    private func lay(_ body: String, matter: String = "title: Rivers") throws -> LaidReport {
        let text = "---\n\(matter)\n---\n\(body)\n"
        return try Report(file: "r.md", contents: Array(text.utf8)).laidOut(in: context(facts()))
    }

    private func text(_ laid: LaidReport) -> String {
        var words: [String] = []
        for page in laid.pages {
            page.root.forEach { node in
                if case .text(let text) = node.content { words += text.lines }
            }
        }
        return words.joined(separator: " ")
    }

    private func problems(_ body: String, matter: String = "title: Rivers") -> [String] {
        do {
            _ = try lay(body, matter: matter)
            return []
        } catch {
            return ((error as? Diagnostics)?.all ?? []).map(\.description)
        }
    }

    @Test("a fact is written with a note to its source, and stands in the table of facts")
    func factInProse() throws {
        let laid = try lay("It is [](fact:river-length) long.")
        #expect(text(laid).contains("1,200 kilometres"))
        #expect(text(laid).contains("A. Author"))
        #expect(laid.facts == ["river-length"])
        var links: [Structure.Target] = []
        var destinations: Set<String> = []
        for page in laid.pages {
            page.root.forEach { node in
                if let target = node.structure?.target { links.append(target) }
                if let name = node.structure?.destination { destinations.insert(name) }
            }
        }
        #expect(links.first == .destination("note-1"))
        #expect(laid.factTargets["river-length"] == .destination("note-1"))
        // Every link within the report leads somewhere; a note is called back to where it was called for.
        for case .destination(let name) in links {
            #expect(destinations.contains(name) || name.hasPrefix("call-note-"), "\(name)")
        }
        #expect(links.contains(.destination("call-note-1")) && links.contains(.destination("source-s")))
        #expect(destinations.contains("note-1"))
    }

    @Test("one fact has one note, however often it is told")
    func repeatedFact() throws {
        let laid = try lay("[](fact:river-length) and [](fact:river-length), [](fact:river-depth)")
        #expect(laid.facts == ["river-length", "river-depth"])
        #expect(!text(laid).contains("\u{200A}3"))
    }

    @Test("figures are numbered, referred to, and their facts are told")
    func figures() throws {
        let laid = try lay("See [](#river).\n\n![The river.](figures/river.yaml)")
        #expect(text(laid).contains("Figure 1"))
        #expect(laid.figures.map(\.address) == ["figures/river.yaml"])
        #expect(laid.facts == ["river-depth"])
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("[](fact:river-lenght)", "r.md:4:1: error: no fact has the id `river-lenght`"),
            ("It is [1,300 km](fact:river-length) long.", "r.md:4:7: error: “1,300 km” is not what the fact"),
            ("[](#nowhere)", "r.md:4:1: error: nothing is called `nowhere`"),
            ("![x](figures/sea.yaml)", "r.md:4:1: error: `figures/sea.yaml` cannot be read"),
            ("a ![x](figures/river.yaml)", "r.md:4:3: error: the figure `figures/river.yaml` stands within a line"),
            ("[x](file:///etc/passwd)", "r.md:4:1: error: the link `file:///etc/passwd` leads to no web address"),
            ("[](fact:river-length?with=colour)", "r.md:4:1: error: unknown option"),
        ])
    func errors(_ body: String, message: String) {
        let found = problems(body)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(message) == true, "\(found)")
    }

    @Test("all errors are told at once")
    func several() {
        #expect(problems("[](fact:a) [](fact:b)\n\n[](#c)").count == 3)
    }

    @Test("an unknown key, a date that is none and an unknown page are errors of the front matter")
    func matter() {
        let found = problems("x", matter: "titel: A\ndate: 2026-02-30\npage: a7\nauthors: [1]")
        #expect(found.count == 4)
        #expect(found.first?.contains("did you mean `title`?") == true)
    }

    @Test("a number that the text agrees with stands as it is written")
    func ownWords() throws {
        #expect(try text(lay("[1200 km](fact:river-length)")).contains("1200 km"))
    }

    @Test("nothing leaves the page")
    func frame() throws {
        let body =
            String(repeating: "Some words of a paragraph that goes on. ", count: 200)
            + "\n\n| a | b |\n|--|--|\n| " + String(repeating: "long ", count: 100) + " | x |\n\n"
            + String(repeating: "w", count: 500) + "\n\n- a\n  - b\n    - c\n\n> quote\n\n```\ncode\n```\n"
        let laid = try lay(body)
        for page in laid.pages {
            page.root.forEach { node in
                #expect(page.root.bounds.contains(node.bounds), "\(node.id) \(node.bounds)")
            }
        }
        #expect(laid.pages.count >= 3)
    }

    @Test("a long paragraph and a long table are set whole")
    func hostile() throws {
        let rows = (1...400).map { "| row \($0) | x |" }.joined(separator: "\n")
        let laid = try lay("| a | b |\n|--|--|\n" + rows)
        let all = text(laid)
        for row in [1, 200, 400] { #expect(all.contains("row \(row)")) }
        #expect(laid.pages.count > 5)
    }

    @Test("a table takes the full width where its words need it, and is refused where no page holds its columns")
    func wideTables() throws {
        func table(_ columns: Int, _ word: String) -> String {
            let row = "|" + String(repeating: " \(word) |", count: columns)
            return row + "\n|" + String(repeating: "---|", count: columns) + "\n" + row
        }
        let laid = try lay(table(7, "extraordinarily"))
        for page in laid.pages { page.root.forEach { #expect(page.root.bounds.contains($0.bounds), "\($0.id)") } }
        #expect(problems(table(60, "a")).first?.contains("the table has 60 columns; the page has room for 20") == true)
    }

    @Test("each footnote has its own words, in the order of its first call")
    func footnotes() throws {
        let laid = try lay("One[^b] two[^a] three[^b].\n\n[^a]: The second.\n\n[^b]: The first.")
        let words = text(laid)
        let (first, second) = (
            try #require(words.firstRange(of: "The first.")), try #require(words.firstRange(of: "The second."))
        )
        #expect(first.lowerBound < second.lowerBound)
        #expect(words.contains("\u{200A}1 two") || words.contains("\u{200A}1  two"))
    }

    @Test("a footnote that nothing calls for is told")
    func unusedFootnote() throws {
        let laid = try lay("One[^a].\n\n[^a]: The first.\n\n[^b]: Lost.")
        #expect(
            laid.warnings.map(\.description).first?.hasPrefix("r.md:8:1: warning: nothing calls for the footnote `b`")
                == true)
    }

    @Test("a note mark that no definition answers is an error")
    func missingFootnote() {
        #expect(problems("Text.[^gone]").first?.contains("the footnote `gone` is not defined") == true)
    }

    @Test(
        "abbreviations: said at first use or in the front matter, told to those who hear the page, missed where neither"
    )
    func abbreviations() throws {
        let body =
            "OPEC met. The Shanghai Cooperation\nOrganisation (SCO) met in the SCO building with WTO and NATO; the "
            + "OPEC."
        let text = "---\ntitle: T\nabbreviations: {OPEC: Oil exporters}\n---\nBefore the SCO.\n\n\(body)\n"
        let report = try Report(file: "r.md", contents: Array(text.utf8))
        #expect(
            report.unexplainedAbbreviations.map(\.description).map { $0.split(separator: "\n")[0] } == [
                "r.md:5:12: warning: `SCO` is used before it is written out",
                "r.md:8:49: warning: `WTO` is not written out",
            ])
        let laid = try report.laidOut(in: context(facts()))
        var told: [String] = []
        for page in laid.pages {
            page.root.forEach { if let expansion = $0.structure?.expansion { told.append(expansion) } }
        }
        #expect(Set(told) == ["Oil exporters", "Shanghai Cooperation Organisation"])
        #expect(told.count == 5)
    }

    @Test("numbers in the label of a key figure are its fact's, or stand in one")
    func keyFigureLabels() throws {
        let text = """
            ---
            title: T
            key_figures:
              - {fact: river-length, label: "of water in 2001, 13 m deep, or [](fact:river-depth)"}
            ---
            x
            """
        let report = try Report(file: "r.md", contents: Array(text.utf8))
        let found = try report.laidOut(in: context(facts())).numbers
        #expect(found.map(\.binding.claim.text) == ["13"])
        #expect(found.first?.location?.line == 4)
    }

    @Test("long contents stand in rows, as long as they are")
    func longContents() throws {
        let body = "Summary.\n\n" + (1...120).map { "## Section number \($0)\n\nText.\n" }.joined(separator: "\n")
        let laid = try lay(body)
        for page in laid.pages { page.root.forEach { #expect(page.root.bounds.contains($0.bounds), "\($0.id)") } }
    }

    @Test(
        "every page template holds what stands on it", arguments: ["a4", "letter", "a4-landscape", "letter-landscape"])
    func templates(_ name: String) throws {
        let laid = try lay(
            "Summary.\n\n## A section\n\n" + String(repeating: "Some words of it. ", count: 300)
                + "\n\n![The river.](figures/river.yaml)",
            matter: "title: Rivers\npage: \(name)")
        for page in laid.pages { page.root.forEach { #expect(page.root.bounds.contains($0.bounds), "\($0.id)") } }
    }

    @Test("HTML has no markup of the author, and has the notes, sources and facts of the pages")
    func html() throws {
        let text =
            "---\ntitle: A <b> & c\n---\nIt is [](fact:river-length) <i>long</i>.[^1]\n\n<script>alert(1)</script>\n\n"
            + "![River <script>.](figures/river.yaml)\n\n[^1]: A *note*.\n"
        let report = try Report(file: "r.md", contents: Array(text.utf8))
        let context = try context(facts())
        let laid = try report.laidOut(in: context)
        let page = try report.html(of: laid, in: context) { (name, _) in "<svg id=\"\(name)\"></svg>" }
        #expect(!page.contains("<script>") && !page.contains("<i>") && !page.contains("<b>"))
        #expect(!page.contains("alert(1)") && page.contains("<em>long</em>"))
        #expect(
            laid.warnings.map(\.description).contains { $0.hasPrefix("r.md:6:1: warning: HTML is not set: `<script>`") }
        )
        #expect(page.contains("<svg id=\"river\">"))
        for part in [
            "<em>note</em>", "id=\"note-1\"", "data-facts=\"river-length\" href=\"#note-1\">1,200 kilometres",
            "href=\"#source-s\"",
            "<li id=\"source-s\">", "<h2 id=\"sources\">",
            "id=\"all-facts\"",
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }
}
