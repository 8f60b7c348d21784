import Documents
import Facts
import Figures
import SceneGraph
import Typography

@testable import Reports

/// Reports made by rule: so much text, so many figures, drawn as high as their names and widths say.
struct GeneratedReport {
    var markdown: String
    var theme = Theme.dossier

    /// - Parameters:
    ///   - words: of a paragraph, at the least and at the most.
    ///   - figures: after how many paragraphs one stands; 0 for none.
    static func text(
        sections: Int, paragraphs: Int, words: ClosedRange<Int>, figureEvery: Int, seed: UInt64 = 1, calls: Bool = true
    ) -> GeneratedReport {
        var random = Numbers(seed: seed)
        var text = "---\ntitle: A generated report\nsubtitle: Of as much as is asked for\n---\n\n"
        text += sentence(60, &random) + "\n\n"
        var count = 0
        var figure = 0
        for section in 1...sections {
            text += "## Section \(section) of the report\n\n"
            for paragraph in 0..<paragraphs {
                count += 1
                let isBeforeFigure = figureEvery > 0 && count % figureEvery == 0
                text += sentence(words.lowerBound + random.next(words.count), &random)
                if isBeforeFigure, calls { text += " It is drawn in [](#f\(figure + 1))." }
                text += "\n\n"
                if isBeforeFigure {
                    figure += 1
                    text += "![](figures/f\(figure).yaml)\n\n"
                }
                if paragraph % 5 == 4 { text += "- one thing\n- another thing that is said\n- a third\n\n" }
            }
        }
        return GeneratedReport(markdown: text)
    }

    func laid() throws -> LaidReport {
        let context = ReportContext(theme: theme, measurer: FixedWidthMeasurer(), facts: .empty) {
            (address, size) throws(Diagnostics) in
            GeneratedReport.figure(address, size)
        }
        return try Report(file: "r.md", contents: Array(markdown.utf8)).laidOut(in: context)
    }

    func judged() throws -> PageJudge { PageJudge(try laid()) }

    /// A third of the figures are low, a third as high as they are wide, one in nine fills a page; those of an even
    /// number cannot be drawn small.
    static func figure(_ address: String, _ size: FigureSize) -> DrawnFigure {
        let number = Int(address.filter(\.isNumber)) ?? 1
        let isRigid = number % 2 == 0 && size.width < 400
        let natural =
            number % 9 == 5
            ? 830.0 : number % 3 == 0 ? 210 + size.width * 0.1 : number % 3 == 1 ? size.width * 0.62 : 330
        let height = min(natural, size.highest ?? 900)
        let name = Report.figureName(address)
        let title = Text(
            lines: ["Figure \(number) claims"], origin: Point(12, 24), font: Font("Lato", size: 15),
            fill: .color(.black))
        var drawn = DrawnFigure(
            scene: Scene(
                size: Size(isRigid ? 640 : size.width, height),
                root: .group(
                    id: name, role: .figure,
                    [
                        FixedWidthMeasurer().node(id: "\(name)/title", role: .title, title),
                        .path(
                            id: "\(name)/bar", role: "mark-bar",
                            .rectangle(Rectangle(x: 12, y: 40, width: size.width - 24, height: height - 52))),
                    ]), alternative: "A bar"))
        drawn.title = "Figure \(number) claims"
        return drawn
    }

    private static let stock = "the report tells what was counted where and by whom so that readers may judge it well"
        .split(separator: " ").map(String.init)

    private static func sentence(_ words: Int, _ random: inout Numbers) -> String {
        (0..<words).map { index in
            let word = stock[random.next(stock.count)]
            return index % 14 == 13 ? word + "." : word
        }.joined(separator: " ") + "."
    }

    /// The same numbers for the same seed.
    struct Numbers {
        private var state: UInt64
        init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

        mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, count)
        }
    }
}
