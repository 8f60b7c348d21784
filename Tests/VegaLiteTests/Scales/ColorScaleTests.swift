import Figures
import Testing

@testable import VegaLite

/// Colours of scales: paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct ColorScaleTests {
    @Test func kinds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [
                  {"i": 0, "v": "a"}, {"i": 1, "v": "b"}, {"i": 2, "v": "c"}, {"i": 3, "v": "d"},
                  {"i": 4, "v": "e"}, {"i": 5, "v": "f"}, {"i": 6, "v": "g"}, {"i": 7, "v": "h"},
                  {"i": 8, "v": "i"}, {"i": 9, "v": "j"}, {"i": 10, "v": "k"}, {"i": 11, "v": "l"}
                ]
              },
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "v", "type": "nominal", "scale": {}}
              }
            }
            """)
        expectAlike(
            figure.paints("mark-square"),
            [
                "#4c78a8 none",
                "#f58518 none",
                "#e45756 none",
                "#72b7b2 none",
                "#54a24b none",
                "#eeca3b none",
                "#b279a2 none",
                "#ff9da6 none",
                "#9d755d none",
                "#bab0ac none",
                "#4c78a8 none",
                "#f58518 none",
            ])
    }

    @Test func ordinals() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 2}, {"i": 2, "v": 3}, {"i": 3, "v": 4}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "v", "type": "ordinal", "scale": {}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#a8cee5 none", "#74b2d7 none", "#4592c6 none", "#206fb2 none"])
    }

    @Test func amounts() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 0}, {"i": 1, "v": 2}, {"i": 2, "v": 5}, {"i": 3, "v": 10}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "v", "type": "quantitative", "scale": {}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#cfe1f2 none", "#a8cee5 none", "#5ba3cf none", "#0a4a90 none"])
    }

    @Test func moments() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {
                "values": [{"i": 0, "v": "2020-01-01"}, {"i": 1, "v": "2020-02-01"}, {"i": 2, "v": "2021-01-01"}]
              },
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "v", "type": "temporal", "scale": {}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#86bcdc none", "#80b8da none", "#3887c0 none"])
    }

    @Test func aRangeOfColours() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 0}, {"i": 1, "v": 5}, {"i": 2, "v": 10}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "v", "type": "quantitative", "scale": {"range": ["white", "navy"]}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#ffe5ff none", "#956dfc none", "#000080 none"])
    }

    @Test func aRangeOfKinds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": "a"}, {"i": 1, "v": "b"}, {"i": 2, "v": "c"}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {
                  "field": "v", "type": "nominal",
                  "scale": {"domain": ["c", "b", "a"], "range": ["red", "green", "blue"]}
                }
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#0000ff none", "#008000 none", "#ff0000 none"])
    }

    @Test func threeColoursAboutAMiddle() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": -4}, {"i": 1, "v": 0}, {"i": 2, "v": 2}, {"i": 3, "v": 8}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "v", "type": "quantitative", "scale": {"domainMid": 0, "scheme": "redblue"}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#8c0d25 none", "#f2efee none", "#c5deec none", "#134b85 none"])
    }

    @Test func thresholds() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 5}, {"i": 2, "v": 9}, {"i": 3, "v": 50}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {
                  "field": "v", "type": "quantitative",
                  "scale": {"type": "threshold", "domain": [2, 10], "range": ["red", "gold", "green"]}
                }
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#ff0000 none", "#ffd700 none", "#ffd700 none", "#008000 none"])
    }

    @Test func equalParts() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 0}, {"i": 1, "v": 3}, {"i": 2, "v": 6}, {"i": 3, "v": 9}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {
                  "field": "v", "type": "quantitative",
                  "scale": {"type": "quantize", "range": ["red", "gold", "green"]}
                }
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#ff0000 none", "#ffd700 none", "#008000 none", "#008000 none"])
    }

    @Test func quantiles() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 2}, {"i": 2, "v": 3}, {"i": 3, "v": 100}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {
                  "field": "v", "type": "quantitative",
                  "scale": {"type": "quantile", "range": ["red", "green"]}
                }
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#ff0000 none", "#ff0000 none", "#008000 none", "#008000 none"])
    }

    @Test func bins() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 0}, {"i": 1, "v": 3}, {"i": 2, "v": 6}, {"i": 3, "v": 9}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "v", "type": "quantitative", "scale": {}, "bin": {"maxbins": 3}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#86bcdc none", "#86bcdc none", "#3887c0 none", "#3887c0 none"])
    }

    @Test func reversedScheme() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 0}, {"i": 1, "v": 5}, {"i": 2, "v": 10}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "v", "type": "quantitative", "scale": {"scheme": "blues", "reverse": true}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#0a4a90 none", "#5ba3cf none", "#cfe1f2 none"])
    }

    @Test func partOfAScheme() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 0}, {"i": 1, "v": 5}, {"i": 2, "v": 10}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {
                  "field": "v", "type": "quantitative",
                  "scale": {"scheme": {"name": "blues", "extent": [0.5, 1]}}
                }
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#5ba3cf none", "#2978b8 none", "#0a4a90 none"])
    }

    @Test func soManyOfAScheme() throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100,
              "data": {"values": [{"i": 0, "v": 1}, {"i": 1, "v": 2}, {"i": 2, "v": 3}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "v", "type": "ordinal", "scale": {"scheme": {"name": "viridis", "count": 3}}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), ["#3b528b none", "#21918d none", "#5dc963 none"])
    }
}
