import Documents
import Figures
import Testing
import Typography

@testable import VegaLite

@Suite struct ChartProblemTests {
    private func problems(_ text: String, theme: Theme = .dossier) -> [Diagnostic] {
        do {
            return try drawn(text, theme: theme).warnings
        } catch let problems as Diagnostics {
            return problems.all
        } catch {
            return []
        }
    }

    @Test func aMisspeltPropertyIsToldWithTheNearest() {
        let found = problems(
            #"""
            {
                "data": {"values": [{"a": 1}]}, "mark": "bar",
                "encoding": {"x": {"feild": "a", "field": "a", "type": "quantitative"}}
            }
            """#
        )
        #expect(
            found.contains {
                $0.path == "encoding.x.feild" && $0.advice == "did you mean `field`?" && $0.severity == .error
            })
    }

    @Test func anUnknownFieldIsToldWithTheNearest() {
        let found = problems(
            #"{"data":{"values":[{"origin":"A"}]},"mark":"bar","encoding":{"x":{"field":"orgin","type":"nominal"}}}"#)
        #expect(
            found.contains {
                $0.path == "encoding.x.field" && $0.advice == "did you mean `origin`?" && $0.severity == .error
            })
    }

    @Test func aFontThatIsSetInAnotherIsToldOnce() {
        let text =
            #"""
            {
                "data": {"values": [{"a": 1}]},
                "mark": {"type": "text", "font": "Comic Sans MS", "text": "x"},
                "config": {"axis": {"labelFont": "Comic Sans MS", "titleFont": "serif"}}
            }
            """#
        #expect(problems(text, theme: .vega).map(\.path) == ["mark.font"])
        #expect(problems(text.replacing("Comic Sans MS", with: "sans-serif"), theme: .vega).isEmpty)
    }

    @Test func aScaleThatDoesNotFitItsFieldIsTold() {
        let found = problems(
            #"""
            {
                "data": {"values": [{"a": 1}]}, "mark": "bar",
                "encoding": {"x": {"field": "a", "type": "quantitative", "scale": {"type": "band"}}}
            }
            """#,
            theme: .vega)
        #expect(found.map(\.path) == ["encoding.x.scale.type"])
    }

    @Test func anUnknownParameterIsTold() {
        let found = problems(
            #"""
            {
                "data": {"values": [{"a": 1}]}, "params": [{"name": "brush", "select": "interval"}],
                "mark": "point",
                "encoding": {
                    "x": {"field": "a", "type": "quantitative"},
                    "opacity": {"condition": {"param": "bruch", "value": 1}, "value": 0.2}
                }
            }
            """#
        )
        #expect(found.contains { $0.advice == "did you mean `brush`?" })
    }

    @Test(arguments: [
        (#"{"mark":"bra","data":{"values":[]}}"#, "mark"), (#"{"data":{"values":[]}}"#, ""),
        (#"{"mark":"bar","data":{"values":[]},"encoding":{"xx":{"field":"a"}}}"#, "encoding.xx"),
        (#"{"mark":"bar","data":{"values":[]},"encoding":{"x":{"field":"a","type":"quantity"}}}"#, "encoding.x.type"),
        (
            #"{"mark":"bar","data":{"values":[{"a":1}]},"encoding":{"x":{"field":"a","scale":{"type":"lin"}}}}"#,
            "encoding.x.scale.type"
        ),
        (#"{"mark":7,"data":{"values":[]}}"#, "mark"), (#"{"layer":{},"data":{"values":[]}}"#, "layer"),
        (#"{"width":"wide","mark":"bar","data":{"values":[]}}"#, "width"),
    ]) func problemsNameTheirPath(_ text: String, _ path: String) {
        #expect(problems(text).contains { $0.path == path && $0.severity == .error })
    }

    @Test func anEmptyTableKeepsItsAxesAndSaysSo() throws {
        let figure = try drawn(
            #"""
            {
                "data": {"values": []}, "mark": "bar",
                "encoding": {
                    "x": {"field": "a", "type": "nominal", "title": "Letters"},
                    "y": {"field": "b", "type": "quantitative"}
                }
            }
            """#,
            theme: .dossier)
        #expect(figure.texts.contains("no data"))
        #expect(figure.texts.contains("Letters"))
    }

    @Test(arguments: ["1e308", "-1e308", "null", "\"NaN\"", "1e-320", "0"]) func oddNumbersAreDrawnOrLeftOut(
        _ value: String
    ) throws {
        for mark in ["bar", "line", "point", "area", "tick", "rect", "arc", "text", "rule"] {
            let figure = try drawn(
                "{\"data\":{\"values\":[{\"a\":\"x\",\"b\":\(value)},{\"a\":\"y\",\"b\":3}]},\"mark\":\"\(mark)\","
                    + "\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"nominal\"},\"y\":{\"field\":\"b\","
                    + "\"type\":\"quantitative\"},\"text\":{\"field\":\"b\"},\"theta\":{\"field\":\"b\","
                    + "\"type\":\"quantitative\"}}}"
            )
            #expect(figure.scene.size.width.isFinite && figure.scene.size.height.isFinite)
            figure.scene.root.forEach { node in
                #expect(node.bounds.x.isFinite && node.bounds.width.isFinite, "\(node.id)")
            }
        }
    }

    @Test func nestingHasAnEnd() {
        let deep =
            String(repeating: #"{"layer":["#, count: 60) + #"{"mark":"bar"}"# + String(repeating: "]}", count: 60)
        #expect(problems(deep).contains { $0.severity == .error })
    }

    /// Documents with a member changed at random: drawn or refused, never a crash.
    @Test func damagedDocumentsAreRefusedOrDrawn() {
        let whole =
            #"""
            {
                "title": {"text": "t"},
                "data": {
                    "values": [
                        {"a": "x", "b": 1, "t": "2020-01-01"},
                        {"a": "y", "b": 2, "t": "2021-01-01"}
                    ]
                },
                "transform": [{"calculate": "datum.b*2", "as": "c"}],
                "mark": {"type": "bar", "cornerRadius": 3}, "width": 200, "height": {"step": 20},
                "encoding": {
                    "y": {"field": "a", "type": "nominal", "sort": "-x"},
                    "x": {
                        "field": "c", "type": "quantitative",
                        "scale": {"domain": [0, 5]}, "axis": {"tickCount": 4}
                    },
                    "color": {
                        "field": "t", "type": "temporal", "timeUnit": "year",
                        "legend": {"orient": "top"}
                    },
                    "row": {"field": "a"}
                },
                "config": {"axis": {"labelFontSize": 9}}
            }
            """#
        let spare = [
            "null", "-1", "1e308", "\"x\"", "[]", "{}", "true", "[1,2]", "{\"expr\":\"1/0\"}", "\"width\"", "\"2020\"",
        ]
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        let bytes = Array(whole.utf8)
        let values = bytes.indices.filter { bytes[$0] == UInt8(ascii: ":") }
        for _ in 0..<250 {
            // The value after a colon is replaced, up to the next comma or bracket.
            let start = values[next(values.count)] + 1
            var end = start
            var depth = 0
            while end < bytes.count {
                let byte = bytes[end]
                if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
                if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                    if depth == 0 { break }
                    depth -= 1
                }
                if byte == UInt8(ascii: ","), depth == 0 { break }
                end += 1
            }
            let damaged =
                String(decoding: bytes[..<start], as: UTF8.self) + spare[next(spare.count)]
                + String(decoding: bytes[end...], as: UTF8.self)
            _ = problems(damaged, theme: next(2) == 0 ? .dossier : .vega)
        }
    }
}
