import SceneGraph
import Testing

@testable import Geography

/// Values of PROJ 9.1 (Debian proj-bin), each recorded with the command in `command`.
struct ProjectionCase: Sendable, CustomTestStringConvertible {
    var name: String
    var command: String
    /// longitude, latitude, x, y
    var values: [[Double]]
    var testDescription: String { name }

    static let all: [ProjectionCase] = [
        ProjectionCase(
            name: "conicEqualArea", command: "proj -f %.10f +proj=aea +R=1 +lat_1=36 +lat_2=54 +lat_0=0 +lon_0=93",
            values: [
                [0, 0, -1.5756953015, 1.0028875231],
                [100, 45, 0.0852289164, 0.7428379636],
                [37.6, 55.75, -0.5070822127, 1.1061410365],
                [-120, -33, 2.0891070716, 2.2087358153],
                [179, 71, 0.4882255542, 1.4581097851],
                [-75, 4.5, -1.4866274936, 2.5076146798],
                [131.9, 43.1, 0.4719566816, 0.8196782500],
            ]),
        ProjectionCase(
            name: "conicConformal", command: "proj -f %.10f +proj=lcc +R=1 +lat_1=36 +lat_2=54 +lat_0=0 +lon_0=93",
            values: [
                [0, 0, -1.6805154724, 1.0920859495],
                [100, 45, 0.0852165753, 0.8591892196],
                [37.6, 55.75, -0.5053128373, 1.2224930752],
                [-120, -33, 2.7485453636, 2.5436828779],
                [179, 71, 0.4522696354, 1.5890188932],
                [-75, 4.5, -1.5168353837, 2.6899184862],
                [131.9, 43.1, 0.4711899416, 0.9385590422],
            ]),
        ProjectionCase(
            name: "conicEquidistant", command: "proj -f %.10f +proj=eqdc +R=1 +lat_1=36 +lat_2=54 +lat_0=0 +lon_0=93",
            values: [
                [0, 0, -1.6170287790, 1.0399249950],
                [100, 45, 0.0852205698, 0.7890663837],
                [37.6, 55.75, -0.5062007952, 1.1523398909],
                [-120, -33, 2.2879312661, 2.3271941113],
                [179, 71, 0.4685143092, 1.5127498448],
                [-75, 4.5, -1.4955119093, 2.5826128650],
                [131.9, 43.1, 0.4715657652, 0.8671638139],
            ]),
        ProjectionCase(
            name: "azimuthalEqualArea", command: "proj -f %.10f +proj=laea +R=1 +lat_0=45 +lon_0=93",
            values: [
                [0, 0, -1.4391559704, 0.0533320924],
                [100, 45, 0.0862550431, 0.0037304015],
                [37.6, 55.75, -0.4869106106, 0.3768047472],
                [-120, -33, 1.8842956515, 0.4630106124],
                [179, 71, 0.3538701898, 0.7109804623],
                [-75, 4.5, -0.4845498266, 1.7416368362],
                [131.9, 43.1, 0.4722998552, 0.0837838647],
            ]),
        ProjectionCase(
            name: "azimuthalEquidistant", command: "proj -f %.10f +proj=aeqd +R=1 +lat_0=45 +lon_0=93",
            values: [
                [0, 0, -1.6067090303, 0.0595412563],
                [100, 45, 0.0862818544, 0.0037315611],
                [37.6, 55.75, -0.4949487723, 0.3830252266],
                [-120, -33, 2.5752867943, 0.6328015005],
                [179, 71, 0.3638991821, 0.7311302736],
                [-75, 4.5, -0.6051072670, 2.1749612694],
                [131.9, 43.1, 0.4769491532, 0.0846086292],
            ]),
        ProjectionCase(
            name: "orthographic", command: "proj -f %.10f +proj=ortho +R=1 +lat_0=45 +lon_0=93",
            values: [
                [100, 45, 0.0861746391, 0.0037269242],
                [37.6, 55.75, -0.4632652044, 0.3585063139],
                [179, 71, 0.3247750868, 0.6525238576],
                [131.9, 43.1, 0.4585149358, 0.0813384821],
            ]),
        ProjectionCase(
            name: "gnomonic", command: "proj -f %.10f +proj=gnom +R=1 +lat_0=45 +lon_0=93",
            values: [
                [100, 45, 0.0864970069, 0.0037408661],
                [37.6, 55.75, -0.5716020075, 0.4423447450],
                [179, 71, 0.4743725948, 0.9530886082],
                [131.9, 43.1, 0.5181214072, 0.0919124014],
            ]),
        ProjectionCase(
            name: "stereographic", command: "proj -f %.10f +proj=stere +R=1 +lat_0=45 +lon_0=93",
            values: [
                [0, 0, -2.0740122688, 0.0768585312],
                [100, 45, 0.0863355221, 0.0037338821],
                [37.6, 55.75, -0.5117628963, 0.3960371463],
                [-120, -33, 7.7731656870, 1.9100283980],
                [179, 71, 0.3855717890, 0.7746739248],
                [-75, 4.5, -1.1327624066, 4.0715332574],
                [131.9, 43.1, 0.4864992082, 0.0863027659],
            ]),
        ProjectionCase(
            name: "mercator", command: "proj -f %.10f +proj=merc +R=1",
            values: [
                [0, 0, 0.0000000000, 0.0000000000],
                [100, 45, 1.7453292520, 0.8813735870],
                [37.6, 55.75, 0.6562437987, 1.1772729014],
                [-120, -33, -2.0943951024, -0.6107275468],
                [179, 71, 3.1241393611, 1.7877120167],
                [-75, 4.5, -1.3089969390, 0.0786206866],
                [131.9, 43.1, 2.3020892834, 0.8352290448],
            ]),
        ProjectionCase(
            name: "transverseMercator", command: "proj -f %.10f +proj=tmerc +R=1 +lon_0=93",
            values: [
                [0, 0, -3.6425333573, 3.1415926536],
                [100, 45, 0.0863889076, 0.7891390121],
                [37.6, 55.75, -0.5014607747, 1.2018677701],
                [-120, -33, 0.4932255143, -2.4827014475],
                [179, 71, 0.3369760690, 1.5467818641],
                [-75, 4.5, -0.2103179063, 3.0613056598],
                [131.9, 43.1, 0.4954292730, 0.8770530469],
            ]),
        ProjectionCase(
            name: "equirectangular", command: "proj -f %.10f +proj=eqc +R=1",
            values: [
                [0, 0, 0.0000000000, 0.0000000000],
                [100, 45, 1.7453292520, 0.7853981634],
                [37.6, 55.75, 0.6562437987, 0.9730210580],
                [-120, -33, -2.0943951024, -0.5759586532],
                [179, 71, 3.1241393611, 1.2391837689],
                [-75, 4.5, -1.3089969390, 0.0785398163],
                [131.9, 43.1, 2.3020892834, 0.7522369076],
            ]),
        ProjectionCase(
            name: "equalEarth", command: "proj -f %.10f +proj=eqearth +R=1",
            values: [
                [0, 0, 0.0000000000, 0.0000000000],
                [100, 45, 1.2887272212, 0.8602310855],
                [37.6, 55.75, 0.4436636090, 1.0288033277],
                [-120, -33, -1.6637093519, -0.6487187861],
                [179, 71, 1.8073963404, 1.2175001773],
                [-75, 4.5, -1.1261014330, 0.0911124004],
                [131.9, 43.1, 1.7225887035, 0.8281705544],
            ]),
        ProjectionCase(
            name: "naturalEarth1", command: "proj -f %.10f +proj=natearth +R=1",
            values: [
                [0, 0, 0.0000000000, 0.0000000000],
                [100, 45, 1.3688819755, 0.7930513944],
                [37.6, 55.75, 0.4825386514, 0.9754179364],
                [-120, -33, -1.7287453911, -0.5822553023],
                [179, 71, 2.0287384475, 1.2136367918],
                [-75, 4.5, -1.1386772767, 0.0791146525],
                [131.9, 43.1, 1.8227543542, 0.7600006186],
            ]),
        ProjectionCase(
            name: "mollweide", command: "proj -f %.10f +proj=moll +R=1",
            values: [
                [0, 0, 0.0000000000, 0.0000000000],
                [100, 45, 1.2663611390, 0.8372734721],
                [37.6, 55.75, 0.4122354788, 1.0130924398],
                [-120, -33, -1.6908008049, -0.6260358287],
                [179, 71, 1.3814553853, 1.2318886252],
                [-75, 4.5, -1.1762687919, 0.0872014333],
                [131.9, 43.1, 1.7043100100, 0.8047602525],
            ]),
        ProjectionCase(
            name: "sinusoidal", command: "proj -f %.10f +proj=sinu +R=1",
            values: [
                [0, 0, 0.0000000000, 0.0000000000],
                [100, 45, 1.2341341495, 0.7853981634],
                [37.6, 55.75, 0.3693372437, 0.9730210580],
                [-120, -33, -1.7565075300, -0.5759586532],
                [179, 71, 1.0171202861, 1.2391837689],
                [-75, 4.5, -1.3049617383, 0.0785398163],
                [131.9, 43.1, 1.6808987521, 0.7522369076],
            ]),
        ProjectionCase(
            name: "cylindricalEqualArea", command: "proj -f %.10f +proj=cea +lat_ts=36 +R=1",
            values: [
                [0, 0, 0.0000000000, 0.0000000000],
                [100, 45, 1.4120010256, 0.8740320489],
                [37.6, 55.75, 0.5309123856, 1.0217211194],
                [-120, -33, -1.6944012308, -0.6732108705],
                [179, 71, 2.5274818359, 1.1687252334],
                [-75, 4.5, -1.0590007692, 0.0969807758],
                [131.9, 43.1, 1.8624293528, 0.8445728315],
            ]),
        ProjectionCase(
            name: "miller", command: "proj -f %.10f +proj=mill +R=1",
            values: [
                [0, 0, 0.0000000000, -0.0000000000],
                [100, 45, 1.7453292520, 0.8428443470],
                [37.6, 55.75, 0.6562437987, 1.0894184228],
                [-120, -33, -2.0943951024, -0.5974917906],
                [179, 71, 3.1241393611, 1.5128535570],
                [-75, 4.5, -1.3089969390, 0.0785915445],
                [131.9, 43.1, 2.3020892834, 0.8022401072],
            ]),
        ProjectionCase(
            name: "eckert4", command: "proj -f %.10f +proj=eck4 +R=1",
            values: [
                [0, 0, 0.0000000000, 0.0000000000],
                [100, 45, 1.2927407020, 0.8710554103],
                [37.6, 55.75, 0.4495482659, 1.0382681173],
                [-120, -33, -1.6517979723, -0.6590523005],
                [179, 71, 1.8275556526, 1.2240144821],
                [-75, 4.5, -1.1040585452, 0.0929466273],
                [131.9, 43.1, 1.7248934400, 0.8390658809],
            ]),
        ProjectionCase(
            name: "winkel3", command: "proj -f %.10f +proj=wintri +R=1",
            values: [
                [0, 0, 0.0000000000, 0.0000000000],
                [100, 45, 1.2238577745, 0.8289023757],
                [37.6, 55.75, 0.4251237624, 0.9792459541],
                [-120, -33, -1.5771895793, -0.6293668255],
                [179, 71, 1.5049033613, 1.3608602791],
                [-75, 4.5, -1.0697370798, 0.0814849318],
                [131.9, 43.1, 1.6188241196, 0.8301024834],
            ]),
    ]

