import Calendar
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography
@testable import Geography

@Suite struct SymbolTests {
    private let layer = """
          - layer: symbols
            table:
              - {city: Beijing, n: 400, kind: a}
              - {city: Almaty, n: 100, kind: b}
              - {city: MNG, n: 25, kind: a}
              - {city: Tashkent, kind: b}
            place: city
            value: n
            category: kind
            label: city
            title: People
        """

    @Test func areasAreAsTheValues() throws {
        let figure = try drawn(mapHead + "\n  - {layer: countries, data: countries-world}\n" + layer)
        func width(_ name: String) throws -> Double {
            guard case .path(let path)? = node(figure, "map/symbols1[\(name)]")?.content else { throw Missing() }
            return try #require(path.data.bounds).width
        }
        let (large, middle, small) = (try width("Beijing"), try width("Almaty"), try width("MNG"))
        #expect(abs(large / middle - 2) < 1e-9 && abs(large / small - 4) < 1e-9)
        // Drawn from large to small; the place without a value is hollow and told.
        #expect(
            nodes(figure, role: "mark-point").map(\.id)
                == ["Beijing", "Almaty", "MNG", "Tashkent"].map { "map/symbols1[\($0)]" })
        #expect(words(figure).filter { ["People", "400", "100", "20", "a", "b", "No data"].contains($0) }.count == 7)
        expectClearLabels(figure, "symbols")
    }

    @Test func placesAreNamedInTheMapsLanguage() throws {
        let rows = "table: [{c: Almaty, n: 3}, {c: MNG, n: 2}], place: c, value: n, label: true"
        let figure = try drawn(mapHead + "\n  - {layer: symbols, \(rows)}", language: "ru")
        #expect(Set(words(figure, role: "map-label")).isSuperset(of: ["Алма-Ата", "Монголия"]))
    }

    @Test func coordinatesAreTakenAsTheyAre() throws {
        let rows = "table: [{x: 100, y: 45, n: 3}, {x: -260, y: 40, n: 2}], longitude: x, latitude: y, value: n"
        let figure = try drawn(mapHead + "\n  - {layer: symbols, \(rows)}")
        let bounds = nodes(figure, role: "mark-point").map(\.bounds)
        // 260° W is 100° E.
        #expect(bounds.count == 2 && bounds[0].midY < bounds[1].midY && abs(bounds[0].midX - bounds[1].midX) < 12)
    }

    @Test func whatIsWrongIsTold() {
        expectTold(
            "symbols",
            [
                (
                    "table: [{c: Pekkin, n: 1}], place: c, value: n",
                    "no country or city is called `Pekkin` (row 1 of the table)"
                ),
                ("table: [{c: Beijin, n: 1}], place: c, value: n", "did you mean `Beijing`?"),
                ("table: [{c: Beijing, n: -1}], place: c, value: n", "is negative"),
                ("table: [{c: Beijing, n: 0}], place: c, value: n", "no row has a value above 0"),
                ("table: [{x: 100, y: 95, n: 1}], longitude: x, latitude: y, value: n", "nowhere on the earth"),
                ("table: [{x: 100, n: 1, y: null}], longitude: x, latitude: y, value: n", "has no place"),
                (
                    "table: [{x: 100, n: 1}], longitude: x, value: n",
                    "a place is `longitude` and `latitude`, or `place`"
                ),
                ("table: [{c: Beijing, n: 1}], place: c", "`value` is missing"),
                (
                    "table: [{x: 100, y: 9, n: 1}], longitude: x, latitude: y, value: n, label: true",
                    "coordinates have no names"
                ),
                ("table: [{c: Beijing, n: 1}], place: c, value: n, radius: 0", "from 1 to 400"),
                ("table: [{c: Beijing, n: 1}], place: c, value: n, at: middle", "unknown point of a country `middle`"),
            ])
    }

    private struct Missing: Error {}
}
