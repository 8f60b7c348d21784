import Documents
import Expressions
import Formats
import Tables

/// What a filter asks of a row: an expression, a comparison of a field, a selection, or several of these with `and`,
/// `or`, `not` (https://vega.github.io/vega-lite/docs/predicate.html).
package indirect enum Predicate: Sendable {
    case expression(Expression)
    case field(FieldPredicate)
    /// Whether the row is in a selection; `empty` is the answer where nothing is selected.
    case parameter(String, empty: Bool)
    case and([Predicate])
    case or([Predicate])
    case not(Predicate)
    /// What could not be read; its error has been told.
    case invalid

    static let deepest = 64

    /// - Parameter diagnostics: gets all that is wrong.
    package init(_ node: DocumentNode, path: String, diagnostics: inout Diagnostics) {
        self.init(node, path: path, depth: 0, diagnostics: &diagnostics)
    }

    private init(_ node: DocumentNode, path: String, depth: Int, diagnostics: inout Diagnostics) {
        self = .invalid
        guard depth < Self.deepest else {
            diagnostics.add(Diagnostic("conditions are nested too deeply", at: node.location, path: path))
            return
        }
        if let text = node.string {
            do {
                self = .expression(try Expression(text))
            } catch {
                diagnostics.add(Diagnostic(error.message, at: node.location, path: path, advice: error.advice))
            }
            return
        }
        if let flag = node.boolean {
            self = flag ? .and([]) : .or([])
            return
        }
        guard let object = node.object else {
            diagnostics.add(
                Diagnostic("a condition is a text or an object, not \(node.kind)", at: node.location, path: path))
            return
        }
        for key in ["and", "or"] {
            guard let list = object[key] else { continue }
            guard let items = list.array else {
                diagnostics.add(
                    Diagnostic("`\(key)` is a list of conditions", at: list.location, path: "\(path).\(key)"))
                return
            }
            var parts: [Predicate] = []
            for (index, item) in items.enumerated() {
                parts.append(
                    Predicate(item, path: "\(path).\(key)[\(index)]", depth: depth + 1, diagnostics: &diagnostics))
            }
            self = key == "and" ? .and(parts) : .or(parts)
            return
        }
        if let inner = object["not"] {
            self = .not(Predicate(inner, path: path + ".not", depth: depth + 1, diagnostics: &diagnostics))
            return
        }
        if let parameter = object["param"]?.string ?? object["selection"]?.string {
            self = .parameter(parameter, empty: object["empty"]?.boolean ?? true)
            return
        }
        if object["field"] != nil {
            var reader = TransformReader(
                node, path: path,
                known: ["field", "timeUnit", "equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid"],
                of: "a condition")
            let found = FieldPredicate(&reader)
            diagnostics.add(reader.diagnostics)
            if let found { self = .field(found) }
            return
        }
        if let expression = object["expr"] ?? object["test"] {
            self = Predicate(expression, path: path, depth: depth + 1, diagnostics: &diagnostics)
            return
        }
        diagnostics.add(
            Diagnostic(
                "this is no condition", at: node.location, path: path,
                advice:
                    "write an expression, or an object with `field` and `equal`, `lt`, `gt`, `range`, `oneOf` or `valid`"
            ))
    }

    /// The rows of a table that it holds for.
    package func rows(of table: Table, in context: TransformContext) throws(Diagnostic) -> [Int] {
        let flags = try flags(over: table, in: context)
        return flags.indices.filter { flags[$0] }
    }

    /// Whether it holds, for each row.
    package func flags(over table: Table, in context: TransformContext) throws(Diagnostic) -> [Bool] {
        switch self {
        case .expression(let expression):
            var flags = [Bool](repeating: false, count: table.rowCount)
            for row in try expression.rows(of: table, in: context.environment) { flags[row] = true }
            return flags
        case .field(let predicate):
            let test = try predicate.test(in: context.environment)
            let column = try table.column(for: predicate.field)
            if predicate.comparesMoments, case .strings = column.storage {
                return column.moments.map { test(.number($0)) }
            }
            return (0..<table.rowCount).map { test(column[$0]) }
        case .parameter(let name, let empty):
            guard let selection = context.selections[name], !selection.isEmpty else {
                if case .boolean(let flag)? = context.environment.values[name] {
                    return Array(repeating: flag, count: table.rowCount)
                }
                return Array(repeating: empty, count: table.rowCount)
            }
            return selection.test(table)
        case .and(let parts):
            var flags = [Bool](repeating: true, count: table.rowCount)
            for part in parts {
                let own = try part.flags(over: table, in: context)
                for row in flags.indices where !own[row] { flags[row] = false }
            }
            return flags
        case .or(let parts):
            var flags = [Bool](repeating: false, count: table.rowCount)
            for part in parts {
                let own = try part.flags(over: table, in: context)
                for row in flags.indices where own[row] { flags[row] = true }
            }
            return flags
        case .not(let inner): return try inner.flags(over: table, in: context).map { !$0 }
        case .invalid: return Array(repeating: true, count: table.rowCount)
        }
    }

    /// Whether it holds for one `datum`.
    package func isTrue(datum: DataValue, in context: TransformContext) throws(Diagnostic) -> Bool {
        switch self {
        case .expression(let expression): return try expression.isTrue(datum: datum, in: context.environment)
        case .field(let predicate):
            return try predicate.test(in: context.environment)(
                datum[predicate.field] ?? FieldPath(predicate.field).value(in: datum))
        case .parameter(let name, let empty):
            guard let selection = context.selections[name], !selection.isEmpty else {
                if case .boolean(let flag)? = context.environment.values[name] { return flag }
                return empty
            }
            return selection.test(Table(rows: [datum.object ?? []])).first ?? false
        case .and(let parts):
            for part in parts where !(try part.isTrue(datum: datum, in: context)) { return false }
            return true
        case .or(let parts):
            for part in parts where try part.isTrue(datum: datum, in: context) { return true }
            return false
        case .not(let inner): return !(try inner.isTrue(datum: datum, in: context))
        case .invalid: return true
        }
    }
}

