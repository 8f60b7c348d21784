import Transforms
import Documents
import Expressions
import Formats
import Synchronization
import Tables

/// Expressions and predicates of a document, with its parameters at their initial values.
struct Evaluator: Sendable {
    var environment = ExpressionEnvironment()
    /// Selections: names that stand for what a reader would pick, with what is picked at first.
    var selections: [String: Selection] = [:]
    /// The names of the document's parameters.
    private var parameters: Set<String> = []
    var problems = ProblemList()

    /// - Parameters:
    ///   - parameters: in the order of the document; each may name those before it.
    ///   - size: what expressions call `width` and `height`.
    init(parameters: [ParameterSpecification], width: Double, height: Double) {
        setSize(width: width, height: height)
        for parameter in parameters {
            self.parameters.insert(parameter.name)
            if let selection = parameter.selection {
                selections[parameter.name] = selection
                environment.values[parameter.name] = selection.value
            } else if let value = parameter.value {
                environment.values[parameter.name] = value
            } else if let text = parameter.expression {
                environment.values[parameter.name] = evaluate(text, datum: .null, at: parameter.location)
            } else {
                environment.values[parameter.name] = .null
            }
        }
    }

    /// Expressions call the view's size `width` and `height`, unless the document has parameters of those names.
    mutating func setSize(width: Double, height: Double) {
        for (name, value) in [("width", width), ("height", height)] where !parameters.contains(name) {
            environment.values[name] = .number(value)
        }
    }

    /// What a setting stands for: its constant, or the value of its expression.
    func value(of setting: Setting) -> DataValue {
        switch setting.content {
        case .constant(let value): resolved(value, at: setting.location)
        case .expression(let text): evaluate(text, datum: .null, at: setting.location)
        case .conditional(_, let otherwise): otherwise.map { value(of: $0) } ?? .null
        }
    }

    /// The value, with expressions in it replaced by what they give.
    func resolved(_ value: DataValue, at location: SourceLocation? = nil) -> DataValue {
        switch value {
        case .object(let members)
        where members.count == 1 && (members[0].name == "expr" || members[0].name == "signal"):
            members[0].value.string.map { evaluate($0, datum: .null, at: location) } ?? value
        case .array(let items) where items.contains(where: { $0.object != nil }):
            .array(items.map { resolved($0, at: location) })
        default: value
        }
    }

    /// A constant as the table has it: dates become moments.
    func constant(_ value: DataValue, type: MeasurementType) -> DataValue {
        let value = resolved(value)
        if let moment = Moments.moment(value) { return .number(moment) }
        if type == .temporal, let text = value.string { return .number(DateReading.milliseconds(text) ?? .nan) }
        return value
    }

    func evaluate(_ text: String, datum: DataValue, at location: SourceLocation? = nil) -> DataValue {
        do {
            return try Expression(text).value(datum: datum, in: environment)
        } catch {
            problems.add(error, at: location)
            return .null
        }
    }

    /// For each row whether a condition holds.
    func test(_ predicate: Predicate, over table: Table) -> [Bool] {
        let count = table.rowCount
        switch predicate {
        case .and(let parts):
            return parts.reduce([Bool](repeating: true, count: count)) { holds, part in
                zip(holds, test(part, over: table)).map { $0 && $1 }
            }
        case .or(let parts):
            return parts.reduce([Bool](repeating: false, count: count)) { holds, part in
                zip(holds, test(part, over: table)).map { $0 || $1 }
            }
        case .not(let part): return test(part, over: table).map { !$0 }
        case .parameter(let name, let empty): return selected(name, empty: empty, over: table)
        default:
            do {
                return try predicate.flags(over: table, in: TransformContext(environment: environment))
            } catch {
                problems.add(error, at: nil)
                return [Bool](repeating: false, count: count)
            }
        }
    }

    /// What a setting is for one tick or row, whose values a table of one row has.
    func value(of setting: Setting, row: Table) -> DataValue {
        switch setting.content {
        case .constant: value(of: setting)
        case .expression(let text): evaluate(text, datum: row.row(0), at: setting.location)
        case .conditional(let choices, let otherwise):
            choices.first { test($0.test, over: row).first ?? false }.map { value(of: $0.value, row: row) }
                ?? otherwise.map { value(of: $0, row: row) } ?? .null
        }
    }

    /// Rows that a selection's initial value holds; all of them where it is empty, unless it says otherwise.
    private func selected(_ name: String, empty: Bool, over table: Table) -> [Bool] {
        let count = table.rowCount
        guard let selection = selections[name] else {
            if let value = environment.values[name] {
                return [Bool](repeating: value != .null && value != .boolean(false), count: count)
            }
            problems.add(
                Diagnostic(
                    "there is no parameter `\(name)`",
                    advice: suggestion(for: name, among: (Array(selections.keys) + environment.values.keys).sorted())
                        .map { "did you mean `\($0)`?" }), at: nil)
            return [Bool](repeating: true, count: count)
        }
        if selection.isEmpty { return [Bool](repeating: empty, count: count) }
        return selection.test(table)
    }
}

/// Problems found while evaluating, gathered from wherever values are read.
final class ProblemList: Sendable {
    private let found = Mutex<(list: [Diagnostic], messages: Set<String>)>(([], []))

    var all: [Diagnostic] { found.withLock { $0.list } }

    func add(_ problem: Diagnostic, at location: SourceLocation?) {
        var problem = problem
        if problem.location == nil { problem.location = location }
        found.withLock { [problem] found in
            if found.messages.insert(problem.message).inserted { found.list.append(problem) }
        }
    }
}
