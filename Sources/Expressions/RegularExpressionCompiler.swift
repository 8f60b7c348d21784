/// Reads the text of a regular expression into the instructions of its machine.
struct RegularExpressionCompiler {
    typealias Problem = RegularExpression.Problem
    typealias Instruction = RegularExpression.Instruction
    typealias Matcher = RegularExpression.Matcher

    private var rest: ArraySlice<Unicode.Scalar>
    private let multiline: Bool
    private let dotAll: Bool
    var groups = 0
    private var depth = 0

    init(_ source: String, multiline: Bool, dotAll: Bool, ignoresCase: Bool) {
        rest = Array(source.unicodeScalars)[...]
        self.multiline = multiline
        self.dotAll = dotAll
    }

    mutating func compile() throws(Problem) -> [Instruction] {
        let body = try alternatives()
        if !rest.isEmpty { throw Problem(message: "`)` without `(` in a regular expression") }
        return [.save(0)] + relocate(body, by: 1) + [.save(1), .accept]
    }

    private func relocate(_ code: [Instruction], by distance: Int) -> [Instruction] {
        code.map { instruction in
            switch instruction {
            case .split(let a, let b): .split(a + distance, b + distance)
            case .jump(let a): .jump(a + distance)
            default: instruction
            }
        }
    }

    private func joined(_ a: [Instruction], _ b: [Instruction]) throws(Problem) -> [Instruction] {
        if a.count + b.count > RegularExpression.mostInstructions {
            throw Problem(message: "the regular expression is too large")
        }
        return a + relocate(b, by: a.count)
    }

    private mutating func alternatives() throws(Problem) -> [Instruction] {
        depth += 1
        defer { depth -= 1 }
        if depth > 100 { throw Problem(message: "the regular expression is nested too deeply") }
        var parts = [try sequence()]
        while rest.first == "|" {
            rest.removeFirst()
            parts.append(try sequence())
        }
        // From the last to the first: each is tried before those after it.
        guard var code = parts.popLast() else { return [] }
        while let left = parts.popLast() {
            if left.count + code.count > RegularExpression.mostInstructions {
                throw Problem(message: "the regular expression is too large")
            }
            code =
                [.split(1, left.count + 2)] + relocate(left, by: 1) + [.jump(left.count + code.count + 2)]
                + relocate(code, by: left.count + 2)
        }
        return code
    }

    private mutating func sequence() throws(Problem) -> [Instruction] {
        var code: [Instruction] = []
        while let next = rest.first, next != "|", next != ")" { code = try joined(code, try repeated()) }
        return code
    }

    private mutating func repeated() throws(Problem) -> [Instruction] {
        let one = try atom()
        guard let next = rest.first else { return one }
        var least = 0
        var most: Int?
        switch next {
        case "*": rest.removeFirst()
        case "+": rest.removeFirst(); least = 1
        case "?": rest.removeFirst(); most = 1
        case "{":
            let before = rest
            rest.removeFirst()
            guard let low = integer() else { rest = before; return try literalBrace(one) }
            least = low
            most = low
            if rest.first == "," {
                rest.removeFirst()
                most = integer()
            }
            guard rest.first == "}" else { rest = before; return try literalBrace(one) }
            rest.removeFirst()
        default: return one
        }
        var lazy = false
        if rest.first == "?" {
            rest.removeFirst()
            lazy = true
        }
        if let most, most < least { throw Problem(message: "numbers out of order in a regular expression's {}") }
        guard least <= 1000, most ?? 0 <= 1000 else {
            throw Problem(message: "the regular expression repeats too often")
        }
        var code: [Instruction] = []
        for _ in 0..<least { code = try joined(code, one) }
        func fork(_ into: Int, _ past: Int) -> Instruction { lazy ? .split(past, into) : .split(into, past) }
        if let most {
            for _ in least..<most {
                let optional = [fork(1, one.count + 1)] + relocate(one, by: 1)
                code = try joined(code, optional)
            }
        } else {
            let loop = [fork(1, one.count + 2)] + relocate(one, by: 1) + [.jump(0)]
            code = try joined(code, loop)
        }
        return code
    }

    private mutating func literalBrace(_ one: [Instruction]) throws(Problem) -> [Instruction] {
        rest.removeFirst()
        return try joined(one, [.match(.scalar(123))])
    }

    private mutating func integer() -> Int? {
        var value: Int?
        while let digit = rest.first, digit.value >= 48, digit.value <= 57 {
            value = min((value ?? 0) * 10 + Int(digit.value - 48), 100_000)
            rest.removeFirst()
        }
        return value
    }

