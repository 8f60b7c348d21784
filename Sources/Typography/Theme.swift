import SceneGraph

/// How things look: type, colours and spacing that charts, maps, timelines and pages share.
public struct Theme: Sendable, Hashable {
    public var name: String
    /// The family of everything that is set; drawn with the fallbacks where it lacks a character.
    public var family: String
    public var fallbackFamilies: [String]

    public var background: Color
    /// Text that carries meaning: 4.5:1 against the background at least.
    public var ink: Color
    /// Subtitles, axis labels, notes: still 4.5:1.
    public var mutedInk: Color
    /// Axis lines and ticks.
    public var rule: Color
    /// Grid lines.
    public var grid: Color
    /// What the figure is about.
    public var accent: Color
    /// What it is compared with: 3:1 against the background.
    public var neutral: Color
    /// Series that must be told apart, also by readers who do not see every colour.
    public var categories: [Color]
    public var sea: Color
    public var land: Color
    /// Land that is not the subject.
    public var landMuted: Color
    public var landHighlight: Color
    public var border: Color
    public var water: Color

    /// Sizes of type in figure units.
    public var titleSize: Double
    public var subtitleSize: Double
    public var labelSize: Double
    public var noteSize: Double
    /// No label of a figure is set smaller, however little room it has; 0 where the figure may choose.
    public var smallestSize = 0.0
    /// Space around a figure, in figure units.
    public var margin: Double
    /// Sizes of type on pages.
    public var page = PageType()
    /// How charts are laid out.
    public var chartLook = ChartLook.editorial

    public init(
        name: String, family: String, fallbackFamilies: [String], background: Color, ink: Color, mutedInk: Color,
        rule: Color, grid: Color, accent: Color, neutral: Color, categories: [Color], sea: Color, land: Color,
        landMuted: Color, landHighlight: Color, border: Color, water: Color, titleSize: Double, subtitleSize: Double,
        labelSize: Double, noteSize: Double, margin: Double, chartLook: ChartLook = .editorial
    ) {
        self.chartLook = chartLook
        self.name = name
        self.family = family
        self.fallbackFamilies = fallbackFamilies
        self.background = background
        self.ink = ink
        self.mutedInk = mutedInk
        self.rule = rule
        self.grid = grid
        self.accent = accent
        self.neutral = neutral
        self.categories = categories
        self.sea = sea
        self.land = land
        self.landMuted = landMuted
        self.landHighlight = landHighlight
        self.border = border
        self.water = water
        self.titleSize = titleSize
        self.subtitleSize = subtitleSize
        self.labelSize = labelSize
        self.noteSize = noteSize
        self.margin = margin
    }

    public func font(size: Double, weight: Int = 400, italic: Bool = false, letterSpacing: Double = 0) -> Font {
        Font(family, size: max(size, smallestSize), weight: weight, italic: italic, letterSpacing: letterSpacing)
    }

    public var titleFont: Font { font(size: titleSize, weight: 700) }
    public var subtitleFont: Font { font(size: subtitleSize) }
    public var labelFont: Font { font(size: labelSize) }
    public var noteFont: Font { font(size: noteSize) }

    /// The same look for figures on a page of a report, whose section headings outrank their titles.
    package var onPages: Theme {
        var theme = self
        theme.titleSize = min(titleSize, (page.heading * 0.72 * 2).rounded() / 2)
        return theme
    }

    /// The same look with all type and spacing larger: a slide is read from afar.
    public func scaled(by factor: Double) -> Theme {
        var theme = self
        theme.titleSize *= factor
        theme.subtitleSize *= factor
        theme.labelSize *= factor
        theme.noteSize *= factor
        theme.smallestSize *= factor
        theme.margin *= factor
        return theme
    }
}

/// How charts are laid out.
public enum ChartLook: String, Sendable, Hashable {
    /// A claim above, note and source below, as wide as its page.
    case editorial
    /// As Vega-Lite lays a view out, with its sizes and defaults.
    case vega
}

extension Theme {
    /// The default look.
    public static let dossier = Theme(
        name: "dossier", family: "Lato", fallbackFamilies: ["Noto Sans"],
        background: .white, ink: Color(hex: 0x1A1F2B), mutedInk: Color(hex: 0x565D6B), rule: Color(hex: 0x8A909C),
        grid: Color(hex: 0xE1E4E9), accent: Color(hex: 0xB3282D), neutral: Color(hex: 0x8591A3),
        // Dark and light in turn, each 3 : 1 on paper, and 16 apart (CIELAB) for every kind of colour vision.
        categories: [0x0764B3, 0xC37753, 0x083757, 0xC375C5, 0x654A00, 0x679D78, 0x7D0539, 0xA5870D]
            .map { Color(hex: $0) },
        sea: Color(hex: 0xE6EDF2), land: Color(hex: 0xF4F1EA), landMuted: Color(hex: 0xEBE9E4),
        landHighlight: Color(hex: 0xE9DCC3), border: Color(hex: 0xA39E93), water: Color(hex: 0x5F8CAB),
        titleSize: 18, subtitleSize: 13, labelSize: 12, noteSize: 10.5, margin: 12)

    /// Vega-Lite's own defaults. Charts bring its colours and sizes; the family has the widths of Arial, which its
    /// layouts are measured with.
    public static let vega = Theme(
        name: "vega", family: "Liberation Sans", fallbackFamilies: [], background: .white, ink: .black,
        mutedInk: .black, rule: Color(hex: 0x888888), grid: Color(hex: 0xDDDDDD), accent: Color(hex: 0x4C78A8),
        neutral: Color(hex: 0x888888),
        categories: [
            0x4C78A8, 0xF58518, 0xE45756, 0x72B7B2, 0x54A24B, 0xEECA3B, 0xB279A2, 0xFF9DA6, 0x9D755D, 0xBAB0AC,
        ]
        .map { Color(hex: $0) },
        sea: .white, land: Color(hex: 0xEEEEEE), landMuted: Color(hex: 0xEEEEEE), landHighlight: Color(hex: 0xDDDDDD),
        border: Color(hex: 0x888888), water: Color(hex: 0x4C78A8), titleSize: 13, subtitleSize: 11, labelSize: 10,
        noteSize: 10, margin: 5, chartLook: .vega)

    /// The themes by the name that `--theme` takes.
    public static let all: [Theme] = [.dossier, .vega]
}
