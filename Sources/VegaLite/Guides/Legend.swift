import Documents
import Scales
import SceneGraph
import Tables
import Typography

/// A legend: scales that share a domain, explained together.
struct Legend {
    var components: [ScaleComponent]
    var definition: ChannelDefinition
    var unit: Int
    var properties: Properties
    var node: DocumentNode?
    var title: [String]?
    var orient: String
    var path: String
    var isGradient = false
    var isTitleWritten = false
    /// Some of the marks are filled and some are not.
    var isMixed = false

    var channels: [Channel] { components.map(\.channel) }
}

/// A legend, laid out at the origin.
struct DrawnLegend {
    var nodes: [Node]
    var size: Size
    var orient: String
    var properties: Properties
}

extension Compilation {
    /// The legends that a view shows: of scales that live in it, and, for a frame, in its layers.
    mutating func legends(of id: Int) -> [Legend] {
        var hosts: Set<Int> = [id]
        if views[id].isLayer { hosts.formUnion(layersWithin(id)) }
        var result: [Legend] = []
        let order: [Channel] = [
            .size, .shape, .color, .fill, .stroke, .strokeWidth, .strokeDash, .opacity,
        ]
        // A legend that somebody turned off takes those with it that it would be joined to.
        var off: [Legend] = []
        // Colours are explained first, as in Vega-Lite.
        let shownOrder: [Channel] = [
            .color, .size, .shape, .fill, .stroke, .opacity, .strokeWidth, .strokeDash,
        ]
        func arranged(_ legends: [Legend]) -> [Legend] {
            legends.enumerated().map { index, legend in
                (legend.channels.compactMap { shownOrder.firstIndex(of: $0) }.min() ?? shownOrder.count, index, legend)
            }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        }
        for host in hosts.sorted() {
            let before = result.count
            defer {
                if result.count > before + 1 { result = Array(result[..<before]) + arranged(Array(result[before...])) }
            }
            for channel in order {
                guard let component = scales[ScaleKey(view: host, channel: channel)] else { continue }
                if let lead = component.contributions.first,
                    component.contributions.allSatisfy({
                        $0.definition.legend?.isNull == true || $0.definition.legend?.boolean == false
                    })
                {
                    off.append(
                        Legend(
                            components: [component], definition: lead.definition, unit: lead.unit,
                            properties: Properties([], evaluator: evaluator), node: nil, title: nil, orient: "right",
                            path: ""))
                    continue
                }
                if component.contributions.count > 1, !isShared(channel, in: views[host], guide: "legend") {
                    // One scale, explained apart for each layer.
                    for contribution in component.contributions where contribution.channel == channel {
                        var part = component
                        part.contributions = [contribution]
                        if let legend = legend(part) { result.append(legend) }
                    }
                    continue
                }
                guard let legend = legend(component) else { continue }
                if let index = result.firstIndex(where: { mayMerge($0, legend) }) {
                    result[index].components += legend.components
                    if result[index].node == nil || result[index].node?.object == nil, let node = legend.node {
                        result[index].node = node
                        result[index].properties = legend.properties
                    }
                    // A title is written once where both say the same.
                    if legend.isTitleWritten, !result[index].isTitleWritten {
                        result[index].title = legend.title
                        result[index].isTitleWritten = true
                    }
                    result[index].isGradient = false
                } else {
                    result.append(legend)
                }
            }
        }
        result.removeAll { legend in off.contains { mayMerge(legend, $0) } }
        return result
    }

    private func layersWithin(_ id: Int) -> [Int] {
        views[id].children.flatMap { [$0] + (views[$0].isLayer || views[$0].isUnit ? layersWithin($0) : []) }
    }

