import Figures
import SceneGraph
import Testing

@testable import VegaLite

/// Single properties of axes, as vl-convert 1.9.0.post1 draws them: places of the items that
/// `vl_convert.vegalite_to_scenegraph(spec)` gives for the roles `axis-tick`, `axis-label` and `axis-title`, measured
/// from the view's corner.
@Suite struct AxisPropertyTests {
    private static func bars(_ x: String = "{}", _ y: String = "{}", config: String = "{}") throws -> DrawnFigure {
        try drawn(
            """
            {
              "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}, {"a": "C", "b": 43}]},
              "mark": "bar",
              "encoding": {
                "x": {"field": "a", "type": "nominal", "axis": \(x)},
                "y": {"field": "b", "type": "quantitative", "axis": \(y)}
              },
              "config": \(config)
            }
            """)
    }

    private static func log(_ axis: String) throws -> [String] {
        try drawn(
            """
            {
              "data": {"values": [{"a": 1, "b": 28}, {"a": 100, "b": 55}, {"a": 5000, "b": 43}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "a", "type": "quantitative", "scale": {"type": "log"}, "axis": \(axis)}
              }
            }
            """
        ).texts
    }

    @Test func ticksOfTheirOwnLengthsHaveTheirLabelsBehindThem() throws {
        let axis = #"{"tickSize": {"condition": {"test": "datum.index > 0", "value": 15}, "value": 1}}"#
        let figure = try Self.bars(axis)
        #expect(figure.nodes("axis-tick").prefix(3).map(\.bounds.height).map { $0.rounded(.down) - 1 } == [1, 15, 15])
        let labels = figure.nodes("axis-label").prefix(3).map(\.bounds.minY)
        #expect(labels[1] - labels[0] == 14 && labels[2] == labels[1])
    }

    @Test func aFormatOfNumbersMakesNoNumbersOfNames() throws {
        #expect(try Self.bars(#"{"format": ".2f"}"#).texts.prefix(3) == ["NaN", "NaN", "NaN"])
    }

    @Test func aConfigurationGivesNoAxisATitle() throws {
        let texts = try Self.bars(config: #"{"axis": {"title": "Another"}}"#).texts
        #expect(!texts.contains("Another") && !texts.contains("a") && !texts.contains("b"))
    }

    @Test(arguments: ["labelColor", "titleColor", "tickColor", "domainColor"])
    func noColourIsTheColourOfTheLook(_ name: String) throws {
        #expect(try Self.bars("{\"\(name)\": null}").scene == Self.bars().scene)
    }

    @Test func anAxisInFrontTakesItsGridAlong() throws {
        func order(_ axis: String) throws -> [String] {
            var roles: [String] = []
            try Self.bars("{}", axis).scene.root.forEach { roles.append($0.role.rawValue) }
            return roles.filter { $0 == "axis-grid" || $0 == "mark-bar" }
        }
        #expect(try order("{}").first == "axis-grid")
        #expect(try order(#"{"zindex": 1}"#).last == "axis-grid")
    }

    @Test func logarithmicLabelsAreWrittenAsAsked() throws {
        let texts = try Self.log(#"{"format": "$,.1f"}"#)
        #expect(texts.contains("$1,000.0") && !texts.contains("$3.0"))
        #expect(try Self.log(#"{"format": "~s"}"#).contains("10k"))
    }

    /// Vertical: a band's axis starts at the top, one of numbers at the bottom.
    @Test func aTitleStartsWhereTheScaleDoes() throws {
        func title(_ y: String) throws -> Double {
            let figure = try drawn(
                """
                {
                  "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}, {"a": "C", "b": 43}]},
                  "mark": "bar",
                  "height": 100,
                  "encoding": {"y": {\(y), "axis": {"titleAnchor": "start"}}}
                }
                """)
            let view = try #require(figure.nodes("view-background").first).bounds
            guard case .text(let text) = try #require(figure.nodes("axis-title").first).content else { return .nan }
            return text.origin.y - view.minY
        }
        let (names, numbers) = (
            try title(#""field": "a", "type": "nominal""#), try title(#""field": "b", "type": "quantitative""#)
        )
        #expect((0...1).contains(names) && numbers - names == 100)
    }
}
