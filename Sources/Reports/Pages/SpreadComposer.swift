/// Composes pages: which text and which figures stand on each, at which size and where.
///
/// The breaks are those whose pages cost least together, found in one pass over all places where a page can end: the
/// total fit of Knuth and Plass (1981, “Breaking Paragraphs into Lines”) carried from lines to pages with figures, as
/// Plass did (1981, “Optimal Pagination Techniques for Automatic Typesetting Systems”), who shows that it takes
/// polynomial time where a figure costs by its distance from its call alone and figures keep their order.
struct SpreadComposer {
    let text: TextChunks
    let floats: [PageFloat]
    /// For each float: the chunk that first calls for it. It stands on no earlier page.
    let calls: [Int]
    let height: Double
    /// Whether something follows on the last page: notes, sources.
    let isContinued: Bool

    /// Between a float and the text, and between floats.
    static let gapBeside = 24.0
    static let gapBetween = 26.0
    /// A block of fewer lines between floats, or alone on a page, is a scrap.
    static let fewestLines = 5

    private enum Cost {
        static let facing = 40.0
        static let nextPage = 130.0
        static let late = 5_000.0
        static let beforeCall = 14.0
        static let bottom = 3.0
        static let middle = 2.0
        static let scrap = 4_000.0
        static let noText = 900.0
        static let stranded = 3_000.0
        static let crossesBreak = 6_000.0
        static let sparse = 12_000.0
    }

    /// Of a page that is neither full nor holds anything wrong, at the most.
    static let good = 60.0

    struct Composition {
        var pages: [PagePlan]
        /// Of the page that costs most.
        var worst: Double
    }

    private struct State {
        var cost = Double.infinity
        var from = -1
        var plan: PagePlan?
    }

    func composed() -> Composition {
        let (places, orders) = (text.count + 1, floats.count + 1)
        func index(_ place: Int, _ float: Int, _ parity: Int) -> Int { (place * orders + float) * 2 + parity }
        var states = [State](repeating: State(), count: places * orders * 2)
        states[index(0, 0, 1)].cost = 0
        var rows = FloatRows(floats)
        for place in 0..<places {
            for float in 0..<orders where !(place == text.count && float == floats.count) {
                for parity in 0..<2 where states[index(place, float, parity)].cost < .infinity {
                    let start = states[index(place, float, parity)].cost
                    pages(from: place, float: float, isLeft: parity == 0, &rows) { plan, nextFloat, cost in
                        let next = index(plan.text.upperBound, nextFloat, 1 - parity)
                        if start + cost < states[next].cost {
                            states[next] = State(
                                cost: start + cost, from: index(place, float, parity), plan: plan)
                        }
                    }
                }
            }
        }
        let ends = [index(text.count, floats.count, 0), index(text.count, floats.count, 1)]
        var current = states[ends[0]].cost <= states[ends[1]].cost ? ends[0] : ends[1]
        var plans: [PagePlan] = []
        var worst = 0.0
        while let plan = states[current].plan {
            plans.append(plan)
            worst = max(worst, states[current].cost - states[states[current].from].cost)
            current = states[current].from
        }
        return Composition(pages: plans.reversed(), worst: worst)
    }

    // MARK: One page

    /// Every page that can be made from there.
    private func pages(
        from place: Int, float: Int, isLeft: Bool, _ rows: inout FloatRows,
        _ found: (PagePlan, Int, Double) -> Void
    ) {
        var madeAny = false
        var next = float
        while true {
            // A float's call stands on this page or an earlier one.
            if next > float, calls[next - 1] >= text.count { break }
            if next > float + FloatRows.most { break }
            if next > float, lastPlace(from: place, room: height) <= calls[next - 1] { break }
            if next == float {
                madeAny = textPages(from: place, float: float, isLeft: isLeft, found) || madeAny
            } else {
                for choice in rows.choices(float, next, highest: height) {
                    madeAny =
                        mixedPages(from: place, float: float, next: next, choice, isLeft: isLeft, found) || madeAny
                }
            }
            if next == floats.count { break }
            next += 1
        }
        guard !madeAny else { return }
        // What is higher than any page has one to itself all the same.
        if place < text.count {
            found(PagePlan(text: place..<(place + 1)), float, Cost.sparse)
        } else if float < floats.count {
            found(
                PagePlan(text: place..<place, top: [.init(entries: [.init(float: float, drawing: 0)])]), float + 1,
                Cost.sparse)
        }
    }

