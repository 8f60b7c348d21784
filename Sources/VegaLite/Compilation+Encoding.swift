import Documents
import Tables
import Transforms

extension Compilation {
    /// Reads one channel's definition.
    mutating func parse(_ node: DocumentNode, channel: Channel, path: String) -> ChannelDefinition? {
        guard node.object != nil else {
            report(
                "a channel is an object, not \(node.kind)", node, path: path, advice: "such as {\"field\": \"name\"}")
            return nil
        }
        var definition = ChannelDefinition(node: node, path: path, channel: channel, type: .nominal)
        definition.field = node["field"]?.string
        definition.value = node["value"].map { evaluator.resolved($0) }
        definition.datum = node["datum"].map { evaluator.resolved($0) }
        if let aggregate = node["aggregate"], !aggregate.isNull {
            if let name = aggregate.string {
                if AggregateNames.all.contains(name) {
                    definition.aggregate = name
                } else if !CompositeMark.names.contains(name) {
                    report(
                        "`\(name)` is no aggregate", aggregate, path: join(path, "aggregate"),
                        advice: suggestion(for: name, among: AggregateNames.all).map { "did you mean `\($0)`?" })
                }
            } else if let argument = aggregate["argmin"]?.string ?? aggregate["argmax"]?.string {
                definition.aggregate = aggregate["argmin"] != nil ? "argmin" : "argmax"
                definition.aggregateArgument = argument
            }
        }
        var reader = DocumentReader(node, path: path, file: document.file, noun: "a channel")
        if let binning = BinParameters.read("bin", of: &reader) {
            definition.bin = binning.isBinned ? .binned : .computed
            definition.binning = binning
        }
        if reader.value("impute")?.object != nil {
            definition.impute = reader.object("impute", noun: "`impute`") { ImputeParameters(&$0) }
        }
        for problem in reader.problems.all { add(problem) }
        if let unit = node["timeUnit"], !unit.isNull {
            if TimeUnitName(unit) != nil {
                definition.timeUnit = unit
            } else {
                report(
                    "`\(unit.string ?? unit["unit"]?.string ?? "")` is no time unit", unit,
                    path: join(path, "timeUnit"),
                    advice: "such as year, month, yearmonth, yearmonthdate, hours")
            }
        }
        definition.type = inferredType(definition, path: path)
        if let conditions = node["condition"] {
            for item in conditions.array ?? [conditions] where item.object != nil {
                let test =
                    item["test"] ?? item["param"].map { DocumentNode.object(["param": $0, "empty": item["empty"]]) }
                    ?? item["selection"].map { DocumentNode.object(["param": $0]) } ?? .flag(true)
                var inner = item
                if inner["field"] != nil || inner["aggregate"] != nil {
                    // What the condition does not say is that of the channel.
                    if inner["type"] == nil, let type = node["type"] { inner = inner.setting("type", type) }
                }
                let parsed = parse(
                    inner.removing("test", "param", "empty", "condition"), channel: channel,
                    path: join(path, "condition"))
                definition.conditions.append(
                    ChannelDefinition.Condition(test: test, node: item, definition: parsed.map { [$0] } ?? []))
            }
        }
        return definition
    }

    private mutating func inferredType(_ definition: ChannelDefinition, path: String) -> MeasurementType {
        let node = definition.node
        if let written = node["type"], let text = written.string {
            if let type = MeasurementType(name: text) { return type }
            report(
                "`\(text)` is no type", written, path: join(path, "type"),
                advice: suggestion(for: text, among: MeasurementType.allCases.map(\.rawValue)).map {
                    "did you mean `\($0)`?"
                }
                    ?? "the types are quantitative, temporal, ordinal, nominal and geojson")
        }
        if let datum = definition.datum {
            switch datum.value {
            case .number: return .quantitative
            case .object: return .temporal
            default: return .nominal
            }
        }
        switch definition.channel {
        case .latitude, .longitude, .latitude2, .longitude2: return .quantitative
        default: break
        }
        if let aggregate = definition.aggregate, aggregate != "argmin", aggregate != "argmax" { return .quantitative }
        if definition.aggregate != nil { return .quantitative }
        if definition.isBinned { return .quantitative }
        if definition.timeUnit != nil { return .temporal }
        if node["sort"]?.array != nil { return .ordinal }
        switch definition.scale?["type"]?.string {
        case "linear", "log", "pow", "sqrt", "symlog", "quantile", "quantize", "threshold", "identity", "bin-linear",
            "sequential":
            return .quantitative
        case "time", "utc": return .temporal
        case "ordinal", "band", "point": return .ordinal
        default: break
        }
        return definition.channel == .order ? .ordinal : .nominal
    }

    /// The title of a definition as an axis, legend or header shows it; nil where it is none.
    func title(of definition: ChannelDefinition, guide: DocumentNode?) -> [String]? {
        if let title = guide?["title"] {
            if title.isNull { return nil }
            return textLines(evaluator.resolved(title))
        }
        if let title = definition.node["title"] {
            if title.isNull { return nil }
            return textLines(evaluator.resolved(title))
        }
        if definition.datum != nil || !definition.isField { return nil }
        return [FieldTitle.verbal(definition.node, config: config)]
    }
}

/// The operations of `aggregate`.
enum AggregateNames {
    static let all = [
        "count", "valid", "values", "missing", "distinct", "sum", "product", "mean", "average", "variance", "variancep",
        "stdev", "stdevp", "stderr", "median", "q1", "q3", "ci0", "ci1", "min", "max", "argmin", "argmax",
        "exponential",
        "exponentialb",
    ]
}
