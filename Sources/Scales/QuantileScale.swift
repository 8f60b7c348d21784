extension ThresholdScale {
    /// Pieces that hold equally many of the values.
    public static func quantile(of values: [Double], pieces: Int) -> ThresholdScale {
        let sorted = values.filter { !$0.isNaN }.sorted()
        guard pieces > 1, !sorted.isEmpty else { return ThresholdScale(thresholds: []) }
        return ThresholdScale(thresholds: (1..<pieces).map { Quantile.of(sorted, Double($0) / Double(pieces)) })
    }
}

public enum Quantile {
    /// The value at a share of a rising list, linear between neighbours (Hyndman and Fan 1996, type 7).
    public static func of(_ sorted: [Double], _ share: Double) -> Double {
        guard let first = sorted.first, let last = sorted.last else { return .nan }
        if share <= 0 || share.isNaN { return first }
        if share >= 1 { return last }
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - Double(below))
    }
}
