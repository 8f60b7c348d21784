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
    /// The chart with its data read, and its outermost view.
    private let compilation: Compilation
    private let root: Int

    /// - Throws: what is wrong with the document; that it has several views, or no `x` in time.
    public init(_ document: Document, in context: FigureContext) throws(Diagnostics) {
        var compilation = Compilation(document: document, context: context)
        root = try compilation.built()
        title = document.root["title"].flatMap { textLines($0["text"] ?? $0) }?.joined(separator: " ") ?? ""
        moments = compilation.sharedMoments(root)
        try compilation.diagnostics.throwIfErrors()
        facts = compilation.facts
        sources = compilation.sources
        let named = document.root["usermeta"]?["dossier"]?["sources"]
        credits = (named?.array ?? named.map { [$0] } ?? []).compactMap(\.string)
        self.compilation = compilation
    }

    public func drawn(along axis: SharedTimeAxis, height: Double, name: String) throws(Diagnostics) -> AxisChartPicture
    {
        var compilation = compilation
        compilation.sharedAxis = axis
        compilation.context.name = name
        compilation.sizeOverrides = ["width": axis.length, "height": height]
        compilation.forgetLayout()
        let picture = compilation.picture(of: root, cell: .whole)
        for problem in compilation.evaluator.problems.all { compilation.add(problem) }
        try compilation.diagnostics.throwIfErrors()
        return AxisChartPicture(
            nodes: picture.nodes, bounds: picture.bounds, warnings: compilation.diagnostics.warnings)
    }
}

extension Compilation {
    /// The x scale along another figure's axis: a piece for each stretch, and one for each break between.
    func sharedScale(_ component: ScaleComponent) -> ResolvedScale? {
        guard component.channel == .x, let sharedAxis else { return nil }
        var domain: [Double] = []
        var range: [Double] = []
        for stretch in sharedAxis.stretches {
            for (time, place) in [
                (stretch.times.lowerBound, stretch.places.lowerBound),
                (stretch.times.upperBound, stretch.places.upperBound),
            ] where domain.last.map({ time * 1_000 > $0 }) ?? true {
                domain.append(time * 1_000)
                range.append(place)
            }
        }
        guard domain.count >= 2 else { return nil }
        return ResolvedScale(
            type: .time, channel: .x, mapping: .continuous(TimeScale(domain: domain)), range: .numbers(range))
    }

    /// The moments of all x and x2 beneath a view, in seconds and in order; what is no time is reported.
    mutating func sharedMoments(_ root: Int) -> [Double] {
        guard views[root].isUnit || views[root].isLayer else {
            report(
                "a chart on a timeline's axis is one view, or layers over each other", document.root, path: "",
                advice: "give each view a chart of its own")
            return []
        }
        var milliseconds: Set<Double> = []
        var hasTime = false
        for id in units(under: root) {
            guard let component = component(of: .x, in: id) else { continue }
            guard component.type.isTime else {
                let definition = component.contributions.first?.definition
                report(
                    "`x` is not time, so the chart cannot share the timeline's axis", definition?.node ?? document.root,
                    path: definition?.path ?? "encoding.x", advice: "write `type: temporal`, or a `timeUnit`")
                continue
            }
            hasTime = true
            for contribution in component.contributions where contribution.unit == id {
                if let datum = contribution.definition.datum {
                    if let moment = constant(datum, type: .temporal).asNumber { milliseconds.insert(moment) }
                    continue
                }
                for name in columns(of: contribution) {
                    milliseconds.formUnion(views[id].unit?.table.column(name)?.numbers ?? [])
                }
            }
        }
        if !hasTime, !diagnostics.hasErrors {
            report(
                "the chart has no `x`, so it cannot share the timeline's axis", document.root, path: "encoding.x",
                advice: "give `x` a field of type `temporal`")
        }
        return milliseconds.filter(\.isFinite).sorted().map { $0 / 1_000 }
    }
}
