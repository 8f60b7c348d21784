import Files
import Documents
import Expressions
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import VegaLite

/// Documents with something in them replaced, left out or doubled: they are drawn or refused, and nothing else happens.
@Suite struct SpecFuzzTests {
    private static let seeds = [
        #"""
        {
            "data": {
                "values": [
                    {"a": "A", "b": 28, "d": "2020-01-05"},
                    {"a": "B", "b": 55, "d": "2020-02-01"}
                ]
            },
            "mark": {"type": "bar", "cornerRadius": 2, "width": {"band": 0.7}},
            "encoding": {
                "x": {
                    "field": "a", "type": "nominal", "sort": "-y",
                    "axis": {"labelAngle": 30, "values": ["A"]}
                },
                "y": {
                    "field": "b", "type": "quantitative", "aggregate": "sum",
                    "stack": "zero", "scale": {"domain": [0, 60], "nice": true}
                },
                "color": {"field": "a", "legend": {"orient": "bottom", "columns": 2}}
            }
        }
        """#,
        #"""
        {
            "data": {
                "values": [
                    {"t": "2020-01-05", "v": 1, "s": "x"},
                    {"t": "2020-02-01", "v": null, "s": "x"},
                    {"t": "2020-03-01", "v": 3, "s": "y"}
                ]
            },
            "transform": [
                {"filter": "datum.v > 0"},
                {
                    "window": [{"op": "mean", "field": "v", "as": "m"}], "frame": [-1, 1],
                    "sort": [{"field": "t"}]
                },
                {"calculate": "datum.m * 2", "as": "n"}
            ],
            "mark": {"type": "line", "point": true, "interpolate": "monotone"},
            "encoding": {
                "x": {
                    "field": "t", "timeUnit": "yearmonth",
                    "axis": {
                        "format": "%b",
                        "tickCount": {"interval": "month", "step": 1}
                    }
                },
                "y": {"field": "n", "type": "quantitative", "impute": {"value": 0}},
                "color": {"field": "s"}, "strokeDash": {"field": "s"}
            }
        }
        """#,
        #"""
        {
            "data": {
                "values": [
                    {"a": 1, "b": 2, "c": "x"}, {"a": 3, "b": 5, "c": "y"},
                    {"a": 9, "b": 1, "c": "x"}
                ]
            },
            "params": [
                {
                    "name": "p", "select": {"type": "interval", "encodings": ["x"]},
                    "value": {"x": [1, 4]}
                },
                {"name": "k", "value": 3}
            ],
            "facet": {"row": {"field": "c", "header": {"labelAngle": 0}}},
            "spec": {
                "layer": [
                    {
                        "mark": "point",
                        "encoding": {
                            "x": {
                                "field": "a", "type": "quantitative",
                                "bin": {"maxbins": 5}
                            },
                            "y": {
                                "field": "b", "type": "quantitative",
                                "scale": {"type": "log"}
                            },
                            "size": {"field": "b", "type": "quantitative"},
                            "opacity": {
                                "condition": {
                                    "param": "p",
                                    "value": 1
                                },
                                "value": 0.2
                            }
                        }
                    },
                    {
                        "mark": {
                            "type": "rule",
                            "color": {"expr": "k > 2 ? 'red' : 'blue'"}
                        },
                        "encoding": {"y": {"aggregate": "mean", "field": "b"}}
                    }
                ]
            },
            "resolve": {"scale": {"y": "independent"}}
        }
        """#,
        #"""
        {
            "hconcat": [
                {
                    "data": {"sequence": {"start": 0, "stop": 12, "as": "x"}},
                    "mark": {
                        "type": "area",
                        "color": {
                            "gradient": "linear",
                            "stops": [
                                {"offset": 0, "color": "red"},
                                {"offset": 1, "color": "blue"}
                            ]
                        }
                    },
                    "encoding": {
                        "x": {"field": "x", "type": "quantitative"},
                        "y": {"field": "x", "type": "quantitative"}
                    }
                },
                {
                    "data": {"values": [{"v": 3, "k": "a"}, {"v": 5, "k": "b"}]},
                    "mark": {"type": "arc", "innerRadius": 20, "padAngle": 0.1},
                    "encoding": {
                        "theta": {
                            "field": "v", "type": "quantitative",
                            "stack": true
                        },
                        "color": {"field": "k"}
                    }
                },
                {
                    "data": {"graticule": {"step": [30, 30]}},
                    "projection": {"type": "orthographic", "rotate": [10, 20, 0]},
                    "mark": {"type": "geoshape", "filled": false}
                }
            ],
            "config": {
                "axis": {"grid": false}, "view": {"stroke": null},
                "range": {"category": ["red", "green"]}
            },
            "spacing": 5, "title": {"text": ["a", "b"], "anchor": "start"}
        }
        """#,
        #"""
        {
            "data": {
                "values": [
                    {"g": "a", "v": 1}, {"g": "a", "v": 2}, {"g": "a", "v": 9},
                    {"g": "b", "v": 4}, {"g": "b", "v": 5}
                ]
            },
            "repeat": {"layer": ["v"]},
            "spec": {
                "mark": {"type": "boxplot", "extent": 1.5},
                "encoding": {
                    "x": {"field": "g", "type": "ordinal"},
                    "y": {"field": {"repeat": "layer"}, "type": "quantitative"},
                    "xOffset": {"field": "g"}
                },
                "width": {"step": 30}
            }
        }
        """#,
    ]

    private static let odd: [DocumentNode] = [
        .nothing, .flag(true), .flag(false), .number(0), .number(-1), .number(1e308), .number(-1e308),
        .number(.leastNonzeroMagnitude),
        .number(3), .text(""),
        .text("x"), .text("datum.b"), .text("%"), .list([]), .list([.number(1), .text("a")]), .object([:]),
        .object(["expr": .text("1/0")]),
        .object(["field": .text("b")]), .object(["step": .number(1e-300)]), .object(["signal": .text("width")]),
    ]

    /// How many nodes a document has.
    private func count(_ node: DocumentNode) -> Int {
        1 + (node.array ?? []).reduce(0) { $0 + count($1) }
            + (node.object?.members ?? []).reduce(0) { $0 + count($1.value) }
    }

    /// The document with its node of that number changed.
    private func changed(_ node: DocumentNode, _ target: inout Int, _ random: inout SeededGenerator) -> DocumentNode? {
        if target == 0 {
            target = -1
            switch random.next() % 8 {
            case 0: return nil
            default: return Self.odd[Int(random.next() % UInt64(Self.odd.count))]
            }
        }
        target -= 1
        if let items = node.array {
            var result: [DocumentNode] = []
            for item in items {
                if target < 0 {
                    result.append(item)
                } else if let made = changed(item, &target, &random) {
                    result.append(made)
                }
            }
            return .list(result)
        }
        if let members = node.object?.members {
            var result = node
            for member in members where target >= 0 {
                result = result.setting(member.key, changed(member.value, &target, &random))
            }
            return result
        }
        return node
    }

    @Test(arguments: 0..<5) func changedDocumentsAreDrawnOrRefused(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed + 1))
        let root = try Document(file: "seed.json", contents: Array(Self.seeds[seed].utf8)).root
        var (drawn, refused) = (0, 0)
        for _ in 0..<40 {
            var node = root
            for _ in 0...(random.next() % 2) {
                var target = 1 + Int(random.next() % UInt64(max(1, count(node) - 1)))
                node = changed(node, &target, &random) ?? node
            }
            let document = Document(file: "fuzz.json", root: node)
            let theme: Theme = random.next() % 2 == 0 ? .vega : .dossier
            do {
                let figure = try VegaLiteChart.draw(
                    document,
                    in: FigureContext(
                        theme: theme, measurer: FixedWidthMeasurer(), facts: .empty, dataRoot: DataRoot("/nonexistent"),
                        name: "fuzz"))
                #expect(figure.scene.size.width.isFinite && figure.scene.size.height.isFinite)
                drawn += 1
            } catch {
                #expect(error.hasErrors && error.all.allSatisfy { !$0.message.isEmpty })
                refused += 1
            }
        }
        #expect(drawn > 4 && refused > 4, "drawn \(drawn), refused \(refused)")
    }
}
