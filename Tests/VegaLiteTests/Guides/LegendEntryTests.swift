import Figures
import Testing

@testable import VegaLite

/// Entries of legends: texts and paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct LegendEntryTests {
    @Test func kinds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"x": 0, "y": 0, "k": "c"}, {"x": 1, "y": 1, "k": "a"}, {"x": 2, "y": 2, "k": "b"}]
              },
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "color": {"field": "k", "type": "nominal"}}
            }
            """)
        #expect(figure.words("legend-label") == ["a", "b", "c"])
        #expect(figure.words("legend-title") == ["k"])
        expectAlike(
            figure.paints("legend-symbol"), ["none #4c78a8/0.7 1.5", "none #f58518/0.7 1.5", "none #e45756/0.7 1.5"])
    }

    @Test func ofBars() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"x": 0, "y": 0, "k": "c"}, {"x": 1, "y": 1, "k": "a"}, {"x": 2, "y": 2, "k": "b"}]
              },
              "mark": "bar",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "color": {"field": "k", "type": "nominal"}}
            }
            """)
        #expect(figure.words("legend-label") == ["a", "b", "c"])
        expectAlike(figure.paints("legend-symbol"), ["#4c78a8 none", "#f58518 none", "#e45756 none"])
    }

    @Test func ofLines() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"x": 0, "y": 0, "k": "a"}, {"x": 1, "y": 1, "k": "a"}, {"x": 0, "y": 0, "k": "b"},
                  {"x": 1, "y": 1, "k": "b"}
                ]
              },
              "mark": "line",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "color": {"field": "k", "type": "nominal"}}
            }
            """)
        #expect(figure.words("legend-label") == ["a", "b"])
    }

    @Test func sizes() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 5}, {"x": 2, "y": 50}, {"x": 3, "y": 100}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "size": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        #expect(figure.words("legend-label") == ["0", "20", "40", "60", "80", "100"])
        #expect(figure.words("legend-title") == ["y"])
    }

    @Test func shapes() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"x": 0, "y": 0, "k": "c"}, {"x": 1, "y": 1, "k": "a"}, {"x": 2, "y": 2, "k": "b"}]
              },
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "shape": {"field": "k", "type": "nominal"}}
            }
            """)
        #expect(figure.words("legend-label") == ["a", "b", "c"])
        #expect(figure.words("legend-title") == ["k"])
    }

    @Test func amounts() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 0}, {"x": 2, "y": 50}, {"x": 3, "y": 100}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "color": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        #expect(figure.words("legend-label") == ["0", "50", "100"])
        #expect(figure.words("legend-title") == ["y"])
    }

    @Test func thresholds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 0}, {"x": 2, "y": 50}, {"x": 3, "y": 100}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "color": {
                  "field": "y", "type": "quantitative",
                  "scale": {"type": "threshold", "domain": [10, 60], "range": ["red", "gold", "green"]}
                }
              }
            }
            """)
        #expect(figure.words("legend-label") == ["10", "60"])
    }

    @Test func titlesAndFormats() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"x": 0, "y": 0, "k": "c"}, {"x": 1, "y": 1, "k": "a"}, {"x": 2, "y": 2, "k": "b"}]
              },
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "legend": {"title": "Kind"}}
              }
            }
            """)
        #expect(figure.words("legend-title") == ["Kind"])
    }

    @Test func expressions() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"x": 0, "y": 0, "k": "c"}, {"x": 1, "y": 1, "k": "a"}, {"x": 2, "y": 2, "k": "b"}]
              },
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "legend": {"labelExpr": "upper(datum.label)"}}
              }
            }
            """)
        #expect(figure.words("legend-label") == ["A", "B", "C"])
    }

    @Test func someValues() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"x": 0, "y": 0, "k": "c"}, {"x": 1, "y": 1, "k": "a"}, {"x": 2, "y": 2, "k": "b"}]
              },
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "legend": {"values": ["a", "c"]}}
              }
            }
            """)
        #expect(figure.words("legend-label") == ["a", "c"])
    }

    @Test func bins() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 0}, {"x": 2, "y": 60}, {"x": 3, "y": 120}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "color": {"field": "y", "type": "quantitative", "bin": {"step": 50}}
              }
            }
            """)
        #expect(figure.words("legend-label") == ["50", "100"])
    }

    @Test func oneLegendForTwoChannels() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"x": 0, "y": 0, "k": "c"}, {"x": 1, "y": 1, "k": "a"}, {"x": 2, "y": 2, "k": "b"}]
              },
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"}, "color": {"field": "k", "type": "nominal"},
                "shape": {"field": "k", "type": "nominal"}
              }
            }
            """)
        #expect(figure.words("legend-label") == ["a", "b", "c"])
        expectAlike(
            figure.paints("legend-symbol"), ["none #4c78a8/0.7 1.5", "none #f58518/0.7 1.5", "none #e45756/0.7 1.5"])
    }

    @Test func ordinals() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 3}, {"x": 2, "y": 1}, {"x": 3, "y": 2}]},
              "mark": "point",
              "encoding": {"x": {"field": "x", "type": "quantitative"}, "color": {"field": "y", "type": "ordinal"}}
            }
            """)
        #expect(figure.words("legend-label") == ["1", "2", "3"])
        expectAlike(
            figure.paints("legend-symbol"), ["none #9cc8e2/0.7 1.5", "none #5ba3cf/0.7 1.5", "none #2978b8/0.7 1.5"])
    }

    @Test func opacities() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"x": 1, "y": 0}, {"x": 2, "y": 50}, {"x": 3, "y": 100}]},
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "opacity": {"field": "y", "type": "quantitative"}
              }
            }
            """)
        #expect(figure.words("legend-label") == ["0", "20", "40", "60", "80", "100"])
    }

    @Test func sortedDownwards() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"x": 0, "y": 0, "k": "c"}, {"x": 1, "y": 1, "k": "a"}, {"x": 2, "y": 2, "k": "b"}]
              },
              "mark": "point",
              "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "color": {"field": "k", "type": "nominal", "sort": "descending"}
              }
            }
            """)
        #expect(figure.words("legend-label") == ["c", "b", "a"])
    }
}
