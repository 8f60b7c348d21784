import Tables
import Transforms

/// How a view's encodings say that the fields of its data are to be read: a temporal field holds dates, a quantitative
/// one numbers. `format.parse` comes before it.
enum ImpliedTypes {
    /// The types by field, of a view and of the views within it that draw the same data.
    static func of(_ view: ViewSpecification) -> [String: ValueType] {
        var types: [String: ValueType] = [:]
        gather(view, into: &types)
        return types
    }

    private static func gather(_ view: ViewSpecification, into types: inout [String: ValueType]) {
        func within(_ children: [ViewSpecification]) {
            for child in children where child.data == nil { gather(child, into: &types) }
        }
        switch view.content {
        case .unit(let unit): gather(unit.encoding, into: &types)
        case .layer(let children, let shared):
            gather(shared, into: &types)
            within(children)
        case .facet(let facet, let child):
            for definition in facet.definitions { gather(definition, into: &types) }
            within([child])
        case .repeat(_, let child): within([child])
        case .concat(_, let children): within(children)
        case .nothing: break
        }
    }

    private static func gather(_ encoding: Encoding, into types: inout [String: ValueType]) {
        for channel in Channel.allCases {
            for definition in encoding.channels[channel] ?? [] { gather(definition, into: &types) }
        }
    }

    private static func gather(_ definition: ChannelSpecification, into types: inout [String: ValueType]) {
        for condition in definition.conditions { gather(condition.definition, into: &types) }
        guard let field = definition.fieldName else { return }
        if definition.type == .temporal || definition.timeUnit != nil && definition.type != .quantitative {
            types[field] = .date(format: nil)
        } else if definition.type == .quantitative, types[field] == nil {
            let operation = definition.aggregate.flatMap { AggregateOperation(rawValue: $0.name) }
            if operation?.isCounting != true { types[field] = .number }
        }
    }
}
