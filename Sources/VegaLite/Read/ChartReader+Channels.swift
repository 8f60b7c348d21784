import Transforms
import Documents
import Tables

extension ChartReader {
    /// The channels of a view.
    mutating func encoding(_ node: DocumentNode?, path: String) -> Encoding {
        var encoding = Encoding()
        guard let node, !node.isNull else { return encoding }
        guard let object = node.object else {
            wrong(node, "an object of channels", path: path)
            return encoding
        }
        for member in object.members {
            let own = join(path, member.key)
            guard let channel = Channel(rawValue: member.key) else {
                unknown(
                    member.key, "channel", member.value, path: own, known: Channel.allCases.map(\.rawValue))
                continue
            }
            if member.value.isNull {
                encoding.off.insert(channel)
                continue
            }
            guard let items = member.value.array else {
                if let read = self.channel(member.value, channel, path: own) { encoding.channels[channel] = [read] }
                continue
            }
            guard channel.takesSeveral else {
                report(
                    member.value, "a channel is an object, not \(member.value.kind)", path: own,
                    advice: "such as {\"field\": \"name\"}")
                continue
            }
            var list: [ChannelSpecification] = []
            for (index, item) in items.enumerated() {
                if let read = self.channel(item, channel, path: "\(own)[\(index)]") { list.append(read) }
            }
            encoding.channels[channel] = list
        }
        return encoding
    }

    /// One channel's definition; nil, and told, where it is none.
    mutating func channel(_ node: DocumentNode, _ channel: Channel, path: String) -> ChannelSpecification? {
        guard node.object != nil else {
            // What a still picture does not show need not stop it.
            if !channel.isIdle {
                report(
                    node, "a channel is an object, not \(node.kind)", path: path,
                    advice: "such as {\"field\": \"name\"}")
            }
            return nil
        }
        _ = bag(node, path: path, as: ChannelProperty.self, isIdle: channel.isIdle)
        return definition(node, channel, path: path)
    }

    /// What a channel's object says, under a condition or not.
    private mutating func definition(_ node: DocumentNode, _ channel: Channel, path: String) -> ChannelSpecification {
        var result = ChannelSpecification(
            channel, at: Place(path: path, location: (node["field"] ?? node).location))
        result.field = field(node["field"], path: join(path, "field"))
        result.aggregate = aggregate(node["aggregate"], path: join(path, "aggregate"))
        result.bin = bin(node, path: path)
        result.timeUnit = timeUnit(node["timeUnit"], path: join(path, "timeUnit"))
        result.type = type(node["type"], path: join(path, "type"))
        result.datum = node["datum"].map { Setting($0) }
        result.value = node["value"].map { Setting($0) }
        result.title = node["title"].flatMap { setting($0, of: .lines, key: "title", path: join(path, "title")) }
        result.format = node["format"].flatMap {
            setting($0, of: PropertyKind.text.or(.object), key: "format", path: join(path, "format"))
        }
        result.formatType = node["formatType"]?.string
        result.sort = sort(node["sort"], path: join(path, "sort"))
        result.stack = stack(node["stack"], path: join(path, "stack"))
        result.scale = part(node["scale"], path: join(path, "scale"))
        result.axis = part(node["axis"], path: join(path, "axis"))
        result.legend = part(node["legend"], path: join(path, "legend"))
        result.header = part(node["header"], path: join(path, "header"))
        result.impute = impute(node, path: path)
        result.bandPosition = node["bandPosition"]?.number ?? node["band"]?.number
        result.grid = grid(node, path: path)
        result.conditions = conditions(node["condition"], of: channel, type: result.type, path: path)
        return result
    }

    private mutating func conditions(
        _ node: DocumentNode?, of channel: Channel, type: MeasurementType?, path: String
    ) -> [ChannelSpecification.Condition] {
        guard let node else { return [] }
        var result: [ChannelSpecification.Condition] = []
        for (index, item) in (node.array ?? [node]).enumerated() where item.object != nil {
            let own = node.array == nil ? join(path, "condition") : "\(join(path, "condition"))[\(index)]"
            _ = bag(item, path: own, as: ConditionProperty.self)
            var test = Predicate.and([])
            if let written = item["test"] {
                test = Predicate(written, path: join(own, "test"), diagnostics: &diagnostics)
            } else if item["param"]?.string != nil || item["selection"]?.string != nil {
                test = Predicate(item.keeping("param", "selection", "empty"), path: own, diagnostics: &diagnostics)
            } else if let logic = item["selection"] ?? item["param"] {
                test = Predicate(logic, path: own, diagnostics: &diagnostics)
            }
            var inner = definition(item.removing("condition"), channel, path: own)
            // What the condition does not say is that of the channel.
            if inner.type == nil, inner.field != nil || inner.aggregate != nil { inner.type = type }
            result.append(.init(test: test, definition: inner))
        }
        return result
    }

    /// A scale or a guide: null and false turn it off.
    private mutating func part<Name: PropertyName>(
        _ node: DocumentNode?, path: String
    ) -> ChannelSpecification.Part<Name>? {
        guard let node else { return nil }
        if node.isNull || node.boolean == false { return .off }
        if node.object != nil { return .properties(bag(node, path: path)) }
        if node.boolean == nil { wrong(node, "an object or null", path: path) }
        return nil
    }

