/// What fills an area or a stroke. Gradient coordinates are absolute scene coordinates.
public enum Paint: Sendable, Hashable {
    case color(Color)
    case linearGradient(from: Point, to: Point, stops: [GradientStop])
    case radialGradient(
        center: Point, radius: Double, focus: Point, focusRadius: Double, stops: [GradientStop])
}

public struct GradientStop: Sendable, Hashable {
    /// 0 at the start, 1 at the end.
    public var offset: Double
    public var color: Color

    public init(offset: Double, color: Color) {
        self.offset = offset
        self.color = color
    }
}

public struct Stroke: Sendable, Hashable {
    public enum Cap: String, Sendable { case butt, round, square }
    public enum Join: String, Sendable { case miter, round, bevel }

    public var paint: Paint
    /// In figure units.
    public var width: Double
    /// Lengths drawn and skipped in turn, in figure units; empty for a whole line.
    public var dash: [Double]
    public var dashOffset: Double
    public var cap: Cap
    public var join: Join
    public var miterLimit: Double

    public init(
        _ paint: Paint, width: Double = 1, dash: [Double] = [], dashOffset: Double = 0, cap: Cap = .butt,
        join: Join = .miter, miterLimit: Double = 10
    ) {
        self.paint = paint
        self.width = width
        self.dash = dash
        self.dashOffset = dashOffset
        self.cap = cap
        self.join = join
        self.miterLimit = miterLimit
    }

    public init(_ color: Color, width: Double = 1, dash: [Double] = [], cap: Cap = .butt, join: Join = .miter) {
        self.init(.color(color), width: width, dash: dash, cap: cap, join: join)
    }
}

/// How a group is laid over what is below it: CSS `mix-blend-mode`.
public enum Blend: String, Sendable, Hashable {
    case normal, multiply, screen, overlay, darken, lighten
    case colorDodge = "color-dodge"
    case colorBurn = "color-burn"
    case hardLight = "hard-light"
    case softLight = "soft-light"
    case difference, exclusion, hue, saturation, color, luminosity
}
