import SceneGraph
import Typography

/// Colours, widths and type of a map, from the theme.
struct MapStyle: Sendable {
    let theme: Theme
    /// How much larger than in print everything is.
    let scale: Double

    init(theme: Theme, scale: Double) {
        self.theme = theme
        self.scale = scale
    }

    func color(_ fill: LayerFill) -> Color {
        switch fill {
        case .land: theme.land
        case .muted: theme.landMuted
        case .highlight: theme.landHighlight
        case .subject: theme.land.mixed(with: theme.accent, share: 0.10)
        case .accent: theme.accent
        case .color(let color): color
        }
    }

    func line(_ color: Color, _ width: Double, dash: [Double] = []) -> Stroke {
        Stroke(
            .color(color), width: width * scale, dash: dash.map { $0 * scale }, cap: .butt, join: .round)
    }

    /// The smallest type in print, in figure units: 7 pt.
    static let leastType = 7 / 0.75

    /// Dark enough to read on land and sea.
    var waterInk: Color { theme.water.mixed(with: theme.ink, share: 0.42) }

    func halo(_ color: Color) -> Stroke {
        Stroke(.color(color.opacity(0.85)), width: 2.4 * scale, join: .round)
    }

    var countryFont: Font {
        theme.font(size: theme.labelSize * 0.92, weight: 400, letterSpacing: theme.labelSize * 0.16)
    }
    var capitalFont: Font { theme.font(size: theme.labelSize * 0.92, weight: 700) }
    var cityFont: Font { theme.font(size: theme.labelSize * 0.85) }
    var waterFont: Font { theme.font(size: theme.labelSize * 0.82, italic: true) }
    var areaFont: Font { theme.font(size: theme.labelSize * 0.92, weight: 700) }
    var annotationFont: Font { theme.font(size: theme.labelSize * 0.92) }
    var smallFont: Font { theme.font(size: theme.noteSize * 0.95) }
}

extension Color {
    /// This colour with a share, 0 to 1, of another, in sRGB.
    func mixed(with other: Color, share: Double) -> Color {
        func part(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
        return Color(
            red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue),
            alpha: part(alpha, other.alpha))
    }
}
