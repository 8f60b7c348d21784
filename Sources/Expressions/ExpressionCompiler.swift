import Documents
import Tables

typealias ExpressionEvaluator = (ExpressionFrame) throws -> ExpressionValue

/// Turns a tree into closures; columns are looked up once, not for each row.
struct ExpressionCompiler {
    let table: Table?
    let environment: ExpressionEnvironment

    static let constants: [String: Double] = [
        "NaN": .nan, "Infinity": .infinity, "E": 2.718281828459045, "LN10": 2.302585092994046,
        "LN2": 0.6931471805599453,
        "LOG10E": 0.4342944819032518, "LOG2E": 1.4426950408889634, "MAX_VALUE": Double.greatestFiniteMagnitude,
        "MIN_VALUE": Double.leastNonzeroMagnitude, "PI": Double.pi, "SQRT1_2": 0.7071067811865476,
        "SQRT2": 1.4142135623730951,
    ]

    /// Calls `body` with every node of the tree.
    static func visit(_ syntax: ExpressionSyntax, _ body: (ExpressionSyntax) -> Void) {
        body(syntax)
        switch syntax {
        case .literal, .name: break
        case .member(let a, let b):
            visit(a, body)
            visit(b, body)
        case .chain(let first, let rest):
            visit(first, body)
            for (_, operand) in rest { visit(operand, body) }
        case .array(let items), .call(_, let items, _), .and(let items), .or(let items):
            for item in items { visit(item, body) }
        case .object(let members): for member in members { visit(member.1, body) }
        case .unary(_, let a): visit(a, body)
        case .conditional(let branches, let otherwise):
            for branch in branches {
                visit(branch.test, body)
                visit(branch.value, body)
            }
            visit(otherwise, body)
        }
    }

    /// Functions are known and get as many arguments as they take.
    static func check(_ syntax: ExpressionSyntax) throws(ExpressionProblem) {
        var problem: ExpressionProblem?
        visit(syntax) { node in
            guard problem == nil, case .call(let name, let arguments, let position) = node else { return }
            if name == "if" {
                if arguments.count != 3 {
                    problem = ExpressionProblem("`if` takes 3 arguments, here are \(arguments.count)", at: position)
                }
                return
            }
            guard let function = ExpressionFunctions.all[name] else {
                let near = suggestion(for: name, among: ExpressionFunctions.all.keys.sorted() + ["if"])
                problem = ExpressionProblem(
                    "unknown function `\(name)`", at: position, advice: near.map { "did you mean `\($0)`?" })
                return
            }
            // More arguments than a function takes are passed over, as in JavaScript.
            let least = function.arguments.lowerBound
            if arguments.count < least {
                problem = ExpressionProblem(
                    "`\(name)` takes at least \(least) arguments, here are \(arguments.count)", at: position)
            }
        }
        if let problem { throw problem }
    }

    mutating func compile(_ syntax: ExpressionSyntax) throws -> ExpressionEvaluator {
        switch syntax {
        case .literal(let value): return { _ in value }
        case .name(let name, let position): return try compileName(name, position)
        case .member(let owner, let key): return try compileMember(owner, key)
        case .array(let items):
            let items = try items.map { try compile($0) }
            return { frame in
                let values = try items.map { try $0(frame).data }
                try frame.spend(values.reduce(0) { $0 + $1.weight(atMost: ExpressionFrame.mostAtOnce) }, for: "[]")
                return .array(values)
            }
        case .object(let members):
            let members = try members.map { ($0.0, try compile($0.1)) }
            return { frame in
                let fields = try members.map { DataValue.Field($0.0, try $0.1(frame).data) }
                try frame.spend(
                    fields.reduce(0) { $0 + $1.value.weight(atMost: ExpressionFrame.mostAtOnce) }, for: "{}")
                return .object(fields)
            }
        case .unary(let operation, let operand): return compileUnary(operation, try compile(operand))
        case .chain(let first, let rest): return try compileChain(first, rest)
        case .and(let parts): return try compileShortcut(parts) { !$0.truth }
        case .or(let parts): return try compileShortcut(parts) { $0.truth }
        case .conditional(let branches, let otherwise): return try compileConditional(branches, otherwise)
        case .call(let name, let arguments, let position): return try compileCall(name, arguments, position)
        }
    }

