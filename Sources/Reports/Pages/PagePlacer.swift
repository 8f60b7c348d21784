import SceneGraph

/// Sets pages as they are planned: everything at its place, spaces a little wider or tighter so that the page is full.
struct PagePlacer {
    let text: TextChunks
    let floats: [PageFloat]
    let page: PageTemplate

    private var placed: [Paginator.Placed] = []
    private var y = 0.0
    private var rail = 0.0
    /// From where to where the margin is taken.
    private var wide: [ClosedRange<Double>] = []

    struct Page {
        var page: Paginator.Page
        /// Where the next thing could stand.
        var end: Double
        /// Lines that call for notes, from the top down, and what of the margin is not free for them.
        var calls: [(y: Double, notes: [Int])]
        var taken: [ClosedRange<Double>]
    }

    init(text: TextChunks, floats: [PageFloat], page: PageTemplate) {
        self.text = text
        self.floats = floats
        self.page = page
    }

    /// - Parameter isLast: the page ends where its content does.
    mutating func placed(_ plan: PagePlan, isLast: Bool) -> Page {
        (placed, y, rail, wide) = ([], 0, 0, [])
        var calls: [(y: Double, notes: [Int])] = []
        let room = page.contentHeight
        let rows = plan.rows.isEmpty ? 0 : rowsHeight(plan)
        let textHeight = plan.text.isEmpty ? 0 : text.height(plan.text.lowerBound, plan.text.upperBound)
        let left = room - rows - textHeight
        let scale = spacing(plan, left: left, isLast: isLast)
        put(plan.top, then: !plan.text.isEmpty)
        for chunk in plan.text {
            if chunk == plan.middlePlace, !plan.middle.isEmpty {
                y += SpreadComposer.gapBeside
                put(plan.middle, then: true)
            }
            put(chunk, in: plan, scale: scale, calls: &calls)
        }
        if !plan.bottom.isEmpty {
            let height = self.height(of: plan.bottom)
            let top = max(y + SpreadComposer.gapBeside, rail > 0 ? rail + 16 : 0)
            y = isLast ? top : max(top, room - height)
            put(plan.bottom, then: false)
        }
        return Page(page: Paginator.Page(placed: placed), end: max(y, rail), calls: calls, taken: wide)
    }

    /// What each space is multiplied by: a page that is nearly full is made full; what falls short by more stays open
    /// at its foot.
    private func spacing(_ plan: PagePlan, left: Double, isLast: Bool) -> Double {
        guard !plan.text.isEmpty else { return 1 }
        let space = text.space(plan.text.lowerBound, plan.text.upperBound)
        guard space > 0 else { return 1 }
        if left < 0 { return max(0.8, 1 + left / space) }
        return isLast || left > 0.6 * space ? 1 : 1 + left / space
    }

    private func height(of rows: [PagePlan.Row]) -> Double {
        rows.reduce(0) { $0 + height(of: $1) } + SpreadComposer.gapBetween * Double(max(0, rows.count - 1))
    }

    private func height(of row: PagePlan.Row) -> Double {
        row.entries.map { floats[$0.float].drawings[$0.drawing].height }.max() ?? 0
    }

    private func rowsHeight(_ plan: PagePlan) -> Double {
        var height = 0.0
        for (rows, gaps) in [(plan.top, 1.0), (plan.middle, 2), (plan.bottom, 1)] where !rows.isEmpty {
            height += self.height(of: rows) + (plan.text.isEmpty ? 0 : gaps * SpreadComposer.gapBeside)
        }
        return height
    }

    private mutating func put(_ rows: [PagePlan.Row], then goesOn: Bool) {
        for (index, row) in rows.enumerated() {
            if index > 0 { y += SpreadComposer.gapBetween }
            let top = y
            var x = 0.0
            var bottom = y
            for entry in row.entries {
                let drawing = floats[entry.float].drawings[entry.drawing]
                var at = top
                for item in drawing.items {
                    at += item.spaceBefore
                    placed.append(Paginator.Placed(steps: item.steps, nodes: item.nodes, origin: Point(x, at)))
                    at += item.height
                }
                bottom = max(bottom, at)
                x += drawing.width.width(on: page) + FloatWidth.gap
            }
            if row.entries.count > 1 || floats[row.entries[0].float].drawings[row.entries[0].drawing].width.isWide {
                wide.append(top...bottom)
            }
            y = bottom
        }
        if goesOn, !rows.isEmpty { y += SpreadComposer.gapBeside }
    }

    private mutating func put(
        _ index: Int, in plan: PagePlan, scale: Double, calls: inout [(y: Double, notes: [Int])]
    ) {
        let chunk = text.chunks[index]
        let isFirst = index == plan.text.lowerBound
        if isFirst {
            for head in text.items[chunk.items.lowerBound].repeatedHead {
                placed.append(Paginator.Placed(steps: head.steps, nodes: head.nodes, origin: Point(0, y)))
                y += head.height
            }
        }
        let followsFloat = isFirst || (index == plan.middlePlace && !plan.middle.isEmpty)
        for place in chunk.items {
            let item = text.items[place]
            if place > chunk.items.lowerBound || !followsFloat { y += item.spaceBefore * scale }
            if item.clearsRail, rail > 0 { y = max(y, rail + item.spaceBefore * 0.6) }
            placed.append(Paginator.Placed(steps: item.steps, nodes: item.nodes, origin: Point(0, y)))
            if !item.noteCalls.isEmpty { calls.append((y, item.noteCalls)) }
            if !item.leavesMargin, item.height > 0, item.nodes.contains(where: { $0.bounds.maxX > page.textWidth + 1 })
            {
                wide.append(y...(y + item.height))
            }
            if item.railHeight > 0 {
                rail = max(rail, y + item.railHeight)
                wide.append(y...(y + item.railHeight))
            }
            y += item.height
        }
    }
}
