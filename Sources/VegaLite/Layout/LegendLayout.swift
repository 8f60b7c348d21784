import SceneGraph
import Tables

extension ChartLayout {
    private static let orients = [
        "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right", "none",
    ]

    /// Sets a view's legends around it.
    mutating func addLegends(
        _ id: Int, to picture: inout Picture, cell: Cell, size: ViewSize, xBounds: Rectangle, yBounds: Rectangle,
        place: String
    ) {
        var drawn: [DrawnLegend] = []
        for legend in components.legends(of: id) {
            guard let lead = legend.components.first, !directlyLabelled.contains(lead.key),
                let made = draw(legend, cell: cell, size: size, place: place)
            else { continue }
            drawn.append(made)
        }
        for orient in drawn.isEmpty ? [] : Self.orients {
            let group = drawn.filter { $0.guide.orient == orient }
            guard let first = group.first else { continue }
            let (places, total) = stacked(group, orient: orient)
            let origin = origin(
                of: first.guide, total, in: picture.size, xBounds: xBounds, yBounds: yBounds)
            for (legend, place) in zip(group, places) {
                let shift = Point(origin.x + place.x, origin.y + place.y)
                picture.nodes += legend.nodes.map { $0.translated(by: shift) }
                picture.bounds = picture.bounds.union(
                    Rectangle(x: shift.x, y: shift.y, width: legend.size.width, height: legend.size.height))
            }
        }
    }

    private mutating func draw(_ legend: LegendGuide, cell: Cell, size: ViewSize, place: String) -> DrawnLegend? {
        var resolved: [Channel: ResolvedScale] = [:]
        for component in legend.components {
            resolved[component.channel] = scales.resolve(component, in: cell, size: size)
        }
        guard let lead = legend.components.first, let scale = resolved[lead.channel] else { return nil }
        return LegendDrawing(
            legend: legend, scales: resolved, scale: scale, size: size, model: model, measurer: measurer,
            id: "\(context.name)/\(place)\(lead.channel.rawValue)-legend"
        ).drawn()
    }

    /// The legends of one side, one after the other.
    private func stacked(_ group: [DrawnLegend], orient: String) -> (places: [Point], total: Size) {
        let layout = config.legendLayout[orient]
        let isAcross = layout.direction.map { $0 == "horizontal" } ?? (orient == "top" || orient == "bottom")
        var at = 0.0
        var places: [Point] = []
        for legend in group {
            places.append(isAcross ? Point(at, 0) : Point(0, at))
            at += (isAcross ? legend.size.width : legend.size.height) + layout.margin
        }
        let (widest, tallest) = (group.map(\.size.width).max() ?? 0, group.map(\.size.height).max() ?? 0)
        let length = at - layout.margin
        return (places, isAcross ? Size(length, tallest) : Size(widest, length))
    }

    private func origin(
        of legend: LegendGuide, _ total: Size, in size: Size, xBounds: Rectangle, yBounds: Rectangle
    ) -> Point {
        let offset = legend.properties.length(.offset)
        let anchor = config.legendLayout[legend.orient].anchor
        let share: Double = anchor == "middle" ? 0.5 : anchor == "end" ? 1 : 0
        let (width, height) = (size.width, size.height)
        switch legend.orient {
        case "left": return Point(yBounds.minX.rounded(.down) - offset - total.width, (height - total.height) * share)
        case "right": return Point(max(width, yBounds.maxX.rounded(.up)) + offset, (height - total.height) * share)
        case "top":
            return Point((width - total.width) * share, min(0, xBounds.minY.rounded(.down)) - offset - total.height)
        case "bottom": return Point((width - total.width) * share, max(height, xBounds.maxY.rounded(.up)) + offset)
        case "top-left": return Point(offset, offset)
        case "top-right": return Point(width - offset - total.width, offset)
        case "bottom-left": return Point(offset, height - offset - total.height)
        case "bottom-right": return Point(width - offset - total.width, height - offset - total.height)
        default: return Point(legend.properties.length(.legendX), legend.properties.length(.legendY))
        }
    }
}
