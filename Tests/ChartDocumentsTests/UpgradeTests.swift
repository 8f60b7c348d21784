import Testing

@testable import ChartDocuments

@Suite("Documents of Vega-Lite 1 to 4")
struct UpgradeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let old: String
        let now: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a selection is a parameter",
            old: #"{"selection": {"pick": {"type": "single", "fields": ["a"], "init": {"a": 1}}}, "mark": "bar"}"#,
            now: #"""
                {"mark":"bar","params":[{"name":"pick","select":{"type":"point","fields":["a"]},"value":[{"a":1}]}]}
                """#),
        Case(
            name: "an interval keeps its bounds, its channels and its binding",
            old: #"""
                {"selection": {"brush": {"type": "interval", "encodings": ["x"], "init": {"x": [1, 5]}},
                 "grid": {"type": "interval", "bind": "scales"}}, "mark": "bar"}
                """#,
            now: #"""
                {"mark":"bar","params":[\#
                {"name":"brush","select":{"type":"interval","encodings":["x"]},"value":{"x":[1,5]}},\#
                {"name":"grid","select":{"type":"interval"},"bind":"scales"}]}
                """#),
        Case(
            name: "a condition names a parameter, and an empty selection stays empty",
            old: #"""
                {"selection": {"s": {"type": "multi", "empty": "none"}}, "mark": "bar",
                 "encoding": {"color": {"condition": {"selection": "s", "value": "red"}, "value": "gray"}}}
                """#,
            now: #"""
                {"mark":"bar","encoding":{"color":{\#
                "condition":{"value":"red","param":"s","empty":false},"value":"gray"}},\#
                "params":[{"name":"s","select":{"type":"point"}}]}
                """#),
        Case(
            name: "selections joined in a condition are a test",
            old: #"""
                {"mark": "bar", "encoding": {"color": {
                 "condition": {"selection": {"and": ["a", {"not": "b"}]}, "value": "red"}}}}
                """#,
            now: #"""
                {"mark":"bar","encoding":{"color":{"condition":\#
                {"value":"red","test":{"and":[{"param":"a"},{"not":{"param":"b"}}]}}}}}
                """#),
        Case(
            name: "filters, domains and lookups by a selection",
            old: #"""
                {"transform": [{"filter": {"or": [{"selection": "a"}, "datum.x > 1"]}},
                 {"lookup": "k", "from": {"selection": "a", "key": "k"}}],
                 "mark": "bar", "encoding": {"x": {"field": "t", "scale": {"domain": {"selection": "a"}}}}}
                """#,
            now: #"""
                {"transform":[{"filter":{"or":[{"param":"a"},"datum.x > 1"]}},\#
                {"lookup":"k","from":{"key":"k","param":"a"}}],\#
                "mark":"bar","encoding":{"x":{"field":"t","scale":{"domain":{"param":"a"}}}}}
                """#),
        Case(
            name: "a range step is a step of the view",
            old: #"{"mark": "bar", "encoding": {"x": {"field": "a", "scale": {"rangeStep": 12}}}}"#,
            now: #"{"mark":"bar","encoding":{"x":{"field":"a","scale":{}}},"width":{"step":12}}"#),
        Case(
            name: "no range step is a plain width",
            old: #"{"mark": "bar", "encoding": {"y": {"field": "a", "scale": {"rangeStep": null}}}}"#,
            now: #"{"mark":"bar","encoding":{"y":{"field":"a","scale":{}}},"height":200}"#),
        Case(
            name: "a layer's step is that of the whole",
            old: #"{"layer": [{"mark": "bar", "encoding": {"x": {"field": "a", "scale": {"rangeStep": 9}}}}]}"#,
            now: #"{"layer":[{"mark":"bar","encoding":{"x":{"field":"a","scale":{}}}}],"width":{"step":9}}"#),
        Case(
            name: "a band of a bar is its width, of a point its place",
            old: #"""
                {"layer": [{"mark": "bar", "encoding": {"x": {"field": "a", "band": 0.5}}},
                 {"mark": "point", "encoding": {"x": {"field": "a", "band": 0.5}}}]}
                """#,
            now: #"""
                {"layer":[{"mark":{"type":"bar","width":{"band":0.5}},"encoding":{"x":{"field":"a"}}},\#
                {"mark":"point","encoding":{"x":{"field":"a","bandPosition":0.5}}}]}
                """#),
        Case(
            name: "config: cells, view sizes, steps, invalid values, overlays",
            old: #"""
                {"config": {"cell": {"stroke": "red"}, "invalidValues": null, "scale": {"rangeStep": 15},
                 "view": {"width": 300}, "overlay": {"area": "linepoint"}}, "mark": "bar"}
                """#,
            now: #"""
                {"config":{"scale":{},"view":{"stroke":"red","continuousWidth":300,"discreteWidth":300,"step":15},\#
                "mark":{"invalid":null},"area":{"line":true,"point":true}},"mark":"bar"}
                """#),
        Case(
            name: "names of marks", old: #"{"mark": {"type": "box-plot", "extent": 2}}"#,
            now: #"{"mark":{"type":"boxplot","extent":2}}"#),
        Case(
            name: "the first version's transforms, in the order it had",
            old: #"""
                {"transform": {"filter": ["datum.a > 1", {"field": "b", "in": [1, 2]}],
                 "calculate": [{"field": "c", "expr": "datum.b * 2"}]}, "mark": "bar"}
                """#,
            now: #"""
                {"transform":[{"calculate":"datum.b * 2","as":"c"},\#
                {"filter":{"and":["datum.a > 1",{"field":"b","oneOf":[1,2]}]}}],"mark":"bar"}
                """#),
        Case(
            name: "signals are expressions, but not in data",
            old: #"{"data": {"values": [{"signal": "s"}]}, "title": {"text": {"signal": "'a'"}}, "mark": "bar"}"#,
            now: #"{"data":{"values":[{"signal":"s"}]},"title":{"text":{"expr":"'a'"}},"mark":"bar"}"#),
        Case(
            name: "words that are null now",
            old: #"{"mark": "bar", "encoding": {"x": {"sort": "none"}, "y": {"stack": "none"}}}"#,
            now: #"{"mark":"bar","encoding":{"x":{"sort":null},"y":{"stack":null}}}"#),
    ]

    @Test("what was renamed or moved is read as what it is now, and told", arguments: cases)
    func upgraded(_ example: Case) throws {
        let prepared = try Prepared(example.old)
        #expect(prepared.json == example.now)
        #expect(!prepared.said.isEmpty)
        #expect(!prepared.hasErrors)
        let again = try Prepared(prepared.json)
        #expect(again.json == prepared.json, "what is up to date stays as it is")
        #expect(again.said.isEmpty)
    }

    @Test("a word is told once, with where it stands")
    func once() throws {
        let old = #"""
            {"hconcat": [
              {"mark": "bar", "encoding": {"x": {"field": "a", "scale": {"rangeStep": 9}}}},
              {"mark": "bar", "encoding": {"x": {"field": "a", "scale": {"rangeStep": 9}}}}]}
            """#
        #expect(
            try Prepared(old).said == ["`rangeStep` is of an older Vega-Lite: read as the view's `width: {step: …}`"])
    }

    @Test("a document of today, with fields that bear old names, is left alone")
    func untouched() throws {
        let text = #"""
            {"data":{"values":[{"selection":1,"band":2}]},"mark":"bar",\#
            "encoding":{"x":{"field":"selection"},"y":{"field":"band","type":"quantitative"}}}
            """#
        let prepared = try Prepared(text)
        #expect(prepared.json == text)
        #expect(prepared.said.isEmpty)
    }

    @Test("what nests without end is followed only so far")
    func deep() throws {
        let text =
            String(repeating: #"{"layer": ["#, count: 90) + #"{"mark": "box-plot"}"#
            + String(repeating: "]}", count: 90)
        #expect(try Prepared(text).json.hasPrefix(#"{"layer":[{"layer""#))
    }
}
