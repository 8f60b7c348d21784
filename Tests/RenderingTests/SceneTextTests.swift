import SceneGraph
import Testing

@testable import Rendering

/// Scenes and their parts as text.
struct SceneTextTests {
    @Test(arguments: [
        (0, "0"), (-0.0, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (1234.56789, "1234.568"), (0.0004, "0"),
        (-0.0004, "0"), (0.0005, "0.001"), (100, "100"), (1e6, "1000000"), (.nan, "0"), (.infinity, "0"),
        (0.1 + 0.2, "0.3"), (2.9999, "3"),
    ])
    func numbers(_ number: Double, _ wanted: String) {
        var text = ""
        appendNumber(number, to: &text)
        #expect(text == wanted)
    }

    @Test(arguments: [
        "M0,0L10,0L10,5.5L0,5.5Z", "M-1.25,3C0,0 1,1 2,-2.5", "M0,0L1,1M5,5L6,6Z", "",
    ])
    func pathsAreWrittenAsTheyAreRead(_ text: String) {
        #expect((SVGPath.read(text) ?? PathData()).svg == text)
    }

    /// The contract: version 1, a node a line, bounds of what is drawn, absolute path data.
    @Test func sceneJSON() {
        let scene = Scene(
            size: Size(20, 10),
            root: .group(
                id: "s", role: .figure,
                [
                    .path(
                        id: "s/bar[a \"b\"]", role: "mark-bar", .rectangle(Rectangle(x: 1, y: 2, width: 3, height: 4)),
                        fill: .color(Color(hex: 0xB3282D)), facts: ["f"],
                        datum: Datum([.init("v", .number(1.5)), .init("ok", .boolean(true)), .init("n", .null)])),
                    .path(
                        id: "s/rule", role: "mark-rule", .line(from: Point(0, 5), to: Point(20, 5)),
                        stroke: Stroke(.black, width: 2)),
                ]),
            alternative: "A bar", background: nil)
        #expect(
            SceneJSONExporter.json(of: scene) == #"""
                {"version":1,"width":20,"height":10,"alt":"A bar","root":
                {"type":"group","id":"s","role":"figure","bounds":[-1,2,22,4],"children":[
                {"type":"path","id":"s/bar[a \"b\"]","role":"mark-bar","bounds":[1,2,3,4],"facts":["f"],\#
                "datum":{"v":1.5,"ok":true,"n":null},"d":"M1,2L4,2L4,6L1,6Z","fill":"#b3282d"},
                {"type":"path","id":"s/rule","role":"mark-rule","bounds":[-1,4,22,2],"d":"M0,5L20,5",\#
                "stroke":"#000000","strokeWidth":2}]}}

                """#)
    }

    @Test func whatDrewAPictureIsNamedBesideItsBaseline() {
        let scene = small(1, 1, [])
        let record = SceneJSONExporter.record(of: scene, drawnWith: [("cairo", "1.16"), ("pango", "1.50")])
        #expect(record.contains(#""drawnWith":{"cairo":"1.16","pango":"1.50"}"#))
        #expect(!SceneJSONExporter.json(of: scene).contains("drawnWith"))
    }
}
