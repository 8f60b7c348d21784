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
}
