import Testing

@testable import VegaLite

@Suite struct MarkRegistryTests {
    /// The names of `Mark` in Vega-Lite's JSON Schema 6, without the composite ones.
    @Test func everyMarkOfTheSchemaIsThere() {
        #expect(
            MarkRegistry.names == [
                "arc", "area", "bar", "circle", "geoshape", "image", "line", "point", "rect", "rule", "square", "text",
                "tick", "trail",
            ])
    }

    @Test func aMarkIsFoundByItsName() {
        #expect(MarkRegistry.mark(named: "bar") is BarMark)
        #expect(MarkRegistry.mark(named: "Bar") == nil)
    }

    /// What a configuration may say of a mark is known of each.
    @Test(arguments: MarkRegistry.names) func everyMarkMayBeConfigured(_ name: String) {
        #expect(Vocabulary.config.properties.contains(name))
    }
}
