/// Arithmetic over facts: `` `kazakh-students-2015` / `kazakh-students-2005` ``.
///
/// Ids stand in backticks, for they hold hyphens. Numbers, `+ - * /`, parentheses, `count(…)` (how many facts are
/// named) and `years(a, b)` (years from the date of one fact to that of another) are all there is.
///
/// It is kept as a list of steps for a stack, not as a tree, so that no formula, however long, deepens the call stack.
struct Formula: Sendable, Hashable {
    enum Step: Sendable, Hashable {
        case number(Double)
        case fact(String)
        case count(Int)
        case years(from: String, to: String)
        case add, subtract, multiply, divide, negate
    }

    struct ParsingError: Error, Sendable, Hashable {
        var message: String
        /// Character of the formula, counted from 1.
        var position: Int
    }

    private(set) var steps: [Step] = []
    /// Ids of the facts that it names, in the order of first use.
    private(set) var references: [String] = []
    private var known: Set<String> = []

    private enum Pending: Hashable {
        case add, subtract, multiply, divide, negate
        case parenthesis(position: Int)

        var precedence: Int {
            switch self {
            case .parenthesis: 0
            case .add, .subtract: 1
            case .multiply, .divide: 2
            case .negate: 3
            }
        }

        var step: Step? {
            switch self {
            case .add: .add
            case .subtract: .subtract
            case .multiply: .multiply
            case .divide: .divide
            case .negate: .negate
            case .parenthesis: nil
            }
        }
    }

    /// Reads a formula by operator precedence (Dijkstra's shunting yard).
    init(parsing text: String) throws(ParsingError) {
        var cursor = Cursor(text)
        var pending: [Pending] = []
        var expectsValue = true

        func unwind(to precedence: Int, into steps: inout [Step]) {
            while let last = pending.last, last.precedence >= max(1, precedence), let step = last.step {
                steps.append(step)
                pending.removeLast()
            }
        }

        while let scalar = cursor.next() {
            let position = cursor.position
            if expectsValue {
                switch scalar {
                case "(": pending.append(.parenthesis(position: position))
                case "-", "−": pending.append(.negate)
                case "`":
                    steps.append(.fact(try reference(&cursor, from: position)))
                    expectsValue = false
                case "0"..."9", ".":
                    steps.append(.number(try Formula.number(&cursor, first: scalar)))
                    expectsValue = false
                case "a"..."z", "A"..."Z":
                    steps.append(try function(&cursor, first: scalar))
                    expectsValue = false
                default:
                    throw ParsingError(
                        message: "`\(scalar)` stands where a number or an id was expected", position: position)
                }
                continue
            }
            let sign: Pending
            switch scalar {
            case "+": sign = .add
            case "-", "−": sign = .subtract
            case "*", "×": sign = .multiply
            case "/", "÷": sign = .divide
            case ")":
                unwind(to: 1, into: &steps)
                guard case .parenthesis? = pending.popLast() else {
                    throw ParsingError(message: "`)` closes nothing", position: position)
                }
                continue
            default:
                throw ParsingError(message: "`\(scalar)` stands where + - * or / was expected", position: position)
            }
            unwind(to: sign.precedence, into: &steps)
            pending.append(sign)
            expectsValue = true
        }
        guard !expectsValue else {
            throw ParsingError(
                message: "the formula ends where a number or an id was expected", position: cursor.position + 1)
        }
        unwind(to: 1, into: &steps)
        if case .parenthesis(let position)? = pending.last {
            throw ParsingError(message: "`(` is never closed", position: position)
        }
    }

    // MARK: Values

    private mutating func reference(_ cursor: inout Cursor, from position: Int) throws(ParsingError) -> String {
        var id = ""
        while let scalar = cursor.nextRaw() {
            if scalar == "`" {
                if id.isEmpty { throw ParsingError(message: "an id is missing between backticks", position: position) }
                if known.insert(id).inserted { references.append(id) }
                return id
            }
            id.unicodeScalars.append(scalar)
        }
        throw ParsingError(message: "a backtick is never closed", position: position)
    }

    private static func number(_ cursor: inout Cursor, first: Unicode.Scalar) throws(ParsingError) -> Double {
        let position = cursor.position
        var text = String(first)
        while let scalar = cursor.peekRaw(), ("0"..."9").contains(scalar) || scalar == "." {
            text.unicodeScalars.append(scalar)
            _ = cursor.nextRaw()
        }
        guard let value = Double(text), value.isFinite else {
            throw ParsingError(message: "`\(shortened(text))` is no number", position: position)
        }
        return value
    }

    private mutating func function(_ cursor: inout Cursor, first: Unicode.Scalar) throws(ParsingError) -> Step {
        let position = cursor.position
        var name = String(first)
        while let scalar = cursor.peekRaw(),
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                || scalar == "-"
        {
            name.unicodeScalars.append(scalar)
            _ = cursor.nextRaw()
        }
        guard name == "count" || name == "years" else {
            throw ParsingError(
                message: "`\(shortened(name))` is no function; an id must stand in backticks", position: position)
        }
        guard cursor.next() == "(" else {
            throw ParsingError(message: "`\(name)` must be followed by (", position: position)
        }
        var ids: [String] = []
        while true {
            guard cursor.next() == "`" else {
                throw ParsingError(
                    message: "`\(name)` takes ids in backticks, parted by commas", position: cursor.position)
            }
            ids.append(try reference(&cursor, from: cursor.position))
            switch cursor.next() {
            case ","?: continue
            case ")"?: break
            default: throw ParsingError(message: "`\(name)(` is never closed", position: position)
            }
            break
        }
        if name == "count" { return .count(Set(ids).count) }
        guard ids.count == 2, let from = ids.first, let to = ids.last else {
            throw ParsingError(message: "`years` takes two ids, not \(ids.count)", position: position)
        }
        return .years(from: from, to: to)
    }

    /// Walks the characters of a formula.
    private struct Cursor {
        private let scalars: [Unicode.Scalar]
        private var index = 0

        init(_ text: String) { scalars = Array(text.unicodeScalars) }

        /// Of the character last read, counted from 1.
        var position: Int { index }

        func peekRaw() -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

        mutating func nextRaw() -> Unicode.Scalar? {
            guard let scalar = peekRaw() else { return nil }
            index += 1
            return scalar
        }

        /// The next that is no space.
        mutating func next() -> Unicode.Scalar? {
            while let scalar = nextRaw() {
                if !scalar.properties.isWhitespace { return scalar }
            }
            return nil
        }
    }
}
