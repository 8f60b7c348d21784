import Documents
import Facts
import Figures
import Files
import Rendering
import Reports
import SceneGraph
import Typography

/// What a reader would trip over in a report or a figure, in sections: provenance, legibility.
public struct ReportLint: Sendable {
    public struct Section: Sendable {
        public var name: String
        public var lines: [String] = []
        public var problems: [Diagnostic] = []
        public var holds = true
    }

    public private(set) var sections: [Section] = []

    /// - Parameter path: a Markdown file, or the folder of a `briefing.md`.
    public init(report path: String) throws(Diagnostics) {
        let briefing = try Briefing(path: path)
        let theme = try briefing.theme()
        let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
        let laid = try briefing.laidOut(theme: theme, fonts: fonts)
        var provenance = Section(name: "provenance")
        let problems = briefing.numberProblems(of: laid, isStrict: true)
        provenance.problems = problems.all
        provenance.holds = !problems.hasErrors
        let unbound = laid.numbers.count + laid.figures.reduce(0) { $0 + $1.figure.numbers.count }
        var pages = NumberCount(), figures = NumberCount()
        for page in laid.pages { pages.add(page.root, leads: { laid.factTargets[$0] != nil }) }
        for (_, figure) in laid.figures {
            for page in figure.pages { figures.add(page.root, leads: { figure.factAddresses[$0] != nil }) }
        }
        pages.numbers += laid.numbers.count + laid.figures.reduce(0) { $0 + $1.figure.numbers.count }
        figures.numbers += laid.figures.reduce(0) { $0 + $1.figure.numbers.count }
        provenance.lines = [
            "\(briefing.path): pdf: \(pages.written)", "\(briefing.path): html: \(pages.written)",
            "\(briefing.path): svg figures: \(figures.written)", "\(briefing.path): pptx: \(figures.written)",
        ]
        provenance.holds = provenance.holds && unbound == 0 && pages.holds && figures.holds
        var legibility = Section(name: "legibility")
        legibility.problems = laid.warnings
        let faults = laid.figures.flatMap(\.figure.faults)
        legibility.lines = ["\(briefing.path): legibility: figures \(laid.figures.count) · faults \(faults.count)"]
        legibility.holds = faults.isEmpty
        var composition = Section(name: "pages")
        let judge = PageJudge(laid)
        composition.lines = judge.lines.map { "\(briefing.path): pages: \($0)" }
        composition.problems = judge.diagnostics(file: briefing.path)
        sections = [provenance, legibility, composition]
    }

    /// - Parameter path: a figure file.
    public init(figure path: String) throws(Diagnostics) {
        let figure = try Figure(path: path)
        let facts = try figure.project.facts()
        let fonts = try FontLibrary(family: Theme.dossier.family, fallbacks: Theme.dossier.fallbackFamilies)
        let drawn = try figure.drawn(theme: .dossier, fonts: fonts, facts: facts, binder: FactBinder(facts))
        var provenance = Section(name: "provenance")
        var count = NumberCount()
        for page in drawn.pages { count.add(page.root, leads: { drawn.factAddresses[$0] != nil }) }
        if !facts.facts.isEmpty {
            provenance.problems =
                drawn.numbers.compactMap { $0.diagnostic(facts, isError: true) } + drawn.numberProblems
            count.numbers += drawn.numbers.count
        }
        provenance.lines = ["\(path): \(count.written)"]
        provenance.holds = provenance.problems.isEmpty && count.holds
        var legibility = Section(name: "legibility")
        legibility.problems = drawn.warnings
        legibility.lines = ["\(path): legibility: faults \(drawn.faults.count)"]
        legibility.holds = drawn.faults.isEmpty
        sections = [provenance, legibility]
    }
}

/// How many numbers of a scene are facts, and how many of these lead on.
struct NumberCount {
    var numbers = 0
    private var bound = 0
    private var linked = 0

    var written: String { "numbers \(numbers) · bound \(bound) · linked \(linked)" }
    var holds: Bool { numbers == bound && bound == linked }

    /// - Parameter leads: whether a fact leads anywhere.
    mutating func add(_ node: Node, leads: (String) -> Bool) {
        node.forEach { node in
            guard case .text(let text) = node.content, !node.facts.isEmpty else { return }
            let facts = text.factSpans.isEmpty ? [node.facts[0]] : Array(Set(text.factSpans.map(\.fact)))
            for fact in facts {
                numbers += 1
                bound += 1
                if leads(fact) || node.structure?.target != nil { linked += 1 }
            }
        }
    }
}
