import Documents
import Scales
import SceneGraph
import Tables

extension MarkEncoder {
    func length(_ channel: Channel) -> Double {
        channel == .x || channel == .x2 || channel == .xOffset ? size.width : size.height
    }

    private var filled: [Double] { [Double](repeating: .nan, count: count) }

    /// What `xOffset` or `yOffset` adds to each row.
    func offsets(_ channel: Channel) -> [Double]? {
        if channel == .x2 || channel == .y2 {
            return properties.number(channel.rawValue + "Offset").map { [Double](repeating: $0, count: count) }
        }
        let property = properties.number(channel.rawValue + "Offset") ?? 0
        guard let offset = channel.offset, let definition = definition(offset) else {
            return property == 0 ? nil : [Double](repeating: property, count: count)
        }
        if let value = definition.value { return [Double](repeating: (value.number ?? 0) + property, count: count) }
        guard let scale = scales[offset] else { return nil }
        let half = scale.bandwidth * (definition.bandPosition ?? 0.5)
        if let datum = definition.datum {
            return [Double](repeating: scale.position(of: datum) + half + property, count: count)
        }
        return values(definition.column).map { scale.position(of: $0) + half + property }
    }

    /// A constant written for a position: a number, `"width"` or `"height"`.
    func constantPosition(_ node: DataValue, _ channel: Channel) -> Double? {
        if let number = node.number { return number }
        switch node.string {
        case "width": return size.width
        case "height": return size.height
        default: return nil
        }
    }

    /// The places of a channel's points: the middle of bands and bins.
    func points(_ channel: Channel, standard: Double? = nil, isEnd: Bool = false) -> [Double] {
        let primary: Channel = channel == .x2 ? .x : channel == .y2 ? .y : channel
        var result: [Double]
        if let definition = definition(channel) {
            if let value = definition.value {
                result = [Double](repeating: constantPosition(value, channel) ?? .nan, count: count)
            } else if let scale = scales[primary], !definition.hasNoScale {
                result = places(definition, scale, channel)
            } else if let datum = definition.datum {
                result = [Double](repeating: datum.number ?? .nan, count: count)
            } else {
                result = numbers(definition.column)
            }
            if let conditioned = conditionedPositions(definition, channel, result) { result = conditioned }
        } else if let node = properties[channel.rawValue], let constant = constantPosition(node, channel) {
            result = [Double](repeating: constant, count: count)
        } else {
            result = [Double](repeating: standard ?? length(channel) / 2, count: count)
        }
        if keepsInvalid, definition(channel)?.isField == true, let scale = scales[primary], scale.type.isContinuous {
            let zero = scale.position(of: 0)
            for index in result.indices where result[index].isNaN { result[index] = zero }
        }
        if let offsets = offsets(channel) {
            for index in result.indices where offsets[index].isFinite {
                // Where bands are parted again, the parts begin at the band's edge.
                if channel == primary, let definition = definition(primary), let scale = scales[primary],
                    let offset = primary.offset,
                    scales[offset] != nil, self.definition(offset)?.value == nil, scale.type == .band,
                    definition.isField
                {
                    result[index] -= scale.bandwidth * (definition.bandPosition ?? 0.5)
                }
                result[index] += offsets[index]
            }
        }
        return result
    }

    private func conditionedPositions(
        _ definition: ChannelDefinition, _ channel: Channel, _ base: [Double]
    ) -> [Double]? {
        guard !definition.conditions.isEmpty else { return nil }
        var result = base
        for condition in definition.conditions.reversed() {
            guard let value = condition.definition.first?.value.flatMap({ constantPosition($0, channel) }) else {
                continue
            }
            let all = evaluator.test(condition.test, over: table)
            for (index, row) in rows.enumerated() where all[row] { result[index] = value }
        }
        return result
    }

