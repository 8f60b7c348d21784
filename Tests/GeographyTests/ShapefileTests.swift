import Files
import Documents
import Testing

@testable import Geography

/// Files written by `Tests/Fixtures/geography/shapefiles/write.py` with pyshp.
@Suite struct ShapefileTests {
    private let root = DataRoot(fixtureFolder + "/geography/shapefiles")

    private func parts(_ name: String) throws -> Shapefile.Parts {
        Shapefile.Parts(
            shapes: try root.read(name + ".shp"), index: try? root.read(name + ".shx"),
            attributes: try? root.read(name + ".dbf"),
            encoding: try? root.read(name + ".cpg"), projection: try? root.read(name + ".prj"))
    }

    private func message(_ parts: Shapefile.Parts, _ name: String = "x.shp") -> String {
        do {
            _ = try Shapefile.features(of: parts, file: name)
            return "none"
        } catch { return "\(error)" }
    }

    @Test func polygonsHaveTheirHolesIslandsAndAttributes() throws {
        let found = try Shapefile.features(of: try parts("polygons"), file: "polygons.shp")
        #expect(found.count == 3)
        guard case .multiPolygon(let polygons)? = found[0].geometry else {
            Issue.record("\(String(describing: found[0].geometry))")
            return
        }
        #expect(polygons.map(\.count) == [2, 1])
        #expect(polygons[0][1].count == 5 && polygons[1][0].contains(Coordinate(22, 2)))
        let properties = found[0].properties
        #expect(properties["ISO_A3"]?.string == "AAA" && properties["NAME"]?.string == "Первая")
        #expect(properties["POP"]?.number == 1500 && properties["SHARE"]?.number == 0.25)
        #expect(properties["OPEN"]?.boolean == true && properties["SINCE"]?.string == "1996-04-26")
        #expect(found[1].properties["NAME"]?.string == "第二" && found[1].properties["POP"]?.isNull == true)
        #expect(found[2].geometry == nil && found[2].properties["OPEN"]?.boolean == false)
        // Wound the wrong way in the file, turned here: both are the small side.
        for feature in found.prefix(2) {
            let geometry = try #require(feature.geometry)
            #expect(abs(Geodesic.area(of: geometry)) < 2e12)
            let polygon = try #require(geometry.polygons.first?.first)
            #expect(leftArea(ofRing: polygon.dropLast().map { SpherePoint($0) }) > 2 * .pi)
        }
    }

    @Test func linesAndPointsLeaveHeightsAndMeasuresOut() throws {
        let lines = try Shapefile.features(of: try parts("lines"), file: "lines.shp")
        #expect(
            lines[0].geometry
                == .multiLineString([
                    [Coordinate(0, 0), Coordinate(1, 1), Coordinate(2, 0)], [Coordinate(3, 3), Coordinate(4, 4)],
                ]))
        #expect(lines[0].properties["NAME"]?.string == "Амур")  // Windows-1251, by the .cpg
        let points = try Shapefile.features(of: try parts("points"), file: "points.shp")
        #expect(points.map(\.geometry) == [.point(Coordinate(6.13, 49.61)), .point(Coordinate(-179.5, -16.5))])
        #expect(points[0].properties["NAME"]?.string == "Köln")  // no .cpg: not UTF-8, so Windows-1252
        let many = try Shapefile.features(of: try parts("multipoints"), file: "multipoints.shp")
        #expect(many[0].geometry == .multiPoint([Coordinate(1, 2), Coordinate(3, 4), Coordinate(5, 6)]))
    }

    @Test func theIndexIsNotNeeded() throws {
        var alone = try parts("polygons")
        let whole = try Shapefile.features(of: alone, file: "p.shp")
        alone.index = nil
        #expect(try Shapefile.features(of: alone, file: "p.shp") == whole)
        alone.attributes = nil
        #expect(try Shapefile.features(of: alone, file: "p.shp").count == 3)
    }

    @Test func projectedShapesAreToldBeforeTheirNumbersAre() throws {
        let text = message(try parts("projected"), "projected.shp")
        #expect(
            text.contains("projected.prj: error: the shapes are projected (Pulkovo_1942_GK_Zone_7)")
                && text.contains("EPSG:4326"))
        var bare = try parts("projected")
        bare.projection = nil
        #expect(message(bare).contains("no longitude and latitude"))
        #expect(try Shapefile.features(of: try parts("projected"), file: "p.shp", range: .plane).count == 1)
    }

    /// Every prefix of every file, and every byte of the heads and records turned over, is read or is an error.
    @Test(arguments: ["polygons", "lines", "points", "multipoints"])
    func truncatedAndHostileFilesAreErrors(_ name: String) throws {
        let whole = try parts(name)
        for length in 0..<whole.shapes.count {
            var cut = whole
            cut.shapes = Array(whole.shapes.prefix(length))
            #expect(message(cut).contains(": error: "), "\(length)")
        }
        let table = try #require(whole.attributes)
        for length in stride(from: 0, to: table.count - 1, by: 3) {
            var cut = whole
            cut.attributes = Array(table.prefix(length))
            #expect(message(cut).contains("x.dbf: error: "), "\(length)")
        }
        for position in whole.shapes.indices {
            for value in [UInt8(0), 0x7F, 0xFF] {
                var turned = whole
                turned.shapes[position] = value
                turned.index = nil
                _ = message(turned)
            }
        }
        for position in table.indices.prefix(140) {
            var turned = whole
            turned.attributes?[position] = 0xFF
            _ = message(turned)
        }
    }

    @Test func messagesNameTheRecord() throws {
        var wrong = try parts("polygons")
        // The second record's count of points: head 100, first record 8 + 44 + 12 + 15 * 16.
        let second = 100 + 8 + 44 + 12 + 15 * 16
        wrong.shapes[second + 8 + 40] = 200
        #expect(message(wrong).contains("in record 2 (第二)"))
        #expect(message(Shapefile.Parts(shapes: Array("not a shapefile".utf8))).contains("no shapefile: 15 bytes"))
        var encoded = try parts("polygons")
        encoded.encoding = Array("GBK".utf8)
        #expect(message(encoded).contains("the encoding `GBK` is not read"))
    }

    @Test func oldRussianEncodingsAreRead() throws {
        // iconv -f utf8 -t CP866 / KOI8-R
        #expect(try TextEncoding(named: "CP866").text([0x8C, 0xAE, 0xE1, 0xAA, 0xA2, 0xA0][...]) == "Москва")
        #expect(try TextEncoding(named: "koi8-r").text([0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1][...]) == "Москва")
        #expect(try TextEncoding(named: "windows-1251").text([0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0][...]) == "Москва")
    }
}
