import Documents
import Expressions
import Formats
import Tables

extension FieldPredicate {
    /// Reads `{field, equal: …}` and the like; nil where it is wrong, which is told.
    init?(_ reader: inout DocumentReader) {
        let field = reader.required("field")
        let unit = TimeUnitParameters.read("timeUnit", of: &reader)?.unit
        let comparisons: [(key: String, make: (Value) -> Test)] = [
            ("equal", Test.equal), ("lt", Test.less), ("lte", Test.lessOrEqual), ("gt", Test.greater),
            ("gte", Test.greaterOrEqual),
        ]
        for (key, make) in comparisons {
            guard let node = reader.value(key) else { continue }
            self.init(
                field, make(Self.value(node, reader.path(of: key), unit: unit, of: &reader)), timeUnit: unit)
            return
        }
        let test =
            Self.range(unit: unit, of: &reader) ?? Self.oneOf(unit: unit, of: &reader)
            ?? reader.boolean("valid").map { .valid($0) }
        if let test {
            self.init(field, test, timeUnit: unit)
            return
        }
        // `equal: null` asks for rows without a value.
        if reader.has("equal") {
            self.init(field, .valid(false), timeUnit: unit)
            return
        }
        if !["range", "oneOf", "valid"].contains(where: reader.has) {
            reader.report(
                nil,
                "a condition on `\(field)` needs `equal`, `lt`, `lte`, `gt`, `gte`, `range`, `oneOf` or `valid`")
        }
        return nil
    }

    private static func range(unit: TimeUnit?, of reader: inout DocumentReader) -> Test? {
        guard let node = reader.value("range") else { return nil }
        if let text = node["expr"]?.string ?? node["signal"]?.string {
            do { return .rangeOf(try Expression(text)) } catch {
                reader.report("range", error.message, advice: error.advice)
                return nil
            }
        }
        guard let ends = node.array, ends.count == 2 else {
            reader.report("range", "`range` is a list of two")
            return nil
        }
        let path = reader.path(of: "range")
        return .range(
            ends[0].isNull ? nil : value(ends[0], path + "[0]", unit: unit, of: &reader),
            ends[1].isNull ? nil : value(ends[1], path + "[1]", unit: unit, of: &reader))
    }

    private static func oneOf(unit: TimeUnit?, of reader: inout DocumentReader) -> Test? {
        guard let node = reader.value("oneOf") else { return nil }
        guard let list = node.array else {
            reader.report("oneOf", "`oneOf` is a list")
            return nil
        }
        let path = reader.path(of: "oneOf")
        return .oneOf(list.enumerated().map { value($1, "\(path)[\($0)]", unit: unit, of: &reader) })
    }

    /// What a field is compared with: a constant, a moment, an expression.
    private static func value(
        _ node: DocumentNode, _ path: String, unit: TimeUnit?, of reader: inout DocumentReader
    ) -> Value {
        do {
            if DateTime.isDateTime(node) { return .moment(try DateTime.milliseconds(node, path: path)) }
            if let text = node["expr"]?.string ?? node["signal"]?.string { return .expression(try Expression(text)) }
            if let unit, let moment = try moment(node, path, in: unit) { return .moment(moment) }
        } catch {
            reader.report(node, error.message, path: error.path.isEmpty ? path : error.path, advice: error.advice)
        }
        return .constant(DataValue(node))
    }

    /// A number or a name beside a single unit of time is that unit's: month 1, day "mon", year 2006.
    private static func moment(
        _ node: DocumentNode, _ path: String, in unit: TimeUnit
    ) throws(Diagnostic) -> Double? {
        if unit.parts.count == 1, let part = unit.parts.first, node.number != nil || node.string != nil {
            let name = part == .dayofyear ? "date" : part.rawValue
            let inner = DocumentObject([.init(key: name, keyLocation: node.location, value: node)])
            return try DateTime.milliseconds(DocumentNode(.object(inner), at: node.location), path: path)
        }
        return node.string.flatMap { DateReading.milliseconds($0) }
    }
}
