import Colors
import Scales
import SceneGraph
import Tables

extension ScaleResolver {
    func rangeLength(_ channel: Channel, _ size: ViewSize) -> Double {
        switch channel {
        case .x: size.width
        case .y: size.height
        default: 0
        }
    }

    /// What a scale gives: the document's own range, or what its channel takes.
    mutating func range(
        _ component: ScaleComponent, size: ViewSize, cell: Cell, count: Int, isZero: Bool
    ) -> ResolvedScale.Range {
        let channel = component.channel
        let written = value(component, .range)
        if channel.isColor { return colorRange(component, written, count: count) }
        let isOfPieces = component.type == .ordinal || component.type.isDiscretizing
        if let list = written?.array ?? written?.string.flatMap({ config.ranges[$0]?.array }) {
            let numbers = list.compactMap { extentNumber($0, size) }
            if numbers.count == list.count {
                return isOfPieces ? .values(numbers.map { .number($0) }) : .numbers(numbers)
            }
            return .values(list)
        }
        if channel == .shape { return .values(config.ranges["symbol"]?.array ?? []) }
        if channel == .strokeDash {
            // Ours are longer: lines are thicker, and a gap under a line's width is not seen.
            let dashes: [[Double]] =
                config.isEditorial
                ? [[1, 0], [9, 4], [3, 3], [14, 4, 3, 4], [2, 6]] : [[1, 0], [4, 2], [2, 1], [1, 1], [1, 2, 4, 2]]
            return .values(dashes.map { .array($0.map { .number($0) }) })
        }
        var (low, high) = standardRange(component, size: size, cell: cell, isZero: isZero)
        if let least = value(component, .rangeMin).flatMap({ extentNumber($0, size) }) { low = least }
        if let greatest = value(component, .rangeMax).flatMap({ extentNumber($0, size) }) { high = greatest }
        if isOfPieces {
            // One value for each piece, evenly spaced.
            let n = max(1, count)
            return .numbers((0..<n).map { n == 1 ? high : low + (high - low) * Double($0) / Double(n - 1) })
        }
        return .numbers([low, high])
    }

    /// A number; the view's own extents go by their names.
    private func extentNumber(_ value: DataValue, _ size: ViewSize) -> Double? {
        switch value {
        case .number(let number): number
        case .string("width"): size.width
        case .string("height"): size.height
        default: nil
        }
    }

    private mutating func standardRange(
        _ component: ScaleComponent, size: ViewSize, cell: Cell, isZero: Bool
    ) -> (Double, Double) {
        switch component.channel {
        case .x: return (0, size.width)
        case .y: return (size.height, 0)
        case .xOffset, .yOffset: return continuousOffsetRange(component, size: size, cell: cell)
        case .theta: return (0, 2 * .pi)
        case .radius: return (0, min(size.width, size.height) / 2)
        case .opacity, .fillOpacity, .strokeOpacity: return (config.length(.minOpacity), config.length(.maxOpacity))
        case .strokeWidth: return (config.length(.minStrokeWidth), config.length(.maxStrokeWidth))
        case .angle: return (0, 360)
        case .size: return sizeRange(component, size: size, isZero: isZero)
        default: return (0, 1)
        }
    }

    private mutating func continuousOffsetRange(
        _ component: ScaleComponent, size: ViewSize, cell: Cell
    ) -> (Double, Double) {
        let isX = component.channel == .xOffset
        var (low, high) = (0.0, isX ? size.width : size.height)
        if let lead = component.lead, let primary = scale(of: isX ? .x : .y, in: lead.unit, cell: cell) {
            high = primary.bandwidth
            if primary.type == .point { (low, high) = (-(primary.step ?? 20) / 4, (primary.step ?? 20) / 4) }
        }
        return !isX && component.type.isContinuous ? (high, low) : (low, high)
    }

    private func sizeRange(_ component: ScaleComponent, size: ViewSize, isZero: Bool) -> (Double, Double) {
        switch unit(component.lead)?.mark.size ?? .area {
        case .bandSize:
            let step = positionStep(component, size: size)
            return (config.length(.minBandSize), config.number(.maxBandSize) ?? max(3, step - 1))
        case .strokeWidth, .diameter: return (config.length(.minStrokeWidth), config.length(.maxStrokeWidth))
        case .fontSize: return (config.length(.minFontSize), config.length(.maxFontSize))
        case .area:
            let side = 0.95 * positionStep(component, size: size)
            // Ours begins at nothing: twice the area is twice the value.
            let low = isZero && config.isEditorial ? 0 : config.length(.minSize)
            return (low, config.number(.maxSize) ?? side * side)
        }
    }

    /// The lesser step of the discrete or binned axes; 20 where there is none. In our own look bands are measured.
    private func positionStep(_ component: ScaleComponent, size: ViewSize) -> Double {
        guard let lead = component.lead else { return 20 }
        var steps: [Double] = []
        for (channel, length) in [(Channel.x, size.width), (.y, size.height)] {
            guard let position = components.component(of: channel, in: lead.unit) else { continue }
            if position.type.isDiscrete, !config.isEditorial {
                steps.append(statedStep(channel, in: lead.unit))
            } else if position.type.isDiscrete {
                var copy = self
                let count = copy.values(of: position, in: .whole).count
                let padding = bandPadding(position)
                let units = max(1, Double(count) - (position.type == .point ? 1 : padding.inner) + 2 * padding.outer)
                if count > 0 { steps.append(length / units) }
            } else if position.lead?.definition.isBinning == true, let borders = binBorders(position),
                borders.count > 1
            {
                steps.append(length / Double(borders.count - 1))
            }
        }
        return steps.min() ?? 20
    }

    /// The step that the document states, or that of its configuration: Vega-Lite sizes marks by it in views of a given
    /// length as well.
    private func statedStep(_ channel: Channel, in unit: Int) -> Double {
        let isX = channel == .x
        let written = views[model.frame(of: unit)].written
        if case .step(let step, _) = isX ? written.width : written.height { return step }
        let view = config.view
        return (isX ? view.discreteWidthStep : view.discreteHeightStep) ?? view.step
    }
}
