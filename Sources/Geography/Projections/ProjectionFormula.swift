/// The mathematics of one projection: from the unit sphere, after rotation, to a plane whose y grows northwards.
///
/// Formulas are those of J. P. Snyder, *Map Projections: A Working Manual* (USGS Professional Paper 1395, 1987),
/// for the sphere, unless a file says otherwise.
public protocol ProjectionFormula: Sendable {
    /// - Parameters: in radians; `longitude` from −π to π, `latitude` from −π/2 to π/2.
    /// - Returns: in radii of the sphere.
    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double)

    /// The place that `forward` puts at (x, y); nil where there is none.
    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)?
}

/// A projection that can be named in a document: its formula and what its settings are when nobody sets them.
/// The defaults are Vega's, so that a Vega-Lite document gives the same picture here.
public struct ProjectionKind: Sendable {
    public let name: String
    /// Figure units a radian.
    let scale: Double
    let rotation: Rotation
    let center: Coordinate
    /// Standard parallels in degrees; nil for projections that have none.
    let parallels: [Double]?
    /// Degrees from the centre; nil where the sphere is cut at the antimeridian instead.
    let clipAngle: Double?
    /// The plane is cut to a square of the sphere's width: the projection has no other end.
    let isSquare: Bool
    /// The formula is of the sphere rolled by a right angle; the settings are told of the upright one.
    let isTransverse: Bool
    /// The sheets that the world is cut into; none where it is one.
    let lobes: [Lobe]
    let formula: @Sendable (_ parallels: [Double]) -> any ProjectionFormula

    init(
        _ name: String, scale: Double, rotation: Rotation = Rotation(), center: Coordinate = Coordinate(0, 0),
        parallels: [Double]? = nil, clipAngle: Double? = nil, isSquare: Bool = false, isTransverse: Bool = false,
        lobes: [Lobe] = [], formula: @escaping @Sendable (_ parallels: [Double]) -> any ProjectionFormula
    ) {
        self.name = name
        self.scale = scale
        self.rotation = rotation
        self.center = center
        self.parallels = parallels
        self.clipAngle = clipAngle
        self.isSquare = isSquare
        self.isTransverse = isTransverse
        self.lobes = lobes
        self.formula = formula
    }

    /// Every projection, by the name that Vega-Lite gives it, or d3 where Vega-Lite has none. A new one is its own file
    /// and a line here.
    public static let all: [ProjectionKind] = [
        .albers, .albersUsa, .azimuthalEqualArea, .azimuthalEquidistant, .conicConformal, .conicEqualArea,
        .conicEquidistant, .cylindricalEqualArea, .eckert4, .equalEarth, .equirectangular, .gnomonic, .homolosine,
        .identity,
        .interruptedHomolosine, .interruptedMollweide, .mercator, .miller, .mollweide, .naturalEarth1, .orthographic,
        .robinson, .satellite, .sinusoidal, .stereographic,
        .transverseMercator, .winkel3,
    ]

    public static func named(_ name: String) -> ProjectionKind? { all.first { $0.name == name } }
}

/// The two standard parallels in radians; the second is the first again where only one is given.
func standardParallels(_ degrees: [Double]) -> (Double, Double) {
    let first = degrees.first ?? 0
    let second = degrees.count > 1 ? degrees[1] : first
    return (first * .pi / 180, second * .pi / 180)
}
