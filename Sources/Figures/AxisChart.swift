import Documents
import SceneGraph
import Typography

/// The axis of time that a chart shares with the figure it stands in.
public struct SharedTimeAxis: Sendable, Hashable {
    /// A part of the axis; between two that are apart in time the axis is broken.
    public struct Stretch: Sendable, Hashable {
        /// Seconds since 1970-01-01T00:00:00Z.
        public var times: ClosedRange<Double>
        /// Figure units from the axis's beginning.
        public var places: ClosedRange<Double>

        public init(times: ClosedRange<Double>, places: ClosedRange<Double>) {
            self.times = times
            self.places = places
        }
    }

    /// In order; one at least.
    public var stretches: [Stretch]

    public init(stretches: [Stretch]) { self.stretches = stretches }

    /// Figure units from the axis's beginning to its end.
    public var length: Double { stretches.last?.places.upperBound ?? 0 }
}

/// A chart that another figure draws along its own axis of time.
///
/// Figures do not know how charts are made: whoever knows both hands in `FigureContext.axisChart`.
public protocol AxisChart {
    /// The chart's own title; empty where it has none.
    var title: String { get }
    /// The moments of its data, ends of spans among them, in order: what the axis has to show. Seconds since 1970.
    var moments: [Double] { get }
    /// Ids of the facts that it draws, in the order of first use.
    var facts: [String] { get }
    /// Ids of the sources of those facts.
    var sources: [String] { get }
    /// Attributions that the chart names by itself.
    var credits: [String] { get }

    /// Draws the chart, its plot from (0, 0) to (the axis's length, `height`), without an axis of time of its own.
    ///
    /// - Parameter name: begins the ids of nodes.
    func drawn(along axis: SharedTimeAxis, height: Double, name: String) throws(Diagnostics) -> AxisChartPicture
}

/// A chart as it was drawn along an axis.
public struct AxisChartPicture: Sendable {
    public var nodes: [Node]
    /// The plot with everything that stands around it: labels, legends.
    public var bounds: Rectangle
    public var warnings: [Diagnostic]

    public init(nodes: [Node], bounds: Rectangle, warnings: [Diagnostic] = []) {
        self.nodes = nodes
        self.bounds = bounds
        self.warnings = warnings
    }
}
