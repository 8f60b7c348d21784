import SceneGraph
import Tables

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

enum Circular {
    static func sine(_ radians: Double) -> Double { sin(radians) }
    static func cosine(_ radians: Double) -> Double { cos(radians) }
    /// Clockwise from twelve o'clock, for a point so far right of the middle and below it.
    static func angle(right: Double, down: Double) -> Double { atan2(right, -down) }
}

/// Angles run clockwise from twelve o'clock, in radians.
enum Arcs {
    /// The start and end of each row along `theta` or `radius`.
    static func span(_ encoder: MarkEncoder, _ channel: Channel, standard: (Double, Double)) -> ([Double], [Double]) {
        let n = encoder.count
        func repeated(_ value: Double) -> [Double] { [Double](repeating: value, count: n) }
        let (innerName, outerName) = channel == .theta ? ("theta2", "theta") : ("innerRadius", "outerRadius")
        let secondary = channel.secondary ?? channel
        var base = standard
        let inner =
            encoder.properties.number(innerName)
            ?? (channel == .radius ? encoder.properties.number(.radius2) : nil)
        if let inner { base.0 = inner }
        if let outer = encoder.properties.number(outerName)
            ?? (channel == .radius ? encoder.properties.number(.radius) : nil)
        {
            base.1 = outer
        }
        guard let definition = encoder.definition(channel) else {
            return (values(encoder, secondary) ?? repeated(base.0), repeated(base.1))
        }
        if let stack = encoder.unit.stack, stack.channel == channel, let scale = encoder.scales[channel] {
            return (
                scale.positions(of: encoder.numbers(stack.startColumn)),
                scale.positions(of: encoder.numbers(stack.endColumn))
            )
        }
        if definition.isField, let scale = encoder.scales[channel], scale.type == .band {
            let starts = encoder.values(definition.column).map { scale.position(of: $0) }
            return (starts, starts.map { $0 + scale.bandwidth })
        }
        if definition.isField, let end = definition.endColumn, let scale = encoder.scales[channel] {
            return (scale.positions(of: encoder.numbers(definition.column)), scale.positions(of: encoder.numbers(end)))
        }
        let ends = values(encoder, channel) ?? repeated(base.1)
        let starts =
            values(encoder, secondary)
            ?? repeated(
                channel == .radius ? inner ?? origin(encoder, channel) ?? base.0 : origin(encoder, channel) ?? 0)
        return (starts, ends)
    }

    /// Where a scale has zero, or begins where it has none.
    private static func origin(_ encoder: MarkEncoder, _ channel: Channel) -> Double? {
        guard let scale = encoder.scales[channel] else { return nil }
        guard channel == .radius, let domain = scale.continuousDomain else { return scale.position(of: 0) }
        let hasZero = scale.type != .log && min(domain.0, domain.1) <= 0 && max(domain.0, domain.1) >= 0
        return scale.position(of: hasZero ? 0 : domain.0)
    }

    private static func values(_ encoder: MarkEncoder, _ channel: Channel) -> [Double]? {
        guard let definition = encoder.definition(channel) else { return nil }
        if let value = definition.value { return value.number.map { [Double](repeating: $0, count: encoder.count) } }
        let scale = channel.scaleChannel.flatMap { encoder.scales[$0] }
        if let datum = definition.datum?.number {
            return [Double](repeating: scale?.position(of: datum) ?? datum, count: encoder.count)
        }
        guard definition.isField else { return nil }
        if let scale, !definition.hasNoScale {
            return encoder.values(definition.column).map { scale.position(of: $0) }
        }
        return encoder.numbers(definition.column)
    }

    /// The middle of each row's span.
    static func middles(_ encoder: MarkEncoder, _ channel: Channel, standard: Double = 0) -> [Double] {
        if encoder.definition(channel) == nil {
            return [Double](repeating: encoder.properties.number(channel.rawValue) ?? standard, count: encoder.count)
        }
        let isSpan =
            encoder.unit.stack?.channel == channel
            || encoder.definition(channel).map { $0.isDiscrete || $0.isBinned } == true
            || channel.secondary.map { encoder.definition($0) != nil } == true
        let (starts, ends) = span(encoder, channel, standard: (0, standard))
        if !isSpan { return ends }
        return zip(starts, ends).map { ($0 + $1) / 2 }
    }
}
