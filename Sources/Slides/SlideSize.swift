/// How large a slide is, in English Metric Units (914,400 to the inch; ECMA-376 part 1, 20.1.10.41).
public struct SlideSize: Sendable, Hashable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// 13.33 × 7.5 inches, 16:9: a figure of 1920 × 1080 units fills it, at 144 units to the inch.
    public static let widescreen = SlideSize(width: 12_192_000, height: 6_858_000)
    /// 10 × 7.5 inches, 4:3.
    public static let standard = SlideSize(width: 9_144_000, height: 6_858_000)

    /// By the names that `--size` takes.
    public static let named: [String: SlideSize] = ["16:9": .widescreen, "4:3": .standard]
}

/// EMU in a CSS pixel of 1/96 inch.
let unitsPerPixel = 9525.0

/// A length in whole EMU. What is no number becomes 0, and nothing lies further out than PowerPoint can count.
func units(_ length: Double) -> Int {
    guard length.isFinite else { return 0 }
    return Int(max(-1e9, min(1e9, length)).rounded())
}
