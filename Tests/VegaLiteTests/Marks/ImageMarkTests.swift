import Testing

@testable import VegaLite

/// Frames of vl-convert 1.9: `vl_convert.vegalite_to_svg(spec)`, the images within `role-mark`; the picture of two by
/// two pixels stands in their middle (`preserveAspectRatio="xMidYMid"`).
@Suite struct ImageMarkTests {
    private static let picture =
        "data:image/png;base64,"
        + "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP4z8DAAMIM/xkYGBgYAAAg7AP9SbXpTwAAAABJRU5Erk"
        + "Jggg=="

    private func images(_ properties: String, url: String = picture) throws -> [[Double]] {
        try drawn(
            """
            {
              "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 5}]},
              "mark": {"type": "image", "url": "\(url)"\(properties)},
              "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}
            }
            """
        ).boxes("mark-image")
    }

    @Test func aPictureKeepsItsShapeWithinItsFrame() throws {
        #expect(try images(#", "width": 10, "height": 20"#) == [[5, -5, 10, 10], [25, 241.4, 10, 10]])
        #expect(
            try images(#", "width": 10, "height": 20, "aspect": false"#) == [[5, -10, 10, 20], [25, 236.4, 10, 20]])
    }

    @Test func withoutASizeItFillsItsBand() throws {
        #expect(try images("") == [[0, 140, 20, 20], [20, 263.2, 20, 20]])
    }

    @Test(arguments: ["data:image/png;base64,@@@", "data:text/plain,hello", "data:", "data:image/png;base64,AAAA"])
    func whatHoldsNoPictureIsTold(_ url: String) throws {
        let figure = try drawn(
            """
            {"data": {"values": [{}]}, "mark": {"type": "image", "url": "\(url)", "width": 9, "height": 9}}
            """)
        #expect(figure.nodes("mark-image").isEmpty)
        #expect(figure.warnings.contains { $0.path == "mark.url" })
    }
}
