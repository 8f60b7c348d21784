import SceneGraph

/// How far type reaches, in figure units, from the baseline.
public struct FontMetrics: Sendable, Hashable {
    /// Upwards, as a positive number.
    public var ascent: Double
    /// Downwards, as a positive number.
    public var descent: Double
    public var capHeight: Double
    public var xHeight: Double
    /// How far a line's box reaches above the baseline in office programs, which go by the extents that the font is
    /// clipped at (OS/2 `usWinAscent`) rather than by `ascent`.
    public var boxAscent: Double
    /// The same downwards, as a positive number (`usWinDescent`).
    public var boxDescent: Double

    /// - Parameter boxAscent: nil for `ascent`; so with `boxDescent`.
    public init(
        ascent: Double, descent: Double, capHeight: Double, xHeight: Double, boxAscent: Double? = nil,
        boxDescent: Double? = nil
    ) {
        self.ascent = ascent
        self.descent = descent
        self.capHeight = capHeight
        self.xHeight = xHeight
        self.boxAscent = boxAscent ?? ascent
        self.boxDescent = boxDescent ?? descent
    }
}

/// What layout asks of a font. `Rendering` answers with Pango; tests with `FixedWidthMeasurer`.
public protocol TextMeasuring: Sendable {
    /// The advance of one line, in figure units. Line breaks in it are spaces.
    func width(of text: String, font: Font) -> Double

    func metrics(of font: Font) -> FontMetrics

    /// What office programs call the face that the font is drawn with.
    func officeFace(of font: Font) -> OfficeFace
}

extension TextMeasuring {
    public func officeFace(of font: Font) -> OfficeFace {
        OfficeFace(family: font.family, bold: font.weight >= 600, italic: font.italic)
    }
}

/// A face as office programs name it: they know families of four styles at the most (OpenType `name`, ids 1 and 2), so
/// that a semibold is a family of its own.
public struct OfficeFace: Sendable, Hashable {
    public var family: String
    public var bold: Bool
    public var italic: Bool

    public init(family: String, bold: Bool, italic: Bool) {
        self.family = family
        self.bold = bold
        self.italic = italic
    }
}

/// Every character is half as wide as the type is high: the same layout on every machine, without a font.
public struct FixedWidthMeasurer: TextMeasuring {
    public init() {}

    public func width(of text: String, font: Font) -> Double {
        Double(text.count) * 0.5 * font.size + Double(max(0, text.count - 1)) * font.letterSpacing
    }

    public func metrics(of font: Font) -> FontMetrics {
        FontMetrics(
            ascent: 0.8 * font.size, descent: 0.2 * font.size, capHeight: 0.7 * font.size, xHeight: 0.5 * font.size)
    }
}
