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
    fileprivate let program: [Instruction]
    fileprivate let groupCount: Int

    static let mostInstructions = 5_000

    enum Matcher: Sendable {
        case any
        case anyButNewline
        case scalar(UInt32)
        case set([ClosedRange<UInt32>], negated: Bool)
    }

    enum Instruction: Sendable {
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
        var compiler = RegularExpressionCompiler(source, multiline: multiline, dotAll: dotAll, ignoresCase: ignoresCase)
        program = try compiler.compile()
        groupCount = compiler.groups
    }

    /// The groups of the first match at or after `start`; group 0 is the whole. Offsets count scalars.
    func firstMatch(in text: [UInt32], from start: Int = 0) -> [Range<Int>?]? {
        var machine = Machine(expression: self, text: text)
        guard let saves = machine.run(from: start) else { return nil }
        return (0...groupCount).map { group in
            let (from, to) = (saves[group * 2], saves[group * 2 + 1])
            return from >= 0 && to >= from ? from..<to : nil
        }
    }

    func test(_ text: String) -> Bool { firstMatch(in: scalars(text)) != nil }

    func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    fileprivate func isWord(_ value: UInt32) -> Bool {
        (value >= 48 && value <= 57) || (value >= 65 && value <= 90) || value == 95 || (value >= 97 && value <= 122)
    }

    fileprivate func matches(_ matcher: Matcher, _ value: UInt32) -> Bool {
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
}

/// All the ways that a match may go on, side by side over one text; the first in the list is preferred.
private struct Machine {
    /// Where in the program one way has come to, and where its groups began and ended.
    private struct Thread {
        var instruction: Int
        var saves: [Int]
    }

    private let expression: RegularExpression
    private let text: [UInt32]
    /// For each instruction the last step that reached it.
    private var seen: [Int]
    private var step = 0

    init(expression: RegularExpression, text: [UInt32]) {
        self.expression = expression
        self.text = text
        seen = [Int](repeating: -1, count: expression.program.count)
    }

    /// Starts and ends of the groups of the first match, two a group; -1 where a group has none.
    mutating func run(from start: Int) -> [Int]? {
        var current: [Thread] = []
        var next: [Thread] = []
        var best: [Int]?
        let none = [Int](repeating: -1, count: (expression.groupCount + 1) * 2)
        var position = start
        while position <= text.count {
            if best == nil {
                // A match may begin here, after all that began before.
                if current.isEmpty { step += 1 }
                add(Thread(instruction: 0, saves: none), at: position, to: &current)
            }
            if current.isEmpty, best != nil { break }
            step += 1
            next.removeAll(keepingCapacity: true)
            for thread in current {
                if case .accept = expression.program[thread.instruction] {
                    best = thread.saves
                    break
                }
                if position < text.count, case .match(let matcher) = expression.program[thread.instruction],
                    expression.matches(matcher, text[position])
                {
                    let following = Thread(instruction: thread.instruction + 1, saves: thread.saves)
                    add(following, at: position + 1, to: &next)
                }
            }
            swap(&current, &next)
            position += 1
        }
        return best
    }

    /// Follows what takes no letter until each way stands before a letter or at the end.
    private mutating func add(_ first: Thread, at position: Int, to list: inout [Thread]) {
        var pending = [first]
        while var thread = pending.popLast() {
            guard seen[thread.instruction] != step else { continue }
            seen[thread.instruction] = step
            switch expression.program[thread.instruction] {
            case .jump(let target):
                thread.instruction = target
                pending.append(thread)
            case .split(let preferred, let other):
                pending.append(Thread(instruction: other, saves: thread.saves))
                pending.append(Thread(instruction: preferred, saves: thread.saves))
            case .save(let slot):
                thread.saves[slot] = position
                thread.instruction += 1
                pending.append(thread)
            case .start, .end, .wordBoundary:
                guard holds(expression.program[thread.instruction], at: position) else { continue }
                thread.instruction += 1
                pending.append(thread)
            case .match, .accept: list.append(thread)
            }
        }
    }

    private func holds(_ condition: RegularExpression.Instruction, at position: Int) -> Bool {
        switch condition {
        case .start(let multiline): return position == 0 || multiline && text[position - 1] == 10
        case .end(let multiline): return position == text.count || multiline && text[position] == 10
        case .wordBoundary(let negated):
            let before = position > 0 && expression.isWord(text[position - 1])
            let after = position < text.count && expression.isWord(text[position])
            return (before != after) != negated
        case .match, .split, .jump, .save, .accept: return true
        }
    }
}
