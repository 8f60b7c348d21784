/// What coordinates of a file may be.
public enum CoordinateRange: Sendable, Hashable {
    /// Degrees: latitude within ±90, longitude within ±360.
    case sphere
    /// Any finite numbers: a file that is projected already.
    case plane

    func allows(_ coordinate: Coordinate) -> Bool {
        guard coordinate.isFinite else { return false }
        switch self {
        case .plane: return true
        case .sphere: return abs(coordinate.latitude) <= 90 + 1e-6 && abs(coordinate.longitude) <= 360 + 1e-6
        }
    }
}