    /// Scales of the same field, by the same order, are explained in one.
    private func mayMerge(_ a: Legend, _ b: Legend) -> Bool {
        guard let first = a.components.first, let second = b.components.first else { return false }
        func domain(_ component: ScaleComponent) -> [String] {
            var names: [String] = []
            for contribution in component.contributions {
                let rows = views[contribution.unit].unit?.table.rowCount ?? 0
                let name =
                    "\(rows):\(contribution.definition.column):\(contribution.definition.datum?.dataValue.asText ?? "")"
                if !names.contains(name) { names.append(name) }
            }
            return names
        }
        guard
            first.type.isContinuous == second.type.isContinuous || !first.type.isContinuous && !second.type.isContinuous
        else { return false }
        return domain(first) == domain(second)
            && (first.property("domain")?.dataValue == second.property("domain")?.dataValue)
            || (!first.type.isContinuous && Set(domain(first)) == Set(domain(second))
                && first.property("domain") == second.property("domain"))
    }

    private mutating func legend(_ component: ScaleComponent) -> Legend? {
        var own: DocumentNode?
        var titles: [[String]] = []
        // What somebody wrote counts more than what was made up.
        var written: [[String]] = []
        var explicit: [String]??
        var lead: ScaleComponent.Contribution?
        for contribution in component.contributions {
            let node =
                contribution.definition.legend ?? views[contribution.unit].unit?.encoding[contribution.channel]?.legend
            if let node, node.isNull || node.boolean == false {
                if component.contributions.count == 1 { return nil }
                continue
            }
            if lead == nil { lead = contribution }
            if let node, node.object != nil {
                own = own.map { node.merging($0) } ?? node
                if let title = node["title"], explicit == nil {
                    explicit = .some(title.isNull ? nil : textLines(evaluator.resolved(title)))
                }
            }
            if let title = title(of: contribution.definition, guide: contribution.definition.legend) {
                if !titles.contains(title) { titles.append(title) }
                if contribution.definition.node["title"] != nil, !written.contains(title) { written.append(title) }
            }
            if contribution.definition.node["title"]?.isNull == true, explicit == nil { explicit = .some(nil) }
        }
        if !written.isEmpty { titles = written }
        guard let lead else { return nil }
        if own?["disable"]?.boolean == true || config["legend", "disable"]?.boolean == true { return nil }
        let properties = Properties([own, config["legend"]], evaluator: evaluator)
        var title: [String]?
        if let explicit {
            title = explicit
        } else if config.isEditorial, component.type == .ordinal, lead.definition.node["title"] == nil {
            // The names of series need no heading.
            title = nil
        } else if let first = titles.first {
            title = titles.dropFirst().reduce(first) { $0.count == 1 && $1.count == 1 ? [$0[0] + ", " + $1[0]] : $0 }
        }
        var legend = Legend(
            components: [component], definition: lead.definition, unit: lead.unit, properties: properties, node: own,
            title: title,
            orient: properties.string("orient") ?? "right", path: join(lead.definition.path, "legend"))
        let wished = properties.string("type")
        legend.isTitleWritten = explicit != nil || lead.definition.node["title"] != nil
        let fills = Set(
            component.contributions.compactMap { views[$0.unit].unit }.map { unit in
                markProperties(unit).boolean("filled") ?? unit.mark.isFilled
            })
        legend.isMixed = fills.count > 1
        legend.isGradient =
            (component.channel != .color || fills.count < 2) && component.channel.isColor && component.type.isContinuous
            && wished != "symbol"
        return legend
    }

