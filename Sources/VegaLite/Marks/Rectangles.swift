import Documents
import SceneGraph
import Tables

/// Bars, rectangles and images share how they fill bands, bins and spans.
enum Rectangles {
    /// Left and right, or top and bottom, of each row's box along a channel.
    static func extent(_ encoder: MarkEncoder, _ channel: Channel) -> (low: [Double], high: [Double]) {
        let unit = encoder.unit
        let isMeasure = isMeasured(encoder, channel)
        let lengthName = channel == .x ? "width" : "height"
        let (lengthNode, isBandShare) = bandSize(encoder, lengthName)
        // A second end that only the mark's definition gives is none on a discrete axis: the band is filled.
        let isBanded = encoder.scales[channel]?.type.isDiscrete == true
        if let secondary = channel.secondary,
            encoder.definition(secondary) != nil || !isBanded && encoder.properties[secondary.rawValue] != nil
        {
            let span = encoder.span(channel)
            if let definition = encoder.definition(channel), definition.isBinned {
                return spaced(span.start, span.end, encoder, channel)
            }
            return (span.start, span.end)
        }
        if isMeasure {
            if let lengthNode, !isBandShare, unit.stack?.channel != channel {
                return aligned(encoder.points(channel), lengthNode, encoder, channel)
            }
            let span = encoder.span(channel)
            return (span.start, span.end)
        }
        guard let definition = encoder.definition(channel), definition.isField || definition.datum != nil,
            let scale = encoder.scales[channel]
        else {
            return unplaced(encoder, channel, lengthNode)
        }
        if scale.type.isDiscrete { return banded(encoder, channel, definition, scale, lengthNode, isBandShare) }
        if definition.isBinned || definition.timeUnit != nil,
            let end = definition.endColumn
                ?? (definition.bin == .binned ? channel.secondary.flatMap { encoder.definition($0)?.column } : nil)
        {
            return spanned(encoder, channel, definition, to: end, lengthNode, isBandShare)
        }
        // On a continuous axis a bar is as wide as it is said to be.
        let middles = encoder.points(channel)
        let sizes = sizeColumn(
            encoder, lengthNode ?? encoder.configured(.continuousBandSize)?.number ?? (unit.mark is RectMark ? 20 : 5))
        return (
            middles.indices.map { middles[$0] - sizes[$0] / 2 }, middles.indices.map { middles[$0] + sizes[$0] / 2 }
        )
    }

    /// From where a bin or a unit of time begins to its end, narrowed to a share of it where that is asked for.
    private static func spanned(
        _ encoder: MarkEncoder, _ channel: Channel, _ definition: ChannelDefinition, to end: String,
        _ lengthNode: Double?, _ isBandShare: Bool
    ) -> (low: [Double], high: [Double]) {
        guard let scale = encoder.scales[channel] else { return unplaced(encoder, channel, lengthNode) }
        var (starts, ends) = (encoder.numbers(definition.column), encoder.numbers(end))
        let unitName = definition.timeUnit
        let share = definition.bandPosition ?? encoder.configured(.timeUnitBandPosition)?.number ?? 0.5
        if let offset = channel.offset, let inner = encoder.scales[offset], inner.type == .band,
            let own = encoder.definition(offset), own.isField
        {
            // What is grouped stands by where the unit begins; the groups' own scale says how far around it.
            let shifts = encoder.values(own.column).map { inner.position(of: $0) }
            let lows = zip(scale.positions(of: starts), shifts).map(+)
            return (lows, lows.map { $0 + max(inner.bandwidth, 0.25) })
        }
        if let unitName, share != 0.5 {
            for index in starts.indices {
                (starts[index], ends[index]) = unitName.moved(starts[index], ends[index], to: share)
            }
        }
        starts = scale.positions(of: starts)
        ends = scale.positions(of: ends)
        let timeShare = definition.timeUnit == nil ? nil : encoder.configured(.timeUnitBandSize)?.number
        if let size = isBandShare ? lengthNode : timeShare, lengthNode == nil || isBandShare {
            for index in starts.indices {
                let (middle, half) = ((starts[index] + ends[index]) / 2, (ends[index] - starts[index]) / 2 * size)
                (starts[index], ends[index]) = (middle - half, middle + half)
            }
        } else if let size = lengthNode ?? sizeProperty(encoder) {
            let middles = zip(starts, ends).map { ($0 + $1) / 2 }
            return (middles.map { $0 - size / 2 }, middles.map { $0 + size / 2 })
        }
        return spaced(starts, ends, encoder, channel)
    }

