import Documents
import SceneGraph
import Typography

extension MapCanvas {
    /// Places every label that was asked for; what finds no room is told in a warning.
    ///
    /// - Returns: the labels, the most important first, and the leaders and symbols that belong behind all of them.
    mutating func placeLabels() -> (behind: [Node], nodes: [Node]) {
        // Where there are few labels each can be given much to choose from.
        let most = requests.count <= 150 ? 120 : 40
        let options = requests.map { request in
            var options = candidates(for: request)
            for index in options.indices { options[index].cost = LabelRequest.bounded(options[index].cost) }
            return Array(options.sorted { $0.cost < $1.cost }.prefix(most))
        }
        let selection = LabelSelection(options, losses: requests.map(\.loss), gap: placer.gap)
        var behind: [Node] = []
        var nodes: [Node] = []
        var lost: [String] = []
        let order = requests.indices.sorted { (requests[$0].priority, $0) < (requests[$1].priority, $1) }
        for index in order {
            guard let choice = selection.chosen[index] else {
                if !requests[index].isOptional { lost.append(requests[index].name) }
                continue
            }
            let placed = options[index][choice]
            behind += placed.behind
            nodes.append(placed.label)
        }
        if !lost.isEmpty {
            warn(
                "no room for \(lost.count == 1 ? "the label" : "\(lost.count) labels"): "
                    + lost.joined(separator: ", "),
                advice: "draw the map larger, or ask for fewer labels")
        }
        return (behind, nodes)
    }

    private func candidates(for request: LabelRequest) -> [LabelCandidate] {
        switch request.anchor {
        case .point(let point, let radius): return candidates(beside: point, radius: radius, request)
        case .area(let rings, let otherwise): return candidates(in: rings, otherwise: otherwise, request)
        case .line(let pieces): return candidates(along: pieces, request)
        case .fixed(let middle, let target): return candidates(near: middle, target: target, request)
        case .edge(let point, let anchor):
            guard let setting = settings(of: request).first else { return [] }
            let label = node(request, setting, at: point, anchor: anchor)
            return placer.isFree(label.bounds) ? [LabelCandidate(label, cost: 0)] : []
        }
    }

    /// The request's settings, none smaller than can be read in print, each once.
    func settings(of request: LabelRequest) -> [LabelRequest.Setting] {
        var settings: [LabelRequest.Setting] = []
        for var setting in request.settings {
            setting.font.size = max(setting.font.size, MapStyle.leastType)
            if !settings.contains(setting) { settings.append(setting) }
        }
        return settings
    }

    func lineHeight(of font: Font) -> Double { (font.size * 1.15).rounded() }

    /// A label whose first baseline is anchored at a point.
    func node(
        _ request: LabelRequest, _ setting: LabelRequest.Setting, at origin: Point, anchor: Text.Anchor,
        angle: Double = 0
    ) -> Node {
        measurer.node(
            id: request.id, role: request.role,
            Text(
                lines: setting.lines, origin: origin, anchor: anchor, font: setting.font, fill: .color(request.color),
                angle: angle,
                lineHeight: lineHeight(of: setting.font), halo: request.halo), datum: request.datum)
    }

    /// A label with its middle at a point.
    func node(_ request: LabelRequest, _ setting: LabelRequest.Setting, middle: Point) -> Node {
        let metrics = measurer.metrics(of: setting.font)
        let height = metrics.ascent + metrics.descent + Double(setting.lines.count - 1) * lineHeight(of: setting.font)
        // Letter spacing stands after the last letter too.
        return node(
            request, setting,
            at: Point(middle.x + setting.font.letterSpacing / 2, middle.y - height / 2 + metrics.ascent),
            anchor: .middle)
    }

    mutating func request(_ annotation: Annotation) {
        guard let target = projection.project(annotation.place), frame.contains(target) else {
            warn(
                "the annotation `\(annotation.text)` is of a place outside the frame", at: annotation.location,
                path: annotation.path)
            return
        }
        let middle = Point(
            target.x + annotation.offset.x, target.y + annotation.offset.y)
        let lines = annotation.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let dot = Node.path(
            id: "\(name)/annotations[\(annotation.text)]/dot", role: "map-leader",
            .circle(center: target, radius: 1.6), fill: .color(theme.ink))
        requests.append(
            LabelRequest(
                id: "\(name)/annotations[\(annotation.text)]", name: annotation.text,
                settings: [.init(lines: lines, font: style.annotationFont)],
                anchor: .fixed(middle: middle, target: target),
                color: theme.ink, halo: style.halo(theme.land), priority: 0, symbol: [dot], role: "map-label"))
    }
}
