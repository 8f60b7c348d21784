import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography
@testable import Geography

@Suite struct WorldviewTests {
    private func note(_ figure: DrawnFigure) -> String { words(figure, role: "note").joined() }

    @Test func theNoteSaysHowDisputedAreasAreShown() throws {
        let layers =
            "projection: mercator\nframe: {west: 20, south: 40, east: 50, north: 58}\nlayers: [{layer: countries, "
            + "data: countries-world}]"
        let facto = try drawn("figure: map\nworldview: de-facto\n" + layers)
        #expect(note(facto).contains("as they are controlled") && note(facto).contains("Crimea with Russia"))
        let iso = try drawn("figure: map\nworldview: iso\n" + layers)
        #expect(note(iso).contains("ISO 3166") && note(iso).contains("Crimea with Ukraine"))
        let ukraine = try drawn("figure: map\nworldview: ua\n" + layers)
        #expect(
            note(ukraine).contains("maps of the state with code UA") && note(ukraine).contains("Crimea with Ukraine"))
        #expect(facto.warnings.isEmpty && iso.warnings.isEmpty)
        // Without a word there is a warning, and nothing silent.
        #expect(
            try drawn("figure: map\n" + layers).warnings.contains {
                $0.message.contains("disputed areas") && $0.message.contains("Crimea")
            })
    }

    @Test func aFrameWithoutDisputesNeedsNoChoice() throws {
        let figure = try drawn(
            "figure: map\nframe: {west: -10, south: 45, east: 3, north: 55}\nlayers: [{layer: countries, data: "
                + "countries-world}]"
        )
        #expect(figure.warnings.isEmpty && !note(figure).contains("apart"))
    }
}
