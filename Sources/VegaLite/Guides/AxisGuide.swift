import Tables

/// An axis: what it measures and how it is drawn, before it has a place.
struct AxisGuide {
    var channel: Channel
    var component: ScaleComponent
    /// A unit that draws by the scale.
    var unit: Int
    var definition: ChannelDefinition
    var properties: Properties<AxisProperty>
    var orient: String
    var title: [String]?
    var hasGrid: Bool
    /// How many axes of the same channel the view has before it.
    var place: Int
    /// Whether the configuration turns the labels by an expression.
    var hasConfiguredTurn: Bool

    var isX: Bool { channel == .x }

    /// What stands in the names of configurations for a kind of scale: `axisXBand`.
    static func kinds(of type: ScaleType) -> [String] {
        switch type {
        case .band: ["Band", "Discrete"]
        case .point: ["Point", "Discrete"]
        case .ordinal: ["Discrete"]
        case .time, .utc: ["Temporal"]
        default: ["Quantitative"]
        }
    }

    /// In ids of nodes: `y-axis`, and for a second scale's `y-axis-2`.
    var name: String { "\(channel.rawValue)-axis" + (place == 0 ? "" : "-\(place + 1)") }

    var format: GuideFormat {
        GuideFormat(
            format: properties[.format], formatType: properties.string(.formatType),
            labelExpression: properties.string(.labelExpr))
    }
}

extension ScaleComponents {
    /// The axes of a unit or layered view, merged where the scale is shared.
    func axes(of frame: Int) -> [AxisGuide] {
        var result: [AxisGuide] = []
        let units = model.units(under: frame)
        for channel in [Channel.x, .y] {
            var seen: Set<ScaleKey> = []
            for id in units {
                guard let component = component(of: channel, in: id), seen.insert(component.key).inserted else {
                    continue
                }
                let before = result.filter { $0.channel == channel }
                if let axis = axis(component, units: Set(units), before: before) { result.append(axis) }
            }
        }
        return result
    }

    private func axis(_ component: ScaleComponent, units: Set<Int>, before: [AxisGuide]) -> AxisGuide? {
        let channel = component.channel
        var parts = AxisParts(channel: channel)
        for contribution in component.contributions where units.contains(contribution.unit) {
            parts.add(contribution, in: model)
        }
        guard parts.isShown, let lead = parts.lead else { return nil }
        let standard = channel == .x ? "bottom" : "left"
        let own = parts.own
        var orient =
            properties(component, orient: nil, own: own).string(.orient) ?? standard
        if !(channel == .x ? ["top", "bottom"] : ["left", "right"]).contains(orient) { orient = standard }
        if own?[.orient] == nil, before.contains(where: { $0.orient == orient }) {
            // A second scale's axis stands across from the first.
            let across = ["bottom": "top", "top": "bottom", "left": "right", "right": "left"]
            orient = across[orient] ?? orient
        }
        let properties = properties(component, orient: orient, own: own)
        // The side that an axis was moved to has no say in whether there is one.
        if self.properties(component, orient: standard, own: own).isOn(.disable) { return nil }
        let isContinuous = !component.type.isDiscrete && !lead.definition.isBinned
        var title = parts.titles.lines
        if !parts.titles.isWritten { title = FieldTitle.begun(title, config: model.config) }
        if own?[.title] == nil, parts.titles.explicit == nil, properties.has(.title) {
            // A configuration takes titles away; only that of a kind of scale gives any.
            title = properties.sources.first { $0[.title] != nil }.flatMap { bag in
                kindBags(component).contains { $0[.title] != nil }
                    ? bag[.title].flatMap { textLines(model.evaluator.value(of: $0)) } : nil
            }
        } else if !parts.titles.isWritten, saysNothing(title, component, lead.definition) {
            title = nil
        }
        return AxisGuide(
            channel: channel, component: component, unit: lead.unit, definition: lead.definition,
            properties: properties, orient: orient, title: title,
            hasGrid: hasOtherGrid(own, before) ? false : properties.boolean(.grid) ?? isContinuous,
            place: before.count,
            hasConfiguredTurn: own?[.labelAngle] == nil && properties.setting(.labelAngle)?.expression != nil)
    }

    /// A list of countries needs no “country” beside it, nor years “year”, and a letter says nothing.
    private func saysNothing(
        _ title: [String]?, _ component: ScaleComponent, _ definition: ChannelDefinition
    ) -> Bool {
        guard model.config.isEditorial else { return false }
        if title?.count == 1, title?[0].count == 1 { return true }
        return definition.bin == .none
            && (component.type.isDiscrete || component.type.isTime || title?.map { $0.lowercased() } == ["year"])
    }

