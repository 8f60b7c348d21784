import Testing

@testable import VegaLite

/// Where vl-convert 1.9.0.post1 (Vega-Lite 6.4) puts the marks of a few small documents:
/// `vl_convert.vegalite_to_scenegraph(spec)`, the items of the nodes whose role is `mark`.
@Suite struct BarPositionTests {
    @Test func bars() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}]}, "mark": "bar",
                "encoding": {
                    "x": {"field": "a", "type": "nominal"},
                    "y": {"field": "b", "type": "quantitative"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-bar") == [[1, 147.3, 18, 152.7], [21, 0, 18, 300]])
        #expect(
            figure.texts == ["A", "B", "a", "0", "5", "10", "15", "20", "25", "30", "35", "40", "45", "50", "55", "b"])
    }

    @Test func histogram() throws {
        let figure = try drawn(
            #"""
            {
                "data": {
                    "values": [
                        {"v": 1}, {"v": 2}, {"v": 2}, {"v": 3}, {"v": 7}, {"v": 8},
                        {"v": 9.5}
                    ]
                },
                "mark": "bar",
                "encoding": {
                    "x": {"field": "v", "bin": true, "type": "quantitative"},
                    "y": {"aggregate": "count"}
                }
            }
            """#
        )
        #expect(
            figure.boxes("mark-bar").sorted { $0[0] < $1[0] } == [
                [1, 150, 32.3, 150], [34.3, 0, 32.3, 300], [67.7, 150, 32.3, 150], [201, 150, 32.3, 150],
                [234.3, 150, 32.3, 150], [267.7, 150, 32.3, 150],
            ])
        #expect(figure.texts.contains("v (binned)"))
        #expect(figure.texts.contains("Count of Records"))
    }

    @Test func stackedBars() throws {
        let figure = try drawn(
            #"""
            {
                "data": {
                    "values": [
                        {"a": "A", "c": "u", "b": 1}, {"a": "A", "c": "v", "b": 2},
                        {"a": "B", "c": "u", "b": 3}
                    ]
                },
                "mark": "bar",
                "encoding": {
                    "y": {"field": "a", "type": "nominal"},
                    "x": {"field": "b", "type": "quantitative"},
                    "color": {"field": "c", "type": "nominal"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-bar") == [[0, 1, 100, 18], [100, 1, 200, 18], [0, 21, 300, 18]])
        #expect(figure.nodes("legend-label").count == 2)
    }

    @Test func groupedBars() throws {
        let figure = try drawn(
            #"""
            {
                "data": {
                    "values": [
                        {"a": "A", "c": "u", "b": 1}, {"a": "A", "c": "v", "b": 2},
                        {"a": "B", "c": "u", "b": 3}
                    ]
                },
                "mark": "bar",
                "encoding": {
                    "x": {"field": "a", "type": "nominal"}, "xOffset": {"field": "c"},
                    "y": {"field": "b", "type": "quantitative"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-bar") == [[10, 200, 20, 100], [30, 100, 20, 200], [60, 0, 20, 300]])
    }

    @Test func barsMovedToTheBeginningOfTheirMonth() throws {
        let figure = try drawn(
            #"""
            {
                "data": {
                    "values": [
                        {"d": "2020-01-15", "v": 3}, {"d": "2020-02-15", "v": 5},
                        {"d": "2020-03-15", "v": 4}
                    ]
                },
                "mark": "bar",
                "encoding": {
                    "x": {
                        "timeUnit": "yearmonth", "field": "d", "type": "temporal",
                        "bandPosition": 0
                    },
                    "y": {"field": "v", "type": "quantitative"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-bar") == [[1, 120, 101.2, 180], [103.2, 0, 97.9, 300], [202.1, 60, 97.9, 240]])
    }

    @Test func barsGroupedWithinAYear() throws {
        let figure = try drawn(
            #"""
            {
                "data": {
                    "values": [
                        {"d": "2019-03-01", "s": "a", "v": 3},
                        {"d": "2019-03-01", "s": "b", "v": 5},
                        {"d": "2020-03-01", "s": "a", "v": 4},
                        {"d": "2020-03-01", "s": "b", "v": 1}
                    ]
                },
                "mark": "bar",
                "encoding": {
                    "x": {"timeUnit": "year", "field": "d", "type": "temporal"},
                    "xOffset": {"field": "s"}, "y": {"field": "v", "type": "quantitative"}
                }
            }
            """#
        )
        #expect(
            figure.boxes("mark-bar") == [
                [15, 120, 59.9, 180], [74.9, 0, 59.9, 300], [164.8, 60, 59.9, 240], [224.7, 240, 59.9, 60],
            ])
    }

    @Test func normalizedStack() throws {
        let figure = try drawn(
            #"""
            {
                "data": {
                    "values": [
                        {"a": "A", "s": "x", "v": 3}, {"a": "A", "s": "y", "v": 1},
                        {"a": "B", "s": "x", "v": 2}, {"a": "B", "s": "y", "v": 6}
                    ]
                },
                "mark": "bar",
                "encoding": {
                    "x": {"field": "v", "type": "quantitative", "stack": "normalize"},
                    "y": {"field": "a", "type": "nominal"}, "color": {"field": "s"}
                }
            }
            """#
        )
        #expect(
            figure.boxes("mark-bar") == [[0, 1, 225, 18], [225, 1, 75, 18], [0, 21, 75, 18], [75, 21, 225, 18]])
    }

    @Test func rangesOfTime() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"t": "A", "s": 1, "e": 3}, {"t": "B", "s": 3, "e": 8}]},
                "mark": "bar",
                "encoding": {
                    "y": {"field": "t", "type": "ordinal"},
                    "x": {"field": "s", "type": "quantitative"}, "x2": {"field": "e"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-bar") == [[37.5, 1, 75, 18], [112.5, 21, 187.5, 18]])
    }

    @Test func selectedRowsOnly() throws {
        let figure = try drawn(
            #"""
            {
                "params": [
                    {
                        "name": "p", "select": {"type": "interval", "encodings": ["x"]},
                        "value": {"x": [2, 6]}
                    }
                ],
                "data": {"values": [{"a": "A", "b": 2}, {"a": "B", "b": 5}, {"a": "C", "b": 9}]},
                "transform": [{"filter": {"param": "p"}}], "mark": "bar",
                "encoding": {
                    "y": {"field": "a", "type": "nominal"},
                    "x": {"field": "b", "type": "quantitative"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-bar") == [[0, 1, 120, 18], [0, 21, 300, 18]])
    }
}
