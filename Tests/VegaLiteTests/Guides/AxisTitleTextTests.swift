import Figures
import Testing

@testable import VegaLite

/// Titles of axes: texts of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct AxisTitleTextTests {
    @Test func theNameOfTheField() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative"}}
            }
            """)
        #expect(figure.words("axis-title") == ["x"])
    }

    @Test func ofTheAuthor() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "title": "Length"}}
            }
            """)
        #expect(figure.words("axis-title") == ["Length"])
    }

    @Test func ofTheAxis() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"title": "Length"}}}
            }
            """)
        #expect(figure.words("axis-title") == ["Length"])
    }

    @Test func severalLines() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "title": ["Length", "in km"]}}
            }
            """)
        #expect(figure.words("axis-title") == ["Length/in km"])
    }

    @Test func meansAreSaid() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative", "aggregate": "mean"}}
            }
            """)
        #expect(figure.words("axis-title") == ["Mean of x"])
    }

    @Test func countsAreSaid() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"aggregate": "count"}}
            }
            """)
        #expect(figure.words("axis-title") == ["Count of Records"])
    }

    @Test func binsAreSaid() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 2}, {"x": 3, "y": 8}, {"x": 5, "y": 3}, {"x": 8, "y": 6}]},
              "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative", "bin": true}}
            }
            """)
        #expect(figure.words("axis-title") == ["x (binned)"])
    }

    @Test func unitsOfTimeAreSaid() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"d": "2020-01-01"}]}, "mark": "point",
              "encoding": {"x": {"field": "d", "type": "temporal", "timeUnit": "yearmonth"}}
            }
            """)
        #expect(figure.words("axis-title") == ["d (year-month)"])
    }
}
