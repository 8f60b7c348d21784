import Documents

/// What an axis or a legend is called when the document does not say.
enum FieldTitle {
    static func verbal(_ node: DocumentNode, config: Config) -> String {
        let field = node["field"]?.string ?? ""
        let format = config["fieldTitle"]?.string ?? "verbal"
        if format == "plain" { return field }
        if let aggregate = node["aggregate"]?.string {
            if aggregate == "count" { return config["countTitle"]?.string ?? "Count of Records" }
            if format == "functional" { return "\(aggregate.uppercased())(\(field))" }
            return "\(capitalized(aggregate)) of \(field)"
        }
        if let least = node["aggregate"]?["argmin"]?.string { return "\(field) for min \(least)" }
        if let greatest = node["aggregate"]?["argmax"]?.string { return "\(field) for max \(greatest)" }
        if let bin = node["bin"], bin.string != "binned", bin["binned"]?.boolean != true, bin.boolean != false,
            !bin.isNull
        {
            return format == "functional" ? "BIN(\(field))" : "\(field) (binned)"
        }
        if let unit = node["timeUnit"].flatMap(TimeUnitName.init), !unit.isBinned {
            if format == "functional" { return "\(unit.parts.joined(separator: "-").uppercased())(\(field))" }
            return "\(field) (\(unit.parts.joined(separator: "-")))"
        }
        return field
    }

    private static func capitalized(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }
}
