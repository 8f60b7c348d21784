import Tables

/// The titles that the parts of a merged guide bring: what somebody wrote counts more than what was made up.
struct GuideTitles {
    private(set) var explicit: [String]??
    private var written: [[String]] = []
    private var made: [[String]] = []

    /// Whether the title is in somebody's own words.
    private(set) var isWritten = false

    /// A title that the guide itself has; null for none.
    mutating func addOfGuide(_ lines: [String]?) {
        isWritten = true
        if explicit == nil { explicit = .some(lines) }
    }

    /// A title that a channel has; null for none.
    mutating func addOfChannel(_ lines: [String]?) {
        isWritten = true
        guard let lines else {
            if explicit == nil { explicit = .some(nil) }
            return
        }
        if !written.contains(lines) { written.append(lines) }
    }

    mutating func addMade(_ lines: [String]) {
        if !made.contains(lines) { made.append(lines) }
    }

    /// Titles side by side: "low, high".
    var joined: [String]? {
        let titles = written.isEmpty ? made : written
        guard let first = titles.first else { return nil }
        return titles.dropFirst().reduce(first) { merged, next in
            merged.count == 1 && next.count == 1 ? [merged[0] + ", " + next[0]] : merged + next
        }
    }

    /// Nil where there is none.
    var lines: [String]? { explicit ?? joined }
}
