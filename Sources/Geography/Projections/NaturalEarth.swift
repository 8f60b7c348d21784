/// Natural Earth (Šavrič, Jenny, Patterson, Petrovič and Hurni 2011, "A polynomial equation for the Natural Earth
/// projection", Cartography and Geographic Information Science 38(4)).
struct NaturalEarth: ProjectionFormula {
    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        (longitude * NaturalEarth.width(latitude * latitude), NaturalEarth.height(latitude))
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        var latitude = y
        for _ in 0..<32 {
            let correction = (NaturalEarth.height(latitude) - y) / NaturalEarth.slope(latitude)
            latitude -= correction
            if abs(correction) < 1e-13 { break }
        }
        guard abs(latitude) <= quarterTurn + 1e-9 else { return nil }
        return (x / NaturalEarth.width(latitude * latitude), latitude)
    }

    private static func width(_ p2: Double) -> Double {
        let p4 = p2 * p2
        return 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
    }

    private static func height(_ p: Double) -> Double {
        let p2 = p * p
        let p4 = p2 * p2
        return p * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    }

    private static func slope(_ p: Double) -> Double {
        let p2 = p * p
        let p4 = p2 * p2
        return 1.007226 + p2 * (3 * 0.015085 + p4 * (-7 * 0.044475 + 9 * 0.028874 * p2 - 11 * 0.005916 * p4))
    }
}

extension ProjectionKind {
    public static let naturalEarth1 = ProjectionKind("naturalEarth1", scale: 175.295) { _ in NaturalEarth() }
}
