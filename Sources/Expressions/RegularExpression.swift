/// A regular expression in JavaScript's syntax, matched in time that grows only with pattern times text, so that no
/// pattern can hang (Thompson 1968; Pike's machine for groups).
///
/// Known: literals, `.`, classes, `\d \w \s \b` and their opposites, escapes, groups (capturing, `(?:…)`, named),
/// alternation, `* + ? {n,m}` greedy and lazy, `^ $`, flags `i g m s`. Not known, because no such bound would hold:
/// back references and look-around.
struct RegularExpression: Sendable {
    struct Problem: Error { let message: String }

    let source: String
    let isGlobal: Bool
    private let ignoresCase: Bool
    private let program: [Instruction]
    private let groupCount: Int

    private static let mostInstructions = 5_000

    private enum Matcher: Sendable {
        case any
        case anyButNewline
        case scalar(UInt32)
        case set([ClosedRange<UInt32>], negated: Bool)
    }

    private enum Instruction: Sendable {
        case match(Matcher)
        case split(Int, Int)
        case jump(Int)
        case save(Int)
        case start(multiline: Bool)
        case end(multiline: Bool)
        case wordBoundary(negated: Bool)
        case accept
    }

    init(_ source: String, flags: String = "") throws(Problem) {
        self.source = source
        var ignoresCase = false, isGlobal = false, multiline = false, dotAll = false
        for flag in flags {
            switch flag {
            case "i": ignoresCase = true
            case "g": isGlobal = true
            case "m": multiline = true
            case "s": dotAll = true
            case "u", "y": break
            default: throw Problem(message: "unknown flag `\(flag)` of a regular expression")
            }
        }
        self.ignoresCase = ignoresCase
        self.isGlobal = isGlobal
        var compiler = Compiler(source, multiline: multiline, dotAll: dotAll, ignoresCase: ignoresCase)
        program = try compiler.compile()
        groupCount = compiler.groups
    }

    /// The groups of the first match at or after `start`; group 0 is the whole. Offsets count scalars.
    func firstMatch(in text: [UInt32], from start: Int = 0) -> [Range<Int>?]? {
        struct Thread { var at: Int; var saves: [Int] }
        var current: [Thread] = []
        var next: [Thread] = []
        var seen = [Int](repeating: -1, count: program.count)
        var best: [Int]?
        var stamp = 0

        func add(_ first: Int, _ saves: [Int], at position: Int, to list: inout [Thread]) {
            var pending: [(Int, [Int])] = [(first, saves)]
            while let (index, saves) = pending.popLast() {
                guard seen[index] != stamp else { continue }
                seen[index] = stamp
                switch program[index] {
                case .jump(let target): pending.append((target, saves))
                case .split(let a, let b):
                    pending.append((b, saves))
                    pending.append((a, saves))
                case .save(let slot):
                    var changed = saves
                    changed[slot] = position
                    pending.append((index + 1, changed))
                case .start(let multiline):
                    if position == 0 || (multiline && text[position - 1] == 10) { pending.append((index + 1, saves)) }
                case .end(let multiline):
                    if position == text.count || (multiline && text[position] == 10) {
                        pending.append((index + 1, saves))
                    }
                case .wordBoundary(let negated):
                    let before = position > 0 && isWord(text[position - 1])
                    let after = position < text.count && isWord(text[position])
                    if (before != after) != negated { pending.append((index + 1, saves)) }
                case .match, .accept: list.append(Thread(at: index, saves: saves))
                }
            }
        }

        let empty = [Int](repeating: -1, count: (groupCount + 1) * 2)
        var position = start
        while position <= text.count {
            if best == nil {
                // A match may begin here, after all that began before.
                if current.isEmpty { stamp += 1 }
                add(0, empty, at: position, to: &current)
            }
            if current.isEmpty { break }
            stamp += 1
            next.removeAll(keepingCapacity: true)
            for thread in current {
                if case .accept = program[thread.at] {
                    best = thread.saves
                    break
                }
                if position < text.count, case .match(let matcher) = program[thread.at],
                    matches(matcher, text[position])
                {
                    add(thread.at + 1, thread.saves, at: position + 1, to: &next)
                }
            }
            swap(&current, &next)
            position += 1
        }
        guard let best else { return nil }
        return (0...groupCount).map { group in
            let (from, to) = (best[group * 2], best[group * 2 + 1])
            return from >= 0 && to >= from ? from..<to : nil
        }
    }

    func test(_ text: String) -> Bool { firstMatch(in: scalars(text)) != nil }

    func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    private func isWord(_ value: UInt32) -> Bool {
        (value >= 48 && value <= 57) || (value >= 65 && value <= 90) || value == 95 || (value >= 97 && value <= 122)
    }

    private func matches(_ matcher: Matcher, _ value: UInt32) -> Bool {
        switch matcher {
        case .any: return true
        case .anyButNewline: return value != 10 && value != 13 && value != 0x2028 && value != 0x2029
        case .scalar(let wanted):
            return value == wanted || (ignoresCase && Self.folded(value) == Self.folded(wanted))
        case .set(let ranges, let negated):
            var found = ranges.contains { $0.contains(value) }
            if !found, ignoresCase {
                found = Self.cases(value).contains { other in ranges.contains { $0.contains(other) } }
            }
            return found != negated
        }
    }

    private static func folded(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first?.value ?? value : value
    }

    private static func cases(_ value: UInt32) -> [UInt32] {
        guard let scalar = Unicode.Scalar(value) else { return [] }
        return [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping].compactMap {
            $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first?.value : nil
        }
    }

    private struct Compiler {
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
            let left = try sequence()
            guard rest.first == "|" else { return left }
            rest.removeFirst()
            let right = try alternatives()
            if left.count + right.count > RegularExpression.mostInstructions {
                throw Problem(message: "the regular expression is too large")
            }
            return [.split(1, left.count + 2)] + relocate(left, by: 1) + [.jump(left.count + right.count + 2)]
                + relocate(right, by: left.count + 2)
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
}
