import Testing

@testable import VegaLite

/// In our own look a list of categories needs no title that a field's name would make; what somebody wrote stands.
@Suite struct AxisTitleTests {
    private func texts(_ x: String) throws -> [String] {
        try drawn(
            """
            {
              "data": {"values": [{"country": "Chad", "n": 1}, {"country": "Mali", "n": 2}]},
              "mark": "bar",
              "encoding": {"x": {"field": "country", \(x)}, "y": {"field": "n", "type": "quantitative"}}
            }
            """, theme: .dossier
        ).texts
    }

    @Test func aNameThatNobodyWroteIsLeftOut() throws {
        let texts = try texts(#""type": "nominal""#)
        #expect(!texts.contains("country") && texts.contains("Chad"))
    }

    @Test(arguments: [#""title": "Where""#, #""axis": {"title": "Where"}"#])
    func aTitleThatSomebodyWroteStands(_ title: String) throws {
        #expect(try texts(#""type": "nominal", "# + title).contains("Where"))
    }
}
