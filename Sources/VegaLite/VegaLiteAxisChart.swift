import Documents
import Figures
import Scales
import SceneGraph

/// A Vega-Lite document of one view, or of layers, whose `x` is time: drawn along the axis of another figure.
public struct VegaLiteAxisChart: AxisChart {
    public let title: String
    public let moments: [Double]
    public let facts: [String]
    public let sources: [String]
    public let credits: [String]
    private let chart: CompiledChart
    private let context: FigureContext

    /// - Throws: what is wrong with the document; that it has several views, or no `x` in time.
    public init(_ document: Document, in context: FigureContext) throws(Diagnostics) {
        let chart = try CompiledChart(document, in: context)
        self.chart = chart
        self.context = context
        title = chart.model.title
        var problems = chart.diagnostics
        moments = chart.sharedMoments(telling: &problems)
        try problems.throwIfErrors()
        facts = chart.model.facts
        sources = chart.model.sources
        credits = chart.model.extras.sources
    }

    public func drawn(along axis: SharedTimeAxis, height: Double, name: String) throws(Diagnostics) -> AxisChartPicture
    {
        var context = context
        context.name = name
        let room = PageRoom(width: axis.length, height: height, sharedAxis: axis)
        var layout = chart.layout(room, in: context)
        let picture = layout.picture(of: 0, cell: .whole)
        return AxisChartPicture(
            nodes: picture.nodes, bounds: picture.bounds, warnings: try chart.findings(after: layout).warnings)
    }
}

extension CompiledChart {
    /// The moments of all x and x2 of the chart, in seconds and in order; what is no time is told.
    fileprivate func sharedMoments(telling problems: inout Diagnostics) -> [Double] {
        func report(_ message: String, _ place: Place, advice: String) {
            problems.add(
                Diagnostic(message, file: model.file, at: place.location, path: place.path, advice: advice))
        }
        let root = model.views[0]
        guard root.isUnit || root.isLayer else {
            report(
                "a chart on a timeline's axis is one view, or layers over each other", root.written.place,
                advice: "give each view a chart of its own")
            return []
        }
        var milliseconds: Set<Double> = []
        var hasTime = false
        for id in model.units(under: 0) {
            guard let component = components.component(of: .x, in: id) else { continue }
            guard component.type.isTime else {
                report(
                    "`x` is not time, so the chart cannot share the timeline's axis",
                    component.lead?.definition.place ?? root.written.place.member("encoding.x"),
                    advice: "write `type: temporal`, or a `timeUnit`")
                continue
            }
            hasTime = true
            for contribution in component.contributions where contribution.unit == id {
                milliseconds.formUnion(moments(of: contribution))
            }
        }
        if !hasTime, !problems.hasErrors {
            report(
                "the chart has no `x`, so it cannot share the timeline's axis", root.written.place.member("encoding.x"),
                advice: "give `x` a field of type `temporal`")
        }
        return milliseconds.filter(\.isFinite).sorted().map { $0 / 1_000 }
    }

    private func moments(of contribution: ScaleComponent.Contribution) -> [Double] {
        if let datum = contribution.definition.datum {
            return [model.constant(datum, type: .temporal).asNumber].compactMap { $0 }
        }
        let resolver = ScaleResolver(components)
        return resolver.columns(of: contribution).flatMap {
            model.views[contribution.unit].unit?.table.column($0)?.numbers ?? []
        }
    }
}