/// A comparison of a field with values.
package struct FieldPredicate: Sendable {
    package enum Test: Sendable {
        case equal(Value)
        case less(Value)
        case lessOrEqual(Value)
        case greater(Value)
        case greaterOrEqual(Value)
        /// Either end may be open.
        case range(Value?, Value?)
        /// Ends that an expression gives.
        case rangeOf(Expression)
        case oneOf([Value])
        case valid(Bool)
    }

    package enum Value: Sendable {
        case constant(DataValue)
        case moment(Double)
        case expression(Expression)
    }

    package var field: String
    package var timeUnit: TimeUnit?
    package var test: Test

    /// Whether texts in the field are to be read as dates.
    var comparesMoments: Bool {
        if timeUnit != nil { return true }
        func isMoment(_ value: Value?) -> Bool { if case .moment? = value { true } else { false } }
        return switch test {
        case .equal(let a), .less(let a), .lessOrEqual(let a), .greater(let a), .greaterOrEqual(let a): isMoment(a)
        case .range(let a, let b): isMoment(a) || isMoment(b)
        case .oneOf(let values): values.contains { isMoment($0) }
        case .valid, .rangeOf: false
        }
    }

    init?(_ reader: inout TransformReader) {
        field = reader.requiredString("field")
        var problems = Diagnostics()
        timeUnit = reader["timeUnit"].flatMap { TimeUnit($0, path: reader.path + ".timeUnit", diagnostics: &problems) }
        reader.add(problems)
        let unit = timeUnit
        func value(_ node: DocumentNode, _ place: String, _ reader: inout TransformReader) -> Value {
            do {
                if DateTime.isDateTime(node) { return .moment(try DateTime.milliseconds(node, path: place)) }
                if let text = node["expr"]?.string ?? node["signal"]?.string {
                    return .expression(try Expression(text))
                }
                // A number or a name beside a single unit of time is that unit's: month 1, day "mon", year 2006.
                if let unit, unit.parts.count == 1, let part = unit.parts.first,
                    node.number != nil || node.string != nil
                {
                    let name = part == .dayofyear ? "date" : part.rawValue
                    let inner = DocumentObject([.init(key: name, keyLocation: node.location, value: node)])
                    return .moment(
                        try DateTime.milliseconds(DocumentNode(.object(inner), at: node.location), path: place))
                }
                if unit != nil, let text = node.string, let moment = DateReading.milliseconds(text) {
                    return .moment(moment)
                }
            } catch {
                var problems = Diagnostics()
                var problem = error
                if problem.path.isEmpty { problem.path = place }
                if problem.location == nil { problem.location = node.location }
                problems.add(problem)
                reader.add(problems)
            }
            return .constant(DataValue(node))
        }
        let path = reader.path
        if let node = reader["equal"] {
            test = .equal(value(node, path + ".equal", &reader))
        } else if let node = reader["lt"] {
            test = .less(value(node, path + ".lt", &reader))
        } else if let node = reader["lte"] {
            test = .lessOrEqual(value(node, path + ".lte", &reader))
        } else if let node = reader["gt"] {
            test = .greater(value(node, path + ".gt", &reader))
        } else if let node = reader["gte"] {
            test = .greaterOrEqual(value(node, path + ".gte", &reader))
        } else if let node = reader["range"] {
            if let text = node["expr"]?.string ?? node["signal"]?.string {
                do { test = .rangeOf(try Expression(text)) } catch {
                    reader.problem(error.message, at: "range", advice: error.advice)
                    return nil
                }
            } else if let ends = node.array, ends.count == 2 {
                test = .range(
                    ends[0].isNull ? nil : value(ends[0], path + ".range[0]", &reader),
                    ends[1].isNull ? nil : value(ends[1], path + ".range[1]", &reader))
            } else {
                reader.problem("`range` is a list of two", at: "range")
                return nil
            }
        } else if let node = reader["oneOf"] {
            guard let list = node.array else {
                reader.problem("`oneOf` is a list", at: "oneOf")
                return nil
            }
            var values: [Value] = []
            for (index, item) in list.enumerated() { values.append(value(item, "\(path).oneOf[\(index)]", &reader)) }
            test = .oneOf(values)
        } else if let flag = reader.boolean("valid") {
            test = .valid(flag)
        } else {
            reader.problem(
                "a condition on `\(field)` needs `equal`, `lt`, `lte`, `gt`, `gte`, `range`, `oneOf` or `valid`")
            return nil
        }
    }

    /// The test of one value of the field.
    func test(in environment: ExpressionEnvironment) throws(Diagnostic) -> (DataValue) -> Bool {
        let unit = timeUnit
        let readsDates = comparesMoments
        func resolved(_ value: Value) throws(Diagnostic) -> DataValue {
            switch value {
            case .constant(let value): return value
            case .moment(let moment): return .number(unit?.floor(moment) ?? moment)
            case .expression(let expression): return try expression.value(in: environment)
            }
        }
        func prepared(_ value: DataValue) -> DataValue {
            var value = value
            if readsDates, case .string = value { value = value.read(as: .date(format: nil)) }
            if let unit, case .number(let moment) = value { return .number(unit.floor(moment)) }
            return value
        }
        func order(_ a: DataValue, _ b: DataValue) -> Int? {
            Comparison.order(a, b)
        }
        func same(_ a: DataValue, _ b: DataValue) -> Bool {
            // A number written as text is that number, as a file without types would have it.
            switch (a, b) {
            case (.string, .number), (.number, .string):
                Comparison.looselyEqual(a, b)
            default: a == b
            }
        }
        func within(_ low: DataValue?, _ high: DataValue?) -> (DataValue) -> Bool {
            { value in
                let value = prepared(value)
                if case .number(let number) = value, number.isNaN { return false }
                if let low, !(order(value, low).map { $0 >= 0 } ?? false) { return false }
                if let high, !(order(value, high).map { $0 <= 0 } ?? false) { return false }
                return true
            }
        }
        switch test {
        case .equal(let wanted):
            let wanted = try resolved(wanted)
            return { same(prepared($0), wanted) }
        case .less(let bound):
            let bound = try resolved(bound)
            return { order(prepared($0), bound).map { $0 < 0 } ?? false }
        case .lessOrEqual(let bound):
            let bound = try resolved(bound)
            return { order(prepared($0), bound).map { $0 <= 0 } ?? false }
        case .greater(let bound):
            let bound = try resolved(bound)
            return { order(prepared($0), bound).map { $0 > 0 } ?? false }
        case .greaterOrEqual(let bound):
            let bound = try resolved(bound)
            return { order(prepared($0), bound).map { $0 >= 0 } ?? false }
        case .range(let low, let high):
            let low: DataValue? = if let low { try resolved(low) } else { nil }
            let high: DataValue? = if let high { try resolved(high) } else { nil }
            return within(low, high)
        case .rangeOf(let expression):
            let ends = try expression.value(in: environment).array ?? []
            return within(
                ends.first.flatMap { $0.isNull ? nil : $0 }, ends.count > 1 && !ends[1].isNull ? ends[1] : nil)
        case .oneOf(let values):
            var wanted = Set<DataValue>()
            var loose: [DataValue] = []
            for value in values {
                let value = try resolved(value)
                wanted.insert(value)
                loose.append(value)
            }
            return { value in
                let value = prepared(value)
                if wanted.contains(value) { return true }
                return loose.contains { same(value, $0) }
            }
        case .valid(let wanted): return { $0.isValid == wanted }
        }
    }
}
