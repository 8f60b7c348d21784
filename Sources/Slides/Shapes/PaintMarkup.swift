#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

import SceneGraph

extension Color {
    /// `RRGGBB`, as `a:srgbClr` writes it.
    var hexDigits: String {
        [red, green, blue].map { part in
            let byte = Int((max(0, min(1, part.isFinite ? part : 0)) * 255).rounded())
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    /// The colour with its own alpha and that of the groups it is in.
    func drawing(opacity: Double) -> String {
        let alpha = max(0, min(1, alpha * opacity))
        if alpha >= 0.999995 { return "<a:srgbClr val=\"\(hexDigits)\"/>" }
        return "<a:srgbClr val=\"\(hexDigits)\"><a:alpha val=\"\(units(alpha * 100_000))\"/></a:srgbClr>"
    }
}

extension Paint {
    /// A fill of the shape whose box in the scene is `box` (ECMA-376 part 1, 20.1.8.33 and 20.1.8.54).
    ///
    /// A scene's gradient has ends of its own; DrawingML's run from one side of the shape to the other. So the colours
    /// are read off at the shape's own sides, and the stops between are moved to where they lie there.
    func drawing(in box: Rectangle, opacity: Double) -> String {
        switch self {
        case .color(let color):
            return "<a:solidFill>\(color.drawing(opacity: opacity))</a:solidFill>"
        case .linearGradient(let from, let to, let stops):
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            let squared = dx * dx + dy * dy
            guard let last = stops.last else { return "<a:noFill/>" }
            guard squared > 0, squared.isFinite else {
                return Paint.color(last.color).drawing(in: box, opacity: opacity)
            }
            let places = [(box.minX, box.minY), (box.maxX, box.minY), (box.minX, box.maxY), (box.maxX, box.maxY)].map {
                (($0.0 - from.x) * dx + ($0.1 - from.y) * dy) / squared
            }
            let list = stopList(stops, from: places.min() ?? 0, to: places.max() ?? 1, opacity: opacity)
            // Clockwise from the x axis, in 60,000ths of a degree.
            var angle = atan2(dy, dx) * 180 / .pi
            if angle < 0 { angle += 360 }
            return
                "<a:gradFill rotWithShape=\"1\">\(list)<a:lin ang=\"\(units(angle * 60_000) % 21_600_000)\" "
                + "scaled=\"0\"/></a:gradFill>"
        case .radialGradient(let center, let radius, _, _, let stops):
            guard let last = stops.last else { return "<a:noFill/>" }
            guard radius > 0, box.width > 0, box.height > 0 else {
                return Paint.color(last.color).drawing(in: box, opacity: opacity)
            }
            let reach = max(abs(center.x - box.minX), abs(center.x - box.maxX))
            let rise = max(abs(center.y - box.minY), abs(center.y - box.maxY))
            let list = stopList(
                stops, from: 0, to: (reach * reach + rise * rise).squareRoot() / radius, opacity: opacity)
            let left = units((center.x - box.minX) / box.width * 100_000)
            let top = units((center.y - box.minY) / box.height * 100_000)
            return
                "<a:gradFill rotWithShape=\"1\">\(list)<a:path path=\"circle\"><a:fillToRect l=\"\(left)\" "
                + "t=\"\(top)\" "
                + "r=\"\(100_000 - left)\" b=\"\(100_000 - top)\"/></a:path></a:gradFill>"
        }
    }

    /// One colour for where a gradient cannot be had.
    var plain: Color? {
        switch self {
        case .color(let color): color
        case .linearGradient(_, _, let stops), .radialGradient(_, _, _, _, let stops): stops.last?.color
        }
    }

    /// True where nothing of it can be seen.
    func isInvisible(opacity: Double) -> Bool {
        switch self {
        case .color(let color): color.alpha * opacity <= 0
        case .linearGradient(_, _, let stops), .radialGradient(_, _, _, _, let stops):
            opacity <= 0 || stops.allSatisfy { $0.color.alpha <= 0 }
        }
    }
}

/// The stops between `from` and `to` of the gradient, spread over 0…100 %.
private func stopList(_ stops: [GradientStop], from: Double, to: Double, opacity: Double) -> String {
    let sorted = stops.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(
        \.element)
    let span = to - from
    guard span > 0, span.isFinite else {
        let color = color(of: sorted, at: from).drawing(opacity: opacity)
        return "<a:gsLst><a:gs pos=\"0\">\(color)</a:gs><a:gs pos=\"100000\">\(color)</a:gs></a:gsLst>"
    }
    var list: [(Double, Color)] = [(0, color(of: sorted, at: from))]
    for stop in sorted where stop.offset > from && stop.offset < to {
        list.append(((stop.offset - from) / span, stop.color))
    }
    list.append((1, color(of: sorted, at: to)))
    return "<a:gsLst>"
        + list.map { "<a:gs pos=\"\(units($0.0 * 100_000))\">\($0.1.drawing(opacity: opacity))</a:gs>" }.joined()
        + "</a:gsLst>"
}

/// The colour at a place on the gradient; beyond its ends, that of the end.
private func color(of stops: [GradientStop], at place: Double) -> Color {
    guard let first = stops.first, let last = stops.last else { return .clear }
    if place <= first.offset { return first.color }
    if place >= last.offset { return last.color }
    for (before, after) in zip(stops, stops.dropFirst()) where place <= after.offset {
        let span = after.offset - before.offset
        let share = span > 0 ? (place - before.offset) / span : 1
        func mixed(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
        return Color(
            red: mixed(before.color.red, after.color.red), green: mixed(before.color.green, after.color.green),
            blue: mixed(before.color.blue, after.color.blue), alpha: mixed(before.color.alpha, after.color.alpha))
    }
    return last.color
}
