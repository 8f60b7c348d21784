/// Numbers that were sorted into bins beforehand: one result for each bin.
public struct BinOrdinalScale: Sendable, Hashable {
    /// The borders of the bins, rising: one more than there are bins.
    public let borders: [Double]

    public init(borders: [Double]) { self.borders = borders.filter { !$0.isNaN }.sorted() }

    public var binCount: Int { max(0, borders.count - 1) }

    /// The number of the bin, from 0; nil for NaN. A value beyond the borders belongs to the bin at that end.
    public func bin(of value: Double) -> Int? {
        guard !value.isNaN, binCount > 0 else { return nil }
        var index = 0
        while index < binCount - 1, value >= borders[index + 1] { index += 1 }
        return index
    }
}
