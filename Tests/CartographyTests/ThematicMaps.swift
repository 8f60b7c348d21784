import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography

/// What the maps of these tests begin with.
let mapHead = """
    figure: map
    worldview: de-facto
    sources: [A table]
    projection: {type: conicEqualArea, parallels: [30, 60], center: [95, 45]}
    frame: {west: 60, south: 25, east: 130, north: 60}
    layers:
    """

/// The texts of a role, a line each.
func words(_ figure: DrawnFigure, role: Role = "legend-label") -> [String] {
    nodes(figure, role: role).compactMap {
        if case .text(let text) = $0.content { text.lines.joined(separator: " ") } else { nil }
    }
}

/// An area of 2020, as a fact.
func areaFact(_ id: String, of subject: String, _ value: Double, _ unit: String) throws -> Fact {
    Fact(
        id: id, title: subject, about: subject, measure: "area", value: .number(value), unit: unit,
        date: try EDTFDate(parsing: "2020"),
        source: "s", locators: [Locator(section: "lead", paragraph: 1)])
}

/// The colour that a path is filled with.
func fillColor(_ node: Node?) -> Color? {
    guard case .path(let path)? = node?.content, case .color(let color)? = path.fill else { return nil }
    return color
}

/// Each layer of a map is wrong in its own way, and all of it is told: first what the document says wrong, and, where
/// it is well said, what its data has wrong.
func expectTold(
    _ kind: String, _ cases: [(layer: String, message: String)],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    func map(_ layers: [String]) -> String {
        message(mapHead + "\n" + layers.map { "  - {layer: \(kind), \($0)}" }.joined(separator: "\n"))
    }
    let document = map(cases.map(\.layer))
    let wellSaid = cases.enumerated().filter { !document.contains("in layers[\($0.offset)]") }
    let data = wellSaid.isEmpty ? "" : map(wellSaid.map(\.element.layer))
    for (index, item) in cases.enumerated() {
        let isSaid = wellSaid.contains { $0.offset == index }
        #expect((isSaid ? data : document).contains(item.message), "\(item.layer)", sourceLocation: sourceLocation)
    }
}