    mutating func draw(_ legend: Legend, cell: Cell, size: ViewSize, place: String) -> DrawnLegend? {
        let p = legend.properties
        let id = "\(context.name)/\(place)\(legend.channels.first?.rawValue ?? "")-legend"
        var nodes: [Node] = []
        let padding = p.number("padding") ?? 0
        var top = 0.0
        var width = 0.0
        var left = 0.0
        if let title = legend.title, title.contains(where: { !$0.isEmpty }) {
            let fontSize = p.number("titleFontSize") ?? (config.isEditorial ? theme.labelSize : 11)
            var setting = TextSetting(
                font: Font(
                    config.family(p.string("titleFont")), size: fontSize,
                    weight: FontWeights.weight(p["titleFontWeight"], standard: 700)))
            setting.baseline = "top"
            setting.limit = p.number("titleLimit") ?? 180
            setting.lineHeight = p.number("titleLineHeight")
            let color = p.color("titleColor", default: config.isEditorial ? theme.ink : .black)
            let box = setting.bounds(title, at: .zero, measurer: measurer)
            if let color {
                let text = setting.text(title, at: .zero, fill: .color(color), measurer: measurer)
                nodes.append(measurer.node(id: id + "/title", role: "legend-title", text))
            }
            if p.string("titleOrient") == "left" {
                left = box.width + (p.number("titlePadding") ?? 5)
            } else {
                top = box.height + (p.number("titlePadding") ?? 5)
            }
            width = box.width
        }
        guard let lead = legend.components.first else { return nil }
        let scale = resolve(lead, in: cell, size: size)
        let isDiscreteGradient =
            lead.type.isDiscretizing && legend.components.count == 1 && lead.channel.isColor
            && p.string("type") != "symbol"
        let entries: (nodes: [Node], size: Size)
        if legend.isGradient {
            entries = gradientEntries(legend, scale, size: size, id: id)
        } else if isDiscreteGradient {
            entries = bandEntries(legend, scale, size: size, id: id)
        } else {
            entries = symbolEntries(legend, scale, cell: cell, size: size, id: id)
        }
        if entries.nodes.isEmpty && nodes.isEmpty { return nil }
        nodes += entries.nodes.map { $0.translated(by: Point(left, top)) }
        width = max(width, left + entries.size.width)
        let whole = Size((width + 2 * padding).rounded(.up), (top + entries.size.height + 2 * padding).rounded(.up))
        if padding != 0 { nodes = nodes.map { $0.translated(by: Point(padding, padding)) } }
        let fill: Color? = p.color("fillColor", default: nil)
        let stroke: Color? = p.color("strokeColor", default: nil)
        if fill != nil || stroke != nil {
            let frame = PathData.rectangle(
                Rectangle(x: 0, y: 0, width: whole.width, height: whole.height), topLeft: p.number("cornerRadius") ?? 0,
                topRight: p.number("cornerRadius") ?? 0, bottomRight: p.number("cornerRadius") ?? 0,
                bottomLeft: p.number("cornerRadius") ?? 0)
            nodes.insert(
                .path(
                    id: id + "/frame", role: "legend-frame", frame, fill: fill.map { .color($0) },
                    stroke: stroke.map {
                        Stroke($0, width: p.number("strokeWidth") ?? 1, dash: p.numbers("strokeDash") ?? [])
                    }), at: 0)
        }
        return DrawnLegend(nodes: nodes, size: whole, orient: legend.orient, properties: p)
    }

    func isHorizontal(_ legend: Legend) -> Bool {
        if let direction = legend.properties.string("direction") { return direction == "horizontal" }
        if let direction = config["legend", legend.isGradient ? "gradientDirection" : "symbolDirection"]?.string {
            return direction == "horizontal"
        }
        switch legend.orient {
        case "top", "bottom": return true
        // Within the view a ramp lies flat.
        case "top-left", "top-right", "bottom-left", "bottom-right": return legend.isGradient
        default: return false
        }
    }

    func labelSetting(_ legend: Legend) -> TextSetting {
        let p = legend.properties
        var setting = TextSetting(
            font: Font(
                config.family(p.string("labelFont")),
                size: p.number("labelFontSize") ?? (config.isEditorial ? theme.labelSize : 10),
                weight: FontWeights.weight(p["labelFontWeight"])))
        setting.limit = p.number("labelLimit") ?? 160
        setting.baseline = "middle"
        return setting
    }

    func labelColor(_ legend: Legend) -> Color? {
        legend.properties.color("labelColor", default: config.isEditorial ? theme.mutedInk : .black)
    }
}
