/// Discrete values as bands of equal width, with a share of empty room between and around them.
public struct BandScale<Key: Hashable & Sendable>: Sendable {
    public let domain: [Key]
    /// Where the range begins and ends; the end may be the lesser.
    public let range: (start: Double, end: Double)
    /// From one band to the next.
    public let step: Double
    public let bandwidth: Double
    private let first: Double
    private let positions: [Key: Int]

    /// - Parameters:
    ///   - paddingInner: between bands, as a share of the step, 0 to 1.
    ///   - paddingOuter: before the first and after the last, in steps.
    ///   - align: how the room that is left is shared out: 0 all at the end, 1 all at the start.
    ///   - round: whole numbers for step and band.
    public init(
        domain: [Key], range: (start: Double, end: Double), paddingInner: Double = 0, paddingOuter: Double = 0,
        align: Double = 0.5, round: Bool = false
    ) {
        var positions: [Key: Int] = [:]
        var unique: [Key] = []
        for key in domain where positions[key] == nil {
            positions[key] = unique.count
            unique.append(key)
        }
        self.domain = unique
        self.positions = positions
        self.range = range
        let inner = max(0, min(1, paddingInner))
        let outer = max(0, paddingOuter)
        let (low, high) = (min(range.start, range.end), max(range.start, range.end))
        let count = Double(unique.count)
        var step = (high - low) / max(1, count - inner + outer * 2)
        if round { step = step.rounded(.down) }
        var start = low + (high - low - step * (count - inner)) * max(0, min(1, align))
        var width = step * (1 - inner)
        if round {
            start = start.rounded()
            width = width.rounded()
        }
        self.step = step
        bandwidth = width
        first = start
    }

    /// The number of the value in the domain.
    public func index(of key: Key) -> Int? { positions[key] }

    /// The lesser edge of the band; nil for a value that is not in the domain.
    public func position(of key: Key) -> Double? {
        positions[key].map { index in
            first + step * Double(range.start <= range.end ? index : domain.count - 1 - index)
        }
    }

    /// How long the range must be for bands `step` apart.
    public static func length(count: Int, step: Double, paddingInner: Double, paddingOuter: Double) -> Double {
        count == 0 ? 0 : max(0, step * max(1, Double(count) - paddingInner + paddingOuter * 2))
    }
}
