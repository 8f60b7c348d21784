import SceneGraph
import Typography

/// Which colour stands for what.
struct MarkPalette: Sendable {
    let theme: Theme
    let lanes: [String]

    /// Marks are coloured by lane where there are lanes; otherwise milestones are the accent among greys.
    func mark(_ rank: Int, lane: String?) -> Color {
        if lanes.count > 1, let place = lanes.firstIndex(of: lane ?? "") { return category(place) }
        return rank == 1 ? theme.accent : theme.neutral
    }

    /// Dates are text, which needs more contrast than marks do.
    func date(_ rank: Int, lane: String?) -> Color {
        if lanes.count > 1 { return theme.ink }
        return rank == 1 ? theme.accent : theme.ink
    }

    func era(_ place: Int) -> Color {
        // Neighbours differ in hue, and all are light enough for text on them.
        mix(category([5, 4, 0, 2, 3, 1][place % 6]), 0.22)
    }

    func category(_ place: Int) -> Color {
        theme.categories.isEmpty ? theme.neutral : theme.categories[place % theme.categories.count]
    }

    /// A colour let down with the background.
    func mix(_ color: Color, _ share: Double) -> Color {
        let back = theme.background
        return Color(
            red: back.red + (color.red - back.red) * share, green: back.green + (color.green - back.green) * share,
            blue: back.blue + (color.blue - back.blue) * share)
    }
}
