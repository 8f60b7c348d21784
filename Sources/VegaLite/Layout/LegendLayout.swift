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
            for legend in group where legend.omitted > 0 {
                report(
                    "\(legend.omitted) entries of a legend are left out", nil,
                    path: "encoding.\(legend.guide.components.first?.channel.rawValue ?? "color")",
                    advice: "raise `legend.symbolLimit`, or show fewer categories", severity: .warning)
            }
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
            id: "\(context.name)/\(place)\(lead.channel.rawValue)-legend", room: scales.room.legendWidth
        ).drawn()
    }

    /// The legends of one side, one after the other.
    private func stacked(_ group: [DrawnLegend], orient: String) -> (places: [Point], total: Size) {
        let layout = config.legendLayout[orient]
        let isAcross = layout.direction.map { $0 == "horizontal" } ?? (orient == "top" || orient == "bottom")
        var at = Point.zero
        var places: [Point] = []
        var total = Size(0, 0)
        for legend in group {
            // What does not fit beside the others begins a row of its own.
            if isAcross, at.x > 0, let room = scales.room.legendWidth, at.x + legend.size.width > room {
                at = Point(0, total.height + layout.margin)
            }
            places.append(at)
            total = Size(max(total.width, at.x + legend.size.width), max(total.height, at.y + legend.size.height))
            if isAcross {
                at.x += legend.size.width + layout.margin
            } else {
                at.y += legend.size.height + layout.margin
            }
        }
        return (places, total)
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
        case "top" where config.isEditorial && share == 0:
            // Legends begin where the figure does, as its title.
            return Point(
                min(0, yBounds.minX).rounded(.down), min(0, xBounds.minY.rounded(.down)) - offset - total.height)
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
