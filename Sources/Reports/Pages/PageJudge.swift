import Documents
import SceneGraph

/// Judges pages as a reader sees them, by their scenes alone: how far figures stand from where the text calls for them,
/// how full pages are, what is stranded, whether left edges agree.
public struct PageJudge: Sendable {
    /// A fault of one page.
    public struct Fault: Sendable, Hashable {
        public enum Kind: String, Sendable, CaseIterable {
            case farFromCall = "far-from-call"
            case beforeCall = "before-call"
            case notFull = "not-full"
            case strandedHeading = "stranded-heading"
            case strandedLine = "stranded-line"
            case strandedRow = "stranded-row"
            case scrap
            case leftEdge = "left-edge"
            case outOfFrame = "out-of-frame"
            case overprinted
            case rank
        }

        public var kind: Kind
        /// From 1.
        public var page: Int
        public var text: String
    }

    /// Pages from the first call for a figure to the figure, by the figure's name; figures that no text calls for are
    /// not among them.
    public private(set) var distances: [String: Int] = [:]
    /// Names of figures that no text calls for.
    public private(set) var uncalled: [String] = []
    /// How much of each page's height holds something, 0 to 1.
    public private(set) var fills: [Double] = []
    /// The left edges that headings, text, tables and figures stand on, from the paper's edge.
    public private(set) var leftEdges: [Double] = []
    public private(set) var faults: [Fault] = []

    /// A page but the last is at least this full.
    public static let leastFill = 0.7

    /// - Parameter breaks: pages that the author ends, from 1: they may be as empty as they are.
    public init(_ pages: [Scene], top: Double, bottom: Double, breaks: Set<Int> = []) {
        let surveys = pages.map { PageSurvey($0, top: top, bottom: bottom) }
        fills = surveys.map(\.fill)
        for (index, fill) in fills.enumerated()
        where index < fills.count - 1 && fill < PageJudge.leastFill && !breaks.contains(index + 1) {
            let percent = Int((fill * 100).rounded())
            faults.append(Fault(kind: .notFull, page: index + 1, text: "the page is \(percent) % full"))
        }
        judgeFigures(surveys)
        judgeParts(surveys)
        for (index, survey) in surveys.enumerated() {
            faults += survey.faults.map { Fault(kind: $0.kind, page: index + 1, text: $0.text) }
        }
        judgeEdges(surveys)
        faults.sort { ($0.page, $0.kind.rawValue, $0.text) < ($1.page, $1.kind.rawValue, $1.text) }
    }

    private mutating func judgeFigures(_ surveys: [PageSurvey]) {
        var places: [(name: String, page: Int)] = []
        var calls: [String: Int] = [:]
        for (index, survey) in surveys.enumerated() {
            places += survey.figures.map { ($0.name, index) }
            for name in survey.calls where calls[name] == nil { calls[name] = index }
        }
        for (name, page) in places {
            guard let call = calls[name] else {
                uncalled.append(name)
                continue
            }
            distances[name] = page - call
            if page < call {
                faults.append(
                    Fault(
                        kind: .beforeCall, page: page + 1,
                        text: "`\(name)` stands before page \(call + 1), which calls for it"))
            } else if page > call + 1 {
                faults.append(
                    Fault(
                        kind: .farFromCall, page: page + 1,
                        text: "`\(name)` stands \(page - call) pages behind page \(call + 1), which calls for it"))
            }
        }
    }

    /// Paragraphs and tables that go on over pages: none leaves a single line or row.
    private mutating func judgeParts(_ surveys: [PageSurvey]) {
        var lines: [String: [(page: Int, count: Int)]] = [:]
        var rows: [String: [(page: Int, count: Int)]] = [:]
        for (index, survey) in surveys.enumerated() {
            for (key, count) in survey.paragraphLines { lines[key, default: []].append((index + 1, count)) }
            for (key, count) in survey.tableRows { rows[key, default: []].append((index + 1, count)) }
        }
        for (_, parts) in lines where parts.count > 1 {
            for part in parts where part.count == 1 {
                faults.append(
                    Fault(kind: .strandedLine, page: part.page, text: "one line of a paragraph stands alone"))
            }
        }
        for (_, parts) in rows where parts.count > 1 {
            for part in parts where part.count == 1 {
                faults.append(Fault(kind: .strandedRow, page: part.page, text: "one row of a table stands alone"))
            }
        }
    }

