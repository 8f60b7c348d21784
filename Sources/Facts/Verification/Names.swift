import Formats

/// Who and what a project's facts are about, and what texts call them.
struct Names {
    /// By the name that facts use.
    private let known: [String: [String]]

    init(_ facts: FactBase) { known = facts.names }

    var isEmpty: Bool { known.isEmpty }

    /// The names that make up what a fact is about: China and Russia of `China–Russia relations`. Empty where it has
    /// none.
    func parts(of about: String) -> [String] {
        if known[about] != nil { return [about] }
        return known.keys.filter { Names.place(of: $0, in: about) != nil }.sorted()
    }

    /// The names that stand in a text, in its order.
    func mentioned(in text: String) -> [(name: String, place: Int)] {
        var found: [(name: String, place: Int)] = []
        for (name, others) in known {
            for word in [name] + others {
                if let place = Names.place(of: word, in: text) { found.append((name, place)) }
            }
        }
        return found.sorted { ($0.place, $0.name) < ($1.place, $1.name) }
    }

    /// Where a name stands as whole words; endings of its last word may follow (Russia’s).
    private static func place(of name: String, in text: String) -> Int? {
        guard let range = text.firstRange(of: name) else { return nil }
        var found = range
        while true {
            let startsWord = found.lowerBound == text.startIndex || !text[text.index(before: found.lowerBound)].isLetter
            let endsWord = found.upperBound == text.endIndex || !text[found.upperBound].isLetter
            if startsWord, endsWord { return text.utf8.distance(from: text.startIndex, to: found.lowerBound) }
            guard let next = text[found.upperBound...].firstRange(of: name) else { return nil }
            found = next
        }
    }
}