    /// Boxes of one size at places: around them, unless `align` or `baseline` says that they begin or end there.
    static func aligned(
        _ places: [Double], _ size: Double, _ encoder: MarkEncoder, _ channel: Channel
    ) -> (low: [Double], high: [Double]) {
        let side = encoder.properties.string(channel == .x ? "align" : "baseline")
        let before: Double =
            switch side {
            case "left", "top": 0
            case "right", "bottom": size
            default: size / 2
            }
        return (places.map { $0 - before }, places.map { $0 - before + size })
    }

    /// Whether a channel measures: the bar grows along it from zero.
    private static func isMeasured(_ encoder: MarkEncoder, _ channel: Channel) -> Bool {
        let along: Channel = encoder.unit.orientation == .horizontal ? .x : .y
        let isAcross = encoder.unit.mark is BarMark && channel != along
        if encoder.unit.stack?.channel == channel { return !isAcross }
        guard let definition = encoder.definition(channel) else { return false }
        if encoder.unit.mark is RectMark || encoder.unit.mark is ImageMark {
            return encoder.scales[channel]?.type.isContinuous == true && !definition.isBinned
                && definition.timeUnit == nil
        }
        guard encoder.unit.mark is BarMark, !isAcross else { return false }
        return (definition.isContinuous || encoder.scales[channel]?.type.isContinuous == true)
            && !definition.isBinned && (definition.timeUnit == nil || definition.aggregate != nil)
            || definition.value != nil
    }

    /// A length that the mark's definition gives, and whether it is a share of the band.
    private static func bandSize(_ encoder: MarkEncoder, _ name: String) -> (Double?, Bool) {
        if let node = encoder.properties[name] {
            if let number = node.number { return (number, false) }
            if let share = node["band"]?.number { return (share, true) }
        }
        return (nil, false)
    }

    private static func sizeProperty(_ encoder: MarkEncoder) -> Double? {
        let isSized = encoder.unit.mark.size == .bandSize
        return isSized ? encoder.properties.number(.size) : nil
    }

    private static func sizeColumn(_ encoder: MarkEncoder, _ standard: Double) -> PerRow<Double> {
        encoder.definition(.size) != nil || sizeProperty(encoder) != nil
            ? encoder.number(.size, standard: standard) : .constant(standard)
    }

    private static func banded(
        _ encoder: MarkEncoder, _ channel: Channel, _ definition: ChannelDefinition, _ scale: ResolvedScale,
        _ length: Double?, _ isShare: Bool
    ) -> (low: [Double], high: [Double]) {
        let starts: [Double]
        if let datum = definition.datum {
            starts = [Double](repeating: scale.position(of: datum), count: encoder.count)
        } else {
            starts = encoder.values(definition.column).map { scale.position(of: $0) }
        }
        var bandwidth = scale.type == .band ? scale.bandwidth : 0
        var lows = starts
        if scale.type == .point {
            bandwidth = min(scale.step ?? 20, 20) * 0.9
            lows = starts.map { $0 - bandwidth / 2 }
        }
        if let offset = channel.offset, let own = encoder.definition(offset), let inner = encoder.scales[offset],
            own.isField || own.datum != nil
        {
            let shifts =
                own.datum.map { [Double](repeating: inner.position(of: $0), count: encoder.count) }
                ?? encoder.values(own.column).map { inner.position(of: $0) }
            lows = zip(lows, shifts).map(+)
            if inner.type.isDiscrete { bandwidth = inner.bandwidth }
        } else if let shift = channel.offset.flatMap({ encoder.definition($0)?.value?.number }) {
            lows = lows.map { $0 + shift }
        } else if let shift = encoder.properties.number(channel.rawValue + "Offset") {
            lows = lows.map { $0 + shift }
        }
        let hasSize = encoder.definition(.size) != nil && encoder.unit.mark.size == .bandSize
        let standard = encoder.configured(.discreteBandSize)
        let isSized = length != nil || hasSize || sizeProperty(encoder) != nil
        let share = isShare ? length : isSized ? nil : standard?["band"]?.number
        if let length = share {
            let wide = bandwidth * length
            let shift = (bandwidth - wide) * (definition.bandPosition ?? 0.5)
            return (lows.map { $0 + shift }, lows.map { $0 + shift + wide })
        }
        if let fixed = length ?? (hasSize ? nil : sizeProperty(encoder) ?? standard?.number) {
            return aligned(lows.map { $0 + bandwidth / 2 }, fixed, encoder, channel)
        }
        if hasSize {
            let sizes = encoder.number(.size, standard: bandwidth)
            return (
                lows.indices.map { lows[$0] + bandwidth / 2 - sizes[$0] / 2 },
                lows.indices.map { lows[$0] + bandwidth / 2 + sizes[$0] / 2 }
            )
        }
        let least = encoder.configured(.minBandSize)?.number ?? 0.25
        if encoder.unit.mark is BarMark, let position = definition.bandPosition, position != 0.5 {
            lows = lows.map { $0 + bandwidth * (position - 0.5) }
        }
        let wide = max(least, bandwidth)
        return (lows, lows.map { $0 + wide })
    }