    /// Two grids in one plot are read as one: the second scale has ticks and labels alone, unless it is asked for more.
    private func hasOtherGrid(_ own: PropertyBag<AxisProperty>?, _ before: [AxisGuide]) -> Bool {
        model.config.isEditorial && own?[.grid] == nil && before.contains { $0.hasGrid }
    }

    /// What is of one axis only is not read of a configuration. Null hides a line in those of Vega's own; in the others
    /// it is as if nothing were written.
    private func withoutOwn(
        _ name: String, _ bag: PropertyBag<AxisProperty>?
    ) -> PropertyBag<AxisProperty>? {
        guard var bag = bag?.removing(.values, .zindex) else { return nil }
        for line in [AxisProperty.tickColor, .gridColor] where bag.value(line)?.isNull == true {
            if Self.configurationsOfVega.contains(name) {
                bag.set(line, .string("transparent"))
            } else {
                bag = bag.removing(line)
            }
        }
        return bag
    }

    private static let configurationsOfVega: Set<String> = [
        "axis", "axisX", "axisY", "axisTop", "axisBottom", "axisLeft", "axisRight", "axisBand",
    ]

    /// The configurations of a scale's kind.
    private func kindBags(_ component: ScaleComponent) -> [PropertyBag<AxisProperty>] {
        let side = component.channel == .x ? "axisX" : "axisY"
        let kinds = AxisGuide.kinds(of: component.type)
        return (kinds.map { side + $0 } + kinds.map { "axis" + $0 }).compactMap {
            ConfigProperty(rawValue: $0).flatMap { model.config.axes[$0] }
        }
    }

    /// The axis's own properties over those of the configuration, the most specific first.
    private func properties(
        _ component: ScaleComponent, orient: String?, own: PropertyBag<AxisProperty>?
    ) -> Properties<AxisProperty> {
        let config = model.config
        let kinds = AxisGuide.kinds(of: component.type)
        let side = component.channel == .x ? "axisX" : "axisY"
        var names = kinds.map { side + $0 } + [side]
        if let orient { names.append("axis" + orient.prefix(1).uppercased() + orient.dropFirst()) }
        names += kinds.map { "axis" + $0 } + ["axis"]
        let bags = names.map { ConfigProperty(rawValue: $0).flatMap { config.axes[$0] } }
        var sources = [own]
        sources += config.styles(own?.value(.style)).map(\.axis)
        for bag in zip(names, bags).map(withoutOwn) {
            sources += [bag] + config.styles(bag?.value(.style)).map(\.axis)
        }
        sources.append(config.textStyle("guide-label", as: "label"))
        sources.append(config.textStyle("guide-title", as: "title"))
        return Properties(sources, evaluator: model.evaluator)
    }
}

/// What the definitions of one scale say of its axis.
private struct AxisParts {
    let channel: Channel
    var own: PropertyBag<AxisProperty>?
    var lead: ScaleComponent.Contribution?
    var titles = GuideTitles()
    var isShown = false

    init(channel: Channel) { self.channel = channel }

    mutating func add(_ contribution: ScaleComponent.Contribution, in model: ChartModel) {
        let definition = contribution.definition
        let main = model.views[contribution.unit].unit?.encoding[channel]
        if main?.written.axis?.isOff == true { return }
        guard contribution.channel == channel else {
            addSecondary(contribution, main: main, in: model)
            return
        }
        isShown = true
        if lead == nil || lead?.definition.datum != nil && definition.datum == nil { lead = contribution }
        if let bag = definition.axis {
            own = own.map { $0.merged(over: bag) } ?? bag
            if let title = bag[.title] {
                titles.addOfGuide(textLines(model.evaluator.value(of: title)))
                return
            }
        }
        if let title = definition.written.title {
            titles.addOfChannel(textLines(model.evaluator.value(of: title)))
        } else if let title = model.title(of: definition, guide: nil) {
            titles.addMade(title)
        }
    }

    /// Both ends of a range are named: "low, high".
    private mutating func addSecondary(
        _ contribution: ScaleComponent.Contribution, main: ChannelDefinition?, in model: ChartModel
    ) {
        let definition = contribution.definition
        guard contribution.channel == channel.secondary else { return }
        isShown = isShown || main == nil
        if lead == nil, main == nil { lead = contribution }
        guard main?.written.title == nil, main?.axis?[.title] == nil, definition.isField, main?.bin != .computed,
            definition.written.title != nil || main == nil || main?.isField == true && main?.datum == nil,
            let title = model.title(of: definition, guide: nil)
        else { return }
        titles.addMade(title)
    }
}
