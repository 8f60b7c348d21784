/// A scale whose domain is a line of numbers: it bends the line (`transformed`), then cuts it into equal shares.
public protocol ContinuousScale: Sendable {
    /// Two values or more, rising or falling; with more than two the scale has as many pieces less one.
    var domain: [Double] { get set }

    /// The number on the line that is divided evenly.
    func transformed(_ value: Double) -> Double
    func inverted(_ transformed: Double) -> Double

    /// Round values within the domain, about `count` of them.
    func ticks(count: Int) -> [Double]
    /// The same with the ends of the domain moved out to round values; `count` says how fine the rounding is.
    func niced(count: Int) -> Self
}

extension ContinuousScale {
    /// Where a value stands, 0 at the first domain value and 1 at the last; pieces are equally long.
    /// Beyond the domain it is less than 0 or more than 1. NaN for NaN.
    public func fraction(of value: Double) -> Double {
        guard domain.count >= 2 else { return 0.5 }
        let pieces = domain.count - 1
        var piece = 0
        if pieces > 1 {
            let rising = domain[0] <= domain[pieces]
            while piece < pieces - 1, rising ? value >= domain[piece + 1] : value <= domain[piece + 1] { piece += 1 }
        }
        let (low, high) = (transformed(domain[piece]), transformed(domain[piece + 1]))
        let place = low == high ? (value.isNaN ? .nan : 0.5) : (transformed(value) - low) / (high - low)
        return (Double(piece) + place) / Double(pieces)
    }

    /// The value that stands at a share of the scale.
    public func value(at fraction: Double) -> Double {
        guard domain.count >= 2 else { return domain.first ?? .nan }
        let pieces = domain.count - 1
        let place = fraction * Double(pieces)
        let piece = max(0, min(pieces - 1, place.isFinite ? Int(max(-1, min(place, Double(pieces)))) : 0))
        let (low, high) = (transformed(domain[piece]), transformed(domain[piece + 1]))
        return inverted(low + (place - Double(piece)) * (high - low))
    }

    /// The first and last domain value, the lesser first.
    var extent: (low: Double, high: Double) {
        let (first, last) = (domain.first ?? 0, domain.last ?? 1)
        return first <= last ? (first, last) : (last, first)
    }

    /// The same with its ends replaced, in the direction that the domain has.
    func withExtent(_ low: Double, _ high: Double) -> Self {
        var scale = self
        guard let first = domain.first, let last = domain.last else { return self }
        let rising = first <= last
        scale.domain[0] = rising ? low : high
        scale.domain[domain.count - 1] = rising ? high : low
        return scale
    }
}
