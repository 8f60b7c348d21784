import SceneGraph

/// What kind of line a border is, and so how it is drawn.
enum BorderKind: String, Sendable, CaseIterable {
    case international
    /// Claimed by one state and not drawn by the other; dashed.
    case disputed
    /// Dotted.
    case lineOfControl = "line-of-control"
    /// Long dashes.
    case indefinite
    /// In the accent colour, with its year.
    case historic

    /// The `class` values of the geodata's lines that are of this kind.
    var classes: [String] {
        switch self {
        case .disputed: ["claim", "disputed"]
        case .lineOfControl: ["line-of-control", "ceasefire-line"]
        case .indefinite: ["indefinite"]
        case .international, .historic: []
        }
    }

    /// - Parameter isQuiet: beneath values the base map recedes.
    func stroke(_ style: MapStyle, isQuiet: Bool) -> Stroke {
        let theme = style.theme
        return switch self {
        case .international:
            isQuiet
                ? style.line(theme.border, 0.45) : style.line(theme.border.mixed(with: theme.ink, share: 0.4), 0.6)
        case .disputed: style.line(theme.mutedInk, 0.8, dash: [3, 2])
        case .lineOfControl: style.line(theme.mutedInk, 0.8, dash: [1, 2])
        case .indefinite: style.line(theme.mutedInk, 0.8, dash: [5, 2])
        case .historic: style.line(theme.accent, 1.4, dash: [6, 2.5])
        }
    }
}
