import Testing

@testable import VegaLite

/// Facets beside vl-convert 1.9.0.post1: `vl_convert.vegalite_to_scenegraph(spec)`, the items of the nodes whose role
/// is `mark`.
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
