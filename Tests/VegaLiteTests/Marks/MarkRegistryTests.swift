import Testing

@testable import VegaLite

@Suite struct MarkRegistryTests {
    @Test func everyMarkHasANameAndANounOfItsOwn() {
        #expect(Set(MarkRegistry.names).count == MarkRegistry.all.count)
        #expect(MarkRegistry.all.allSatisfy { !$0.name.isEmpty && $0.noun.first?.isUppercase == true })
    }

    @Test func aMarkIsFoundByItsName() {
        #expect(MarkRegistry.mark(named: "bar") is BarMark)
        #expect(MarkRegistry.mark(named: "Bar") == nil)
    }

    /// What a configuration may say of a mark is known of each.
    @Test(arguments: MarkRegistry.names) func everyMarkMayBeConfigured(_ name: String) {
        #expect(ConfigProperty.marks.contains(name))
    }
}

@Suite struct AlternativeTextOfMarksTests {
    private func told(_ marks: String) throws -> String? {
        try drawn(
            """
            {
              "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 5}]},
              "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}},
              "layer": [\(marks)]
            }
            """
        ).scene.alternative
    }

    @Test(arguments: [
        (#"{"mark": "area"}"#, "Area chart of b by a."), (#"{"mark": "rule"}, {"mark": "text"}"#, "Chart of b by a."),
        (#"{"mark": "rule"}, {"mark": "square"}"#, "Scatter plot of b by a."),
    ])
    func aChartIsNamedAfterItsMark(_ marks: String, _ beginning: String) throws {
        #expect(try told(marks)?.hasPrefix(beginning) == true)
    }
}
