/// What may differ between two pictures that count as the same. The default lets noise of the processor pass (±2 of
/// 255) and catches one changed digit; everything beyond it has to be asked for, and is told with every result.
public struct Tolerance: Sendable, Hashable {
    /// 0 to 1, of the difference between black and white in YIQ.
    public var threshold: Double
    /// Leaves out pixels that only smooth an edge. Thin lines that move by less than a pixel are missed then.
    public var ignoresAntialiasing: Bool
    /// How many pixels may differ.
    public var allowedPixels: Int
    /// Where nothing is compared, in pixels.
    public var masks: [PixelBox]

    public init(
        threshold: Double = 0.01, ignoresAntialiasing: Bool = false, allowedPixels: Int = 0, masks: [PixelBox] = []
    ) {
        self.threshold = threshold.isFinite ? max(0, min(1, threshold)) : 0.01
        self.ignoresAntialiasing = ignoresAntialiasing
        self.allowedPixels = max(0, allowedPixels)
        self.masks = masks
    }

    public static let strict = Tolerance()

    /// Every allowance beyond the default, in words.
    public var allowances: [String] {
        var words: [String] = []
        if threshold > Tolerance.strict.threshold { words.append("threshold \(threshold) instead of 0.01") }
        if ignoresAntialiasing { words.append("smoothed edges are not compared") }
        if allowedPixels > 0 { words.append("\(allowedPixels) pixels may differ") }
        if !masks.isEmpty { words.append("\(masks.count) \(masks.count == 1 ? "area is" : "areas are") masked") }
        return words
    }
}
