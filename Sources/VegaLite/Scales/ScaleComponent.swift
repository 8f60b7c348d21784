import Documents

/// What is known of a scale before there are rows and sizes: the definitions that were merged into it.
struct ScaleComponent {
    struct Contribution {
        /// The unit whose rows are looked at.
        var unit: Int
        var channel: Channel
        var definition: ChannelDefinition
    }

    var key: Compilation.ScaleKey
    var type: ScaleType
    var isTypeExplicit: Bool
    /// Written by the document; of several, the first.
    var properties: [String: DocumentNode] = [:]
    var contributions: [Contribution] = []

    var channel: Channel { key.channel }

    func property(_ name: String) -> DocumentNode? { properties[name] }
}

extension Compilation {
    /// Makes the scales of every unit and merges them upwards as `resolve` says.
    mutating func collectScales() {
        for id in views.indices {
            guard let unit = views[id].unit else { continue }
            for channel in Channel.scaled {
                guard let definition = scaledDefinition(of: channel, in: unit) else { continue }
                if let scale = definition.scale, scale.isNull || scale.boolean == false { continue }
                if channel.isPosition, views[id].projection != nil, unit.encoding[.latitude] != nil, !definition.isField
                {
                    continue
                }
                let owner = scaleOwner(of: channel, in: id)
                add(definition, of: channel, unit: id, to: ScaleKey(view: owner, channel: channel))
            }
        }
    }

    /// The definition that makes the scale of a channel: its own, its condition's, or the secondary channel's.
    func scaledDefinition(of channel: Channel, in unit: View.Unit) -> ChannelDefinition? {
        if let definition = unit.encoding[channel] {
            if definition.isField || definition.datum != nil { return definition }
            if let inner = definition.conditions.lazy.flatMap(\.definition).first(where: {
                $0.isField || $0.datum != nil
            }) {
                return inner
            }
        }
        if let secondary = channel.secondary, let definition = unit.encoding[secondary],
            definition.isField || definition.datum != nil
        {
            return definition
        }
        return nil
    }

    private mutating func add(_ definition: ChannelDefinition, of channel: Channel, unit id: Int, to key: ScaleKey) {
        guard let unit = views[id].unit else { return }
        let written = definition.scale
        var type = ScaleType.standard(
            for: definition, channel: channel, mark: unit.mark,
            hasOffset: channel.offset.flatMap { unit.encoding[$0] }.map { $0.isField || $0.datum != nil } ?? false)
        var isExplicit = false
        if let text = written?["type"]?.string {
            if let named = ScaleType(rawValue: text == "bin-linear" ? "linear" : text) {
                if named.fits(definition.type, on: channel) {
                    type = named == .sequential ? .linear : named
                    isExplicit = true
                } else {
                    report(
                        "a \(text) scale does not fit a \(definition.type.rawValue) field on \(channel.rawValue): a \(type.rawValue) scale is used",
                        written?["type"], path: join(join(definition.path, "scale"), "type"), severity: .warning)
                }
            } else {
                report(
                    "`\(text)` is no scale type", written?["type"], path: join(join(definition.path, "scale"), "type"),
                    advice: suggestion(for: text, among: ScaleType.allCases.map(\.rawValue)).map {
                        "did you mean `\($0)`?"
                    })
            }
        }
        if type == .ordinal, channel.isPosition || channel.isOffset {
            type = unit.mark.fillsBands ? .band : .point
        }
        var component = scales[key] ?? ScaleComponent(key: key, type: type, isTypeExplicit: isExplicit)
        if scales[key] != nil {
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
        for member in written?.object?.members ?? [] where component.properties[member.key] == nil {
            component.properties[member.key] = member.value
        }
        component.contributions.append(.init(unit: id, channel: channel, definition: definition))
        if let secondary = channel.secondary, let second = unit.encoding[secondary],
            second.isField || second.datum != nil,
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
        scales[key] = component
    }

    /// The scale that a unit's channel is placed by: its own where it could not be merged, else the merged one.
    func component(of channel: Channel, in id: Int) -> ScaleComponent? {
        guard let channel = channel.scaleChannel else { return nil }
        if let unit = views[id].unit, let definition = unit.encoding[channel], let scale = definition.scale,
            scale.isNull
        {
            return nil
        }
        if let own = scales[ScaleKey(view: id, channel: channel)] { return own }
        return scales[ScaleKey(view: scaleOwner(of: channel, in: id), channel: channel)]
    }
}