    private func compileUnary(
        _ operation: ExpressionSyntax.Unary, _ operand: @escaping ExpressionEvaluator
    ) -> ExpressionEvaluator {
        switch operation {
        case .plus: { .number(try operand($0).number) }
        case .minus: { .number(-(try operand($0).number)) }
        case .not: { .boolean(!(try operand($0).truth)) }
        case .complement: { .number(Double(~(try operand($0).integer32))) }
        }
    }

    /// Operators from left to right. Most chains have one.
    private mutating func compileChain(
        _ first: ExpressionSyntax, _ rest: [(ExpressionSyntax.Binary, ExpressionSyntax)]
    ) throws -> ExpressionEvaluator {
        let first = try compile(first)
        let rest = try rest.map { (BinaryOperation.of($0.0), try compile($0.1)) }
        if rest.count == 1, let (operation, operand) = rest.first {
            return { frame in try operation(try first(frame), try operand(frame), frame) }
        }
        return { frame in
            var value = try first(frame)
            for (operation, operand) in rest { value = try operation(value, try operand(frame), frame) }
            return value
        }
    }

    /// `&&` and `||`: the first value that settles the question, or the last one.
    private mutating func compileShortcut(
        _ parts: [ExpressionSyntax], settles: @escaping (ExpressionValue) -> Bool
    ) throws -> ExpressionEvaluator {
        let parts = try parts.map { try compile($0) }
        return { frame in
            var value = ExpressionValue.undefined
            for part in parts {
                value = try part(frame)
                if settles(value) { break }
            }
            return value
        }
    }

    private mutating func compileConditional(
        _ branches: [(test: ExpressionSyntax, value: ExpressionSyntax)], _ otherwise: ExpressionSyntax
    ) throws -> ExpressionEvaluator {
        let branches = try branches.map { (test: try compile($0.test), value: try compile($0.value)) }
        let otherwise = try compile(otherwise)
        return { frame in
            for branch in branches where try branch.test(frame).truth { return try branch.value(frame) }
            return try otherwise(frame)
        }
    }

    private mutating func compileCall(
        _ name: String, _ arguments: [ExpressionSyntax], _ position: Int
    ) throws -> ExpressionEvaluator {
        if name == "if", arguments.count == 3 {
            return try compileConditional([(arguments[0], arguments[1])], arguments[2])
        }
        guard let function = ExpressionFunctions.all[name] else {
            throw ExpressionProblem("unknown function `\(name)`", at: position)
        }
        let arguments = try arguments.prefix(function.arguments.upperBound).map { try compile($0) }
        let body = function.body
        return { frame in
            try body(ExpressionArguments(values: try arguments.map { try $0(frame) }, name: name), frame)
        }
    }

    private func compileName(_ name: String, _ position: Int) throws -> ExpressionEvaluator {
        if name == "datum" {
            if let table { return { frame in ExpressionValue(table.row(frame.row)) } }
            return { frame in frame.datum }
        }
        if let value = environment.values[name] {
            let value = ExpressionValue(value)
            return { _ in value }
        }
        if let constant = Self.constants[name] { return { _ in .number(constant) } }
        switch name {
        case "event", "item", "parent", "group": return { _ in .undefined }
        default:
            let near = suggestion(for: name, among: environment.values.keys.sorted() + ["datum"])
            throw ExpressionProblem(
                "`\(name)` is neither a parameter nor a constant", at: position,
                advice: near.map { "did you mean `\($0)`?" } ?? "a field is written `datum.\(name)`")
        }
    }

    private mutating func compileMember(
        _ owner: ExpressionSyntax, _ key: ExpressionSyntax
    ) throws -> ExpressionEvaluator {
        if case .literal(let literal) = key {
            let name = literal.text
            if case .name("datum", _) = owner, let table {
                guard let column = table.column(name) else { return { _ in .undefined } }
                switch column.storage {
                case .numbers(let values) where column.isTime:
                    return { frame in
                        let value = values[frame.row]
                        return value.isMissing ? .null : .moment(value)
                    }
                case .numbers(let values):
                    return { frame in
                        let value = values[frame.row]
                        return value.isMissing ? .null : .number(value)
                    }
                case .strings(let values): return { frame in .string(values[frame.row]) }
                case .values(let values): return { frame in ExpressionValue(values[frame.row]) }
                }
            }
            let owner = try compile(owner)
            return { frame in try owner(frame).member(name) }
        }
        let (owner, key) = (try compile(owner), try compile(key))
        return { frame in try owner(frame).member(try key(frame).text) }
    }
}