    /// No page goes on behind a place where the author ends one.
    private func lastPlace(from place: Int, room: Double) -> Int {
        let last = text.lastPlace(from: place, height: room)
        guard last > place + 1 else { return last }
        for chunk in (place + 1)..<last where text.chunks[chunk].breaksPage { return chunk }
        return last
    }

    private func textPages(
        from place: Int, float: Int, isLeft: Bool, _ found: (PagePlan, Int, Double) -> Void
    ) -> Bool {
        guard place < text.count else { return false }
        let last = lastPlace(
            from: place, room: height + shrink(place, text.lastPlace(from: place, height: height + 40)))
        guard last > place else { return false }
        for end in stride(from: last, to: max(place, last - 16), by: -1) {
            let plan = PagePlan(text: place..<end)
            let cost =
                endCost(place..<end, float: float, next: float, isLeft: isLeft, hasBottom: false)
                + fillCost(plan, used: text.height(place, end), next: float) + blockCost(place, end, isWhole: true)
            found(plan, float, cost)
        }
        return true
    }

    private func shrink(_ start: Int, _ end: Int) -> Double { 0.12 * text.space(start, end) }

    /// Pages with floats: some above the text, some in it, some below.
    private func mixedPages(
        from place: Int, float: Int, next: Int, _ choice: FloatRows.Choice, isLeft: Bool,
        _ found: (PagePlan, Int, Double) -> Void
    ) -> Bool {
        var madeAny = false
        let count = choice.rows.count
        if place == text.count || calls[next - 1] < place {
            // A page of figures alone.
            let plan = PagePlan(text: place..<place, top: choice.rows)
            var cost = choice.cost + Cost.noText
            cost += endCost(place..<place, float: float, next: next, isLeft: isLeft, hasBottom: false)
            cost += fillCost(plan, used: choice.height, next: next)
            found(plan, next, cost)
            madeAny = true
        }
        guard place < text.count else { return madeAny }
        let room = height - choice.height - SpreadComposer.gapBeside
        guard room > 0 else { return madeAny }
        for top in 0...count where !(place == 0 && top > 0) {
            for middle in 0...(count - top) {
                let bottom = count - top - middle
                // Each group has the text on one side, the middle on both; the gap between groups is counted already.
                let groups = (top > 0 ? 1 : 0) + (middle > 0 ? 2 : 0) + (bottom > 0 ? 1 : 0)
                let between = (top > 0 ? 1 : 0) + (middle > 0 ? 1 : 0) + (bottom > 0 ? 1 : 0) - 1
                let gaps = Double(groups) * SpreadComposer.gapBeside - Double(between) * SpreadComposer.gapBetween
                let left = height - choice.height - gaps
                guard left > 0 else { continue }
                let last = lastPlace(from: place, room: left)
                guard last > place, last > calls[next - 1] else { continue }
                for end in stride(from: last, to: max(place, last - 16), by: -1) where end > calls[next - 1] {
                    var plan = PagePlan(text: place..<end)
                    plan.top = Array(choice.rows[..<top])
                    plan.middle = Array(choice.rows[top..<(top + middle)])
                    plan.bottom = Array(choice.rows[(top + middle)...])
                    for middlePlace in middle > 0 ? middlePlaces(plan, place..<end) : [end] {
                        plan.middlePlace = middlePlace
                        if let cost = cost(of: plan, choice, gaps: gaps, float: float, next: next, isLeft: isLeft) {
                            found(plan, next, cost)
                            madeAny = true
                        }
                    }
                }
            }
        }
        return madeAny
    }

    /// Where the text may be parted for a float: where it stood in the file, and behind the paragraph that calls for it.
    private func middlePlaces(_ plan: PagePlan, _ range: Range<Int>) -> [Int] {
        guard let first = plan.middle.first?.entries.first?.float else { return [] }
        var places: [Int] = []
        let position = floats[first].position
        if position < text.items.count {
            places.append(text.chunkOfItem[position])
        } else {
            places.append(text.count)
        }
        var behind = calls[first] + 1
        while behind < range.upperBound, text.chunks[behind - 1].breakCost > 0 { behind += 1 }
        if !places.contains(behind) { places.append(behind) }
        return places.filter { $0 > range.lowerBound && $0 < range.upperBound && text.chunks[$0 - 1].breakCost < 20 }
    }

