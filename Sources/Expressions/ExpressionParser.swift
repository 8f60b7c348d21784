import Documents

/// Reads an expression into a tree, by precedence climbing (Pratt 1973).
struct ExpressionParser {
    /// Longer texts and deeper trees than these are refused, so that reading and evaluating stay within the stack.
    static let longest = 65_536
    static let deepest = 400

    private var lexer: ExpressionLexer
    private var token: ExpressionLexer.Token = .end
    private var position = 0
    private var depth = 0

    static func parse(_ text: String) throws(ExpressionProblem) -> ExpressionSyntax {
        guard text.utf8.count <= longest else {
            throw ExpressionProblem("the expression is longer than \(longest) bytes")
        }
        var parser = ExpressionParser(lexer: ExpressionLexer(text))
        try parser.advance()
        if parser.token == .end { throw ExpressionProblem("the expression is empty", at: 0) }
        let tree = try parser.conditional()
        if parser.token != .end { throw parser.unexpected() }
        return tree
    }

    private init(lexer: ExpressionLexer) { self.lexer = lexer }

    private mutating func advance() throws(ExpressionProblem) {
        token = try lexer.next()
        position = lexer.position
    }

    private func unexpected(_ wanted: String? = nil) -> ExpressionProblem {
        let found: String
        switch token {
        case .end: found = "the expression ends too early"
        case .symbol(let symbol): found = "unexpected `\(symbol)`"
        case .name(let name): found = "unexpected `\(name)`"
        case .number, .string, .pattern: found = "unexpected value"
        }
        return ExpressionProblem(found + (wanted.map { "; `\($0)` was expected" } ?? ""), at: position)
    }

    private mutating func expect(_ symbol: String) throws(ExpressionProblem) {
        guard token == .symbol(symbol) else { throw unexpected(symbol) }
        try advance()
    }

    private mutating func deeper() throws(ExpressionProblem) {
        depth += 1
        if depth > Self.deepest {
            throw ExpressionProblem("nested deeper than \(Self.deepest) levels", at: position)
        }
    }

    private mutating func conditional() throws(ExpressionProblem) -> ExpressionSyntax {
        try deeper()
        defer { depth -= 1 }
        var branches: [(test: ExpressionSyntax, value: ExpressionSyntax)] = []
        while true {
            let condition = try binary(least: 1)
            guard token == .symbol("?") else {
                return branches.isEmpty ? condition : .conditional(branches, otherwise: condition)
            }
            try advance()
            let value = try conditional()
            try expect(":")
            branches.append((condition, value))
        }
    }

    private static let operators: [String: (precedence: Int, operation: ExpressionSyntax.Binary?)] = [
        "||": (1, nil), "&&": (2, nil), "|": (3, .bitOr), "^": (4, .bitXor), "&": (5, .bitAnd), "==": (6, .equal),
        "!=": (6, .notEqual), "===": (6, .strictlyEqual), "!==": (6, .strictlyNotEqual), "<": (7, .less),
        "<=": (7, .lessOrEqual), ">": (7, .greater), ">=": (7, .greaterOrEqual), "<<": (8, .shiftLeft),
        ">>": (8, .shiftRight), ">>>": (8, .shiftRightUnsigned), "+": (9, .add), "-": (9, .subtract),
        "*": (10, .multiply),
        "/": (10, .divide), "%": (10, .remainder),
    ]

    /// Operators of at least a precedence. Those of one kind that follow one another are one list.
    private mutating func binary(least: Int) throws(ExpressionProblem) -> ExpressionSyntax {
        enum Kind { case chain, and, or }
        var first = try unary()
        var kind = Kind.chain
        var rest: [(operation: ExpressionSyntax.Binary, operand: ExpressionSyntax)] = []
        func gathered() -> ExpressionSyntax {
            if rest.isEmpty { return first }
            return switch kind {
            case .chain: .chain(first, rest)
            case .and: .and([first] + rest.map(\.operand))
            case .or: .or([first] + rest.map(\.operand))
            }
        }
        while case .symbol(let symbol) = token, let (precedence, operation) = Self.operators[symbol],
            precedence >= least
        {
            let next: Kind = operation != nil ? .chain : symbol == "&&" ? .and : .or
            if next != kind {
                first = gathered()
                rest = []
                kind = next
            }
            try deeper()
            defer { depth -= 1 }
            try advance()
            rest.append((operation ?? .add, try binary(least: precedence + 1)))
        }
        return gathered()
    }

    private mutating func unary() throws(ExpressionProblem) -> ExpressionSyntax {
        let operation: ExpressionSyntax.Unary? =
            switch token {
            case .symbol("-"): .minus
            case .symbol("+"): .plus
            case .symbol("!"): .not
            case .symbol("~"): .complement
            default: nil
            }
        guard let operation else { return try postfix() }
        try deeper()
        defer { depth -= 1 }
        try advance()
        return .unary(operation, try unary())
    }

    private mutating func postfix() throws(ExpressionProblem) -> ExpressionSyntax {
        var value = try primary()
        var levels = 0
        defer { depth -= levels }
        while true {
            switch token {
            case .symbol("."):
                try advance()
                guard case .name(let name) = token else { throw unexpected("a name") }
                try advance()
                value = .member(value, .literal(.string(name)))
            case .symbol("["):
                try advance()
                let index = try conditional()
                try expect("]")
                value = .member(value, index)
            case .symbol("("):
                guard case .name(let name, let start) = value else {
                    throw ExpressionProblem(
                        "only functions by name can be called", at: position,
                        advice: "`upper(datum.name)`, not `datum.name.upper()`")
                }
                try advance()
                value = .call(name, try list(until: ")"), position: start)
            default: return value
            }
            try deeper()
            levels += 1
        }
    }

    private mutating func list(until close: String) throws(ExpressionProblem) -> [ExpressionSyntax] {
        var items: [ExpressionSyntax] = []
        while token != .symbol(close) {
            items.append(try conditional())
            if token == .symbol(",") { try advance() } else if token != .symbol(close) { throw unexpected(close) }
        }
        try advance()
        return items
    }

    private mutating func primary() throws(ExpressionProblem) -> ExpressionSyntax {
        let start = position
        switch token {
        case .number(let value):
            try advance()
            return .literal(.number(value))
        case .string(let value):
            try advance()
            return .literal(.string(value))
        case .pattern(let body, let flags):
            try advance()
            do {
                return .literal(.pattern(try RegularExpression(body, flags: flags)))
            } catch {
                throw ExpressionProblem(error.message, at: start)
            }
        case .name(let name):
            try advance()
            switch name {
            case "true": return .literal(.boolean(true))
            case "false": return .literal(.boolean(false))
            case "null": return .literal(.null)
            case "undefined": return .literal(.undefined)
            default: return .name(name, position: start)
            }
        case .symbol("("):
            try advance()
            let inner = try conditional()
            try expect(")")
            return inner
        case .symbol("["):
            try advance()
            return .array(try list(until: "]"))
        case .symbol("{"):
            try advance()
            var members: [(String, ExpressionSyntax)] = []
            while token != .symbol("}") {
                let key: String
                switch token {
                case .name(let name): key = name
                case .string(let text): key = text
                case .number(let value): key = ExpressionValue.number(value).text
                default: throw unexpected("a name")
                }
                try advance()
                try expect(":")
                members.append((key, try conditional()))
                if token == .symbol(",") { try advance() } else if token != .symbol("}") { throw unexpected("}") }
            }
            try advance()
            return .object(members)
        default: throw unexpected()
        }
    }
}
