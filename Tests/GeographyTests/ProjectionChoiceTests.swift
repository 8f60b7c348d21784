import Testing

@testable import Geography

@Suite struct ProjectionChoiceTests {
    private func choice(
        _ west: Double, _ south: Double, _ east: Double, _ north: Double, _ purpose: ProjectionChoice.Purpose
    ) -> ProjectionChoice {
        ProjectionChoice(for: .init(west: west, south: south, east: east, north: north), purpose: purpose)
    }

    /// Snyder 1987, table 6; names of countries and continents as he has them, bounds by atlas.
    @Test(arguments: [
        ("world", [-180.0, -90, 180, 90], "equalEarth", "equalEarth"),
        ("conterminous United States", [-125, 24, -66, 50], "conicEqualArea", "conicConformal"),
        ("Russia", [19, 41, 190, 82], "conicEqualArea", "conicConformal"),
        ("Central Asia", [46, 35, 88, 56], "conicEqualArea", "conicConformal"),
        ("Australia", [112, -44, 154, -10], "azimuthalEqualArea", "stereographic"),
        ("Chile", [-76, -56, -66, -17], "azimuthalEqualArea", "transverseMercator"),
        ("Indonesia", [95, -11, 141, 6], "cylindricalEqualArea", "mercator"),
        ("Antarctica", [-180, -90, 180, -60], "azimuthalEqualArea", "stereographic"),
        ("the Arctic", [-180, 60, 180, 90], "azimuthalEqualArea", "stereographic"),
        ("Africa", [-18, -35, 52, 38], "azimuthalEqualArea", "stereographic"),
        ("the Pacific", [120, -60, 290, 60], "azimuthalEqualArea", "azimuthalEqualArea"),
    ])
    func regionsGetWhatAnAtlasGivesThem(_ name: String, _ box: [Double], _ area: String, _ shape: String) {
        #expect(choice(box[0], box[1], box[2], box[3], .area).projection.kind.name == area, "\(name)")
        #expect(choice(box[0], box[1], box[2], box[3], .shape).projection.kind.name == shape, "\(name)")
    }

    @Test func parallelsStandASixthIn() {
        let projection = choice(46, 35, 88, 56, .area).projection
        #expect(projection.parallels == [39, 53])
        #expect(projection.rotation.longitude == -67)
    }

    @Test func theExtentReachesAcross180WhereThatIsShorter() throws {
        let fiji: [Geometry] = [.multiPoint([Coordinate(177, -19), Coordinate(-179, -16), Coordinate(179.5, -17)])]
        let extent = try #require(ProjectionChoice.Extent(around: fiji))
        #expect(abs(extent.west - 177) <= 0.5 && abs(extent.east - 181) <= 1)
        #expect(extent.south == -19 && extent.north == -16)
        #expect(ProjectionChoice.Extent(around: []) == nil)
    }
}
