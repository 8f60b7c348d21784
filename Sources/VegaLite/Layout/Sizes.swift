import Documents
import Scales
import Tables

extension Compilation {
    /// A written width or height.
    enum Extent {
        case fixed(Double)
        case step(Double, forOffset: Bool)
        case container
    }

    func writtenExtent(_ node: DocumentNode, _ name: String) -> Extent? {
        guard let value = node[name].map({ evaluator.resolved($0) }) else { return nil }
        if let number = value.number, number.isFinite, number >= 0 { return .fixed(min(number, 100_000)) }
        if value.string == "container" { return .container }
        if let step = value["step"]?.number, step.isFinite, step > 0 {
            return .step(min(step, 10_000), forOffset: value["for"]?.string == "offset" || value["for"] == nil)
        }
        return nil
    }

    /// The view that decides a unit's size: the outermost of the layers it lies in.
    func frame(of id: Int) -> Int {
        var frame = id
        while let parent = views[frame].parent, views[parent].isLayer { frame = parent }
        return frame
    }

    /// Width and height of a unit or a layered view.
    mutating func size(of id: Int, cell: Cell) -> ViewSize {
        let frame = frame(of: id)
        if let known = sizes[frame], cell == .whole || views[frame].facetColumns.isEmpty || !sizeDependsOnCell(frame) {
            return known
        }
        let size = ViewSize(width: extent(frame, .x, cell: cell), height: extent(frame, .y, cell: cell))
        sizes[frame] = size
        return size
    }

    /// Independent discrete scales make cells of different sizes.
    func sizeDependsOnCell(_ frame: Int) -> Bool {
        for id in units(under: frame) {
            for channel in [Channel.x, .y] {
                if let component = component(of: channel, in: id), component.type.isDiscrete,
                    views[component.key.view].isWithinFacet
                {
                    return true
                }
            }
        }
        return false
    }

    private mutating func extent(_ frame: Int, _ channel: Channel, cell: Cell) -> Double {
        let name = channel == .x ? "width" : "height"
        let units = units(under: frame)
        var written: Extent?
        for id in [frame] + units where written == nil {
            // Layers between have sizes too, though few write them.
            written = writtenExtent(views[id].node, name)
        }
        if let override = sizeOverrides[name], views[frame].parent == nil || isOnlyView(frame) { return override }
        let view = config["view"]
        let shared = channel == .x ? sharedWidth : sharedWidth.map { max(90, min(220, $0 * 0.75)).rounded() }
        let continuous = shared ?? view?[channel == .x ? "continuousWidth" : "continuousHeight"]?.number ?? 300
        let discreteNode = view?[channel == .x ? "discreteWidth" : "discreteHeight"]
        let discrete = discreteNode?.number
        let step = discreteNode?["step"]?.number ?? view?["step"]?.number ?? 20
        var component: ScaleComponent?
        for id in units where component == nil { component = self.component(of: channel, in: id) }
        switch written {
        case .fixed(let number): return number
        case .container: return continuous
        case .step(let step, let forOffset):
            guard let component else { return step }
            // A step is of bands: without them the length is what it would be unwritten.
            return component.type.isDiscrete
                ? length(component, step: step, forOffset: forOffset, cell: cell) : continuous
        case nil:
            if let component {
                if component.type.isDiscrete {
                    if let written = component.property("range")?["step"]?.number {
                        return length(component, step: written, forOffset: false, cell: cell)
                    }
                    if let discrete { return discrete }
                    return length(component, step: step, forOffset: true, cell: cell)
                }
                return continuous
            }
            let isFree = units.contains { id in
                guard let unit = views[id].unit else { return false }
                return unit.mark.fillsView || views[id].projection != nil
                    || unit.encoding[.longitude] != nil || unit.encoding[.latitude] != nil
            }
            return isFree ? continuous : discrete ?? step
        }
    }

    /// The length of a discrete axis whose bands are a step apart; where bands are parted again, the step is of the parts.
    private mutating func length(_ component: ScaleComponent, step: Double, forOffset: Bool, cell whole: Cell) -> Double
    {
        // A scale that cells share counts the values of all of them.
        let cell = Cell(values: Array(whole.values.prefix(views[component.key.view].facetColumns.count)))
        let count = explicitDomainCount(component) ?? values(of: component, in: cell).count
        let padding = bandPadding(component)
        var step = step
        if forOffset, let offset = component.channel.offset {
            for contribution in component.contributions {
                guard let inner = self.component(of: offset, in: contribution.unit), inner.type.isDiscrete else {
                    continue
                }
                let innerCount = explicitDomainCount(inner) ?? values(of: inner, in: cell).count
                let innerPadding = bandPadding(inner)
                let length = BandScale<DataValue>.length(
                    count: innerCount, step: step, paddingInner: inner.type == .point ? 1 : innerPadding.inner,
                    paddingOuter: innerPadding.outer)
                step = length / (1 - min(0.99, padding.inner))
                break
            }
        }
        return BandScale<DataValue>.length(
            count: count, step: step, paddingInner: component.type == .point ? 1 : padding.inner,
            paddingOuter: padding.outer)
    }

    private func explicitDomainCount(_ component: ScaleComponent) -> Int? {
        component.property("domain").map { evaluator.resolved($0) }?.array?.count
    }

    func isOnlyView(_ frame: Int) -> Bool { views[frame].parent == nil }
}
