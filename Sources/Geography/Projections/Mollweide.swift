/// Mollweide's equal-area projection (Snyder, section 31).
struct Mollweide: ProjectionFormula {
    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let t = parametricAngle(of: halfTurn * sine(latitude)) { ($0 + sine($0), 1 + cosine($0)) } / 2
        return (2 * 2.0.squareRoot() / halfTurn * longitude * cosine(t), 2.0.squareRoot() * sine(t))
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        let height = y / 2.0.squareRoot()
        guard abs(height) <= 1 + 1e-9 else { return nil }
        let t = arcSine(height)
        let width = cosine(t)
        let longitude = width < 1e-12 ? 0 : halfTurn * x / (2 * 2.0.squareRoot() * width)
        guard abs(longitude) <= halfTurn + 1e-9 else { return nil }
        return (longitude, arcSine((2 * t + sine(2 * t)) / halfTurn))
    }
}

/// The t for which a growing function has a value, by Newton's method kept between −π and π: at the ends, where
/// the slope is 0, steps are halved towards them.
///
/// - Parameter function: its value and slope.
func parametricAngle(of value: Double, _ function: (Double) -> (value: Double, slope: Double)) -> Double {
    var (low, high) = (-halfTurn, halfTurn)
    var t = value / 2
    for _ in 0..<100 {
        let (height, slope) = function(t)
        let off = height - value
        if abs(off) < 1e-15 { break }
        if off > 0 { high = t } else { low = t }
        var next = abs(slope) > 1e-12 ? t - off / slope : (low + high) / 2
        if !(next > low && next < high) { next = (low + high) / 2 }
        if abs(next - t) < 1e-16 { break }
        t = next
    }
    return t
}

extension ProjectionKind {
    public static let mollweide = ProjectionKind("mollweide", scale: 169.529) { _ in Mollweide() }
}
