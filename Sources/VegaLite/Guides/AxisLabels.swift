import Documents
import Scales
import SceneGraph
import Tables
import Typography

extension Compilation {
    /// The labels of an axis that find room, and the box that they keep free.
    func labelNodes(
        _ axis: Axis, _ ticks: [TickList.Tick], scale: ResolvedScale, length: Double, away: Double,
        place: (DataValue) -> Double, edge: Double, outwards: Double, half: Double, id: String
    ) -> (nodes: [Node], bounds: Rectangle?) {
        let p = axis.properties
        let isX = axis.channel == .x
        let size = p.number("labelFontSize") ?? (config.isEditorial ? theme.labelSize : 10)
        var angle = p.number("labelAngle")
        if angle == nil, isX, axis.definition.isDiscrete, axis.definition.timeUnit == nil, !config.isEditorial {
            angle = 270
        }
        let turn = LabelTurning(angle: angle ?? 0, orient: axis.orient)
        let isGiven = angle != nil
        var setting = TextSetting(
            font: Font(
                config.family(p.string("labelFont")), size: size, weight: FontWeights.weight(p["labelFontWeight"]),
                italic: p.string("labelFontStyle") == "italic"))
        setting.angle = angle ?? 0
        setting.limit = p.number("labelLimit") ?? 180
        setting.lineHeight = p.number("labelLineHeight")
        let standardAlign = isX ? "center" : axis.orient == "left" ? "right" : "left"
        let standardBaseline = isX ? (axis.orient == "bottom" ? "top" : "bottom") : "middle"
        setting.align = p.string("labelAlign") ?? (isGiven ? turn.align ?? "center" : standardAlign)
        setting.baseline = p.string("labelBaseline") ?? (isGiven ? turn.baseline : standardBaseline)
        let flush: Double? =
            p["labelFlush"]?.number ?? (p.boolean("labelFlush") ?? (isX && scale.type.isContinuous) ? 1 : nil)
        let offset = p.number("labelOffset") ?? 0
        struct Label {
            var setting: TextSetting
            var anchor: Point
            var box: Rectangle
            var tick: Int
        }
        var labels: [Label] = []
        for (index, tick) in ticks.enumerated() {
            let along = place(tick.value)
            guard along.isFinite else { continue }
            var own = setting
            if let align = conditionalValue(axis, "labelAlign", tick: tick.value, index: index, of: ticks)?.string {
                own.align = align
            }
            if let baseline = conditionalValue(axis, "labelBaseline", tick: tick.value, index: index, of: ticks)?.string
            {
                own.baseline = baseline
            }
            if let size = conditionalNumber(axis, "labelFontSize", tick: tick.value, index: index, of: ticks) {
                own.font.size = size
            }
            if let weight = conditionalValue(axis, "labelFontWeight", tick: tick.value, index: index, of: ticks) {
                own.font.weight = FontWeights.weight(weight)
            }
            var gap = away
            if let padding = conditionalNumber(axis, "labelPadding", tick: tick.value, index: index, of: ticks) {
                gap += padding - (p.number("labelPadding") ?? 2)
            }
            if let flush, case .continuous = scale.mapping {
                // The outermost labels stay within the axis.
                if isX, p["labelAlign"] == nil, !isGiven || setting.angle == 0 {
                    if abs(along) < flush {
                        own.align = "left"
                    } else if abs(along - length) < flush {
                        own.align = "right"
                    }
                } else if !isX, p["labelBaseline"] == nil {
                    if abs(along) < flush {
                        own.baseline = "top"
                    } else if abs(along - length) < flush {
                        own.baseline = "bottom"
                    }
                }
            }
            let lines = tick.lines
            let shift =
                offset + (conditionalNumber(axis, "labelOffset", tick: tick.value, index: index, of: ticks) ?? 0)
            let anchor = isX ? Point(along + shift, edge + outwards * gap) : Point(edge + outwards * gap, along - shift)
            labels.append(
                Label(setting: own, anchor: anchor, box: own.bounds(lines, at: anchor, measurer: measurer), tick: index)
            )
        }
        var shown = [Bool](repeating: true, count: labels.count)
        let overlap = p["labelOverlap"]
        var method: String?
        if let overlap {
            method = overlap.string ?? (overlap.boolean == true ? "parity" : nil)
        } else {
            let isTimed = axis.definition.timeUnit != nil && axis.definition.sort?.object == nil
            if isTimed || axis.definition.isContinuous {
                method = scale.type == .log || scale.type == .symlog ? "greedy" : "parity"
            }
            if config.isEditorial, method == nil { method = "parity" }
        }
        let labelled = labels.indices.filter { !ticks[labels[$0].tick].lines.allSatisfy(\.isEmpty) }
        if let method {
            let kept = LabelOverlap.kept(
                labelled.map { labels[$0].box }, greedy: method == "greedy",
                separation: p.number("labelSeparation") ?? 0)
            shown = [Bool](repeating: false, count: labels.count)
            for index in kept { shown[labelled[index]] = true }
        }
        if let bound = p["labelBound"], bound.boolean == true || bound.number != nil {
            let room = bound.number ?? 1
            for index in labels.indices {
                let box = labels[index].box
                if isX ? box.minX < -room || box.maxX > length + room : box.minY < -room || box.maxY > length + room {
                    shown[index] = false
                }
            }
        }
        let baseColor: Color? = p.color("labelColor", default: config.isEditorial ? theme.mutedInk : .black)
        var nodes: [Node] = []
        var bounds: Rectangle?
        for index in labels.indices {
            let label = labels[index]
            let tick = ticks[label.tick]
            // Hidden labels keep their room, as they do in Vega.
            if shown[index] { bounds = bounds?.union(label.box) ?? label.box }
            guard shown[index], tick.lines.contains(where: { !$0.isEmpty }) else { continue }
            var color = baseColor
            if let node = conditionalValue(axis, "labelColor", tick: tick.value, index: label.tick, of: ticks) {
                color = node.string.flatMap { Color(css: $0) }
            }
            let opacity =
                conditionalNumber(axis, "labelOpacity", tick: tick.value, index: label.tick, of: ticks) ?? p.number(
                    "labelOpacity") ?? 1
            guard let color, opacity > 0 else { continue }
            let text = label.setting.text(
                tick.lines, at: Point(label.anchor.x + half, label.anchor.y + half),
                fill: .color(color.opacity(opacity)), measurer: measurer)
            nodes.append(
                measurer.node(id: "\(id)/label[\(tick.lines.joined(separator: " "))]", role: "axis-label", text))
        }
        return (nodes, bounds)
    }
}

