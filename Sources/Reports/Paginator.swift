import SceneGraph

/// Places flow items on pages.
///
/// Chunks that keep together go down the page in order. A figure that no longer fits waits for the next page's top,
/// and the text after it goes on. Columns are balanced where a section ends on the page.
struct Paginator {
    struct Placed {
        var steps: [StructureStep]
        var nodes: [Node]
        /// From the page's left margin and the content's top.
        var origin: Point
    }

    struct Page {
        var placed: [Placed] = []
        /// Notes in its margin, which are read when the page has been.
        var notes: [Placed] = []
    }

    let height: Double
    private(set) var pages: [Page] = [Page()]
    private var y = 0.0
    private var railBottom = 0.0
    private var strip: Strip?
    private var waiting: [(chunk: [FlowItem], left: Double)] = []

    /// - Parameters:
    ///   - pages: what is set already.
    ///   - y: where on the last of them there is room.
    init(height: Double, behind pages: [Page] = [], at y: Double = 0) {
        self.height = height
        if !pages.isEmpty { (self.pages, self.y) = (pages, y) }
    }

    static func paginate(
        _ sections: [FlowSection], height: Double, behind pages: [Page] = [], at y: Double = 0
    ) -> [Page] {
        var paginator = Paginator(height: height, behind: pages, at: y)
        for section in sections { paginator.place(section) }
        paginator.placeStrip()
        while !paginator.waiting.isEmpty { paginator.newPage() }
        return paginator.pages.filter { !$0.placed.isEmpty || !$0.notes.isEmpty }
    }

    private mutating func newPage() {
        startPage()
        y = 0
        railBottom = 0
        while let next = waiting.first {
            let fits = y == 0 || y + Paginator.height(of: next.chunk, first: false) <= height
            guard fits else { break }
            waiting.removeFirst()
            put(next.chunk, left: next.left)
        }
    }

    private mutating func place(_ section: FlowSection) {
        if section.endsFloats {
            placeStrip()
            while !waiting.isEmpty { newPage() }
        }
        var chunks = Paginator.chunks(section.items)
        if section.columns > 1 {
            if strip == nil {
                strip = Strip(section: section, chunks: chunks)
            } else {
                strip?.chunks += chunks
            }
            return
        }
        if !chunks.isEmpty { chunks[0][0].spaceBefore += section.spaceBefore }
        for chunk in chunks {
            if chunk.contains(where: \.floats), waits(chunk) {
                // The columns go on beneath it, as one strip.
                waiting.append((chunk, section.left))
            } else {
                placeStrip()
                place(chunk, left: section.left)
            }
        }
    }

    /// Whether a figure has no room below the columns that come before it on the page.
    private mutating func waits(_ chunk: [FlowItem]) -> Bool {
        guard strip != nil else { return false }
        fillPages()
        guard waiting.isEmpty, let strip, let columns = balancedHeight(strip, room: height - y - strip.space(at: y))
        else {
            return true
        }
        let bottom = y + strip.space(at: y) + columns + (chunk.first?.spaceBefore ?? 0)
        return bottom + Paginator.height(of: chunk, first: true) > height + 0.01
    }

    private mutating func place(_ chunk: [FlowItem], left: Double) {
        if chunk[0].breaksPage, y > 0 { newPage() }
        let floats = chunk.contains(where: \.floats)
        if floats, !waiting.isEmpty {
            // Figures keep their order.
            waiting.append((chunk, left))
        } else if fits(chunk) {
            put(chunk, left: left)
        } else if floats, y > 0 {
            waiting.append((chunk, left))
        } else {
            newPage()
            // Figures that waited may fill a page; the text goes on behind them. What is higher than any page is cut.
            while y > 0, !fits(chunk), Paginator.height(of: chunk, first: true) <= height { newPage() }
            put(chunk, left: left)
        }
    }

    private func fits(_ chunk: [FlowItem]) -> Bool {
        let start = start(of: chunk)
        let rail = chunk.map(\.railHeight).max() ?? 0
        return start + max(Paginator.height(of: chunk, first: true), rail) <= height + 0.01
    }

    private func start(of chunk: [FlowItem]) -> Double {
        var start = y == 0 ? 0 : y + (chunk.first?.spaceBefore ?? 0)
        if chunk.first?.clearsRail == true, railBottom > 0 {
            start = max(start, railBottom + (chunk.first?.spaceBefore ?? 0) * 0.6)
        }
        return start
    }

    private mutating func put(_ chunk: [FlowItem], left: Double) {
        var top = start(of: chunk)
        if goesOn(chunk) {
            if y > 0 { top = max(top, y + 14) }
            for head in chunk[0].repeatedHead {
                add(head, at: Point(left, top))
                top += head.height
            }
        }
        for (index, item) in chunk.enumerated() {
            if index > 0 { top += item.spaceBefore }
            if top + item.height > height + 0.01, top > 0 {
                // Only a chunk that is longer than a page is cut.
                startPage()
                top = 0
                railBottom = 0
                for head in item.repeatedHead {
                    add(head, at: Point(left, top))
                    top += head.height
                }
            }
            add(item, at: Point(left, top))
            if item.railHeight > 0 { railBottom = max(railBottom, top + item.railHeight) }
            top += item.height
        }
        y = top + (chunk.last?.spaceAfter ?? 0)
    }

