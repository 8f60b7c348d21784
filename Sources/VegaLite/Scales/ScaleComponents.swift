import Documents
import Tables

/// A scale by the view that owns it.
struct ScaleKey: Hashable, Sendable {
    var view: Int
    var channel: Channel
}

/// What is known of a scale before there are rows and sizes: the definitions that were merged into it.
struct ScaleComponent: Sendable {
    struct Contribution: Sendable {
        /// The unit whose rows are looked at.
        var unit: Int
        var channel: Channel
        var definition: ChannelDefinition
    }

    var key: ScaleKey
    var type: ScaleType
    var isTypeExplicit: Bool
    /// Written by the document; of several, the first.
    var properties = PropertyBag<ScaleProperty>()
    var contributions: [Contribution] = []

    var channel: Channel { key.channel }
    var lead: Contribution? { contributions.first }
    func has(_ name: ScaleProperty) -> Bool { properties[name] != nil }
}

/// The fourth stage: the scales of every unit, merged upwards as `resolve` says.
struct ScaleComponents: Sendable {
    let model: ChartModel
    private(set) var all: [ScaleKey: ScaleComponent] = [:]
    private(set) var diagnostics = Diagnostics()

    init(_ model: ChartModel) {
        self.model = model
        for view in model.views {
            guard let unit = view.unit else { continue }
            for channel in Channel.scaled {
                guard let definition = scaledDefinition(of: channel, in: unit), !definition.hasNoScale,
                    definition.type != .geojson
                else { continue }
                if channel.isPosition, view.projection != nil, unit.encoding[.latitude] != nil, !definition.isField {
                    continue
                }
                let owner = model.scaleOwner(of: channel, in: view.id)
                add(definition, of: channel, unit: view.id, to: ScaleKey(view: owner, channel: channel))
            }
        }
    }

    subscript(key: ScaleKey) -> ScaleComponent? { all[key] }

    /// The definition that makes the scale of a channel: its own, its condition's, or the secondary channel's.
    private func scaledDefinition(of channel: Channel, in unit: View.Unit) -> ChannelDefinition? {
        if let definition = unit.encoding[channel] {
            if definition.isOfData { return definition }
            if let inner = definition.conditions.lazy.flatMap(\.definition).first(where: \.isOfData) { return inner }
        }
        if let secondary = channel.secondary, let definition = unit.encoding[secondary], definition.isOfData {
            return definition
        }
        return nil
    }

    private mutating func add(_ definition: ChannelDefinition, of channel: Channel, unit id: Int, to key: ScaleKey) {
        guard let unit = model.views[id].unit else { return }
        let (type, isExplicit) = type(of: definition, channel, unit)
        var component = all[key] ?? ScaleComponent(key: key, type: type, isTypeExplicit: isExplicit)
        if all[key] != nil {
            if !component.type.isCompatible(with: type) {
                // Scales that cannot be one stay apart: the unit keeps its own.
                if key.view != id {
                    add(definition, of: channel, unit: id, to: ScaleKey(view: id, channel: channel))
                    return
                }
            } else if isExplicit && !component.isTypeExplicit {
                component.type = type
                component.isTypeExplicit = true
            } else if isExplicit == component.isTypeExplicit, type.precedence > component.type.precedence {
                component.type = type
            }
        }
        if let own = definition.scale { component.properties = component.properties.merged(over: own) }
        component.contributions.append(.init(unit: id, channel: channel, definition: definition))
        if let secondary = channel.secondary, let second = unit.encoding[secondary], second.isOfData,
            second.column != definition.column || second.datum != nil
        {
            component.contributions.append(.init(unit: id, channel: secondary, definition: second))
        }
        if let definition = unit.encoding[channel], definition.isField {
            // A condition's field stands beside the channel's own.
            for inner in definition.conditions.flatMap(\.definition) where inner.isField {
                component.contributions.append(.init(unit: id, channel: channel, definition: inner))
            }
        }
        all[key] = component
    }

    private mutating func type(
        of definition: ChannelDefinition, _ channel: Channel, _ unit: View.Unit
    ) -> (ScaleType, isExplicit: Bool) {
        var type = ScaleType.standard(
            for: definition, channel: channel, mark: unit.mark,
            hasOffset: channel.offset.flatMap { unit.encoding[$0] }?.isOfData ?? false)
        var isExplicit = false
        if let written = definition.scale?[.type], let text = written.constant?.string {
            let named = ScaleType(rawValue: text == "bin-linear" ? "linear" : text)
            if let named, named.fits(definition.type, on: channel) {
                type = named == .sequential ? .linear : named
                isExplicit = true
            } else {
                tell(text, named, written, of: definition, channel, taken: type)
            }
        }
        if type == .ordinal, channel.isPosition || channel.isOffset {
            type = unit.mark.fillsBands ? .band : .point
        }
        return (type, isExplicit)
    }

    private mutating func tell(
        _ text: String, _ named: ScaleType?, _ written: Setting, of definition: ChannelDefinition, _ channel: Channel,
        taken type: ScaleType
    ) {
        let path = join(join(definition.path, "scale"), "type")
        let problem: Diagnostic
        if named != nil {
            problem = Diagnostic(
                "a \(text) scale does not fit a \(definition.type.rawValue) field on \(channel.rawValue): "
                    + "a \(type.rawValue) scale is used",
                severity: .warning, at: written.location, path: path)
        } else {
            problem = Diagnostic(
                "`\(text)` is no scale type", at: written.location, path: path,
                advice: suggestion(for: text, among: ScaleType.allCases.map(\.rawValue)).map { "did you mean `\($0)`?" }
            )
        }
        diagnostics.addOnce(problem)
    }

    /// The scale that a unit's channel is placed by: its own where it could not be merged, else the merged one.
    func component(of channel: Channel, in id: Int) -> ScaleComponent? {
        guard let channel = channel.scaleChannel else { return nil }
        if let definition = model.views[id].unit?.encoding[channel], definition.hasNoScale { return nil }
        if let own = all[ScaleKey(view: id, channel: channel)] { return own }
        return all[ScaleKey(view: model.scaleOwner(of: channel, in: id), channel: channel)]
    }
}
