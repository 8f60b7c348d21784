import Documents
import Facts
import SceneGraph
import Testing

@testable import Dossier

@Suite("Bars as long as their values")
struct BarLengthTests {
    /// Bars side by side on one line, each with its value in its datum.
    private func problems(_ bars: [(value: Double, height: Double)]) throws -> [Diagnostic] {
        let nodes = bars.enumerated().map { index, bar in
            var datum = Datum()
            datum.fields = [Datum.Field("people", .number(bar.value))]
            return Node.path(
                id: "bar[\(index)]", role: "mark-bar",
                .rectangle(
                    Rectangle(x: Double(index) * 20, y: 100 - bar.height, width: 10, height: bar.height)),
                fill: .color(.black), datum: datum)
        }
        let scene = Scene(size: Size(200, 100), root: .group(id: "chart", role: "figure", nodes))
        let document = try Document(file: "a.vl.json", contents: Array("{\"encoding\": {}}".utf8))
        return BarLengths(scene, facts: .empty, document: document).problems
    }

    @Test("twice as much is twice as long, within a unit of the drawing")
    func proportional() throws {
        #expect(try problems([(10, 20), (20, 40), (35, 70)]).isEmpty)
        #expect(try problems([(10, 20.6), (20, 40), (35, 69.5)]).isEmpty)
    }

    @Test("an axis that begins elsewhere is told with where it begins")
    func cut() throws {
        let told = try problems([(50, 10), (60, 30), (75, 60)])
        #expect(told.map(\.message) == ["the axis of the bars does not begin at zero"])
        #expect(told.first?.advice?.hasPrefix("it begins at about 45:") == true)
        #expect(told.first?.cause == .difference)
    }

    @Test("one bar alone, and bars too short to measure, are nobody's fault")
    func unknown() throws {
        #expect(try problems([(50, 10)]).isEmpty)
        #expect(try problems([(1, 1), (2, 3)]).isEmpty)
    }
}