    /// Whether a table's earlier rows stand on earlier pages only.
    private func goesOn(_ chunk: [FlowItem]) -> Bool {
        guard let row = chunk.first, !row.repeatedHead.isEmpty else { return false }
        let table = row.steps.dropLast()
        return !pages[pages.count - 1].placed.contains { placed in
            placed.steps.count > table.count && zip(placed.steps, table).allSatisfy { $0.key == $1.key }
        }
    }

    private mutating func add(_ item: FlowItem, at origin: Point) {
        pages[pages.count - 1].placed.append(Placed(steps: item.steps, nodes: item.nodes, origin: origin))
    }

    private mutating func startPage() {
        let last = pages[pages.count - 1]
        if !last.placed.isEmpty || !last.notes.isEmpty { pages.append(Page()) }
    }

    // MARK: Columns

    /// Columns that are not on the page yet: what comes after them may make them longer.
    private struct Strip {
        var section: FlowSection
        var chunks: [[FlowItem]]
        /// Whether its beginning stands on an earlier page.
        var hasBegun = false

        /// Above it. Further pages may begin with a figure that waited.
        func space(at y: Double) -> Double {
            y == 0 ? 0 : hasBegun ? max(section.spaceBefore, 20) : section.spaceBefore
        }
    }

    /// Fills pages with columns for as long as they do not hold what is left.
    private mutating func fillPages() {
        while let strip, !strip.chunks.isEmpty {
            y = max(y, railBottom)
            // A strip of columns lower than this is not worth starting.
            if y > 0, height - y - strip.space(at: y) < 90 {
                newPage()
                continue
            }
            guard balancedHeight(strip, room: height - y - strip.space(at: y)) == nil else { return }
            y += strip.space(at: y)
            setColumns(height: height - y)
            newPage()
        }
    }

    /// Sets what is left of the columns, balanced.
    private mutating func placeStrip() {
        fillPages()
        if let strip, !strip.chunks.isEmpty {
            y += strip.space(at: y)
            setColumns(height: balancedHeight(strip, room: height - y) ?? height - y)
        }
        strip = nil
    }

    private mutating func setColumns(height columnHeight: Double) {
        guard var strip else { return }
        let section = strip.section
        var used = 0.0
        for column in 0..<section.columns where !strip.chunks.isEmpty {
            let left = section.left + Double(column) * (section.columnWidth + section.columnGap)
            var top = 0.0
            for head in strip.chunks[0][0].repeatedHead {
                add(head, at: Point(left, y + top))
                top += head.height
            }
            var isFirst = true
            while let chunk = strip.chunks.first {
                let needed = Paginator.height(of: chunk, first: isFirst)
                // A column takes one chunk at least, so that what is higher than a page ends somewhere too.
                if !isFirst, top + needed > columnHeight + 0.01 { break }
                if isFirst, column > 0, top + needed > columnHeight + 0.01, needed <= height { break }
                strip.chunks.removeFirst()
                for (index, item) in chunk.enumerated() {
                    if !isFirst || index > 0 { top += item.spaceBefore }
                    add(item, at: Point(left, y + top))
                    top += item.height
                }
                isFirst = false
            }
            used = max(used, top)
        }
        y += used
        strip.hasBegun = true
        self.strip = strip
    }

    /// The lowest columns that hold all; nil where the room is too small.
    private func balancedHeight(_ strip: Strip, room: Double) -> Double? {
        let (chunks, columns) = (strip.chunks, strip.section.columns)
        func holds(_ limit: Double) -> Bool {
            var column = 0
            var top = Double.infinity
            for chunk in chunks {
                let next = top + Paginator.height(of: chunk, first: false)
                if next <= limit {
                    top = next
                    continue
                }
                column += 1
                top = chunk[0].repeatedHead.reduce(0) { $0 + $1.height } + Paginator.height(of: chunk, first: true)
                if column > columns || top > limit { return false }
            }
            return true
        }
        guard holds(room) else { return nil }
        var (low, high) = (0.0, room)
        while high - low > 1 {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return high
    }

    /// Runs of items that stay together.
    private static func chunks(_ items: [FlowItem]) -> [[FlowItem]] {
        var result: [[FlowItem]] = []
        var chunk: [FlowItem] = []
        for item in items {
            chunk.append(item)
            if !item.keepsWithNext {
                result.append(chunk)
                chunk = []
            }
        }
        if !chunk.isEmpty { result.append(chunk) }
        return result
    }

    /// The height of items one below the other; the space before the first is not counted where nothing is above it.
    private static func height(of chunk: [FlowItem], first: Bool) -> Double {
        chunk.reduce(0) { $0 + $1.height + $1.spaceBefore } - (first ? chunk.first?.spaceBefore ?? 0 : 0)
    }
}
