import Testing

@testable import VegaLite

/// Places of vl-convert 1.9: `vl_convert.vegalite_to_scenegraph(spec)`, x and y of the symbols.
@Suite struct ViewProjectionTests {
    private func places(_ projection: String) throws -> [[Double]] {
        try drawn(
            """
            {
              "width": 200, "height": 100, "view": {"stroke": "black"},
              "data": {"values": [{"lon": -10, "lat": 20}, {"lon": 30, "lat": 50}, {"lon": 5, "lat": -15}]},
              "mark": "circle", "projection": \(projection),
              "encoding": {
                "longitude": {"field": "lon", "type": "quantitative"},
                "latitude": {"field": "lat", "type": "quantitative"}
              }
            }
            """
        ).centres("mark-circle")
    }

    @Test func aMapIsFittedToItsView() throws {
        #expect(try places(#"{"type": "mercator"}"#) == [[72.6, 51.3], [127.4, 0], [93.2, 100]])
        #expect(
            try places(#"{"type": "mercator", "reflectX": true}"#) == [[127.4, 51.3], [72.6, 0], [106.8, 100]])
    }

    @Test func orToASizeOrAnExtent() throws {
        #expect(
            try places(#"{"type": "mercator", "size": [120, 80]}"#) == [[38.1, 41], [81.9, 0], [54.5, 80]])
        #expect(
            try places(#"{"type": "mercator", "extent": [[20, 10], [120, 90]]}"#)
                == [[48.1, 51], [91.9, 10], [64.5, 90]])
    }

    @Test func orToAShape() throws {
        let square = """
            {"type": "Polygon", "coordinates": [[[-40, -40], [-40, 60], [60, 60], [60, -40], [-40, -40]]]}
            """
        #expect(
            try places("{\"type\": \"equirectangular\", \"fit\": \(square)}")
                == [[83.6, 40.6], [116.4, 16.1], [95.9, 69.3]])
    }

    @Test func aScaleOrATranslationIsTakenAsItIsWritten() throws {
        #expect(
            try places(#"{"type": "mercator", "scale": 100}"#) == [[82.5, 14.4], [152.4, -51.1], [108.7, 76.5]])
        #expect(
            try places(#"{"type": "mercator", "translate": [40, 30]}"#)
                == [[13.3, -24.5], [120.1, -124.6], [53.3, 70.5]])
    }

    private static let shapes = """
        [{"type": "Feature", "properties": {"v": 1}, "geometry": {"type": "Polygon",
          "coordinates": [[[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]]]}},
         {"type": "Feature", "properties": {"v": 5}, "geometry": {"type": "Polygon",
          "coordinates": [[[10, 0], [10, 10], [20, 10], [20, 0], [10, 0]]]}},
         {"type": "Feature", "properties": {"v": null}, "geometry": {"type": "Polygon",
          "coordinates": [[[40, 10], [40, 20], [50, 20], [50, 10], [40, 10]]]}}]
        """

    /// `vl_convert.vegalite_to_svg(spec)`: two paths, from 0.509 to 199.491.
    @Test func aShapeWithoutAValueIsLeftOutAndMakesNoRoom() throws {
        let boxes = try drawn(
            """
            {
              "width": 200, "height": 100, "view": {"stroke": "black"},
              "data": {"values": \(Self.shapes)}, "mark": "geoshape",
              "encoding": {"color": {"field": "properties.v", "type": "quantitative"}},
              "projection": {"type": "mercator"}
            }
            """
        ).boxes("mark-geoshape")
        #expect(boxes.count == 2)
        #expect(abs((boxes.first?[0] ?? 0) - 0.5) < 0.1)
    }

    /// Geometry that a channel names is drawn, and is no category.
    @Test func lookedUpGeometryGetsNoLegend() throws {
        let figure = try drawn(
            """
            {
              "width": 200, "height": 100, "view": {"stroke": "black"},
              "data": {"values": [{"id": 1, "rate": 3}, {"id": 5, "rate": 8}]},
              "transform": [{
                "lookup": "id", "as": "geo",
                "from": {"data": {"values": \(Self.shapes)}, "key": "properties.v"}
              }],
              "mark": "geoshape", "projection": {"type": "mercator"},
              "encoding": {
                "shape": {"field": "geo", "type": "geojson"}, "color": {"field": "rate", "type": "quantitative"},
                "column": {"field": "id", "type": "nominal"}
              }
            }
            """)
        #expect(figure.boxes("mark-geoshape").count == 2)
        #expect(figure.nodes("legend-title").count == 1)
        #expect(figure.scene.size.width < 700)
    }
}
