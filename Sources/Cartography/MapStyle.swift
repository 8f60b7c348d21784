import SceneGraph
import Typography

/// Colours, widths and type of a map, from the theme.
struct MapStyle: Sendable {
    let theme: Theme

    init(theme: Theme) { self.theme = theme }

    func color(_ fill: LayerFill) -> Color {
        switch fill {
        case .land: theme.land
        case .muted: theme.landMuted
        case .highlight: apart(theme.landHighlight)
        case .subject: apart(theme.landHighlight.mixed(with: theme.accent, share: 0.08))
        case .accent: theme.accent
        case .color(let color): color
        }
    }

    /// A tint that parts from land that is not the subject, whatever the theme: darker, where it does not by itself.
    private func apart(_ color: Color) -> Color {
        var share = 0.0
        var tint = color
        while tint.contrast(with: theme.landMuted) < 1.25, share < 0.5 {
            share += 0.02
            tint = color.mixed(with: theme.ink, share: share)
        }
        return tint
    }

    func line(_ color: Color, _ width: Double, dash: [Double] = []) -> Stroke {
        Stroke(
            .color(color), width: width, dash: dash, cap: .butt, join: .round)
    }

    /// The smallest type in print, in figure units: 7 pt.
    static let leastType = 7 / 0.75

    /// Dark enough to read on land and sea.
    var waterInk: Color { theme.water.mixed(with: theme.ink, share: 0.42) }

    func halo(_ color: Color) -> Stroke {
        Stroke(.color(color.opacity(0.85)), width: 2.4, join: .round)
    }

    /// The quietest that reads on a ground: 4.5:1 (WCAG 2.1).
    func labelColor(on ground: Color) -> Color {
        if theme.mutedInk.contrast(with: ground) >= 4.5 { return theme.mutedInk }
        return theme.ink.contrast(with: ground) >= theme.background.contrast(with: ground)
            ? theme.ink : theme.background
    }

    func categoryColor(_ category: String, _ categories: [String], otherwise fill: LayerFill) -> Color {
        guard let index = categories.firstIndex(of: category), !theme.categories.isEmpty else { return color(fill) }
        return theme.categories[index % theme.categories.count]
    }

    // MARK: - What has no value

    var missingColor: Color { theme.landMuted.mixed(with: theme.background, share: 0.35) }
    static let missingSpacing = 3.2
    var missingStroke: Stroke { line(theme.rule.opacity(0.75), 0.5) }
    static let missingRadius = 2.4

    // MARK: - Signs

    /// A square with a white edge, larger than a city's dot.
    func capitalSymbol(_ point: Point, id: String, role: Role = "map-place") -> [Node] {
        let half = 2.7
        return [
            .path(
                id: id, role: role,
                .rectangle(Rectangle(x: point.x - half, y: point.y - half, width: 2 * half, height: 2 * half)),
                fill: .color(theme.ink), stroke: line(theme.land, 1))
        ]
    }

    /// A number in a disc, in place of a name that stands in a list.
    func numberSymbol(_ number: Int, at point: Point, id: String, _ measurer: any TextMeasuring) -> [Node] {
        let font = theme.font(size: MapStyle.leastType, weight: 700)
        return [
            .path(
                id: id, role: "map-place", .circle(center: point, radius: 7), fill: .color(theme.ink),
                stroke: line(theme.background, 0.9)),
            measurer.node(
                id: id + "/number", role: "map-label",
                Text(
                    lines: ["\(number)"], origin: Point(point.x, point.y + measurer.metrics(of: font).capHeight / 2),
                    anchor: .middle, font: font, fill: .color(theme.background))),
        ]
    }

    static func arrowLength(_ width: Double) -> Double { max(5, width * 1.5) }

    // MARK: - Type

    var countryFont: Font {
        theme.font(size: theme.labelSize * 0.92, weight: 600, letterSpacing: theme.labelSize * 0.16)
    }
    var capitalFont: Font { theme.font(size: theme.labelSize * 0.88) }
    var cityFont: Font { theme.font(size: theme.labelSize * 0.82) }
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
