import Documents
import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The system's, by a word.
func exponential(_ value: Double) -> Double { exp(value) }
func naturalLogarithm(_ value: Double) -> Double { log(value) }

/// A label that wants a place.
struct LabelRequest {
    enum Fallback {
        /// It may reach over the area's edges, or stand off with a line to it.
        case leader
        /// It stands beside the area, touching it nearly.
        case beside
    }

    enum Anchor {
        /// Beside a symbol.
        case point(Point, radius: Double)
        /// Inside an area; its rings in figure units, and what is done where it does not fit.
        case area([[Point]], otherwise: Fallback)
        /// Along a line; the pieces in figure units.
        case line([[Point]])
        /// With its middle at a place, and a line from there to what it tells of.
        case fixed(middle: Point, target: Point?)
        /// With its left end (or right end, or middle) at a place on the frame's edge.
        case edge(Point, Text.Anchor)
    }

    /// A way of setting the label; the first that fits is taken.
    struct Setting: Equatable {
        var lines: [String]
        var font: Font
    }

    var id: String
    /// For the warning where it finds no room.
    var name: String
    var settings: [Setting]
    var anchor: Anchor
    var color: Color
    var halo: Stroke?
    /// The code of the state that it names: it must not stand in another's land.
    var owner: String?
    /// The smallest goes first.
    var priority: Int
    /// Left out in silence where it finds no room: an edge label, a repetition.
    var isOptional = false
    /// Drawn with the label, and only if it finds a place.
    var symbol: [Node] = []
    var role: Role = "map-label"
    var datum = Datum()

    /// The worst that a place can cost: bad places are nearly as bad as each other, and none as bad as no label.
    private static let worst = 58.0

    static func bounded(_ cost: Double) -> Double { worst * (1 - exponential(-max(0, cost) / worst)) }

    /// What it costs to leave it out: the more, the more important it is; for one that must be there, more than any
    /// place costs.
    var loss: Double { (isOptional ? 14 : 60) + 1000 * exponential(-0.07 * Double(max(0, priority))) }
}
