import DossierTesting
import Rendering
import Testing

@testable import Dossier

/// The tests of the tests: every kind of edit must fail a picture, and fail it in words that name the edit; what a
/// processor may do must not.
@Suite("Every edit is caught")
struct EditsAreCaughtTests {
    private struct Chart {
        var tick = "10"
        var barTop = 40.0
        var barLeft = 60.0
        var color: UInt32 = 0x1F77B4
        var lineShift = 0.0
        var weight = 400
        var hasLabel = true
        var swapped = false
        var exchanged = false
    }

    private let fonts: FontLibrary

    init() throws { fonts = try FontLibrary(family: "Lato") }

    private func text(_ id: String, _ role: Role, _ word: String, _ x: Double, _ y: Double, weight: Int = 400) -> Node {
        fonts.node(
            id: id, role: role,
            Text(lines: [word], origin: Point(x, y), font: Font("Lato", size: 11, weight: weight), fill: .color(.black))
        )
    }

    private func scene(_ chart: Chart) -> Scene {
        func bar(_ key: String, _ left: Double, _ top: Double, value: Double) -> Node {
            .path(
                id: "chart/bar[\(key)]", role: "mark-bar",
                .rectangle(Rectangle(x: left, y: top, width: 40, height: 160 - top)),
                fill: .color(Color(hex: chart.color)), datum: Datum([.init("value", .number(value))]))
        }
        let places = chart.exchanged ? [90, chart.barLeft] : [chart.barLeft, 90]
        let bars = [bar("A", places[0], chart.barTop, value: 160 - chart.barTop), bar("B", places[1], 90, value: 70)]
        var line = PathData.line(from: Point(20, 30 + chart.lineShift), to: Point(220, 70 + chart.lineShift))
        line.line(to: Point(230, 20 + chart.lineShift))
        var nodes = [
            text("chart/x-axis/label[1]", "axis-label", "0", 60, 176),
            text("chart/x-axis/label[2]", "axis-label", chart.tick, 140, 176),
            .group(id: "chart/bars", role: "marks", chart.swapped ? bars.reversed() : bars),
            .path(id: "chart/line", role: "mark-line", line, stroke: Stroke(Color(hex: 0xB3282D), width: 1.5)),
            text("chart/title", .title, "Bars and a line", 20, 16, weight: chart.weight),
        ]
        if chart.hasLabel { nodes.append(text("chart/place[Lhasa]", "map-label", "Lhasa", 180, 120)) }
        return Scene(size: Size(240, 190), root: .group(id: "chart", role: .figure, nodes))
    }

    private func drawn(_ chart: Chart) throws -> (png: [UInt8], scene: [UInt8]) {
        let scene = scene(chart)
        return (try PNGExporter.png(of: scene, fonts: fonts), Array(SceneJSONExporter.record(of: scene).utf8))
    }

    private func compared(_ change: (inout Chart) -> Void, withScenes: Bool = true) throws -> PictureComparison {
        var chart = Chart()
        change(&chart)
        let before = try drawn(Chart()), after = try drawn(chart)
        return try PictureComparer().compare(
            expected: before.png, actual: after.png,
            expectedScene: withScenes ? RecordedScene(json: before.scene, file: "a") : nil,
            actualScene: withScenes ? RecordedScene(json: after.scene, file: "b") : nil, name: "chart",
            expectedFile: "a.png", actualFile: "b.png")
    }

    /// By its pixels alone, and then by its words.
    private func expectCaught(_ words: String, _ change: (inout Chart) -> Void) throws {
        #expect(try compared(change, withScenes: false).pixels?.passes == false, "\(words): not in the pixels")
        let told = try compared(change).lines
        #expect(told.contains { $0.contains(words) }, "\(words) is not in \(told)")
    }

    @Test func oneDigit() throws { try expectCaught("x axis, tick 2: \"10\" → \"16\"") { $0.tick = "16" } }

    @Test func onePixel() throws { try expectCaught("bar A: 120 → 121, 1 px taller") { $0.barTop = 39 } }

    @Test func twoFifthsOfAPixel() throws { try expectCaught("0.4 px taller") { $0.barTop = 39.6 } }

    @Test func aQuarterOfAPixelOfALine() throws { try expectCaught("line: moved 0.25 px down") { $0.lineShift = 0.25 } }

    @Test func oneStepOfColour() throws { try expectCaught("2 bars: #1f77b4 → #2377ac") { $0.color = 0x2377AC } }

    @Test func oneStepOfOneChannel() throws {
        // As little as a processor may do: the pixels count as the same, and the scene tells it.
        let told = try compared { $0.color = 0x2077B4 }
        #expect(told.pixels?.passes == true && told.scene?.changes.map(\.message) == ["2 bars: #1f77b4 → #2077b4"])
    }

    @Test func placesOfTwoBars() throws { try expectCaught("bar B: moved 30 px left") { $0.exchanged = true } }

    @Test func orderOfTwoBarsThatOverlap() throws {
        // Of one colour, the order cannot be seen; the scene still tells it.
        let told = try compared { $0.swapped = true }
        #expect(told.pixels?.isIdentical == true)
        #expect(told.scene?.changes.map(\.message) == ["bar B now drawn before bar A"])
        var strict = told
        strict.comparesScenes = true
        #expect(told.passes && !strict.passes)
    }

    @Test func weightOfType() throws { try expectCaught("title: weight") { $0.weight = 700 } }

    @Test func aMissingLabel() throws { try expectCaught("label \"Lhasa\" gone") { $0.hasLabel = false } }

    @Test func noiseOfOneStepIsForgiven() throws {
        let drawn = try PNGExporter.pixels(of: scene(Chart()), fonts: fonts)
        let noisy = try #require(
            PixelImage(
                width: drawn.width, height: drawn.height,
                pixels: drawn.pixels.enumerated().map { index, byte in
                    index % 4 == 3 ? byte : index % 7 == 0 ? (byte == 255 ? 254 : byte + 1) : byte
                }))
        let result = PixelComparison(expected: drawn, actual: noisy)
        #expect(result.withinThreshold > 10_000)
        #expect(result.passes)
    }

    @Test func equalScenesWithOtherPixelsAreTheRenderers() throws {
        var shifted = Chart()
        shifted.lineShift = 0.5
        let before = try drawn(Chart()), after = try drawn(shifted)
        let record = try RecordedScene(json: before.scene, file: "a")
        let told = try PictureComparer().compare(
            expected: before.png, actual: after.png, expectedScene: record, actualScene: record, name: "chart",
            expectedFile: "a.png", actualFile: "b.png")
        #expect(told.lines.first == "the scenes are equal: the renderer or a font drew it differently")
        #expect(told.lines.contains { $0.contains("at line") })
    }
}
