import Documents
import Scales
import SceneGraph
import Tables
import Typography

/// An axis: what it measures and how it is drawn, before it has a place.
struct Axis {
    var channel: Channel
    var component: ScaleComponent
    /// A unit that draws by the scale.
    var unit: Int
    var definition: ChannelDefinition
    var properties: Properties
    /// The document's own words for the axis.
    var node: DocumentNode?
    var orient: String
    var title: [String]?
    var hasGrid: Bool
    var path: String
}

/// A drawn axis, at the origin of its view.
struct DrawnAxis {
    var grid: [Node] = []
    var rest: [Node] = []
    /// What layout keeps free for it.
    var bounds: Rectangle?
    var zindex = 0
}

extension Compilation {
    /// The axes of a unit or layered view, merged where the scale is shared.
    mutating func axes(of frame: Int) -> [Axis] {
        var result: [Axis] = []
        for channel in [Channel.x, .y] where channel == .y || sharedAxis == nil {
            var seen: [ScaleKey] = []
            for id in units(under: frame) {
                guard let component = component(of: channel, in: id), !seen.contains(component.key) else { continue }
                let sharesAxis = component.key.view != id || views[id].id == frame
                _ = sharesAxis
                guard let axis = axis(component, channel, frame: frame, before: result.filter { $0.channel == channel })
                else {
                    seen.append(component.key)
                    continue
                }
                seen.append(component.key)
                result.append(axis)
            }
        }
        return result
    }

    private mutating func axis(_ component: ScaleComponent, _ channel: Channel, frame: Int, before: [Axis]) -> Axis? {
        let under = Set(units(under: frame))
        var own: DocumentNode?
        var lead: ScaleComponent.Contribution?
        var titles: [[String]] = []
        var written: [[String]] = []
        var explicitTitle: [String]??
        var isShown = false
        for contribution in component.contributions where under.contains(contribution.unit) {
            let definition = contribution.definition
            guard contribution.channel == channel || contribution.channel == channel.secondary else { continue }
            let main = views[contribution.unit].unit?.encoding[channel]
            if let node = main?.axis, node.isNull || node.boolean == false { continue }
            if contribution.channel != channel {
                isShown = isShown || main == nil
                if lead == nil, main == nil { lead = contribution }
                // Both ends of a range are named: "low, high".
                if main?.node["title"] == nil, main?.axis?["title"] == nil, definition.isField,
                    let title = title(of: definition, guide: nil), !titles.contains(title), main?.bin != .computed
                {
                    if definition.node["title"] != nil || main == nil || main?.isField == true && main?.datum == nil {
                        titles.append(title)
                    }
                }
                continue
            }
            isShown = true
            if lead == nil || lead?.definition.datum != nil && definition.datum == nil { lead = contribution }
            if let node = definition.axis, node.object != nil {
                own = own.map { node.merging($0) } ?? node
                if let title = node["title"], explicitTitle == nil {
                    explicitTitle = .some(title.isNull ? nil : textLines(evaluator.resolved(title)))
                }
            }
            if let title = definition.node["title"], definition.axis?["title"] == nil {
                if title.isNull {
                    if explicitTitle == nil { explicitTitle = .some(nil) }
                } else if let text = self.title(of: definition, guide: nil), !written.contains(text) {
                    written.append(text)
                }
                continue
            }
            if definition.axis?["title"] == nil, let text = self.title(of: definition, guide: nil),
                !titles.contains(text)
            {
                titles.append(text)
            }
        }
        // What somebody wrote counts more than what was made up.
        if !written.isEmpty { titles = written }
        guard isShown, let lead, let unit = views[lead.unit].unit else { return nil }
        let definition = lead.definition
        let orientDefault = channel == .x ? "bottom" : "left"
        var orient =
            own?["orient"]?.string ?? axisConfig(channel, component, definition, orient: nil).string("orient")
            ?? orientDefault
        if !["top", "bottom", "left", "right"].contains(orient) { orient = orientDefault }
        if !before.isEmpty, own?["orient"] == nil {
            // A second scale's axis stands across from the first.
            let taken = Set(before.map(\.orient))
            if taken.contains(orient) {
                orient = channel == .x ? (orient == "bottom" ? "top" : "bottom") : orient == "left" ? "right" : "left"
            }
        }
        let properties = axisConfig(channel, component, definition, orient: orient, node: own)
        if properties.boolean("disable") == true { return nil }
        let isContinuous = !component.type.isDiscrete && !definition.isBinned
        var hasGrid = isContinuous
        if let grid = properties.boolean("grid") { hasGrid = grid }
        var title: [String]?
        if let explicit = explicitTitle {
            title = explicit
        } else if !titles.isEmpty {
            title = titles.dropFirst().reduce(titles[0]) { merged, next in
                merged.count == 1 && next.count == 1 ? [merged[0] + ", " + next[0]] : merged + next
            }
        }
        if properties.has("title"), own?["title"] == nil, explicitTitle == nil { title = properties.lines("title") }
        _ = unit
        return Axis(
            channel: channel, component: component, unit: lead.unit, definition: definition, properties: properties,
            node: own, orient: orient, title: title, hasGrid: hasGrid, path: join(definition.path, "axis"))
    }

    /// The axis's own properties over those of the configuration, the most specific first.
    private func axisConfig(
        _ channel: Channel, _ component: ScaleComponent, _ definition: ChannelDefinition, orient: String?,
        node: DocumentNode? = nil
    ) -> Properties {
        var kinds: [String] = []
        switch component.type {
        case .band: kinds = ["Band", "Discrete"]
        case .point: kinds = ["Point", "Discrete"]
        case .ordinal: kinds = ["Discrete"]
        case .time, .utc: kinds = ["Temporal"]
        default: kinds = ["Quantitative"]
        }
        let side = channel == .x ? "X" : "Y"
        var sources: [DocumentNode?] = [node]
        sources += config.styles(node?["style"]).map { $0 }
        for kind in kinds { sources.append(config["axis\(side)\(kind)"]) }
        sources.append(config["axis\(side)"])
        if let orient { sources.append(config["axis\(orient.prefix(1).uppercased() + orient.dropFirst())"]) }
        for kind in kinds { sources.append(config["axis\(kind)"]) }
        sources.append(config["axis"])
        return Properties(sources, evaluator: evaluator)
    }
}
