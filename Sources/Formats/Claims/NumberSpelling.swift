/// How a language writes numbers out: words that add up, and words that multiply what stands before them.
struct NumberSpelling: Sendable {
    /// `drei`, `zwanzig`, `doscientos`: each adds its value.
    var parts: [String: Int]
    /// `hundert`, `mille`: each multiplies, from a thousand on what was said so far.
    var scales: [String: Int]
    /// `und`, `et`, `y`: between two parts.
    var joiners: Set<String> = []
    /// Units of one are articles too: alone these are no number.
    var articles: Set<String> = []
    /// The words of a number are written as one: `siebenhunderteinundachtzig`.
    var isCompound = false
    /// `quatre-vingt`: four times twenty.
    var hasScores = false

    /// The number that the words begin with, and how many of them write it.
    func read(_ words: (Int) -> String?) -> (value: Double, count: Int)? {
        var sum = Sum(hasScores: hasScores)
        var count = 0, read = 0
        while let word = words(count) {
            if let pieces = pieces(of: word) {
                guard sum.take(pieces) else { break }
                count += 1
                read = count
            } else if joiners.contains(word), read > 0, words(count + 1).flatMap(pieces) != nil, sum.mayJoin {
                count += 1
            } else {
                break
            }
        }
        guard read > 0, read > 1 || words(0).map({ !articles.contains($0) }) ?? false else { return nil }
        return (sum.value, read)
    }

    /// A word as parts of a number; nil where it is none.
    private func pieces(of word: String) -> [Piece]? {
        if let value = parts[word] { return [.part(value)] }
        if let value = scales[word] { return [.scale(value)] }
        guard isCompound, word.utf8.count > 5 else { return nil }
        var rest = word[...]
        var found: [Piece] = []
        while !rest.isEmpty {
            if let joiner = joiners.first(where: rest.hasPrefix), !found.isEmpty {
                rest = rest.dropFirst(joiner.count)
                continue
            }
            guard
                let length = (2...min(9, max(2, rest.count))).reversed().first(where: { length in
                    let piece = String(rest.prefix(length))
                    return parts[piece] != nil || scales[piece] != nil
                })
            else { return nil }
            let piece = String(rest.prefix(length))
            found.append(parts[piece].map(Piece.part) ?? .scale(scales[piece] ?? 1))
            rest = rest.dropFirst(length)
        }
        return found
    }

    private enum Piece {
        case part(Int)
        case scale(Int)
    }

    private struct Sum {
        let hasScores: Bool
        private var total = 0
        private var current = 0
        private var last = 0

        init(hasScores: Bool) { self.hasScores = hasScores }

        var value: Double { Double(total) + Double(current) }
        var mayJoin: Bool { current % 10 == 0 || current < 10 }

        /// False where the pieces cannot follow what was read.
        mutating func take(_ pieces: [Piece]) -> Bool {
            let before = self
            for piece in pieces {
                guard take(piece, isCompound: pieces.count > 1) else {
                    self = before
                    return false
                }
            }
            return true
        }

        private mutating func take(_ piece: Piece, isCompound: Bool) -> Bool {
            switch piece {
            case .part(let value):
                if hasScores, value == 20, last == 4 {
                    current += 76
                } else {
                    // `deux trois` are two numbers, `soixante-dix` is one.
                    let fits =
                        last == 0 || value < 10 && last % 10 == 0 || value < 20 && hasScores && last % 20 == 0
                        || value < 100 && last % 100 == 0 || isCompound && last < 10 && value % 10 == 0
                    guard fits else { return false }
                    current += value
                }
                last = hasScores && value == 20 && current % 100 == 80 ? 80 : value
            case .scale(let value):
                guard value < 1_000_000_000_000_000, current < 1_000_000 else { return false }
                if value < 1000 {
                    current = max(current, 1) * value
                } else {
                    total += max(current, 1) * value
                    current = 0
                }
                last = value
            }
            return true
        }
    }
}
