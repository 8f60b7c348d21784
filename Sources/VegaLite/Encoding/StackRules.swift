/// Whether marks that stand at one place are stacked, and how.
enum StackRules {
    static func stack(
        of mark: any MarkKind, encoding: [Channel: ChannelDefinition], details: [ChannelDefinition],
        orientation: Orientation?, isAggregated: Bool
    ) -> View.Stack? {
        guard mark.stacking != .never else { return nil }
        guard let channel = stackedChannel(encoding, mark: mark, orientation: orientation),
            let stacked = encoding[channel], stacked.isField
        else { return nil }
        if let secondary = channel.secondary, encoding[secondary] != nil { return nil }
        let other = channel.stackDimension
        var dimensions: Set<String> = []
        if let dimension = encoding[other], dimension.isField, dimension.column != stacked.column {
            dimensions.insert(dimension.column)
        }
        if let offset = other.offset, let dimension = encoding[offset], dimension.isField {
            dimensions.insert(dimension.column)
        }

        var stackBy: [String] = []
        let channels: [Channel] = [
            .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash, .size, .shape,
            .angle, .key, .text, .href, .url,
        ]
        // Texts and links name rows; they do not part them where another channel does, but count when alone.
        for channel in channels where channel != .href && channel != .url && channel != .key {
            guard let definition = encoding[channel] else { continue }
            for candidate in [definition] + definition.conditions.flatMap(\.definition)
            where candidate.isField && candidate.aggregate == nil && !dimensions.contains(candidate.column) {
                if !stackBy.contains(candidate.column) { stackBy.append(candidate.column) }
            }
        }
        for detail in details where detail.aggregate == nil && !dimensions.contains(detail.column) {
            if !stackBy.contains(detail.column) { stackBy.append(detail.column) }
        }

        let offset: StackOffset
        switch stacked.written.stack {
        case .off: return nil
        case .offset(let written): offset = written
        case nil:
            guard mark.stacking == .always else { return nil }
            offset = .zero
        }
        if let type = stacked.scaleType, type != .linear { return nil }
        // Sums of one series stand alone.
        if stackBy.isEmpty, isAggregated { return nil }
        return View.Stack(
            channel: channel, offset: offset, startColumn: stacked.column + "_start",
            endColumn: stacked.column + "_end",
            stackBy: stackBy)
    }

    private static func stackedChannel(
        _ encoding: [Channel: ChannelDefinition], mark: any MarkKind, orientation: Orientation?
    ) -> Channel? {
        let pair: (Channel, Channel) =
            mark.isPolar || encoding[.theta] != nil || encoding[.radius] != nil ? (.theta, .radius) : (.x, .y)
        func isCandidate(_ definition: ChannelDefinition?) -> Bool {
            guard let definition, definition.isField else { return false }
            return definition.type == .quantitative && !definition.isBinned && definition.timeUnit == nil
        }
        let (x, y) = (encoding[pair.0], encoding[pair.1])
        switch (isCandidate(x), isCandidate(y)) {
        case (true, true):
            let isSet: (ChannelDefinition?) -> Bool = { definition in
                if case .offset = definition?.written.stack { true } else { false }
            }
            if isSet(x), !isSet(y) { return pair.0 }
            if isSet(y), !isSet(x) { return pair.1 }
            if x?.written.stack != nil, y?.written.stack == nil { return pair.0 }
            if y?.written.stack != nil, x?.written.stack == nil { return pair.1 }
            if x?.aggregate != nil, y?.aggregate == nil { return pair.0 }
            if y?.aggregate != nil, x?.aggregate == nil { return pair.1 }
            // A sector whose angle and radius both measure is stacked only where the document asks.
            if pair.0 == .theta { return nil }
            if let orientation { return orientation == .vertical ? pair.1 : pair.0 }
            return nil
        case (true, false): return pair.0
        case (false, true): return pair.1
        default: return nil
        }
    }
}
