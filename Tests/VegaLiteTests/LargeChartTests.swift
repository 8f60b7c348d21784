import Documents
import Figures
import SceneGraph
import Testing
import Typography

@testable import VegaLite

@Suite("Large charts")
struct LargeChartTests {
    private func marks(_ rows: Int, _ mark: String = "\"point\"") throws -> [Node] {
        let text =
            #"""
            {
                "data": {"sequence": {"start": 0, "stop": \#(rows), "as": "a"}},
                "transform": [{"calculate": "datum.a % 3 == 0 ? 'x' : 'y'", "as": "b"}],
                "mark": \#(mark),
                "encoding": {"x": {"field": "a", "type": "quantitative"}, "color": {"field": "b", "type": "nominal"}}
            }
            """#
        var found: [Node] = []
        try drawn(text, theme: .dossier).scene.root.forEach { node in
            if node.role == "mark-point" { found.append(node) }
        }
        return found
    }

    @Test("more than 5000 points are instances, whose nodes are those of points drawn one by one")
    func instances() throws {
        let one = try marks(5001)
        #expect(one.count == 1)
        guard case .instances(let instances)? = one.first?.content else {
            Issue.record("5001 points are no instances")
            return
        }
        #expect(instances.outlines.count == 1 && instances.appearances.count == 2)
        let styled = try marks(5001, #"{"type":"point","blend":"normal","strokeWidth":2}"#)
        #expect(styled.count == 1)
        let nodes = Array(instances.nodes)
        #expect(nodes.count == 5001 && nodes[17].id.hasSuffix("/point[17]"))
        #expect(nodes[17].datum == Datum([.init("a", .number(17)), .init("b", .string("y"))]))
        #expect(try marks(5000).count == 5000)
        #expect(try marks(5001, #"{"type":"point","blend":"multiply"}"#).count == 5001)
    }
}

@Suite("Fields that a document mentions")
struct FieldMentionsTests {
    private func mentions(_ text: String) throws -> FieldMentions {
        FieldMentions(try JSONReader.read(Array(text.utf8), file: ""))
    }

    @Test func namesInFieldsPathsAndExpressions() throws {
        let found = try mentions(
            #"""
            {
                "data": {"url": "a.csv", "values": ["hidden"]},
                "transform": [
                    {"calculate": "datum.price * datum['unit count']", "as": "z"},
                    {"filter": {"field": "a\\.b", "gt": 1}}
                ],
                "encoding": {"x": {"field": "origin"}}, "params": [{"value": [{"cylinders": 4}]}]
            }
            """#
        )
        for name in ["price", "unit count", "a.b", "origin", "cylinders"] { #expect(found.contains(name), "\(name)") }
        for name in ["hidden", "weight", "prices"] { #expect(!found.contains(name), "\(name)") }
    }

    @Test(arguments: ["datum[name]", "keys(datum)", "toString(datum) + 'x'", "datum [ p + 'q' ]"])
    func whoTakesRowsTakesAllFields(_ expression: String) throws {
        #expect(try mentions(#"{"transform":[{"calculate":"\#(expression)","as":"z"}]}"#).contains("anything"))
    }
}
