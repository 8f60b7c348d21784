/// A face and its size.
public struct Font: Sendable, Hashable {
    /// One family name; the renderer finds it among the families that the theme names.
    public var family: String
    /// In figure units (CSS pixels).
    public var size: Double
    /// 100 (thin) to 900 (black); 400 is regular, 700 bold.
    public var weight: Int
    public var italic: Bool
    /// Extra space between characters, in figure units.
    public var letterSpacing: Double

    public init(
        _ family: String, size: Double, weight: Int = 400, italic: Bool = false, letterSpacing: Double = 0
    ) {
        self.family = family
        self.size = size
        self.weight = weight
        self.italic = italic
        self.letterSpacing = letterSpacing
    }
}