    private mutating func atom() throws(Problem) -> [Instruction] {
        guard let next = rest.popFirst() else { return [] }
        switch next {
        case ".": return [.match(dotAll ? .any : .anyButNewline)]
        case "^": return [.start(multiline: multiline)]
        case "$": return [.end(multiline: multiline)]
        case "[": return [.match(try set())]
        case "(":
            var slot: Int?
            if rest.first == "?" {
                rest.removeFirst()
                switch rest.popFirst() {
                case ":": break
                case "<" where rest.first != "=" && rest.first != "!":
                    while let letter = rest.popFirst(), letter != ">" {}
                    groups += 1
                    slot = groups
                default: throw Problem(message: "look-around is not known in regular expressions here")
                }
            } else {
                groups += 1
                slot = groups
            }
            if groups > 99 { throw Problem(message: "too many groups in a regular expression") }
            let body = try alternatives()
            guard rest.popFirst() == ")" else { throw Problem(message: "`(` without `)` in a regular expression") }
            guard let slot else { return body }
            return [.save(slot * 2)] + relocate(body, by: 1) + [.save(slot * 2 + 1)]
        case "*", "+", "?": throw Problem(message: "nothing to repeat before `\(next)` in a regular expression")
        case "\\":
            if rest.first == "b" || rest.first == "B" {
                return [.wordBoundary(negated: rest.popFirst() == "B")]
            }
            return [.match(try escape())]
        default: return [.match(.scalar(next.value))]
        }
    }

    private static let digits: [ClosedRange<UInt32>] = [48...57]
    private static let words: [ClosedRange<UInt32>] = [48...57, 65...90, 95...95, 97...122]
    private static let spaces: [ClosedRange<UInt32>] = [
        9...13, 32...32, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F,
        0x3000...0x3000, 0xFEFF...0xFEFF,
    ]

    private func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var from: UInt32 = 0
        for range in ranges {
            if range.lowerBound > from { result.append(from...(range.lowerBound - 1)) }
            from = range.upperBound + 1
        }
        result.append(from...0x10FFFF)
        return result
    }

    private mutating func escape() throws(Problem) -> Matcher {
        guard let letter = rest.popFirst() else { throw Problem(message: "a regular expression ends in `\\`") }
        switch letter {
        case "d": return .set(Self.digits, negated: false)
        case "D": return .set(Self.digits, negated: true)
        case "w": return .set(Self.words, negated: false)
        case "W": return .set(Self.words, negated: true)
        case "s": return .set(Self.spaces, negated: false)
        case "S": return .set(Self.spaces, negated: true)
        case "n": return .scalar(10)
        case "r": return .scalar(13)
        case "t": return .scalar(9)
        case "f": return .scalar(12)
        case "v": return .scalar(11)
        case "0": return .scalar(0)
        case "x": return .scalar(hexadecimal(2) ?? letter.value)
        case "u": return .scalar(hexadecimal(4) ?? letter.value)
        case "1"..."9": throw Problem(message: "back references are not known in regular expressions here")
        default: return .scalar(letter.value)
        }
    }

    private mutating func hexadecimal(_ count: Int) -> UInt32? {
        let digits = rest.prefix(count)
        guard digits.count == count else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            guard let part = Character(digit).hexDigitValue else { return nil }
            value = value * 16 + UInt32(part)
        }
        rest = rest.dropFirst(count)
        return value
    }

    private mutating func set() throws(Problem) -> Matcher {
        var negated = false
        if rest.first == "^" {
            rest.removeFirst()
            negated = true
        }
        var ranges: [ClosedRange<UInt32>] = []
        while let next = rest.popFirst() {
            if next == "]" { return .set(ranges, negated: negated) }
            var low = next.value
            if next == "\\" {
                if rest.first == "b" {
                    rest.removeFirst()
                    low = 8
                } else {
                    switch try escape() {
                    case .scalar(let value): low = value
                    case .set(let inner, let opposite):
                        ranges += opposite ? complement(inner) : inner
                        continue
                    default: continue
                    }
                }
            }
            if rest.first == "-", rest.dropFirst().first != "]", rest.count > 1 {
                rest.removeFirst()
                guard let end = rest.popFirst() else { break }
                var high = end.value
                if end == "\\", case .scalar(let value) = try escape() { high = value }
                guard low <= high else { throw Problem(message: "a range out of order in a regular expression") }
                ranges.append(low...high)
            } else {
                ranges.append(low...low)
            }
        }
        throw Problem(message: "`[` without `]` in a regular expression")
    }
}
