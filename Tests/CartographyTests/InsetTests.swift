import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography
@testable import Geography

@Suite struct InsetTests {
    private func map(_ inset: String) -> String {
        """
        figure: map
        worldview: de-facto
        projection: {type: conicConformal, parallels: [42, 52], center: [131, 47]}
        frame: {west: 121, south: 40.5, east: 142.5, north: 53}
        inset: \(inset)
        layers:
          - {layer: countries, data: countries-world, labels: [CHN]}
          - {layer: places, names: [Vladivostok, Khabarovsk], capitals: false}
        """
    }

    @Test func showsTheTrueOutlineOfTheFrame() throws {
        let figure = try drawn(map("globe"))
        let inset = try #require(node(figure, "map/inset"))
        let frame = try #require(nodes(figure, role: "map-frame").first)
        #expect(frame.bounds.contains(inset.bounds.inset(by: 2)))
        guard case .path(let edge)? = node(figure, "map/inset/frame/edge")?.content else { return }
        // Not a box: on the globe the frame's sides are curves.
        #expect(edge.data.verbs.count > 20)
        expectClearLabels(figure, "inset")
        for label in labels(figure) { #expect(!label.bounds.intersects(inset.bounds.inset(by: 3))) }
    }

    @Test func standsWhereItIsTold() throws {
        for (corner, isLeft, isTop) in [("top-left", true, true), ("bottom-right", false, false)] {
            let figure = try drawn(
                map(
                    "{corner: \(corner), projection: mercator, frame: {west: 60, south: 0, east: 160, north: 65}, "
                        + "size: 0.3}"
                ))
            let (inset, frame) = (
                try #require(node(figure, "map/inset")), try #require(nodes(figure, role: "map-frame").first)
            )
            #expect(
                (inset.bounds.midX < frame.bounds.midX) == isLeft && (inset.bounds.midY < frame.bounds.midY) == isTop)
        }
    }

    @Test func aMapOfTheWorldNeedsNone() throws {
        let figure = try drawn(
            "figure: map\nworldview: iso\nframe: world\ninset: globe\nlayers: [{layer: countries, data: "
                + "countries-world}]"
        )
        #expect(node(figure, "map/inset") == nil)
        #expect(figure.warnings.contains { $0.message.contains("shows the whole world") })
    }

    @Test func whatIsWrongIsTold() {
        #expect(message(map("{corner: left}")).contains("unknown corner `left`"))
        #expect(message(map("moon")).contains("an inset is `globe`"))
        #expect(message(map("{projection: mercatr}")).contains("inset.projection"))
        #expect(message(map("{frame: {west: 1}}")).contains("inset.frame"))
        #expect(message(map("{size: 2}")).contains("inset.size"))
        #expect(message(map("{frame: {countries: [RUX]}}")).contains("no country has the code `RUX`"))
    }
}