/// How a turned label hangs on its tick.
struct LabelTurning {
    var align: String?
    var baseline: String

    init(angle: Double, orient: String) {
        let isX = orient == "top" || orient == "bottom"
        var turned = angle.truncatingRemainder(dividingBy: 360)
        if turned < 0 { turned += 360 }
        // Nearest the axis stands the end of the text that the turn brings there.
        let start: Double = isX ? 0 : 90
        let main = isX ? "bottom" : "left"
        if (start + 180).truncatingRemainder(dividingBy: 180) == turned.truncatingRemainder(dividingBy: 180) {
            align = isX ? nil : "center"
        } else if start < turned, turned < 180 + start {
            align = orient == main ? "left" : "right"
        } else {
            align = orient == main ? "right" : "left"
        }
        if isX {
            if turned <= 45 || turned >= 315 {
                baseline = orient == "top" ? "bottom" : "top"
            } else if turned >= 135, turned <= 225 {
                baseline = orient == "top" ? "top" : "bottom"
            } else {
                baseline = "middle"
            }
        } else {
            if turned <= 45 || turned >= 315 || (135...225).contains(turned) {
                baseline = "middle"
            } else if turned < 135 {
                baseline = orient == "left" ? "top" : "bottom"
            } else {
                baseline = orient == "left" ? "bottom" : "top"
            }
        }
    }
}

/// Which of a row of labels are kept so that none covers another.
enum LabelOverlap {
    static func kept(_ boxes: [Rectangle], greedy: Bool, separation: Double) -> [Int] {
        func covers(_ a: Rectangle, _ b: Rectangle) -> Bool {
            separation > max(b.minX - a.maxX, a.minX - b.maxX, b.minY - a.maxY, a.minY - b.maxY)
        }
        func anyOverlap(_ list: [Int]) -> Bool {
            zip(list, list.dropFirst()).contains { covers(boxes[$0], boxes[$1]) }
        }
        let all = Array(boxes.indices)
        guard all.count >= 3, anyOverlap(all) else { return all }
        if greedy {
            var kept: [Int] = []
            for index in all where kept.last.map({ !covers(boxes[$0], boxes[index]) }) ?? true { kept.append(index) }
            return kept
        }
        // Every second is left out until there is room.
        var kept = all
        repeat {
            kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        } while kept.count >= 3 && anyOverlap(kept)
        if kept.count < 3, let last = all.last, kept.last != last {
            if kept.count > 1 { kept.removeLast() }
            kept.append(last)
        }
        return kept
    }
}
