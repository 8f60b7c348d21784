/// What an axis or a legend is called when the document does not say.
enum FieldTitle {
    static func verbal(_ definition: ChannelSpecification, config: Config) -> String {
        let field = name(definition, config: config)
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
        if config.isEditorial, !isFunctional { return field }
        if definition.isBinning { return isFunctional ? "BIN(\(field))" : "\(field) (binned)" }
        if let unit = definition.timeUnit, !unit.isBinned {
            if isFunctional { return "\(unit.parts.joined(separator: "-").uppercased())(\(field))" }
            return "\(field) (\(unit.parts.joined(separator: "-")))"
        }
        return field
    }

    /// The field, in our own look as a person would write it: `temp_max` is “temp max”.
    private static func name(_ definition: ChannelSpecification, config: Config) -> String {
        let field = definition.fieldName ?? ""
        guard config.isEditorial, config.fieldTitle == .verbal, field.allSatisfy({ $0 != "." && $0 != "[" }) else {
            return field
        }
        var words = field.split(separator: "_").joined(separator: " ")
        if words.isEmpty { return field }
        if !words.contains(" ") { words = parted(words) }
        return words
    }

    /// A title that nobody wrote, as it stands over a guide of ours: it begins in capitals.
    static func begun(_ lines: [String]?, config: Config) -> [String]? {
        guard config.isEditorial, config.fieldTitle == .verbal, var lines, let first = lines.first else { return lines }
        lines[0] = first.prefix(1).uppercased() + first.dropFirst()
        return lines
    }

    /// `lifeExpectancy` as “life expectancy”; `GDPperHead`, `iPhone` and `CO2` stay as they are.
    private static func parted(_ word: String) -> String {
        let letters = Array(word)
        guard letters.count > 3, letters[0].isLowercase, letters[1].isLowercase,
            letters.indices.dropFirst().allSatisfy({ !letters[$0].isUppercase || letters[$0 - 1].isLowercase })
        else { return word }
        return letters.map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
    }
}
