import Testing

@testable import VegaLite

/// Boxes of vl-convert 1.9: `vl_convert.vegalite_to_svg(spec)`, the paths within `role-mark`.
@Suite struct BarMarkTests {
    private func bars(mark: String = #""bar""#, config: String = "{}", encoding: String? = nil) throws -> [[Double]] {
        let encoding =
            encoding ?? #"{"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}"#
        return try drawn(
            """
            {
              "data": {"values": [{"a": "A", "b": 28, "t": "2020-01-01", "u": 1}, {"a": "B", "b": 5, "t": \
              "2020-02-01", "u": 3}]},
              "mark": \(mark),
              "encoding": \(encoding),
              "config": {"bar": \(config)}
            }
            """
        ).boxes("mark-bar")
    }

    @Test func aBandSizeOfTheConfigurationIsAShareOrPixels() throws {
        #expect(
            try bars(config: #"{"discreteBandSize": {"band": 0.3}}"#) == [
                [7.3, 0, 5.4, 300], [27.3, 246.4, 5.4, 53.6],
            ])
        #expect(try bars(config: #"{"discreteBandSize": 7}"#) == [[6.5, 0, 7, 300], [26.5, 246.4, 7, 53.6]])
    }

    /// As Vega-Lite has it, these are read of the configuration alone.
    @Test(arguments: ["\"discreteBandSize\": 7", "\"minBandSize\": 30", "\"x2\": 90", "\"timeUnitBandSize\": 0.5"])
    func bandSizesOfTheDefinitionAreNone(_ property: String) throws {
        #expect(try bars(mark: "{\"type\": \"bar\", \(property)}") == [[1, 0, 18, 300], [21, 246.4, 18, 53.6]])
    }

    @Test func aShareOfABandIsWrittenAsItsWidth() throws {
        #expect(
            try bars(mark: #"{"type": "bar", "width": {"band": 0.5}}"#) == [[5.5, 0, 9, 300], [25.5, 246.4, 9, 53.6]])
    }

    @Test func barsOnContinuousAxesHaveAWidthOfTheirOwn() throws {
        let time = #"{"x": {"field": "t", "type": "temporal"}, "y": {"field": "b", "type": "quantitative"}}"#
        #expect(
            try bars(config: #"{"continuousBandSize": 12}"#, encoding: time) == [
                [6, 0, 12, 300], [282, 246.4, 12, 53.6],
            ])
    }

    @Test func bothEndsOfASpanAreMovedByTheirOwnOffsets() throws {
        let span = #"{"x": {"field": "u", "type": "quantitative"}, "x2": {"field": "b"}, "y": {"field": "a"}}"#
        #expect(
            try bars(mark: #"{"type": "bar", "x2Offset": 5, "xOffset": 2}"#, encoding: span) == [
                [12.7, 1, 292.3, 18], [34.1, 21, 24.4, 18],
            ])
    }

    @Test func barsThatRunAcrossTheirMeasureStandAtIt() throws {
        let heights = try bars(mark: #"{"type": "bar", "orient": "horizontal"}"#).map { $0[3] }
        #expect(heights == [5, 5])
    }

    @Test func theCornersOfAStackAreThoseOfTheWhole() throws {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"a": "A", "b": 28, "g": "u"}, {"a": "A", "b": 12, "g": "v"}, {"a": "B", "b": \
              5, "g": "u"}]},
              "mark": {"type": "bar", "cornerRadiusEnd": 8},
              "encoding": {
                "x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}, "color": {"field": "g"}
              }
            }
            """)
        #expect(figure.nodes("clip").count == 2)
        #expect(figure.boxes("mark-bar") == [[1, 0, 18, 210], [1, 210, 18, 90], [21, 262.5, 18, 37.5]])
    }
}
