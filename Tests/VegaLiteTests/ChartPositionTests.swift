import Files
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import VegaLite

/// Draws a document with type of a fixed width.
func drawn(
    _ text: String, theme: Theme = .vega, size: FigureSize? = nil, language: String = "en", name: String = "chart"
) throws -> DrawnFigure {
    let document = try Document(file: "\(name).json", contents: Array(text.utf8))
    return try VegaLiteChart.draw(
        document,
        in: FigureContext(
            theme: theme, measurer: FixedWidthMeasurer(), facts: .empty, dataRoot: DataRoot("/nonexistent"), size: size,
            language: language, name: name)
    )
}

extension DrawnFigure {
    func nodes(_ role: String) -> [Node] {
        var found: [Node] = []
        scene.root.forEach { if $0.role.rawValue == role { found.append($0) } }
        return found
    }

    var texts: [String] {
        var found: [String] = []
        scene.root.forEach { if case .text(let text) = $0.content { found.append(text.lines.joined(separator: "\n")) } }
        return found
    }

    /// The middles of marks as measured from the view's corner, to a tenth.
    func centres(_ role: String) -> [[Double]] {
        guard let view = nodes("view-background").first?.bounds else { return [] }
        return nodes(role).map {
            [$0.bounds.x + $0.bounds.width / 2 - view.x, $0.bounds.y + $0.bounds.height / 2 - view.y]
                .map { ($0 * 10).rounded() / 10 + 0 }
        }
    }

    /// The boxes of marks as measured from the view's corner, to a tenth.
    func boxes(_ role: String) -> [[Double]] {
        guard let view = nodes("view-background").first?.bounds else { return [] }
        func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
        return nodes(role).map {
            [tenth($0.bounds.x - view.x), tenth($0.bounds.y - view.y), tenth($0.bounds.width), tenth($0.bounds.height)]
        }
    }
}

/// Where vl-convert 1.9.0.post1 (Vega-Lite 6.4) puts the marks of a few small documents:
/// `vl_convert.vegalite_to_scenegraph(spec)`, the items of the nodes whose role is `mark`.
@Suite struct ChartPositionTests {
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

    @Test func ticks() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"a": "A", "b": 1}, {"a": "B", "b": 5}]}, "mark": "tick",
                "encoding": {
                    "y": {"field": "a", "type": "nominal"},
                    "x": {"field": "b", "type": "quantitative"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-tick") == [[59.5, 2.5, 1, 15], [299.5, 22.5, 1, 15]])
    }

    @Test func points() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"a": 1, "b": 2}, {"a": 3, "b": 9}, {"a": 4, "b": 4}]},
                "mark": "point",
                "encoding": {
                    "x": {"field": "a", "type": "quantitative"},
                    "y": {"field": "b", "type": "quantitative"}
                }
            }
            """#
        )
        let middles = figure.boxes("mark-point").map { [($0[0] + $0[2] / 2).rounded(), ($0[1] + $0[3] / 2).rounded()] }
        #expect(middles == [[75, 233], [225, 0], [300, 167]])
    }

    @Test func logarithmicPoints() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"b": 1}, {"b": 1000}]}, "mark": "point",
                "encoding": {"x": {"field": "b", "type": "quantitative", "scale": {"type": "log"}}}
            }
            """#
        )
        let middles = figure.boxes("mark-point").map { [($0[0] + $0[2] / 2).rounded(), ($0[1] + $0[3] / 2).rounded()] }
        #expect(middles == [[0, 10], [300, 10]])
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

    @Test func heatmapOfBins() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"x": 1, "y": 2}, {"x": 4, "y": 9}, {"x": 9, "y": 5}]}, "mark": "rect",
                "encoding": {
                    "x": {"field": "x", "bin": {"maxbins": 5}, "type": "quantitative"},
                    "y": {"field": "y", "bin": {"step": 2}, "type": "quantitative"}
                }
            }
            """#
        )
        #expect(figure.boxes("mark-rect") == [[0.5, 225.5, 60, 75], [120.5, 0.5, 60, 75], [240.5, 150.5, 60, 75]])
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

/// Facets beside vl-convert, as above.
@Suite struct FacetPositionTests {
    @Test func theTransformsOfALayerSeeOneCell() throws {
        let figure = try drawn(
            #"""
            {
                "data": {
                    "values": [
                        {"s": "P", "y": "a", "v": 1}, {"s": "P", "y": "a", "v": 3},
                        {"s": "Q", "y": "a", "v": 4}, {"s": "Q", "y": "a", "v": 8}
                    ]
                },
                "facet": {"column": {"field": "s", "type": "nominal"}},
                "spec": {
                    "layer": [
                        {
                            "mark": "bar",
                            "encoding": {
                                "x": {"field": "y", "type": "nominal"},
                                "y": {
                                    "aggregate": "mean",
                                    "field": "v",
                                    "type": "quantitative"
                                }
                            }
                        },
                        {
                            "mark": {"type": "errorbar", "extent": "stdev"},
                            "encoding": {
                                "x": {"field": "y", "type": "nominal"},
                                "y": {"field": "v", "type": "quantitative"}
                            }
                        }
                    ]
                }
            }
            """#
        )
        let views = figure.nodes("view-background").map(\.bounds)
        let rules = figure.nodes("mark-rule").map(\.bounds)
        #expect(rules.map { (($0.y - (views.first?.y ?? 0)) * 10).rounded() / 10 } == [185.7, 5.2])
        #expect(rules.map { (($0.y + $0.height - (views.first?.y ?? 0)) * 10).rounded() / 10 } == [281, 194.8])
    }

    @Test func aFacetPartsWhatTheViewInsideItDerives() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"d": 1, "v": 1}, {"d": 2, "v": 3}, {"d": 3, "v": 5}]},
                "facet": {"row": {"field": "odd", "type": "nominal"}},
                "spec": {
                    "transform": [
                        {
                            "calculate": "datum.d % 2 == 1 ? 'odd' : 'even'",
                            "as": "odd"
                        },
                        {
                            "window": [{"op": "rank", "field": "", "as": "place"}],
                            "sort": [{"field": "v"}]
                        }
                    ],
                    "mark": "tick", "height": 50,
                    "encoding": {
                        "x": {"field": "place", "type": "nominal"},
                        "y": {"field": "v", "type": "quantitative"}
                    }
                }
            }
            """#
        )
        #expect(figure.boxes("mark-tick") == [[2.5, 19.5, 15, 1], [2.5, 112.5, 15, 1], [22.5, 72.5, 15, 1]])
    }

    @Test func flushCellsStandByTheirFrames() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"a": "A", "b": 1}, {"a": "B", "b": 2}]},
                "facet": {"row": {"field": "a", "type": "nominal"}}, "bounds": "flush", "spacing": 4,
                "spec": {
                    "mark": "point", "width": 40, "height": 20,
                    "encoding": {
                        "x": {"field": "b", "type": "quantitative"},
                        "y": {"field": "b", "type": "quantitative", "axis": null}
                    }
                }
            }
            """#
        )
        let views = figure.nodes("view-background").map(\.bounds)
        #expect(views.count == 2)
        #expect(views.last?.y == views.first.map { $0.y + 24 })
    }

    @Test func layersTakeTheFirstTitleAmongThem() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": [{"a": 1}]},
                "layer": [
                    {
                        "mark": "point", "title": "Inner",
                        "encoding": {"x": {"field": "a", "type": "quantitative"}}
                    },
                    {"mark": "rule", "title": "Second"}
                ]
            }
            """#
        )
        #expect(figure.texts.contains("Inner"))
        #expect(!figure.texts.contains("Second"))
    }
}
