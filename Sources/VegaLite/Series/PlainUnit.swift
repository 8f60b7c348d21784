import Figures

/// The bars or lines of a chart that is otherwise plain, and the channels that they stand along.
struct PlainUnit {
    var id: Int
    var path: String
    var unit: View.Unit

    var isBar: Bool { unit.mark is BarMark }
    var isHorizontal: Bool { isBar && unit.orientation == .horizontal }
    /// The channel of the categories.
    var along: Channel { isHorizontal ? .y : .x }
    /// The channel of the values.
    var measure: Channel { isHorizontal ? .x : .y }
    var offset: ChannelDefinition? { unit.encoding[isHorizontal ? .yOffset : .xOffset] }

    /// The one view of bars or lines, where the rest are texts and points over it.
    init(of views: [View]) throws(NoSeriesChart) {
        for view in views where !(view.isUnit || view.isLayer) || view.isWithinFacet {
            throw NoSeriesChart("it is made of several charts", path: view.path)
        }
        let units = views.compactMap { view in view.unit.map { PlainUnit(id: view.id, path: view.path, unit: $0) } }
        guard let own = units.first(where: { $0.isBar || $0.unit.mark is LineMark }) else {
            let mark = units.first?.unit.mark.name ?? "nothing"
            throw NoSeriesChart("its mark is `\(mark)`, neither bar nor line", path: units.first?.place("mark") ?? "")
        }
        for other in units where other.id != own.id {
            let mark = other.unit.mark
            let isOverlay = mark is TextMark || !own.isBar && mark is PointMark
            if !isOverlay { throw NoSeriesChart("it has a layer of `\(mark.name)` too", path: other.path) }
        }
        for channel in [Channel.x2, .y2] where own.unit.encoding[channel] != nil {
            throw NoSeriesChart(
                "its bars span from one value to another", path: own.place("encoding.\(channel.rawValue)"))
        }
        self = own
    }

    private init(id: Int, path: String, unit: View.Unit) {
        self.id = id
        self.path = path
        self.unit = unit
    }

    func place(_ key: String) -> String { join(path, key) }
    func place(of channel: Channel) -> String { place("encoding.\(channel.rawValue)") }

    /// How the series' bars stand to each other, or how the lines run.
    func form(seriesCount: Int, hasPoints: Bool) throws(NoSeriesChart) -> SeriesChart.Form {
        guard isBar else {
            let interpolation = unit.definition.properties.value(.interpolate)?.string ?? "linear"
            guard ["linear", "monotone", "natural", "cardinal"].contains(interpolation) else {
                throw NoSeriesChart("its lines go in steps", path: place("mark.interpolate"))
            }
            return .lines(points: hasPoints, smooth: interpolation != "linear")
        }
        if unit.stack?.offset == .center {
            throw NoSeriesChart("its bars are stacked around the middle", path: path)
        }
        if offset != nil || seriesCount == 1 { return .bars(horizontal: isHorizontal, .sideBySide) }
        guard let stack = unit.stack else { throw NoSeriesChart("its bars lie over one another", path: path) }
        return .bars(horizontal: isHorizontal, stack.offset == .normalize ? .shares : .stacked)
    }
}
