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
        if let inner = encoder.properties.number(innerName)
            ?? (channel == .radius ? encoder.properties.number(.radius2) : nil)
        {
            base.0 = inner
        }
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
            ?? repeated(channel == .radius ? base.0 : encoder.scales[channel].map { $0.position(of: 0) } ?? 0)
        return (starts, ends)
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

    /// A whole ring, or a disc.
    private static func ring(center: Point, inner: Double, outer: Double, from start: Double) -> PathData {
        let from = start - .pi / 2
        var path = PathData()
        for (radius, turn) in [(outer, 2 * Double.pi), (inner, -2 * .pi)] where radius > 1e-9 {
            path.move(to: Point(center.x + radius * cos(from), center.y + radius * sin(from)))
            path.arc(center: center, radius: radius, from: from, to: from + turn)
            path.close()
        }
        return path
    }

    /// A sector of a ring, with room between it and its neighbours and rounded corners.
    static func path(
        center: Point, inner: Double, outer: Double, from start: Double, to end: Double, pad: Double, corner: Double
    ) -> PathData {
        var path = PathData()
        let turn = -Double.pi / 2
        var (r0, r1) = (min(inner, outer), max(inner, outer))
        r0 = max(0, r0)
        guard r1 > 1e-9 else {
            path.move(to: center)
            path.close()
            return path
        }
        func place(_ radius: Double, _ angle: Double) -> Point {
            Point(center.x + radius * cos(angle + turn), center.y + radius * sin(angle + turn))
        }
        if abs(end - start) >= 2 * .pi - 1e-9 { return ring(center: center, inner: r0, outer: r1, from: start) }
        let sign = end < start ? -1.0 : 1
        let span = abs(end - start)
        // The gap has parallel sides: its angle grows towards the middle.
        let padRadius = (r0 * r0 + r1 * r1).squareRoot()
        func padded(_ radius: Double) -> (Double, Double) {
            guard pad > 0, radius > 1e-9 else { return (start, end) }
            let half = asin(min(1, padRadius / radius * sin(pad / 2)))
            if 2 * half >= span { return ((start + end) / 2, (start + end) / 2) }
            return (start + sign * half, end - sign * half)
        }
        let (a1, b1) = padded(r1)
        let (a0, b0) = padded(r0)
        let rounded = min(corner, (r1 - r0) / 2, abs(b1 - a1) * r1 / 2)
        if rounded > 1e-6 {
            let da = asin(min(1, rounded / (r1 - rounded)))
            let d0 = r0 > 1e-6 ? asin(min(1, rounded / (r0 + rounded))) : 0
            let far = ((r1 - rounded) * (r1 - rounded) - rounded * rounded).squareRoot()
            let near = r0 > 1e-6 ? ((r0 + rounded) * (r0 + rounded) - rounded * rounded).squareRoot() : 0
            path.move(to: place(far, a1))
            let first = a1 + sign * da
            let last = b1 - sign * da
            let c1 = place(r1 - rounded, first), c2 = place(r1 - rounded, last)
            path.arc(center: c1, radius: rounded, from: a1 + turn - sign * .pi / 2, to: first + turn)
            path.arc(center: center, radius: r1, from: first + turn, to: last + turn)
            path.arc(center: c2, radius: rounded, from: last + turn, to: b1 + turn + sign * .pi / 2)
            if r0 > 1e-6, abs(b0 - a0) > 2 * d0 {
                path.line(to: place(near, b0))
                let (s, e) = (b0 - sign * d0, a0 + sign * d0)
                path.arc(
                    center: place(r0 + rounded, s), radius: rounded, from: b0 + turn + sign * .pi / 2,
                    to: s + turn + sign * .pi)
                path.arc(center: center, radius: r0, from: s + turn, to: e + turn)
                path.arc(
                    center: place(r0 + rounded, e), radius: rounded, from: e + turn + sign * .pi,
                    to: a0 + turn + sign * 1.5 * .pi)
            } else {
                path.line(to: r0 > 1e-6 ? place(r0, (a0 + b0) / 2) : center)
            }
            path.close()
            return path
        }
        path.move(to: place(r1, a1))
        path.arc(center: center, radius: r1, from: a1 + turn, to: b1 + turn)
        if r0 > 1e-9 {
            path.line(to: place(r0, b0))
            path.arc(center: center, radius: r0, from: b0 + turn, to: a0 + turn)
        } else {
            path.line(to: center)
        }
        path.close()
        return path
    }
}
