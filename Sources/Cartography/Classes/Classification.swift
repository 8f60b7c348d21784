import Formats
import Scales

/// Values in classes. A value that stands on a break belongs to the class above it.
struct Classification: Sendable, Hashable {
    let method: ClassMethod
    /// Between the classes, rising.
    private(set) var breaks: [Double]
    /// The value from which the classes part in two directions; nil where they do not.
    let midpoint: Double?
    /// How many values there are.
    let count: Int
    let least: Double
    let greatest: Double

    var classCount: Int { breaks.count + 1 }

    func index(of value: Double) -> Int { ThresholdScale(thresholds: breaks).piece(of: value) ?? 0 }

    /// - Parameters:
    ///   - values: finite; at least one.
    ///   - classes: wanted; there are fewer where ties leave some empty.
    ///   - breaks: of `manual`; passed over otherwise.
    ///   - midpoint: on either side of which `classes / 2` classes lie. With equal intervals they are as wide on both
    ///     sides, and an odd number has one about the midpoint.
    init?(_ method: ClassMethod, values: [Double], classes: Int, breaks manual: [Double] = [], midpoint: Double? = nil)
    {
        let sorted = values.filter(\.isFinite).sorted()
        guard let least = sorted.first, let greatest = sorted.last, classes > 0 else { return nil }
        self.method = method
        self.midpoint = midpoint
        self.least = least
        self.greatest = greatest
        count = sorted.count
        if method == .manual {
            breaks = manual.sorted()
        } else if let midpoint {
            breaks = []
            if method == .equal {
                let reach = max(abs(greatest - midpoint), abs(midpoint - least))
                for index in 1..<max(2, classes) where classes > 1 {
                    let value = midpoint + reach * (2 * Double(index) / Double(classes) - 1)
                    if value > least, value <= greatest { breaks.append(value) }
                }
            } else {
                // Each side by itself, with the break between them.
                let half = max(1, classes / 2)
                let low = sorted.filter { $0 < midpoint }
                let high = sorted.filter { $0 >= midpoint }
                if !low.isEmpty { breaks += Classification.breaks(method, low, half) }
                if !low.isEmpty, !high.isEmpty { breaks.append(midpoint) }
                if !high.isEmpty { breaks += Classification.breaks(method, high, half) }
            }
        } else {
            breaks = Classification.breaks(method, sorted, classes)
        }
        breaks = Classification.readable(breaks, sorted: sorted, method: method, keeping: midpoint)
    }

    /// Breaks that lie above a value and not above the next: what is at or under the bound of a class, and what over.
    private static func breaks(_ method: ClassMethod, _ sorted: [Double], _ classes: Int) -> [Double] {
        guard classes > 1, let least = sorted.first, let greatest = sorted.last, least < greatest else { return [] }
        switch method {
        case .manual: return []
        case .equal: return (1..<classes).map { least + (greatest - least) * Double($0) / Double(classes) }
        case .jenks: return above(NaturalBreaks.upperBounds(of: sorted, classes: classes).dropLast(), sorted)
        case .quantile:
            return above((1..<classes).map { Quantile.of(sorted, Double($0) / Double(classes)) }, sorted)
        }
    }

    /// The smallest value above each bound: where the next class begins. Bounds that ties make one give one break.
    private static func above(_ bounds: some Sequence<Double>, _ sorted: [Double]) -> [Double] {
        var breaks: [Double] = []
        for bound in bounds {
            guard let next = sorted.first(where: { $0 > bound }) else { continue }
            if breaks.last != next { breaks.append(next) }
        }
        return breaks
    }

    /// The same classes, with breaks that read well: each the roundest number between the values on its two sides;
    /// equal intervals, which are where they are, with as few digits as leave every value in its class.
    private static func readable(
        _ breaks: [Double], sorted: [Double], method: ClassMethod, keeping midpoint: Double?
    ) -> [Double] {
        if method == .manual { return breaks }
        if method == .equal {
            let exact = ThresholdScale(thresholds: breaks)
            for digits in 0...12 {
                let rounded = breaks.map { value in
                    ShortestDecimal(value)?.rounded(significant: max(1, digits + 1)).value ?? value
                }
                let scale = ThresholdScale(thresholds: rounded)
                let isNear = zip(breaks, rounded).allSatisfy {
                    abs($0 - $1) <= ((sorted.last ?? 0) - (sorted.first ?? 0)) * 0.002
                }
                if isNear, Set(rounded).count == rounded.count,
                    sorted.allSatisfy({ exact.piece(of: $0) == scale.piece(of: $0) })
                {
                    return rounded
                }
            }
            return breaks
        }
        return breaks.map { value in
            if value == midpoint { return value }
            // In (below, value]: what is under the break is at most `below`.
            guard let below = sorted.last(where: { $0 < value }) else { return value }
            return roundest(after: below, through: value, near: value)
        }
    }

    /// The number with the fewest digits in `(low, high]`; of several, the nearest to the middle.
    static func roundest(after low: Double, through high: Double, near value: Double) -> Double {
        guard low < high, (high - low).isFinite else { return high }
        let middle = low + (high - low) / 2
        var unit = 1.0
        while unit < high - low, unit < 1e300 { unit *= 10 }
        while unit > (high - low) / 1e6, unit > 1e-300 {
            for part in [1.0, 0.5] {
                let step = unit * part
                let candidate = (middle / step).rounded() * step
                // Through its digits, so that 0.30000000000000004 is 0.3.
                guard let clean = ShortestDecimal(candidate)?.rounded(significant: 12).value else { continue }
                if clean > low, clean <= high { return clean }
            }
            unit /= 10
        }
        return high
    }
}
