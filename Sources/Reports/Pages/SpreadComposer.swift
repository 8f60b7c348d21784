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

    enum Cost {
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

    struct State {
        var cost = Double.infinity
        var from = -1
        var page = Page(text: 0..<0)
    }

    /// One page, as short as it can be said.
    struct Page {
        var text: Range<Int>
        var choice: FloatRows.Choice?
        /// How many rows stand above the text, and how many within it.
        var top = 0
        var middle = 0
        var middlePlace = 0

        var hasBottom: Bool { (choice?.rows.count ?? 0) > top + middle }

        var plan: PagePlan {
            guard let rows = choice?.rows else { return PagePlan(text: text) }
            return PagePlan(
                text: text, top: Array(rows[..<top]), middle: Array(rows[top..<(top + middle)]),
                middlePlace: middlePlace, bottom: Array(rows[(top + middle)...]))
        }
    }

    /// What has cost so much more than another way to the same place leads nowhere.
    private static let hopeless = 9_000.0

    func composed() -> Composition {
        let (places, orders) = (text.count + 1, floats.count + 1)
        func index(_ place: Int, _ float: Int, _ parity: Int) -> Int { (place * orders + float) * 2 + parity }
        var states = [State](repeating: State(), count: places * orders * 2)
        states[index(0, 0, 1)].cost = 0
        var rows = FloatRows(floats)
        for place in 0..<places {
            var least = Double.infinity
            for state in index(place, 0, 0)..<index(place + 1, 0, 0) { least = min(least, states[state].cost) }
            guard least < .infinity else { continue }
            for float in 0..<orders where !(place == text.count && float == floats.count) {
                for parity in 0..<2 {
                    let start = states[index(place, float, parity)].cost
                    guard start < least + SpreadComposer.hopeless else { continue }
                    let from = index(place, float, parity)
                    pages(from: place, float: float, isLeft: parity == 0, &rows) { page, nextFloat, cost in
                        let next = index(page.text.upperBound, nextFloat, 1 - parity)
                        guard start + cost < states[next].cost else { return }
                        states[next] = State(cost: start + cost, from: from, page: page)
                    }
                }
            }
        }
        let ends = [index(text.count, floats.count, 0), index(text.count, floats.count, 1)]
        var current = states[ends[0]].cost <= states[ends[1]].cost ? ends[0] : ends[1]
        var plans: [PagePlan] = []
        var worst = 0.0
        while states[current].from >= 0 {
            plans.append(states[current].page.plan)
            worst = max(worst, states[current].cost - states[states[current].from].cost)
            current = states[current].from
        }
        return Composition(pages: plans.reversed(), worst: worst)
    }

    // MARK: One page

    /// Every page that can be made from there.
    private func pages(
        from place: Int, float: Int, isLeft: Bool, _ rows: inout FloatRows, _ found: (Page, Int, Double) -> Void
    ) {
        var madeAny = false
        let farthest = lastPlace(from: place, room: height)
        for next in float...min(floats.count, float + FloatRows.most) {
            // A float's call stands on this page or an earlier one.
            if next > float, calls[next - 1] >= max(farthest, place) { break }
            if next == float {
                madeAny = textPages(from: place, float: float, isLeft: isLeft, found) || madeAny
            } else {
                for choice in rows.choices(float, next, highest: height) {
                    madeAny =
                        mixedPages(from: place, float: float, next: next, choice, isLeft: isLeft, found) || madeAny
                }
            }
        }
        guard !madeAny else { return }
        // What is higher than any page has one to itself all the same.
        if place < text.count {
            found(Page(text: place..<(place + 1)), float, Cost.sparse)
        } else if float < floats.count {
            let row = PagePlan.Row(entries: [.init(float: float, drawing: 0)])
            let choice = FloatRows.Choice(rows: [row], heights: [height], cost: 0, height: height)
            found(Page(text: place..<place, choice: choice, top: 1), float + 1, Cost.sparse)
        }
    }

    /// No page goes on behind a place where the author ends one.
    private func lastPlace(from place: Int, room: Double) -> Int {
        min(text.lastPlace(from: place, height: room), text.nextBreak[place])
    }

    private func textPages(
        from place: Int, float: Int, isLeft: Bool, _ found: (Page, Int, Double) -> Void
    ) -> Bool {
        guard place < text.count else { return false }
        let about = text.lastPlace(from: place, height: height + 40)
        let last = lastPlace(from: place, room: height + shrink(place, about))
        guard last > place else { return false }
        for end in stride(from: last, to: max(place, last - 16), by: -1) {
            let cost =
                endCost(place..<end, float: float, next: float, isLeft: isLeft, hasBottom: false)
                + fillCost(place..<end, used: text.height(place, end), next: float) + blockCost(place, end)
            found(Page(text: place..<end), float, cost)
        }
        return true
    }

    func shrink(_ start: Int, _ end: Int) -> Double { 0.12 * text.space(start, end) }

    /// Pages with floats: some above the text, some in it, some below.
    private func mixedPages(
        from place: Int, float: Int, next: Int, _ choice: FloatRows.Choice, isLeft: Bool,
        _ found: (Page, Int, Double) -> Void
    ) -> Bool {
        var madeAny = false
        let count = choice.rows.count
        if place == text.count || calls[next - 1] < place {
            // A page of figures alone.
            var cost = choice.cost + Cost.noText
            cost += endCost(place..<place, float: float, next: next, isLeft: isLeft, hasBottom: false)
            cost += fillCost(place..<place, used: choice.height, next: next)
            found(Page(text: place..<place, choice: choice, top: count), next, cost)
            madeAny = true
        }
        guard place < text.count else { return madeAny }
        for top in 0...count where !(place == 0 && top > 0) {
            for middle in 0...(count - top) {
                let gaps = SpreadComposer.gaps(top: top, middle: middle, bottom: count - top - middle)
                let left = height - choice.height - gaps
                guard left > 0 else { continue }
                let last = lastPlace(from: place, room: left)
                let first = max(place, last - 16, calls[next - 1])
                for end in stride(from: last, to: first, by: -1) {
                    var page = Page(text: place..<end, choice: choice, top: top, middle: middle, middlePlace: end)
                    for middlePlace in middle > 0 ? middlePlaces(page) : [end] {
                        page.middlePlace = middlePlace
                        let used = self.used(page, choice, gaps: gaps)
                        guard used <= height + 0.01 else { continue }
                        found(
                            page, next, cost(of: page, choice, used: used, float: float, next: next, isLeft: isLeft))
                        madeAny = true
                    }
                }
            }
        }
        return madeAny
    }

    /// Each group has the text on one side, the middle on both; the gap between groups is counted as one between rows.
    private static func gaps(top: Int, middle: Int, bottom: Int) -> Double {
        let sides = (top > 0 ? 1 : 0) + (middle > 0 ? 2 : 0) + (bottom > 0 ? 1 : 0)
        let between = (top > 0 ? 1 : 0) + (middle > 0 ? 1 : 0) + (bottom > 0 ? 1 : 0) - 1
        return Double(sides) * gapBeside - Double(between) * gapBetween
    }

    /// Where the text may be parted for a float: where it stood in the file, and behind the paragraph that calls for
    /// it.
    private func middlePlaces(_ page: Page) -> [Int] {
        guard let first = page.choice?.rows[page.top].entries.first?.float else { return [] }
        let position = floats[first].position
        let stood = position < text.items.count ? text.chunkOfItem[position] : text.count
        var behind = calls[first] + 1
        while behind < page.text.upperBound, text.chunks[behind - 1].breakCost > 0 { behind += 1 }
        return (stood == behind ? [stood] : [stood, behind]).filter {
            $0 > page.text.lowerBound && $0 < page.text.upperBound && text.chunks[$0 - 1].breakCost < 20
        }
    }

    func used(_ page: Page, _ choice: FloatRows.Choice, gaps: Double) -> Double {
        let (place, end) = (page.text.lowerBound, page.text.upperBound)
        var used = text.height(place, end) + choice.height + gaps
        if place == 0 {
            // What stands in the first page's margin ends above whatever takes the whole width.
            used += max(0, text.railBottom - text.height(place, page.middlePlace))
        }
        if page.middle > 0 { used -= text.chunks[page.middlePlace].spaceBefore }
        return used
    }

    func cost(
        of page: Page, _ choice: FloatRows.Choice, used: Double, float: Int, next: Int, isLeft: Bool
    ) -> Double {
        let (place, end) = (page.text.lowerBound, page.text.upperBound)
        var cost = choice.cost + fillCost(page.text, used: used, next: next)
        cost += endCost(page.text, float: float, next: next, isLeft: isLeft, hasBottom: page.hasBottom)
        cost += page.hasBottom ? Cost.bottom : 0
        for row in 0..<(page.top + page.middle) {
            for entry in choice.rows[row].entries where calls[entry.float] >= place {
                if row < page.top || calls[entry.float] >= page.middlePlace { cost += Cost.beforeCall }
            }
        }
        // A paragraph or list that goes on from the page before is not parted by figures.
        if page.top > 0, place > 0 { cost += 3 * text.chunks[place - 1].breakCost }
        guard page.middle > 0 else { return cost + blockCost(place, end) }
        cost += Cost.middle + blockCost(place, page.middlePlace) + blockCost(page.middlePlace, end)
        return cost + strandedCost(page.middlePlace)
    }
}