    var projection: Projection? {
        guard var projection = Projection(named: name) else { return nil }
        projection.scale = name == "stereographic" ? 2 : 1  // Vega's has scale 1/2 at the centre
        projection.translate = .zero
        projection.center = Coordinate(0, 0)
        projection.clipAngle = projection.clipAngle.map { max($0, name == "gnomonic" ? 80 : 170) }
        if command.contains("lat_1") { projection.parallels = [36, 54] }
        if command.contains("lat_ts=36") { projection.parallels = [36] }
        projection.rotation = Rotation(command.contains("lon_0=93") ? -93 : 0, command.contains("lat_0=45") ? -45 : 0)
        return projection
    }
}

@Suite struct ProjectionTests {
    @Test(arguments: ProjectionCase.all) func agreesWithPROJ(_ known: ProjectionCase) throws {
        let projection = try #require(known.projection)
        for value in known.values {
            let place = Coordinate(value[0], value[1])
            let point = try #require(projection.project(place), "\(place)")
            // The transverse projection is cut at the far side, where PROJ goes on.
            if known.name == "transverseMercator", abs(point.y + value[3]) > 3 { continue }
            #expect(abs(point.x - value[2]) < 1e-9 && abs(-point.y - value[3]) < 1e-9, "\(place): \(point)")
            let back = try #require(projection.invert(point), "\(place)")
            #expect(
                abs(back.longitude - place.longitude) < 1e-7 && abs(back.latitude - place.latitude) < 1e-7,
                "\(place): \(back)")
        }
    }

    @Test func everyNameOfVegaLiteIsThere() {
        let names = [
            "albers", "albersUsa", "azimuthalEqualArea", "azimuthalEquidistant", "conicConformal", "conicEqualArea",
            "conicEquidistant", "equalEarth", "equirectangular", "gnomonic", "identity", "mercator", "naturalEarth1",
            "orthographic", "stereographic", "transverseMercator",
            // And what d3 has besides them.
            "cylindricalEqualArea", "eckert4", "miller", "mollweide", "robinson", "satellite", "sinusoidal", "winkel3",
        ]
        for name in names { #expect(Projection(named: name) != nil, "\(name)") }
        #expect(Projection(named: "Mercator") == nil)
    }

    @Test func defaultsPutTheCentreInTheMiddle() throws {
        let albers = try #require(Projection(named: "albers"))
        let middle = try #require(albers.project(Coordinate(-96.6, 38.7)))
        #expect(abs(middle.x - 480) < 1e-9 && abs(middle.y - 250) < 1e-9)
        let states = try #require(Projection(named: "albersUsa"))
        let honolulu = try #require(states.project(Coordinate(-157.86, 21.31)))
        let back = try #require(states.invert(honolulu))
        #expect(abs(back.longitude + 157.86) < 1e-6 && abs(back.latitude - 21.31) < 1e-6)
        #expect(states.project(Coordinate(37.6, 55.75)) == nil)
    }

    @Test func whatIsOutOfSightHasNoPoint() throws {
        let globe = try #require(Projection(named: "orthographic"))
        #expect(globe.project(Coordinate(170, 0)) == nil)
        #expect(globe.project(Coordinate(.nan, 0)) == nil)
        #expect(globe.invert(Point(0, 0)) == nil)
    }

    @Test func rotationTurnsBack() {
        let rotation = SphereRotation(Rotation(-93, -45, 30))
        for place in [Coordinate(0, 0), Coordinate(131.9, 43.1), Coordinate(-170, -60), Coordinate(10, 89)] {
            let back = rotation.inverse(rotation.forward(SpherePoint(place))).coordinate
            #expect(abs(back.longitude - place.longitude) < 1e-9 && abs(back.latitude - place.latitude) < 1e-9)
        }
    }

    @Test func fitFillsTheRectangle() throws {
        var projection = try #require(Projection(named: "conicConformal"))
        let square = Geometry.polygon([
            [[0, 40], [0, 50], [20, 50], [20, 40], [0, 40]].map { Coordinate($0[0], $0[1]) }
        ])
        let frame = Rectangle(x: 10, y: 20, width: 300, height: 200)
        projection.fit(to: frame, of: [square])
        let box = try #require(GeographicPath(projection).bounds(of: [square]))
        #expect(abs(box.midX - frame.midX) < 1e-6 && abs(box.midY - frame.midY) < 1e-6)
        #expect(abs(box.width - 300) < 1e-6 || abs(box.height - 200) < 1e-6)
        #expect(box.width < 300.001 && box.height < 200.001)
    }
}
