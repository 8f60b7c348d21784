/// Ways to set a run of floats in rows, one below the other: each by itself at one of its sizes, or two side by side.
struct FloatRows {
    struct Choice {
        var rows: [PagePlan.Row]
        /// One for each row.
        var heights: [Double]
        var cost: Double
        var height: Double
    }

    let floats: [PageFloat]
    private var known: [Int: [Choice]] = [:]

    /// More floats than these stand on no page.
    static let most = 5
    private static let mostChoices = 24

    init(_ floats: [PageFloat]) { self.floats = floats }

    /// Of the floats of a range, cheapest first.
    mutating func choices(_ start: Int, _ end: Int, highest: Double) -> [Choice] {
        let key = start * 16 + (end - start)
        if let choices = known[key] { return choices }
        var found: [Choice] = []
        extend(Choice(rows: [], heights: [], cost: 0, height: 0), from: start, to: end, highest: highest, into: &found)
        found.sort { ($0.cost, $0.height) < ($1.cost, $1.height) }
        // Whatever costs more must at least be lower.
        var kept: [Choice] = []
        var lowest = Double.infinity
        for choice in found where choice.height < lowest - 1 {
            kept.append(choice)
            lowest = choice.height
            if kept.count == FloatRows.mostChoices { break }
        }
        known[key] = kept
        return kept
    }

    private func extend(
        _ choice: Choice, from start: Int, to end: Int, highest: Double, into found: inout [Choice]
    ) {
        guard start < end else {
            found.append(choice)
            return
        }
        let gap = choice.rows.isEmpty ? 0 : SpreadComposer.gapBetween
        func add(_ entries: [PagePlan.Row.Entry], height: Double, cost: Double) {
            guard choice.height + gap + height <= highest + 0.01 else { return }
            var next = choice
            next.rows.append(PagePlan.Row(entries: entries))
            next.heights.append(height)
            next.height += gap + height
            next.cost += cost
            extend(next, from: start + entries.count, to: end, highest: highest, into: &found)
        }
        for (index, drawing) in floats[start].drawings.enumerated() where drawing.width != .half {
            add([.init(float: start, drawing: index)], height: drawing.height, cost: drawing.cost)
        }
        guard start + 1 < end else { return }
        let (left, right) = (floats[start].drawings, floats[start + 1].drawings)
        if let a = left.firstIndex(where: { $0.width == .half }), let b = right.firstIndex(where: { $0.width == .half })
        {
            // Two of unlike heights leave a hole below the lower one.
            let (high, low) = (max(left[a].height, right[b].height), min(left[a].height, right[b].height))
            add(
                [.init(float: start, drawing: a), .init(float: start + 1, drawing: b)], height: high,
                cost: left[a].cost + right[b].cost + 60 * (high - low) / high)
        }
    }
}
