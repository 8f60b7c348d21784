import Tables

/// A legend: scales that share a domain, explained together.
struct LegendGuide {
    var components: [ScaleComponent]
    var definition: ChannelDefinition
    var unit: Int
    var properties: Properties<LegendProperty>
    /// Whether the document has words of its own for it.
    var isOwn = false
    var title: [String]?
    var isTitleWritten = false
    var isGradient = false
    /// Some of the marks are filled and some are not.
    var isMixed = false

    var channels: [Channel] { components.map(\.channel) }
    var orient: String { properties.string(.orient) ?? "right" }

    var format: GuideFormat {
        GuideFormat(
            format: properties[.format], formatType: properties.string(.formatType),
            labelExpression: properties.string(.labelExpr))
    }

    var wishes: TickWishes {
        let format = properties[.format] ?? definition.written.format?.constant
        return TickWishes(
            count: properties[.tickCount], values: properties[.values]?.array,
            least: properties.number(.tickMinStep), isWhole: format?.string == "d")
    }

    /// Whether entries, or a ramp, lie side by side.
    var isHorizontal: Bool {
        let written =
            properties.string(.direction) ?? properties.string(isGradient ? .gradientDirection : .symbolDirection)
        if let written { return written == "horizontal" }
        switch orient {
        case "top", "bottom": return true
        // Within the view a ramp lies flat.
        case "top-left", "top-right", "bottom-left", "bottom-right": return isGradient
        default: return false
        }
    }
}

extension ScaleComponents {
    private static let order: [Channel] = [.size, .shape, .color, .fill, .stroke, .strokeWidth, .strokeDash, .opacity]
    /// Colours are explained first, as in Vega-Lite.
    private static let shownOrder: [Channel] = [
        .color, .size, .shape, .fill, .stroke, .opacity, .strokeWidth, .strokeDash,
    ]

    /// The legends that a view shows: of scales that live in it, and, for a frame, in its layers.
    func legends(of id: Int) -> [LegendGuide] {
        var hosts: Set<Int> = [id]
        if model.views[id].isLayer { hosts.formUnion(layersWithin(id)) }
        var result: [LegendGuide] = []
        // A legend that somebody turned off takes those with it that it would be joined to.
        var off: [LegendGuide] = []
        for host in hosts.sorted() {
            let before = result.count
            for channel in Self.order {
                guard let component = self[ScaleKey(view: host, channel: channel)],
                    !explainsApart(channel, at: host)
                else { continue }
                if component.contributions.allSatisfy({ $0.definition.written.legend?.isOff == true }) {
                    if let turnedOff = legend(component, evenIfOff: true) { off.append(turnedOff) }
                } else if component.contributions.count > 1, !model.views[host].isConcatenation,
                    !model.isShared(channel, in: model.views[host], \.legend)
                {
                    // One scale, explained apart for each layer.
                    for contribution in component.contributions where contribution.channel == channel {
                        var part = component
                        part.contributions = [contribution]
                        if let legend = legend(part) { result.append(legend) }
                    }
                } else if let legend = legend(component) {
                    merge(legend, into: &result)
                }
            }
            if result.count > before + 1 {
                result = Array(result[..<before]) + arranged(Array(result[before...]))
            }
        }
        result += apart(id)
        result.removeAll { legend in off.contains { mayMerge(legend, $0) } }
        return result
    }

    /// Whether each view beside others explains a scale that they share by itself: `resolve: {legend: independent}`.
    private func explainsApart(_ channel: Channel, at host: Int) -> Bool {
        model.views[host].isConcatenation && !model.isShared(channel, in: model.views[host], \.legend)
    }

    /// A view's own legends of scales that it shares with those beside it.
    private func apart(_ id: Int) -> [LegendGuide] {
        guard model.views[id].isUnit || model.views[id].isLayer else { return [] }
        let own = Set(model.units(under: id))
        var result: [LegendGuide] = []
        var above = model.views[id].parent
        while let host = above {
            for channel in Self.order where explainsApart(channel, at: host) {
                guard var part = self[ScaleKey(view: host, channel: channel)] else { continue }
                part.contributions = part.contributions.filter { own.contains($0.unit) }
                if !part.contributions.isEmpty, let legend = legend(part) { merge(legend, into: &result) }
            }
            above = model.views[host].parent
        }
        return arranged(result)
    }