    /// Bars of bins stand one unit apart, and no bar is thinner than the least.
    private static func spaced(
        _ starts: [Double], _ ends: [Double], _ encoder: MarkEncoder, _ channel: Channel
    ) -> (low: [Double], high: [Double]) {
        let isBar = encoder.unit.mark is BarMark
        let spacing = isBar ? encoder.properties.number(.binSpacing) ?? 1 : 0
        let least = encoder.configured(.minBandSize)?.number ?? 0.25
        // As the axes' lines, half a pixel in.
        let shift = 0.5
        var (lows, highs) = (starts, ends)
        for index in starts.indices {
            let (a, b) = (min(starts[index], ends[index]), max(starts[index], ends[index]))
            if b - a < least {
                let middle = (a + b) / 2
                (lows[index], highs[index]) = (middle - least / 2 + shift, middle + least / 2 + shift)
            } else {
                (lows[index], highs[index]) = (a + spacing / 2 + shift, b - spacing / 2 + shift)
            }
        }
        return (lows, highs)
    }

    /// A channel that is not encoded: the middle for a bar, everything for a rectangle.
    private static func unplaced(
        _ encoder: MarkEncoder, _ channel: Channel, _ length: Double?
    ) -> (low: [Double], high: [Double]) {
        let total = encoder.length(channel)
        let n = encoder.count
        let along: Channel = encoder.unit.orientation == .horizontal ? .x : .y
        let isBare = encoder.definition(channel) == nil && encoder.properties[channel.rawValue] == nil
        if encoder.unit.mark is BarMark, channel == along, isBare, length == nil {
            // A bar without a measure is as long as the view.
            return ([Double](repeating: 0, count: n), [Double](repeating: total, count: n))
        }
        if encoder.unit.mark is BarMark || encoder.unit.mark is ImageMark || encoder.definition(channel) != nil
            || encoder.properties[channel.rawValue] != nil
        {
            let middles = encoder.points(channel)
            let offsetBand = channel.offset.flatMap { offset in
                encoder.definition(offset)?.isField == true ? encoder.scales[offset]?.bandwidth : nil
            }
            if let band = offsetBand, let offset = channel.offset, let own = encoder.definition(offset),
                let inner = encoder.scales[offset]
            {
                let starts = encoder.values(own.column).map { inner.position(of: $0) }
                return (starts, starts.map { $0 + band })
            }
            let share = 1 - encoder.config.length(.barBandPaddingInner)
            let sizes = sizeColumn(encoder, length ?? (encoder.unit.mark is ImageMark ? total : share * total))
            return (
                middles.indices.map { middles[$0] - sizes[$0] / 2 }, middles.indices.map { middles[$0] + sizes[$0] / 2 }
            )
        }
        if let length {
            return (
                [Double](repeating: total / 2 - length / 2, count: n),
                [Double](repeating: total / 2 + length / 2, count: n)
            )
        }
        return ([Double](repeating: 0, count: n), [Double](repeating: total, count: n))
    }
}

extension Rectangles {
    /// Boxes with their corners.
    static func nodes(_ encoder: MarkEncoder) -> [Node] {
        let x = extent(encoder, .x)
        let y = extent(encoder, .y)
        let style = MarkStyle(encoder)
        let nodes = MarkNodes(encoder)
        let defined = encoder.isDefined
        let corners = CornerRadii(encoder)
        // The corners of a stack are those of the whole.
        let stacks = corners.areSquare ? nil : StackOutlines(encoder, x: x, y: y)
        var result: [Node] = []
        result.reserveCapacity(encoder.count)
        for index in 0..<encoder.count where defined[index] {
            let values = (x.low[index], x.high[index], y.low[index], y.high[index])
            guard values.0.isFinite, values.1.isFinite, values.2.isFinite, values.3.isFinite else { continue }
            let box = Rectangle(from: Point(values.0, values.2), to: Point(values.1, values.3))
            let outline = stacks?.outline(of: index) ?? box
            let made = style.node(
                id: nodes.id(index), role: nodes.role, outline == box ? corners.path(box) : .rectangle(box), box: box,
                index: index, nodes: nodes)
            if outline == box || made.isEmpty {
                result += made
            } else {
                result.append(.group(id: nodes.id(index) + "/clip", role: "clip", clip: corners.path(outline), made))
            }
        }
        // A stack's own outline is stroked as its parts are.
        for index in stacks?.firsts ?? [] where defined[index] {
            guard let outline = stacks?.outline(of: index) else { continue }
            result += style.node(
                id: nodes.id(index) + "/stack", role: "stack-outline", corners.path(outline), box: outline,
                index: index,
                nodes: nodes, canFill: false)
        }
        return result
    }
}