    private func places(_ definition: ChannelDefinition, _ scale: ResolvedScale, _ channel: Channel) -> [Double] {
        let band = scale.type == .band ? scale.bandwidth * (definition.bandPosition ?? 0.5) : 0
        if let datum = definition.datum {
            let value =
                Moments.moment(datum).map { DataValue.number($0) }
                ?? (definition.type == .temporal
                    ? datum.string.flatMap { MomentReading.milliseconds($0) }.map { .number($0) } : nil)
                ?? datum
            return [Double](repeating: scale.position(of: value) + band, count: count)
        }
        if scale.type.isDiscrete { return values(definition.column).map { scale.position(of: $0) + band } }
        if let stack = unit.stack, stack.channel == channel {
            let position = definition.bandPosition ?? 1
            let ends = scale.positions(of: numbers(stack.endColumn))
            if position == 1 { return ends }
            let starts = scale.positions(of: numbers(stack.startColumn))
            return zip(starts, ends).map { $0 + ($1 - $0) * position }
        }
        let starts = scale.positions(of: numbers(definition.column))
        if definition.isBinned || definition.timeUnit != nil {
            let secondary = channel.secondary.flatMap { self.definition($0) }
            let end = definition.endColumn ?? (definition.isBinned ? secondary?.column : nil)
            let share =
                definition.timeUnit != nil
                ? definition.bandPosition ?? configuration.number(.timeUnitBandPosition)
                    ?? (unit.mark is TickMark ? 0.5 : 0)
                : definition.bandPosition ?? 0.5
            if let end, share != 0, table.column(end) != nil {
                return zip(starts, scale.positions(of: numbers(end))).map { $0 + ($1 - $0) * share }
            }
        }
        return starts
    }

    /// Where bars and areas of a channel stand: at zero where the axis shows it, else at its beginning.
    func baseline(_ channel: Channel) -> Double {
        guard let scale = scales[channel] else { return channel == .y ? size.height : 0 }
        if let domain = scale.continuousDomain, scale.type != .log {
            let (low, high) = (min(domain.0, domain.1), max(domain.0, domain.1))
            if !scale.type.isTime, low <= 0, high >= 0 { return scale.position(of: 0) }
        }
        return channel == .y ? size.height : 0
    }

    /// Both ends of what spans a channel, for rectangles, areas and rules.
    func span(_ channel: Channel) -> (start: [Double], end: [Double]) {
        if let stack = unit.stack, stack.channel == channel, let scale = scales[channel] {
            return (
                shifted(scale.positions(of: numbers(stack.startColumn)), channel),
                shifted(scale.positions(of: numbers(stack.endColumn)), channel)
            )
        }
        if let secondary = channel.secondary, definition(secondary) != nil || properties[secondary.rawValue] != nil {
            let first =
                definition(channel) != nil || properties[channel.rawValue] != nil
                ? edges(channel) : [Double](repeating: baseline(channel), count: count)
            return (first, edges(secondary))
        }
        return ([Double](repeating: baseline(channel), count: count), points(channel))
    }

    /// A channel's places without going to the middle of bins.
    private func edges(_ channel: Channel) -> [Double] {
        let primary: Channel = channel == .x2 ? .x : channel == .y2 ? .y : channel
        guard let definition = definition(channel), definition.isField, let scale = scales[primary],
            scale.type.isContinuous,
            !definition.hasNoScale
        else { return points(channel) }
        return shifted(scale.positions(of: numbers(definition.column)), channel)
    }

    private func shifted(_ positions: [Double], _ channel: Channel) -> [Double] {
        guard let offsets = offsets(channel) else { return positions }
        return zip(positions, offsets).map(+)
    }
}

import Formats

enum MomentReading {
    static func milliseconds(_ text: String) -> Double? { DateReading.milliseconds(text) }
}

extension MarkEncoder {
    /// On axes, or on the globe where longitude and latitude are given.
    var places: ([Double], [Double]) {
        if definition(.longitude) != nil || definition(.latitude) != nil { return projected(.longitude, .latitude) }
        return (points(.x), points(.y))
    }

    /// Places on the globe, through the view's projection.
    func projected(_ longitude: Channel, _ latitude: Channel) -> ([Double], [Double]) {
        let points = unit.coordinates(rows, longitude, latitude).map { projection?.project($0) }
        return (points.map { $0?.x ?? .nan }, points.map { $0?.y ?? .nan })
    }
}