    private func arranged(_ legends: [LegendGuide]) -> [LegendGuide] {
        legends.enumerated().map { index, legend in
            let rank = legend.channels.compactMap { Self.shownOrder.firstIndex(of: $0) }.min()
            return (rank ?? Self.shownOrder.count, index, legend)
        }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private func merge(_ legend: LegendGuide, into result: inout [LegendGuide]) {
        guard let index = result.firstIndex(where: { mayMerge($0, legend) }) else {
            result.append(legend)
            return
        }
        result[index].components += legend.components
        if !result[index].isOwn, legend.isOwn {
            result[index].isOwn = true
            result[index].properties = legend.properties
        }
        // A title is written once where both say the same.
        if legend.isTitleWritten, !result[index].isTitleWritten {
            result[index].title = legend.title
            result[index].isTitleWritten = true
        }
        result[index].isGradient = false
    }

    private func layersWithin(_ id: Int) -> [Int] {
        model.views[id].children.flatMap { child in
            [child] + (model.views[child].isLayer || model.views[child].isUnit ? layersWithin(child) : [])
        }
    }

    /// Scales of the same field, by the same order, are explained in one.
    private func mayMerge(_ a: LegendGuide, _ b: LegendGuide) -> Bool {
        guard let first = a.components.first, let second = b.components.first,
            first.type.isContinuous == second.type.isContinuous,
            first.properties.value(.domain) == second.properties.value(.domain)
        else { return false }
        let (one, other) = (domain(first), domain(second))
        return one == other || !first.type.isContinuous && Set(one) == Set(other)
    }

    /// What a scale's values are taken from.
    private func domain(_ component: ScaleComponent) -> [String] {
        var names: [String] = []
        for contribution in component.contributions {
            let rows = model.views[contribution.unit].unit?.table.rowCount ?? 0
            let definition = contribution.definition
            let name = "\(rows):\(definition.column):\(definition.datum?.asText ?? "")"
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private func legend(_ component: ScaleComponent, evenIfOff: Bool = false) -> LegendGuide? {
        var own: PropertyBag<LegendProperty>?
        var titles = GuideTitles()
        var lead: ScaleComponent.Contribution?
        for contribution in component.contributions {
            let definition = contribution.definition
            let written =
                definition.written.legend
                ?? model.views[contribution.unit].unit?.encoding[contribution.channel]?.written.legend
            if written?.isOff == true, !evenIfOff {
                if component.contributions.count == 1 { return nil }
                continue
            }
            if lead == nil { lead = contribution }
            if let bag = written?.bag {
                own = own.map { $0.merged(over: bag) } ?? bag
                if let title = bag[.title] {
                    titles.addOfGuide(textLines(model.evaluator.value(of: title)))
                    continue
                }
            }
            if let title = definition.written.title {
                titles.addOfChannel(textLines(model.evaluator.value(of: title)))
            } else if let title = model.title(of: definition, guide: nil) {
                titles.addMade(title)
            }
        }
        let config = model.config
        guard let lead else { return nil }
        let properties = Properties(
            [
                own, config.legend, config.textStyle("guide-label", as: "label"),
                config.textStyle("guide-title", as: "title"),
            ], evaluator: model.evaluator)
        if properties.isOn(.disable) { return nil }
        var legend = LegendGuide(
            components: [component], definition: lead.definition, unit: lead.unit, properties: properties,
            isOwn: own != nil, title: titles.isWritten ? titles.lines : FieldTitle.begun(titles.lines, config: config),
            isTitleWritten: titles.isWritten)
        if titles.explicit == nil {
            if let standard = config.legend[.title] {
                legend.title = textLines(model.evaluator.value(of: standard))
            } else if config.isEditorial, component.type == .ordinal, lead.definition.written.title == nil {
                // The names of series need no heading.
                legend.title = nil
            }
        }
        let fills = Set(component.contributions.compactMap { model.views[$0.unit].unit }.map(model.isFilled))
        legend.isMixed = fills.count > 1
        legend.isGradient =
            (component.channel != .color || fills.count < 2) && component.channel.isColor
            && component.type.isContinuous && properties.string(.type) != "symbol"
        return legend
    }
}

extension ChartModel {
    /// Whether a unit's marks are painted inside rather than around.
    func isFilled(_ unit: View.Unit) -> Bool {
        markProperties(unit).boolean(.filled) ?? unit.mark.isFilled
    }
}