    // MARK: - Fields

    private mutating func field(_ node: DocumentNode?, path: String) -> ChannelSpecification.Field? {
        guard let node, !node.isNull else { return nil }
        if let name = node.string { return .name(name) }
        if let name = node["repeat"]?.string { return .repeated(name) }
        report(
            node, "a field is a name, not \(node.kind)", path: path,
            advice: "a name, or {\"repeat\": …} within a repeat")
        return nil
    }

    private mutating func aggregate(_ node: DocumentNode?, path: String) -> ChannelSpecification.Aggregate? {
        guard let node, !node.isNull else { return nil }
        if let name = node.string {
            if AggregateOperation(rawValue: name) != nil { return .init(name: name) }
            // Composite marks that summarise may say so of their axis.
            if CompositeMark.names.contains(name) { return nil }
            unknown(name, "aggregate", node, path: path, known: AggregateOperation.allCases.map(\.rawValue))
            return nil
        }
        for name in ["argmin", "argmax"] {
            if let argument = node[name]?.string { return .init(name: name, argument: argument) }
        }
        report(node, "an aggregate is a name, or {\"argmin\": …} or {\"argmax\": …}", path: path)
        return nil
    }

    private mutating func bin(_ node: DocumentNode, path: String) -> ChannelSpecification.Bin? {
        guard let written = node["bin"] else { return nil }
        if written.isNull || written.boolean == false { return .off }
        var reader = DocumentReader(node, path: path, noun: ChannelProperty.noun)
        let parameters = BinParameters.read("bin", of: &reader)
        diagnostics.add(reader.problems)
        return parameters.map { $0.isBinned ? .binned : .computed($0) }
    }

    private mutating func timeUnit(_ node: DocumentNode?, path: String) -> TimeUnitName? {
        guard let node, !node.isNull else { return nil }
        if let unit = TimeUnitName(node) { return unit }
        report(
            node, "`\(node.string ?? node["unit"]?.string ?? "")` is no time unit", path: path,
            advice: "such as year, month, yearmonth, yearmonthdate, hours")
        return nil
    }

    private mutating func type(_ node: DocumentNode?, path: String) -> MeasurementType? {
        guard let node, !node.isNull, let text = node.string else { return nil }
        if let type = MeasurementType(name: text) { return type }
        unknown(
            text, "type", node, path: path, known: MeasurementType.allCases.map(\.rawValue),
            advice: "the types are quantitative, temporal, ordinal, nominal and geojson")
        return nil
    }

    // MARK: - Order

    private mutating func sort(_ node: DocumentNode?, path: String) -> ChannelSpecification.Sort? {
        guard let node else { return nil }
        if node.isNull || node.boolean == false { return .unsorted }
        if let list = node.array { return .values(list.map { DataValue($0) }) }
        if let text = node.string {
            if text == "ascending" { return .ascending }
            if text == "descending" { return .descending }
            let descending = text.hasPrefix("-")
            if let channel = Channel(rawValue: descending ? String(text.dropFirst()) : text) {
                return .channel(channel, descending: descending)
            }
            report(
                node, "`\(text)` is no sort", path: path,
                advice: "a sort is ascending, descending, a list, a channel such as -y, or an object with a field")
            return nil
        }
        guard node.object != nil else { return nil }
        if node["order"]?.isNull == true { return .unsorted }
        let descending = node["order"]?.string == "descending"
        if let channel = node["encoding"]?.string.flatMap(Channel.init) {
            return .channel(channel, descending: descending)
        }
        let field = field(node["field"], path: join(path, "field"))
        let operation = node["op"]?.string ?? "min"
        if let op = node["op"], AggregateOperation(rawValue: operation) == nil {
            unknown(
                operation, "aggregate", op, path: join(path, "op"), known: AggregateOperation.allCases.map(\.rawValue))
        }
        if field != nil || operation == "count" {
            return .field(field, operation: operation, descending: descending)
        }
        return descending ? .descending : .ascending
    }

    private mutating func stack(_ node: DocumentNode?, path: String) -> ChannelSpecification.Stack? {
        guard let node else { return nil }
        if node.isNull || node.boolean == false || node.string == "none" { return .off }
        if node.boolean == true { return .offset(.zero) }
        if let offset = node.string.flatMap(StackOffset.init) { return .offset(offset) }
        warn(
            node,
            "`stack` is \(StackOffset.allCases.map(\.rawValue).joined(separator: ", ")) or null, not "
                + "\(Self.shown(node))",
            path: path)
        return nil
    }

    private mutating func impute(_ node: DocumentNode, path: String) -> ImputeParameters? {
        guard node["impute"] != nil else { return nil }
        var reader = DocumentReader(node, path: path, noun: ChannelProperty.noun)
        let impute = reader.object("impute", noun: ImputeProperty.noun) { ImputeParameters(&$0) }
        diagnostics.add(reader.problems)
        return impute
    }
}
