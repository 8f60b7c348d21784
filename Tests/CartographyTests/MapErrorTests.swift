import Files
import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography

@Suite struct MapErrorTests {
    @Test func unknownKeysAndCodesAreToldWithTheNearest() {
        let wrong = """
            figure: map
            titel: A map
            projection: {type: conicConforml}
            frame: {countries: [RUS, CHM]}
            layers:
              - {layer: countrys}
              - {layer: countries, data: countries-wrld, fil: muted}
              - {layer: countries, fill: hihglight}
            """
        let text = message(wrong)
        #expect(text.contains("map.yaml:2:1: error: unknown key `titel`") && text.contains("did you mean `title`?"))
        #expect(text.contains("did you mean `conicConformal`?"))
        #expect(text.contains("layers[0].layer") && text.contains("did you mean `countries`?"))
        #expect(text.contains("unknown key `fil`") && text.contains("did you mean `highlight`?"))
    }

    @Test func projectionsAreCheckedAgainstTheFrameAndTheirSettings() {
        let end = "\nlayers: [{layer: countries, data: countries-world}]"
        #expect(
            message("figure: map\nframe: world\nprojection: conicConformal" + end).contains(
                "cannot show the whole world"))
        #expect(
            message("figure: map\nframe: world\nprojection: {type: auto, center: [0, 0]}" + end).contains(
                "`auto` finds its own `center`"))
        #expect(
            message("figure: map\nframe: world\nprojection: {type: auto, purpose: arae}" + end).contains(
                "did you mean `area`?"))
        #expect(
            message("figure: map\nframe: world\nprojection: {type: mercator, purpose: area}" + end).contains(
                "only `auto` has a purpose"))
    }

    @Test func unknownCodesNameTheNearest() {
        let base = "figure: map\nframe: world\nlayers:\n"
        #expect(
            message("figure: map\nframe: {countries: [RUS, KAX]}\nlayers: [{layer: countries, data: countries-world}]")
                .contains("no country has the code `KAX`"))
        #expect(
            message(base + "  - {layer: countries, data: countries-world, labels: [Kazakhstn]}").contains(
                "did you mean `Kazakhstan`?"))
        #expect(
            message(base + "  - {layer: borders, data: countries-world, highlight: [{between: [RUS, BRA]}]}")
                .contains("`RUS` has no border with `BRA`"))
        #expect(message(base + "  - {layer: places, names: [Vladivostock]}").contains("did you mean `Vladivostok`?"))
        #expect(message(base + "  - {layer: rivers, names: [Amour]}").contains("did you mean `Amur`?"))
        #expect(
            message(base + "  - {layer: countries, data: countries-wrld}").contains("did you mean `countries-world`?"))
        #expect(
            message(base + "  - {layer: areas, measure: true, fact: nothing}").contains("no fact has the id `nothing`"))
    }

    @Test func otherMistakes() {
        #expect(message("figure: map").contains("a map needs `layers`"))
        #expect(message("[1, 2]").contains("a map is an object"))
        #expect(
            message("figure: map\nframe: {west: 0, south: 10, east: 20, north: 5}\nlayers: []").contains(
                "`south` is not south"))
        #expect(message("figure: map\nframe: {west: 0}\nlayers: []").contains("the frame lacks `south`"))
        #expect(
            message("figure: map\nprojection: {type: mercator, parallels: [1, 2]}\nlayers: []").contains(
                "no standard parallels"))
        #expect(message("figure: map\nsize: huge\nlayers: []").contains("a size is"))
        #expect(message("figure: map\nworldview: mars\nlayers: []").contains("unknown worldview"))
        #expect(
            message("figure: map\nframe: world\nlayers: [{layer: countries}]", geodata: false) == "none")
        #expect(
            message("figure: map\nframe: world\nlayers: [{layer: areas, data: ../secret.json}]").contains(
                "leads out of"))
        #expect(message("figure: map\nannotations: [{text: A, at: [200, 95]}]\nlayers: []").contains("no latitude"))
    }
}
