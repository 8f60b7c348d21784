/// Equal Earth (Šavrič, Patterson and Jenny 2018, International Journal of Geographical Information Science 33(3)).
struct EqualEarth: ProjectionFormula {
    private static let a1 = 1.340264
    private static let a2 = -0.081106
    private static let a3 = 0.000893
    private static let a4 = 0.003796
    private static let m = 3.0.squareRoot() / 2

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let t = arcSine(EqualEarth.m * sine(latitude))
        return (longitude * cosine(t) / (EqualEarth.m * EqualEarth.slope(t)), EqualEarth.height(t))
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        var t = y
        for _ in 0..<16 {
            let correction = (EqualEarth.height(t) - y) / EqualEarth.slope(t)
            t -= correction
            if abs(correction) < 1e-14 { break }
        }
        let sineLatitude = sine(t) / EqualEarth.m
        guard abs(sineLatitude) <= 1 + 1e-9 else { return nil }
        return (EqualEarth.m * x * EqualEarth.slope(t) / cosine(t), arcSine(sineLatitude))
    }

    private static func height(_ t: Double) -> Double {
        let (t2, t6) = (t * t, t * t * t * t * t * t)
        return t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    }

    private static func slope(_ t: Double) -> Double {
        let (t2, t6) = (t * t, t * t * t * t * t * t)
        return a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
    }
}

extension ProjectionKind {
    public static let equalEarth = ProjectionKind("equalEarth", scale: 177.158) { _ in EqualEarth() }
}
