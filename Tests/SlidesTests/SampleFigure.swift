import SceneGraph
import Slides
import Typography

let measurer = FixedWidthMeasurer()
let lato = Font("Lato", size: 24)

/// A figure of slide size with one of everything a scene can hold.
func sampleFigure(title: String? = "Students grew seventeenfold") -> Scene {
    var children: [Node] = []
    if let title {
        children.append(
            measurer.node(
                id: "students/title", role: .title,
                Text(
                    lines: [title], origin: Point(60, 90), font: Font("Lato", size: 48, weight: 700),
                    fill: .color(Color(hex: 0x1A1F2B)))))
    }
    let bars = [(2005, 781.0, 40.0), (2015, 13_198.0, 676.0)].enumerated().map { index, bar in
        Node.path(
            id: "students/bar[\(bar.0)]", role: "mark-bar",
            .rectangle(Rectangle(x: 300 + 400 * Double(index), y: 900 - bar.2, width: 200, height: bar.2)),
            fill: .color(Color(hex: 0xB3282D)))
    }
    children.append(.group(id: "students/bars", role: "marks", bars))
    children.append(
        .path(
            id: "students/rule", role: "axis-line", .line(from: Point(200, 900), to: Point(1200, 900)),
            stroke: Stroke(Color(hex: 0x8A909C), width: 2, dash: [8, 4], cap: .round)))
    var ring = PathData.circle(center: Point(1500, 400), radius: 120)
    ring.append(.circle(center: Point(1500, 400), radius: 60))
    children.append(
        .path(
            id: "students/ring", role: "mark-arc", ring,
            fill: .linearGradient(
                from: Point(1400, 400), to: Point(1600, 400),
                stops: [GradientStop(offset: 0, color: .white), GradientStop(offset: 1, color: Color(hex: 0x1F5A8C))]),
            evenOdd: true))
    children.append(
        .group(
            id: "students/clipped", role: "marks",
            clip: .rectangle(Rectangle(x: 1400, y: 700, width: 200, height: 200)),
            opacity: 0.5,
            [
                .path(
                    id: "students/area", role: "mark-area", .circle(center: Point(1400, 800), radius: 100),
                    fill: .color(Color(hex: 0x2E8577)), stroke: Stroke(.black, width: 3))
            ]))
    children.append(
        measurer.node(
            id: "students/label", role: "axis-label",
            Text(
                lines: ["two lines", "of \"text\" & more"], origin: Point(1000, 300), anchor: .middle, font: lato,
                fill: .color(.black), angle: -90, lineHeight: 31, halo: Stroke(.white, width: 4))))
    return Scene(
        size: Size(1920, 1080),
        root: Node(
            id: "students", role: .figure, bounds: Rectangle(x: 0, y: 0, width: 1920, height: 1080),
            content: .group(Group(children: children))),
        alternative: "Bar chart: 781 students in 2005, 13,198 in 2015.")
}

func sampleDeck() -> Deck {
    Deck(
        title: "Russia & China", authors: ["A. Author"], language: "en-GB", date: "2026-01-31",
        slides: [
            Slide(title: "Russia & China", content: .opening(["In Central Asia", "2026"])),
            Slide(
                title: "Students grew seventeenfold", figure: sampleFigure(), notes: "Say this.\nThen that.",
                name: "students"),
            Slide(
                title: "Students grew seventeenfold", figure: sampleFigure(title: nil), sourceLine: "Source: Wani",
                name: "students again"),
            Slide(title: "Sources", content: .paragraphs(["Wani, 2021", "Natural Earth"])),
        ])
}
