import Documents
import Pictures
import SceneGraph
import Typography

/// Fills and strokes, and the gradients that they need.
extension SVGWriter {
    mutating func stroke(_ stroke: Stroke) {
        paint(stroke.paint, as: "stroke")
        if stroke.width != 1 { attribute("stroke-width", stroke.width) }
        if !stroke.dash.isEmpty {
            text += " stroke-dasharray=\""
            for (index, length) in stroke.dash.enumerated() {
                if index > 0 { text += "," }
                appendNumber(length, to: &text)
            }
            text += "\""
            if stroke.dashOffset != 0 { attribute("stroke-dashoffset", stroke.dashOffset) }
        }
        if stroke.cap != .butt { text += " stroke-linecap=\"\(stroke.cap.rawValue)\"" }
        if stroke.join != .miter { text += " stroke-linejoin=\"\(stroke.join.rawValue)\"" }
        if stroke.join == .miter, stroke.miterLimit != 4 { attribute("stroke-miterlimit", stroke.miterLimit) }
    }

    mutating func paint(_ paint: Paint?, as name: String) {
        switch paint {
        case nil: text += " \(name)=\"none\""
        case .color(let color):
            text += " \(name)=\"\(Color(red: color.red, green: color.green, blue: color.blue).css)\""
            if color.alpha < 1 { attribute(name + "-opacity", color.alpha) }
        case .linearGradient(let from, let to, let stops):
            var tail = " gradientUnits=\"userSpaceOnUse\""
            for (key, value) in [("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)] {
                tail += " \(key)=\""
                appendNumber(value, to: &tail)
                tail += "\""
            }
            text += " \(name)=\"url(#\(define("<linearGradient", tail + ">\(stopElements(stops))</linearGradient>")))\""
        case .radialGradient(let center, let radius, let focus, let focusRadius, let stops):
            var tail = " gradientUnits=\"userSpaceOnUse\""
            for (key, value) in [
                ("cx", center.x), ("cy", center.y), ("r", radius), ("fx", focus.x), ("fy", focus.y),
                ("fr", focusRadius),
            ] {
                tail += " \(key)=\""
                appendNumber(value, to: &tail)
                tail += "\""
            }
            text += " \(name)=\"url(#\(define("<radialGradient", tail + ">\(stopElements(stops))</radialGradient>")))\""
        }
    }

    private func stopElements(_ stops: [GradientStop]) -> String {
        stops.map { stop in
            var element = "<stop offset=\""
            appendNumber(stop.offset, decimals: 4, to: &element)
            element +=
                "\" stop-color=\"\(Color(red: stop.color.red, green: stop.color.green, blue: stop.color.blue).css)\""
            if stop.color.alpha < 1 {
                element += " stop-opacity=\""
                appendNumber(stop.color.alpha, to: &element)
                element += "\""
            }
            return element + "/>"
        }.joined()
    }

    /// Puts an element among the definitions once, and returns its id.
    mutating func define(_ head: String, _ tail: String) -> String {
        if let known = definitionNames[head + tail] { return known }
        definitionCount += 1
        let name = "\(prefix)d\(definitionCount)"
        definitionNames[head + tail] = name
        definitions += "\(head) id=\"\(name)\"\(tail)\n"
        return name
    }
}
