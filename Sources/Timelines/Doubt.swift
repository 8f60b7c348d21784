import Phrases
import SceneGraph

/// What EDTF says of a date that is not sure: `~`, `?` or `%`, each with a mark of its own, whatever the icon.
enum Doubt: Sendable, Hashable, CaseIterable {
    /// `~`: a hollow mark.
    case about
    /// `?`: a hollow mark with a broken line.
    case uncertain
    /// `%`: both lines, one within the other.
    case both

    /// Nil for a date that is sure.
    init?(isApproximate: Bool, isUncertain: Bool) {
        switch (isApproximate, isUncertain) {
        case (false, false): return nil
        case (true, false): self = .about
        case (false, true): self = .uncertain
        case (true, true): self = .both
        }
    }

    func text(_ words: Phrases.Timeline) -> String {
        switch self {
        case .about: words.about
        case .uncertain: words.uncertain
        case .both: words.aboutAndUncertain
        }
    }

    /// The mark, as large to the eye as a dot of that radius.
    func nodes(
        id: String, icon: Timeline.Icon, center: Point, radius: Double, color: Color, background: Color
    ) -> [Node] {
        let width = radius * 0.42
        let outline = MarkShapes.icon(icon, center: center, radius: radius)
        // Six dashes go around a dot.
        let dash = radius * 2 * .pi / 6
        let isBroken = self != .about
        var nodes: [Node] = [
            .path(
                id: id, role: "timeline-doubt", outline, fill: .color(background),
                stroke: Stroke(color, width: width, dash: isBroken ? [dash * 0.58, dash * 0.42] : []))
        ]
        if self == .both {
            nodes.append(
                .path(
                    id: id + "/inner", role: "timeline-doubt",
                    MarkShapes.icon(icon, center: center, radius: radius * 0.38), fill: .color(color)))
        }
        return nodes
    }
}
