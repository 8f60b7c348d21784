import SceneGraph

/// One sheet of a world map that is cut along meridians: half a hemisphere or less, drawn about a meridian of its own.
public struct Lobe: Sendable, Hashable {
    /// Degrees.
    var west: Double
    var east: Double
    var middle: Double
    var isNorth: Bool

    /// Goode's two lobes of the north and four of the south.
    static let continents = [
        Lobe(west: -180, east: -40, middle: -100, isNorth: true),
        Lobe(west: -40, east: 180, middle: 30, isNorth: true),
        Lobe(west: -180, east: -100, middle: -160, isNorth: false),
        Lobe(west: -100, east: -20, middle: -60, isNorth: false),
        Lobe(west: -20, east: 80, middle: 20, isNorth: false),
        Lobe(west: 80, east: 180, middle: 140, isNorth: false),
    ]
}

/// A lobe's formula: the whole world's about another meridian, moved to where that lies on the equator.
struct LobeFormula: ProjectionFormula {
    let whole: any ProjectionFormula
    let lobe: Lobe
    private let middle: Double
    private let shift: Double

    init(_ whole: any ProjectionFormula, _ lobe: Lobe) {
        self.whole = whole
        self.lobe = lobe
        middle = lobe.middle * halfTurn / 180
        shift = whole.forward(middle, 0).x
    }

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let plane = whole.forward(longitude - middle, latitude)
        return (plane.x + shift, plane.y)
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        guard let place = whole.inverse(x - shift, y) else { return nil }
        let turned = (longitude: place.longitude + middle, latitude: place.latitude)
        return LobeClip(lobe).shows(SpherePoint(turned.longitude, turned.latitude)) ? turned : nil
    }
}

/// Cuts to a lobe, in the plane of longitude and latitude, after the sphere is cut at the antimeridian.
struct LobeClip: SphereClip {
    private let rectangle: Rectangle
    private let lobe: Lobe

    /// Lobes overlap by a hair at the equator, so that no seam shows in what runs across it.
    private static let overlap = 0.0005

    init(_ lobe: Lobe) {
        self.lobe = lobe
        let degree = halfTurn / 180
        let (south, north) = lobe.isNorth ? (-Self.overlap, quarterTurn) : (-quarterTurn, Self.overlap)
        rectangle = Rectangle(
            x: lobe.west * degree, y: south, width: (lobe.east - lobe.west) * degree, height: north - south)
    }

    func shows(_ point: SpherePoint) -> Bool {
        let degree = halfTurn / 180
        let isInside = point.longitude >= lobe.west * degree - 1e-12 && point.longitude <= lobe.east * degree + 1e-12
        return isInside && (lobe.isNorth ? point.latitude >= 0 : point.latitude <= 0)
    }

    func pieces(ofLine line: [SpherePoint]) -> [[SpherePoint]] {
        AntimeridianClip().pieces(ofLine: line).flatMap { piece in
            RectangleClip(rectangle: rectangle).pieces(ofLine: plane(piece, closed: false)).map(sphere)
        }
    }

    func pieces(ofPolygon rings: [[SpherePoint]]) -> [[SpherePoint]] {
        AntimeridianClip().pieces(ofPolygon: rings).compactMap { ring in
            let cut = RectangleClip(rectangle: rectangle).ring(plane(ring, closed: true))
            return cut.count > 2 ? sphere(cut) : nil
        }
    }

    /// Points so near each other that arcs between them are straight in longitude and latitude.
    private func plane(_ points: [SpherePoint], closed: Bool) -> [Point] {
        var unit = Projection(.equirectangular)
        unit.scale = 1
        unit.translate = .zero
        let resampler = Resampler(formula: Equirectangular(), transform: PlaneTransform(unit), precision: 0.002)
        return resampler.draw(points, closed: closed).map { Point($0.x, -$0.y) }
    }

    private func sphere(_ points: [Point]) -> [SpherePoint] { points.map { SpherePoint($0.x, $0.y) } }

    /// Up its western side and down its eastern one; the rest of its edge is a pole and the equator.
    var outline: [SpherePoint] {
        let degree = halfTurn / 180
        let pole = lobe.isNorth ? quarterTurn : -quarterTurn
        let (west, middle, east) = (lobe.west * degree, lobe.middle * degree, lobe.east * degree)
        let up = [
            SpherePoint(west, 0), SpherePoint(west, pole / 2), SpherePoint(west, pole), SpherePoint(middle, pole),
        ]
        let down = [SpherePoint(east, pole), SpherePoint(east, pole / 2), SpherePoint(east, 0)]
        return lobe.isNorth ? up + down : (up + down).reversed()
    }
}
