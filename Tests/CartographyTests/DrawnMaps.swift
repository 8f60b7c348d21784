import Files
import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography

/// The repository's own folder.
let repository: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
}()

func drawn(
    _ text: String, size: FigureSize? = nil, language: String = "en", facts: FactBase = .empty, geodata: Bool = true,
    name: String = "map"
) throws(Diagnostics) -> DrawnFigure {
    let document = try Document(file: "map.yaml", contents: Array(text.utf8))
    let context = FigureContext(
        theme: .dossier, measurer: FixedWidthMeasurer(), facts: facts,
        dataRoot: DataRoot(repository + "/Tests/Fixtures"),
        geodata: geodata ? DataRoot(repository + "/Data/geo") : nil, size: size, language: language, name: name)
    return try MapFigure.draw(document, in: context)
}

func message(_ text: String, geodata: Bool = true) -> String {
    do {
        _ = try drawn(text, geodata: geodata)
        return "none"
    } catch { return error.description }
}

extension FigureSize {
    /// A slide as figures lay it out, before it is magnified.
    static let sheet = FigureSize(width: 800, height: 450)
}

func labels(_ figure: DrawnFigure) -> [Node] {
    var found: [Node] = []
    figure.scene.root.forEach { node in
        if node.role == "map-label", case .text = node.content { found.append(node) }
    }
    return found
}

func nodes(_ figure: DrawnFigure, role: Role) -> [Node] {
    var found: [Node] = []
    figure.scene.root.forEach { if $0.role == role { found.append($0) } }
    return found
}

func node(_ figure: DrawnFigure, _ id: String) -> Node? {
    var found: Node?
    figure.scene.root.forEach { if $0.id == id { found = $0 } }
    return found
}

/// No two labels overlap and none leaves the frame, by the scene's own bounds.
func expectClearLabels(_ figure: DrawnFigure, _ comment: Comment) {
    let all = labels(figure)
    let frame = nodes(figure, role: "map-frame").first?.bounds ?? figure.scene.root.bounds
    for (index, label) in all.enumerated() {
        #expect(frame.contains(label.bounds), "\(comment): \(label.id)")
        for other in all.dropFirst(index + 1) {
            #expect(!label.bounds.intersects(other.bounds), "\(comment): \(label.id) and \(other.id)")
        }
    }
}

let countries = """
    figure: map
    title: A map
    projection: {type: conicConformal, parallels: [40, 54], center: [125, 48]}
    frame: {west: 110, south: 40, east: 142, north: 56}
    layers:
      - layer: countries
        data: countries-world
        groups: [{codes: [RUS, CHN], fill: highlight, legend: Two}]
        labels: [RUS, CHN, MNG]
      - layer: borders
        data: countries-world
        highlight: [{between: [RUS, CHN], label: The border, legend: The border}]
      - {layer: places, countries: [RUS, CHN], names: [Vladivostok, Khabarovsk, Harbin]}
    """
