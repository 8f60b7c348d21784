import Documents
import Figures
import SceneGraph
import Typography

/// A chart that stands on the axis: small bars or a line over the same years.
struct TimelineChart {
    var chart: any AxisChart
    /// Of its plot, in figure units.
    var height: Double
    /// What stands around the plot, as far as it does not depend on the axis.
    var left: Double
    var right: Double
    var above: Double
    var below: Double

    /// - Throws: what is wrong with the chart.
    init(_ chart: any AxisChart, height: Double, name: String) throws(Diagnostics) {
        self.chart = chart
        self.height = height
        // Labels of the measure are as wide whatever the axis; tried along some axis.
        let first = chart.moments.first ?? 0
        let trial = SharedTimeAxis(
            stretches: [.init(times: first...max(first + 1, chart.moments.last ?? 0), places: 0...(4 * height))])
        let bounds = try chart.drawn(along: trial, height: height, name: name).bounds
        left = max(0, -bounds.minX)
        right = max(0, bounds.maxX - 4 * height)
        above = max(0, -bounds.minY)
        below = max(0, bounds.maxY - height)
    }
}

extension TimelineScale {
    /// The axis as a chart is told of it, from its beginning.
    var shared: SharedTimeAxis {
        let start = places.lowerBound
        return SharedTimeAxis(
            stretches: segments.map {
                .init(times: $0.times, places: ($0.places.lowerBound - start)...($0.places.upperBound - start))
            })
    }
}
