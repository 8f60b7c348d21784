/// Robinson (A. H. Robinson 1974, "A new map projection: its development and characteristics", International Yearbook
/// of Cartography 14): drawn until it looked right, and so a table. Between its rows every five degrees the cubic
/// through the four nearest is taken; other programs take other curves, and differ by up to a thousandth of the earth's
/// radius.
struct Robinson: ProjectionFormula {
    /// How long parallels are, every five degrees from the equator to the pole; that of the equator is 1.
    private static let lengths = [
        1, 0.9986, 0.9954, 0.99, 0.9822, 0.973, 0.96, 0.9427, 0.9216, 0.8962, 0.8679, 0.835, 0.7986, 0.7597, 0.7186,
        0.6732, 0.6213, 0.5722, 0.5322,
    ]
    /// How far they are from the equator; the pole is at 1.
    private static let distances = [
        0, 0.062, 0.124, 0.186, 0.248, 0.31, 0.372, 0.434, 0.4958, 0.5571, 0.6176, 0.6769, 0.7346, 0.7903, 0.8435,
        0.8936, 0.9394, 0.9761, 1,
    ]
    private static let width = 0.8487
    private static let height = 1.3523

    func forward(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let row = abs(latitude) * 36 / .pi
        let y = Robinson.height * Robinson.value(Robinson.distances, at: row, isOdd: true)
        return (
            Robinson.width * longitude * Robinson.value(Robinson.lengths, at: row, isOdd: false),
            latitude < 0 ? -y : y
        )
    }

    func inverse(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double)? {
        let wanted = abs(y) / Robinson.height
        guard wanted <= 1 + 1e-12 else { return nil }
        // Distances grow with every row: halving finds the place.
        var (low, high) = (0.0, 18.0)
        for _ in 0..<52 {
            let middle = (low + high) / 2
            if Robinson.value(Robinson.distances, at: middle, isOdd: true) < wanted {
                low = middle
            } else {
                high = middle
            }
        }
        let row = (low + high) / 2
        let length = Robinson.value(Robinson.lengths, at: row, isOdd: false)
        let latitude = row * .pi / 36
        return (x / (Robinson.width * length), y < 0 ? -latitude : latitude)
    }

    /// The cubic through the four rows around a place; beyond the equator the table is mirrored, beyond the pole it
    /// goes on as it came.
    private static func value(_ table: [Double], at row: Double, isOdd: Bool) -> Double {
        guard row.isFinite else { return .nan }
        let first = Int(max(0, min(17, row)))
        let t = row - Double(first)
        func entry(_ index: Int) -> Double {
            if index < 0 { return isOdd ? -table[-index] : table[-index] }
            return index > 18 ? 2 * table[18] - table[36 - index] : table[index]
        }
        let (a, b, c, d) = (entry(first - 1), entry(first), entry(first + 1), entry(first + 2))
        let low = -a * t * (t - 1) * (t - 2) / 6 + b * (t + 1) * (t - 1) * (t - 2) / 2
        return low - c * (t + 1) * t * (t - 2) / 2 + d * (t + 1) * t * (t - 1) / 6
    }
}

extension ProjectionKind {
    public static let robinson = ProjectionKind("robinson", scale: 152.63) { _ in Robinson() }
}
