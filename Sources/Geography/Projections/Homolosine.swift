/// Goode's homolosine (J. P. Goode 1925, "The Homolosine projection", Annals of the AAG 15): sinusoidal between the
/// latitudes where both are equally wide, Mollweide's beyond. Equal areas.
struct Homolosine: ProjectionFormula {
    /// 40°44′11.8″.
    private static let seam = (40 + 44.0 / 60 + 11.8 / 3600) * halfTurn / 180
    /// How far Mollweide's parallels are moved to meet the other's.
    private static let shift = 0.0528035274542

    private let low = Sinusoidal()
    private let high = Mollweide()

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        if abs(latitude) < Homolosine.seam { return low.forward(longitude, latitude) }
        let plane = high.forward(longitude, latitude)
        return (plane.x, plane.y - (latitude < 0 ? -Homolosine.shift : Homolosine.shift))
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        if abs(y) < Homolosine.seam { return low.inverse(x, y) }
        return high.inverse(x, y + (y < 0 ? -Homolosine.shift : Homolosine.shift))
    }
}

extension ProjectionKind {
    public static let homolosine = ProjectionKind("homolosine", scale: 152.63) { _ in Homolosine() }

    /// Cut in the oceans, so that the continents keep their shapes.
    public static let interruptedHomolosine = ProjectionKind(
        "interruptedHomolosine", scale: 152.63, lobes: Lobe.continents
    ) { _ in Homolosine() }

    public static let interruptedMollweide = ProjectionKind(
        "interruptedMollweide", scale: 169.529, lobes: Lobe.continents
    ) { _ in Mollweide() }
}