    private mutating func judgeEdges(_ surveys: [PageSurvey]) {
        for edge in surveys.flatMap(\.edges).sorted() where leftEdges.last.map({ edge - $0 > 1.5 }) ?? true {
            leftEdges.append(edge)
        }
        guard leftEdges.count > 1 else { return }
        let written = leftEdges.map { "\(Int($0.rounded()))" }.joined(separator: ", ")
        faults.append(
            Fault(
                kind: .leftEdge, page: 1,
                text: "headings, text, tables and figures begin at \(leftEdges.count) left edges: \(written)"))
    }
}

/// What stands on one page.
struct PageSurvey {
    private(set) var figures: [(name: String, bounds: Rectangle)] = []
    private(set) var calls: [String] = []
    private(set) var paragraphLines: [String: Int] = [:]
    private(set) var tableRows: [String: Int] = [:]
    private(set) var edges: [Double] = []
    private(set) var fill = 0.0
    private(set) var faults: [(kind: PageJudge.Fault.Kind, text: String)] = []

    private var lines: [(top: Double, left: Double, text: String, isHeading: Bool)] = []
    private var intervals: [(Double, Double)] = []
    private var keyFigures: [Rectangle] = []
    private let size: Size

    /// What is shorter than this between two things is room, not emptiness.
    private static let room = 52.0

    init(_ page: Scene, top: Double, bottom: Double) {
        size = page.size
        for child in page.root.children where child.role != "page-furniture" {
            visit(child, paragraph: nil, table: nil)
        }
        fill = filled(from: top, to: bottom) / max(1, bottom - top)
        judgeHeadings()
        judgeScraps()
        for (index, first) in keyFigures.enumerated() {
            for second in keyFigures[(index + 1)...]
            where first.minX < second.maxX - 1 && second.minX < first.maxX - 1 && first.minY < second.maxY - 1
                && second.minY < first.maxY - 1
            {
                faults.append((.overprinted, "key figures stand on one another"))
            }
        }
    }

    private mutating func visit(_ node: Node, paragraph: String?, table: String?) {
        var (paragraph, table) = (paragraph, table)
        if let structure = node.structure {
            switch structure.tag {
            case .figure:
                if let name = structure.destination?.dropFirst("figure-".count) {
                    figures.append((String(name), node.bounds))
                }
                survey(figure: node)
                return
            case .paragraph: paragraph = structure.continues ?? node.id
            case .table: table = structure.continues ?? node.id
            case .tableRow: if let table { tableRows[table, default: 0] += 1 }
            default: break
            }
            if node.role == "paragraph", case .destination(let name)? = structure.target, name.hasPrefix("figure-") {
                calls.append(String(name.dropFirst("figure-".count)))
            }
        }
        if case .group(let group) = node.content {
            if node.role == "key-figure" { keyFigures.append(node.bounds) }
            // Rows share a line each; the table's own text is not looked into.
            for child in group.children { visit(child, paragraph: paragraph, table: table) }
            return
        }
        take(node, paragraph: paragraph)
    }

    private mutating func take(_ node: Node, paragraph: String?) {
        let bounds = node.bounds
        intervals.append((bounds.minY, bounds.maxY))
        if bounds.minX < -0.5 || bounds.maxX > size.width + 0.5 || bounds.maxY > size.height + 0.5 {
            faults.append((.outOfFrame, "`\(node.id)` is cut off"))
        }
        guard case .text(let text) = node.content else { return }
        let isHeading = node.role == "heading"
        guard isHeading || node.role == "paragraph" else { return }
        // Pieces of one line share a baseline; raised marks belong to it.
        guard abs(bounds.minY - (lines.last?.top ?? -99)) > text.font.size * 0.7 else { return }
        if let paragraph { paragraphLines[paragraph, default: 0] += 1 }
        lines.append((bounds.minY, bounds.minX, text.lines.first ?? "", isHeading))
        if isHeading { edges.append(bounds.minX) }
    }

