import Colors
import Scales
import SceneGraph

/// The colours of classes.
enum ClassColors: Sendable {
    case scheme(ColorScheme, reversed: Bool)
    case list([Color])

    /// For classes in one direction: evenly along the ramp. For those that part at a midpoint: the ramp's middle
    /// there, and as far from it on both sides as the classes are.
    func colors(of classes: Classification) -> [Color] {
        switch self {
        case .list(let colors): return colors
        case .scheme(let scheme, let reversed):
            let count = classes.classCount
            var colors: [Color]
            if let midpoint = classes.midpoint {
                let below = classes.breaks.filter { $0 <= midpoint }.count
                let straddles =
                    !classes.breaks.contains(midpoint) && below > 0 && below < count
                    && classes.least < midpoint && classes.greatest > midpoint
                // Classes wholly under the midpoint, and wholly over it.
                let low =
                    straddles
                    ? below : classes.breaks.contains(midpoint) ? below : classes.least >= midpoint ? 0 : count
                let high = count - low - (straddles ? 1 : 0)
                let half = max(1, max(low, high))
                let whole = scheme.sampled(2 * half + 1)
                colors =
                    Array(whole[(half - low)..<half]) + (straddles ? [whole[half]] : [])
                    + Array(whole[(half + 1)..<(half + 1 + high)])
                if reversed {
                    let turned = Array(whole.reversed())
                    colors =
                        Array(turned[(half - low)..<half]) + (straddles ? [turned[half]] : [])
                        + Array(turned[(half + 1)..<(half + 1 + high)])
                }
            } else {
                colors = scheme.sampled(count)
                if reversed { colors.reverse() }
            }
            return colors
        }
    }
}

extension ClassColors {
    /// The two classes that look most alike to readers who do not part red from green, counted from 1; nil where all
    /// are well apart.
    static func confusable(_ colors: [Color]) -> (Int, Int)? {
        var nearest: (pair: (Int, Int), distance: Double)?
        for vision in [ColorVision.protanopia, .deuteranopia] {
            for (index, color) in colors.enumerated() {
                for later in colors.indices where later > index {
                    // Colours that nobody parts are the author's own choice.
                    let distance = vision.difference(color, colors[later])
                    guard distance < 10, ColorVision.typical.difference(color, colors[later]) > 20 else { continue }
                    if distance < nearest?.distance ?? .infinity { nearest = ((index + 1, later + 1), distance) }
                }
            }
        }
        return nearest?.pair
    }
}
