/// A line cut at given places: a value belongs to the piece it lies in, a place itself to the piece above.
public struct ThresholdScale: Sendable, Hashable {
    /// Rising.
    public let thresholds: [Double]

    public init(thresholds: [Double]) { self.thresholds = thresholds.filter { !$0.isNaN }.sorted() }

    public var pieceCount: Int { thresholds.count + 1 }

    /// The number of the piece, from 0; nil for NaN.
    public func piece(of value: Double) -> Int? {
        if value.isNaN { return nil }
        var (low, high) = (0, thresholds.count)
        while low < high {
            let middle = (low + high) / 2
            if value < thresholds[middle] { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
