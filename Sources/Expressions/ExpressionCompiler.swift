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
        case .member(let a, let b), .binary(_, let a, let b), .and(let a, let b), .or(let a, let b):
            visit(a, body)
            visit(b, body)
        case .array(let items), .call(_, let items, _): for item in items { visit(item, body) }
        case .object(let members): for member in members { visit(member.1, body) }
        case .unary(_, let a): visit(a, body)
        case .conditional(let a, let b, let c):
            visit(a, body)
            visit(b, body)
            visit(c, body)
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
            if !function.arguments.contains(arguments.count) {
                let least = function.arguments.lowerBound
                let few = arguments.count < least
                problem = ExpressionProblem(
                    "`\(name)` takes at \(few ? "least \(least)" : "most \(function.arguments.upperBound)") arguments, here are \(arguments.count)",
                    at: position)
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
            return { frame in .array(try items.map { try $0(frame).data }) }
        case .object(let members):
            let members = try members.map { ($0.0, try compile($0.1)) }
            return { frame in .object(try members.map { DataValue.Field($0.0, try $0.1(frame).data) }) }
        case .unary(let operation, let operand):
            let operand = try compile(operand)
            switch operation {
            case .plus: return { .number(try operand($0).number) }
            case .minus: return { .number(-(try operand($0).number)) }
            case .not: return { .boolean(!(try operand($0).truth)) }
            case .complement: return { .number(Double(~(try operand($0).integer32))) }
            }
        case .binary(let operation, let a, let b): return compileBinary(operation, try compile(a), try compile(b))
        case .and(let a, let b):
            let (a, b) = (try compile(a), try compile(b))
            return { frame in
                let first = try a(frame)
                return first.truth ? try b(frame) : first
            }
        case .or(let a, let b):
            let (a, b) = (try compile(a), try compile(b))
            return { frame in
                let first = try a(frame)
                return first.truth ? first : try b(frame)
            }
        case .conditional(let test, let yes, let no): return try compileConditional(test, yes, no)
        case .call(let name, let arguments, let position):
            if name == "if", arguments.count == 3 {
                return try compileConditional(arguments[0], arguments[1], arguments[2])
            }
            guard let function = ExpressionFunctions.all[name] else {
                throw ExpressionProblem("unknown function `\(name)`", at: position)
            }
            let arguments = try arguments.map { try compile($0) }
            let body = function.body
            return { frame in
                try body(ExpressionArguments(values: try arguments.map { try $0(frame) }, name: name), frame)
            }
        }
    }

    private mutating func compileConditional(
        _ test: ExpressionSyntax, _ yes: ExpressionSyntax, _ no: ExpressionSyntax
    ) throws -> ExpressionEvaluator {
        let (test, yes, no) = (try compile(test), try compile(yes), try compile(no))
        return { frame in try test(frame).truth ? try yes(frame) : try no(frame) }
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

    private func compileBinary(
        _ operation: ExpressionSyntax.Binary, _ a: @escaping ExpressionEvaluator, _ b: @escaping ExpressionEvaluator
    ) -> ExpressionEvaluator {
        switch operation {
        case .add:
            return { frame in
                let sum = ExpressionValue.add(try a(frame), try b(frame))
                if case .string(let text) = sum { try frame.spend(text.utf8.count, for: "+") }
                return sum
            }
        case .subtract: return { .number(try a($0).number - b($0).number) }
        case .multiply: return { .number(try a($0).number * b($0).number) }
        case .divide: return { .number(try a($0).number / b($0).number) }
        case .remainder: return { .number(try a($0).number.truncatingRemainder(dividingBy: b($0).number)) }
        case .less: return { .boolean(ExpressionValue.order(try a($0), try b($0)).map { $0 < 0 } ?? false) }
        case .lessOrEqual: return { .boolean(ExpressionValue.order(try a($0), try b($0)).map { $0 <= 0 } ?? false) }
        case .greater: return { .boolean(ExpressionValue.order(try a($0), try b($0)).map { $0 > 0 } ?? false) }
        case .greaterOrEqual: return { .boolean(ExpressionValue.order(try a($0), try b($0)).map { $0 >= 0 } ?? false) }
        case .equal: return { .boolean(ExpressionValue.looselyEqual(try a($0), try b($0))) }
        case .notEqual: return { .boolean(!ExpressionValue.looselyEqual(try a($0), try b($0))) }
        case .strictlyEqual: return { .boolean(ExpressionValue.strictlyEqual(try a($0), try b($0))) }
        case .strictlyNotEqual: return { .boolean(!ExpressionValue.strictlyEqual(try a($0), try b($0))) }
        case .bitAnd: return { .number(Double(try a($0).integer32 & b($0).integer32)) }
        case .bitOr: return { .number(Double(try a($0).integer32 | b($0).integer32)) }
        case .bitXor: return { .number(Double(try a($0).integer32 ^ b($0).integer32)) }
        case .shiftLeft: return { .number(Double(try a($0).integer32 &<< (b($0).integer32 & 31))) }
        case .shiftRight: return { .number(Double(try a($0).integer32 &>> (b($0).integer32 & 31))) }
        case .shiftRightUnsigned:
            return { frame in
                let bits = UInt32(bitPattern: try a(frame).integer32)
                return .number(Double(bits &>> UInt32(truncatingIfNeeded: try b(frame).integer32 & 31)))
            }
        }
    }
}

/// The arguments of one call; an argument that is not there is undefined.
struct ExpressionArguments {
    let values: [ExpressionValue]
    let name: String

    var count: Int { values.count }
    subscript(index: Int) -> ExpressionValue { index < values.count ? values[index] : .undefined }

    func number(_ index: Int) -> Double { self[index].number }
    func text(_ index: Int) -> String { self[index].text }

    /// An argument as a whole number within ±10¹⁵; the default where it is missing or NaN.
    func integer(_ index: Int, default usual: Int = 0) -> Int {
        guard index < values.count else { return usual }
        if case .undefined = values[index] { return usual }
        let value = values[index].number
        if value.isNaN { return 0 }
        return Int(max(-1e15, min(1e15, value)).rounded(.towardZero))
    }

    /// An argument that must be a list.
    func array(_ index: Int) throws -> [DataValue] {
        if case .array(let values) = self[index] { return values }
        throw ExpressionProblem("`\(name)` needs a list")
    }
}

struct ExpressionFunction: Sendable {
    let arguments: ClosedRange<Int>
    let body: @Sendable (ExpressionArguments, ExpressionFrame) throws -> ExpressionValue

    init(
        _ arguments: ClosedRange<Int>,
        _ body: @escaping @Sendable (ExpressionArguments, ExpressionFrame) throws -> ExpressionValue
    ) {
        self.arguments = arguments
        self.body = body
    }
}

/// Every function by name.
enum ExpressionFunctions {
    static let all: [String: ExpressionFunction] = {
        let groups = [
            TypeFunctions.all, MathFunctions.all, StatisticalFunctions.all, TextFunctions.all, ListFunctions.all,
            DateFunctions.all, FormatFunctions.all, ColorFunctions.all, ScaleFunctions.all,
        ]
        return groups.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }()
}
