/// Columns with long names turned into bars: what was up is right, and the first column is the topmost bar.
enum Transposition {
    /// Whether a document leaves it open which way its bars lie: a plain chart of ours, of bars over names, without a
    /// word on size, sides or places.
    static func isOpen(_ specification: Specification) -> Bool {
        let view = specification.root
        guard specification.config.isEditorial, case .unit(let unit) = view.content, unit.mark.name == "bar",
            view.width == nil, view.height == nil, specification.extras.size == nil,
            specification.parameters.isEmpty, let x = unit.encoding[.x], let y = unit.encoding[.y],
            isOfNames(x), isOfNumbers(y), isPlain(x), isPlain(y)
        else { return false }
        let channels = Set(unit.encoding.channels.keys)
        return channels.isDisjoint(with: [.row, .column, .facet, .x2, .y2, .size])
            && upright.allSatisfy { unit.mark.properties[$0] == nil }
    }

    /// The same chart with its axes exchanged.
    static func transposed(_ specification: Specification) -> Specification {
        guard isOpen(specification), case .unit(var unit) = specification.root.content else { return specification }
        var result = specification
        var encoding = Encoding()
        for (channel, definitions) in unit.encoding.channels {
            let target = across[channel] ?? channel
            encoding.channels[target] = definitions.map { turned($0, to: target) }
        }
        encoding.off = Set(unit.encoding.off.map { across[$0] ?? $0 })
        unit.encoding = encoding
        result.root.content = .unit(unit)
        return result
    }

    private static let across: [Channel: Channel] = [.x: .y, .y: .x, .xOffset: .yOffset, .yOffset: .xOffset]

    /// Properties of a mark that know which way is up.
    private static let upright: [MarkProperty] = [
        .orient, .x, .y, .x2, .y2, .xOffset, .yOffset, .x2Offset, .y2Offset, .width, .height,
        .cornerRadiusTopLeft, .cornerRadiusTopRight, .cornerRadiusBottomLeft, .cornerRadiusBottomRight,
    ]

    private static func isOfNames(_ definition: ChannelSpecification) -> Bool {
        definition.field != nil && definition.bin == nil && definition.timeUnit == nil
            && definition.aggregate == nil && (definition.type ?? .nominal) == .nominal
    }

    private static func isOfNumbers(_ definition: ChannelSpecification) -> Bool {
        definition.aggregate != nil || definition.type == .quantitative && definition.bin == nil
    }

    /// Nothing is said of the axis but what it is called and how its numbers are written.
    private static func isPlain(_ definition: ChannelSpecification) -> Bool {
        switch definition.axis {
        case nil: true
        case .off: false
        case .properties(let bag): Set(bag.names).isSubset(of: [.title, .format, .formatType, .grid, .tickCount])
        }
    }

    private static func turned(_ definition: ChannelSpecification, to channel: Channel) -> ChannelSpecification {
        var result = definition
        result.channel = channel
        if case .channel(let other, let descending) = definition.sort {
            result.sort = .channel(across[other] ?? other, descending: descending)
        }
        for index in result.conditions.indices {
            result.conditions[index].definition = turned(result.conditions[index].definition, to: channel)
        }
        return result
    }
}
