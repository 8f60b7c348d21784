/// The word among `known` that is closest to `word`, where it is close enough to be a slip of the keyboard.
public func suggestion(for word: String, among known: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, min(4, letters.count / 3))
    var best: (word: String, distance: Int)?
    for candidate in known where !candidate.isEmpty {
        let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
        guard abs(other.count - letters.count) <= limit else { continue }
        let distance = editDistance(letters, other)
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    if let best { return best.word }
    // The beginning of a longer word: `kazakh-student` for `kazakh-students-2005`.
    guard letters.count >= 4 else { return nil }
    return known.first { $0.lowercased().hasPrefix(word.lowercased()) }
}

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment; Damerau 1964).
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 1...a.count {
        var row = [i]
        for j in 1...b.count {
            var least = min(row[j - 1] + 1, above[j] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { least = min(least, before[j - 2] + 1) }
            row.append(least)
        }
        before = above
        above = row
    }
    return above[b.count]
}