    private func cost(
        of plan: PagePlan, _ choice: FloatRows.Choice, gaps: Double, float: Int, next: Int, isLeft: Bool
    ) -> Double? {
        let (place, end) = (plan.text.lowerBound, plan.text.upperBound)
        var used = text.height(place, end) + choice.height + gaps
        if place == 0 {
            // What stands in the first page's margin ends above whatever takes the whole width.
            let above = text.height(place, plan.middle.isEmpty ? end : plan.middlePlace)
            used += max(0, text.railBottom - above)
        }
        if !plan.middle.isEmpty { used -= text.chunks[plan.middlePlace].spaceBefore }
        guard used <= height + 0.01 else { return nil }
        var cost = choice.cost + fillCost(plan, used: used, next: next)
        cost += endCost(plan.text, float: float, next: next, isLeft: isLeft, hasBottom: !plan.bottom.isEmpty)
        cost += plan.bottom.isEmpty ? 0 : Cost.bottom
        for row in plan.top + plan.middle {
            for entry in row.entries {
                let isAbove = plan.top.contains(row) || calls[entry.float] >= plan.middlePlace
                if isAbove, calls[entry.float] >= place { cost += Cost.beforeCall }
            }
        }
        // A paragraph or list that goes on from the page before is not parted by figures.
        if !plan.top.isEmpty, place > 0 { cost += 3 * text.chunks[place - 1].breakCost }
        if plan.middle.isEmpty {
            cost += blockCost(place, end, isWhole: false)
        } else {
            cost += Cost.middle + blockCost(place, plan.middlePlace, isWhole: false)
            cost += blockCost(plan.middlePlace, end, isWhole: false)
            cost += strandedCost(plan.middlePlace)
        }
        return cost
    }

    // MARK: Costs

    /// Scraps of text. A page that is text alone may end the report with few lines.
    private func blockCost(_ start: Int, _ end: Int, isWhole: Bool) -> Double {
        let lines = text.lines(start, end)
        guard lines < SpreadComposer.fewestLines else { return 0 }
        if start == 0, end == text.count { return 0 }
        if start == 0, text.height(start, end) > 200 { return 0 }
        return Cost.scrap * Double(SpreadComposer.fewestLines - lines) / Double(SpreadComposer.fewestLines)
    }

    private func strandedCost(_ end: Int) -> Double {
        let since = text.linesSinceHeading[end]
        return since < 3 ? Cost.stranded : since < 4 ? 80 : 0
    }

    /// What the place where the page ends costs: parted paragraphs, headings near the foot, figures that wait.
    private func endCost(_ range: Range<Int>, float: Int, next: Int, isLeft: Bool, hasBottom: Bool) -> Double {
        let end = range.upperBound
        var cost = 0.0
        if end < text.count, !range.isEmpty {
            cost += text.chunks[end - 1].breakCost * (hasBottom ? 4 : 1)
            cost += strandedCost(end)
        }
        let crosses = end < text.count && text.chunks[end].breaksPage
        for waiting in next..<max(next, floats.count) {
            guard calls[waiting] < end else { break }
            cost += calls[waiting] < range.lowerBound ? Cost.late : isLeft ? Cost.facing : Cost.nextPage
            if crosses { cost += Cost.crossesBreak }
        }
        return cost
    }

    /// What is left of the page, or what its spaces give.
    private func fillCost(_ plan: PagePlan, used: Double, next: Int) -> Double {
        let end = plan.text.upperBound
        let isLast = end == text.count && next == floats.count
        if end < text.count, text.chunks[end].breaksPage { return 0 }
        let left = height - used
        if left < 0 {
            let ratio = -left / max(1, shrink(plan.text.lowerBound, end))
            return 8 * ratio * ratio * ratio
        }
        let part = left / height
        if isLast { return isContinued || part < 0.85 ? 0 : 500 * (part - 0.85) / 0.15 }
        var cost = 3_000 * part * part
        if part > 0.2 { cost += 400 }
        if part > 0.28 { cost += Cost.sparse * part }
        return cost
    }
}
