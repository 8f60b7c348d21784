import Scales
import Tables

extension ScaleResolver {
    /// Width and height of a unit or a layered view.
    mutating func size(of id: Int, cell: Cell) -> ViewSize {
        let frame = model.frame(of: id)
        if let known = sizes[frame], cell == .whole || views[frame].facetColumns.isEmpty || !sizeDependsOnCell(frame) {
            return known
        }
        let size = ViewSize(width: extent(frame, .x, cell: cell), height: extent(frame, .y, cell: cell))
        sizes[frame] = size
        return size
    }

    /// Independent discrete scales make cells of different sizes.
    private func sizeDependsOnCell(_ frame: Int) -> Bool {
        for id in model.units(under: frame) {
            for channel in [Channel.x, .y] {
                if let component = components.component(of: channel, in: id), component.type.isDiscrete,
                    views[component.key.view].isWithinFacet
                {
                    return true
                }
            }
        }
        return false
    }

    private mutating func extent(_ frame: Int, _ channel: Channel, cell: Cell) -> Double {
        let isX = channel == .x
        let units = model.units(under: frame)
        if let given = isX ? room.width : room.height, views[frame].parent == nil { return given }
        // Layers between have sizes too, though few write them.
        let written = ([frame] + units).lazy.compactMap { [views] in
            isX ? views[$0].written.width : views[$0].written.height
        }.first
        let component = units.lazy.compactMap { [components] in components.component(of: channel, in: $0) }.first
        let continuous = continuousExtent(isX: isX)
        switch written {
        case .fixed(let setting):
            guard let number = evaluator.value(of: setting).number, number.isFinite, number >= 0 else { break }
            return min(number, 100_000) * (isX ? room.widthShare : room.heightShare)
        case .container: return continuous
        case .step(let step, let forOffset):
            guard let component else { return step }
            // A step is of bands: without them the length is what it would be unwritten.
            return component.type.isDiscrete
                ? length(component, step: step, forOffset: forOffset, cell: cell) : continuous
        case nil: break
        }
        let view = config.view
        let discrete = isX ? view.discreteWidth : view.discreteHeight
        let step = max((isX ? view.discreteWidthStep : view.discreteHeightStep) ?? view.step, isX ? 0 : room.leastStep)
        guard let component else { return isFree(units) ? continuous : discrete ?? step }
        guard component.type.isDiscrete else { return continuous }
        if let step = value(component, .range)?["step"]?.number {
            return length(component, step: step, forOffset: false, cell: cell)
        }
        let natural = discrete ?? length(component, step: step, forOffset: true, cell: cell)
        // In a composition bands share the room that there is.
        return min(natural, (isX ? room.sharedWidth : room.sharedHeight) ?? natural)
    }

    private func continuousExtent(isX: Bool) -> Double {
        if let shared = room.sharedWidth {
            return isX ? shared : room.sharedHeight ?? max(90, min(220, shared * 0.75)).rounded()
        }
        return isX ? config.view.continuousWidth : config.view.continuousHeight
    }

    /// Whether what is drawn fills the room it gets: pies and maps.
    private func isFree(_ units: [Int]) -> Bool {
        units.contains { id in
            guard let unit = views[id].unit else { return false }
            return unit.mark.fillsView || views[id].projection != nil
                || unit.encoding[.longitude] != nil || unit.encoding[.latitude] != nil
        }
    }

    /// The length of a discrete axis whose bands are a step apart; where bands are parted again, the step is of the
    /// parts.
    private mutating func length(_ component: ScaleComponent, step: Double, forOffset: Bool, cell whole: Cell) -> Double
    {
        // A scale that cells share counts the values of all of them.
        let cell = Cell(values: Array(whole.values.prefix(views[component.key.view].facetColumns.count)))
        let count = domainCount(component, in: cell)
        let padding = bandPadding(component)
        var step = step
        if forOffset, let offset = component.channel.offset,
            let inner = component.contributions.lazy.compactMap({ [components] in
                components.component(of: offset, in: $0.unit)
            })
            .first(where: \.type.isDiscrete)
        {
            let innerPadding = bandPadding(inner)
            let length = BandScale<DataValue>.length(
                count: domainCount(inner, in: cell), step: step,
                paddingInner: inner.type == .point ? 1 : innerPadding.inner, paddingOuter: innerPadding.outer)
            step = length / (1 - min(0.99, padding.inner))
        }
        return BandScale<DataValue>.length(
            count: count, step: step, paddingInner: component.type == .point ? 1 : padding.inner,
            paddingOuter: padding.outer)
    }

    private mutating func domainCount(_ component: ScaleComponent, in cell: Cell) -> Int {
        value(component, .domain)?.array?.count ?? values(of: component, in: cell).count
    }
}