    private mutating func survey(figure: Node) {
        // The right one of two side by side begins where its row has it.
        let isFirst = figure.bounds.minX < size.width / 3
        figure.forEach { node in
            if isFirst, node.role == .title, case .text = node.content { edges.append(node.bounds.minX) }
        }
        intervals.append((figure.bounds.minY, figure.bounds.maxY))
    }

    private func filled(from top: Double, to bottom: Double) -> Double {
        var covered = 0.0
        var reach = top
        for (start, end) in intervals.sorted(by: { $0 < $1 }) {
            let from = start - reach < PageSurvey.room ? reach : max(start, reach)
            covered += max(0, min(end, bottom) - max(from, top))
            reach = max(reach, end)
        }
        return covered
    }

    private mutating func judgeHeadings() {
        for (index, line) in lines.enumerated() where line.isHeading {
            let after = lines[(index + 1)...].prefix { !$0.isHeading }
            let isLast = index + 1 + after.count == lines.count
            // What follows may be a table, a list of notes or a figure.
            let below = intervals.contains { $0.0 > line.top + 60 }
            if isLast, after.count < 3, !below {
                faults.append((.strandedHeading, "the heading “\(line.text)” has \(after.count) lines below it"))
            }
        }
    }

    /// Blocks of a few lines between figures, or beside them alone.
    private mutating func judgeScraps() {
        guard !figures.isEmpty, !lines.isEmpty else { return }
        let bounds = figures.map(\.bounds).sorted { $0.minY < $1.minY }
        var edges = [(-Double.infinity, bounds[0].minY)]
        for (upper, lower) in zip(bounds, bounds.dropFirst()) { edges.append((upper.maxY, lower.minY)) }
        edges.append((bounds[bounds.count - 1].maxY, .infinity))
        for (start, end) in edges {
            let block = lines.filter { $0.top > start && $0.top < end }
            let hasText = block.contains { !$0.isHeading }
            if hasText, block.count < SpreadComposer.fewestLines, keyFigures.isEmpty {
                let first = block[0].text.prefix(40)
                faults.append((.scrap, "\(block.count) lines of text stand between figures: “\(first)…”"))
            }
        }
    }
}

extension PageJudge {
    /// A report's pages.
    public init(_ laid: LaidReport) {
        self.init(laid.pages, top: laid.contentTop, bottom: laid.contentBottom, breaks: laid.endedPages)
    }

    /// What a reader of the command's output is told, a line each.
    public var lines: [String] {
        let close = distances.values.filter { (0...1).contains($0) }.count
        let inner = fills.dropLast()
        let least = (inner.min() ?? 1) * 100
        var lines = [
            "\(fills.count) pages · least full but the last \(Int(least.rounded())) % · last "
                + "\(Int(((fills.last ?? 1) * 100).rounded())) %",
            "\(distances.count) figures called for · \(close) on the page of their call or the next"
                + " · \(uncalled.count) not called for",
            "left edges \(leftEdges.count)",
        ]
        for kind in Fault.Kind.allCases {
            let count = faults.filter { $0.kind == kind }.count
            if count > 0 { lines.append("\(kind.rawValue) \(count)") }
        }
        return lines
    }

    /// A warning for each fault.
    public func diagnostics(file: String) -> [Diagnostic] {
        faults.map { Diagnostic("page \($0.page): \($0.text)", severity: .warning, file: file, path: $0.kind.rawValue) }
            + uncalled.map {
                Diagnostic(
                    "no text calls for the figure `\($0)`", severity: .warning, file: file, path: "uncalled",
                    advice: "write [](#\($0)) where it is spoken of")
            }
    }
}
