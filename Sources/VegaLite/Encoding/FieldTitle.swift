/// What an axis or a legend is called when the document does not say.
enum FieldTitle {
    static func verbal(_ definition: ChannelSpecification, config: Config) -> String {
        let field = definition.fieldName ?? ""
        let isFunctional = config.fieldTitle == .functional
        if config.fieldTitle == .plain { return field }
        if let aggregate = definition.aggregate {
            if let argument = aggregate.argument {
                return "\(field) for \(aggregate.name == "argmin" ? "min" : "max") \(argument)"
            }
            if aggregate.name == "count" { return config.countTitle }
            if isFunctional { return "\(aggregate.name.uppercased())(\(field))" }
            return "\(aggregate.name.prefix(1).uppercased() + aggregate.name.dropFirst()) of \(field)"
        }
        if definition.isBinning { return isFunctional ? "BIN(\(field))" : "\(field) (binned)" }
        if let unit = definition.timeUnit, !unit.isBinned {
            if isFunctional { return "\(unit.parts.joined(separator: "-").uppercased())(\(field))" }
            return "\(field) (\(unit.parts.joined(separator: "-")))"
        }
        return field
    }
}
