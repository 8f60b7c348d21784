extension ThresholdScale {
    /// The span from `low` to `high` in pieces of equal length.
    public static func quantize(from low: Double, to high: Double, pieces: Int) -> ThresholdScale {
        guard pieces > 1 else { return ThresholdScale(thresholds: []) }
        return ThresholdScale(
            thresholds: (1..<pieces).map { low + (high - low) * Double($0) / Double(pieces) })
    }
}
