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
    }

    let height: Double
    private(set) var pages: [Page] = [Page()]
    private var y = 0.0
    private var railBottom = 0.0
    private var waiting: [(chunk: [FlowItem], left: Double)] = []

    init(height: Double) { self.height = height }

    static func paginate(_ sections: [FlowSection], height: Double) -> [Page] {
        var paginator = Paginator(height: height)
        for section in sections { paginator.place(section) }
        while !paginator.waiting.isEmpty { paginator.newPage() }
        return paginator.pages.filter { !$0.placed.isEmpty }
    }

    private mutating func newPage() {
        if !pages[pages.count - 1].placed.isEmpty { pages.append(Page()) }
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
        if section.columns > 1 {
            placeColumns(section)
            return
        }
        var isFirst = true
        for chunk in Paginator.chunks(section.items) {
            var chunk = chunk
            if isFirst {
                chunk[0].spaceBefore += section.spaceBefore
                isFirst = false
            }
            place(chunk, left: section.left)
        }
    }

    private mutating func place(_ chunk: [FlowItem], left: Double) {
        if chunk[0].breaksPage, y > 0 { newPage() }
        if fits(chunk) {
            put(chunk, left: left)
        } else if chunk.contains(where: \.floats), y > 0 {
            waiting.append((chunk, left))
        } else {
            newPage()
            while !fits(chunk), y > 0, !waiting.isEmpty || chunk.count > 0 {
                // Figures that waited have filled this page; the text goes on behind them.
                if Paginator.height(of: chunk, first: true) > height { break }
                newPage()
            }
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
        for (index, item) in chunk.enumerated() {
            if index > 0 { top += item.spaceBefore }
            if top + item.height > height + 0.01, top > 0 {
                // Only a chunk that is longer than a page is cut.
                if !pages[pages.count - 1].placed.isEmpty { pages.append(Page()) }
                top = 0
                railBottom = 0
                for head in item.repeatedHead {
                    add(head, at: Point(left, top))
                    top += head.height
                }
            }
            add(item, at: Point(left, top))
            if item.railHeight > 0 { railBottom = top + item.railHeight }
            top += item.height
        }
        y = top
    }

    private mutating func add(_ item: FlowItem, at origin: Point) {
        pages[pages.count - 1].placed.append(Placed(steps: item.steps, nodes: item.nodes, origin: origin))
    }

    private mutating func placeColumns(_ section: FlowSection) {
        // A chunk that no column can hold is set item by item.
        var chunks = Paginator.chunks(section.items).flatMap { chunk in
            Paginator.height(of: chunk, first: true) > height ? chunk.map { [$0] } : [chunk]
        }
        y = max(y, railBottom)
        let space = y == 0 ? 0 : section.spaceBefore
        // A strip of columns lower than this is not worth starting.
        if y > 0, height - y - space < 90 { newPage() }
        y += y == 0 ? 0 : space
        while !chunks.isEmpty {
            let room = height - y
            let limit = balancedHeight(chunks, columns: section.columns, room: room) ?? room
            let counts = columnCounts(chunks, columns: section.columns, limit: limit)
            var used = 0.0
            for (column, count) in counts.enumerated() where count > 0 {
                let left = section.left + Double(column) * (section.columnWidth + section.columnGap)
                var top = 0.0
                if column > 0 || y == 0 {
                    for head in chunks[0][0].repeatedHead {
                        add(head, at: Point(left, y + top))
                        top += head.height
                    }
                }
                for chunk in chunks.prefix(count) {
                    for item in chunk {
                        if top > 0 { top += item.spaceBefore }
                        add(item, at: Point(left, y + top))
                        top += item.height
                    }
                }
                chunks.removeFirst(count)
                used = max(used, top)
            }
            y += used
            if !chunks.isEmpty { newPage() }
        }
    }

    /// How many chunks each column takes. At the top of a page the first column takes one whatever its height, so that
    /// every page gets on.
    private func columnCounts(_ chunks: [[FlowItem]], columns: Int, limit: Double) -> [Int] {
        var counts: [Int] = []
        var index = 0
        for column in 0..<columns where index < chunks.count {
            let start = index
            var top = column > 0 || y == 0 ? chunks[index][0].repeatedHead.reduce(0) { $0 + $1.height } : 0
            while index < chunks.count {
                let chunk = chunks[index]
                let needed = Paginator.height(of: chunk, first: true) + (top > 0 ? chunk[0].spaceBefore : 0)
                let isForced = y == 0 && column == 0 && index == 0
                if top + needed > limit + 0.01, !isForced { break }
                top += needed
                index += 1
            }
            counts.append(index - start)
            if index == start { break }
        }
        return counts
    }

    /// The lowest columns that hold all; nil where the room is too small.
    private func balancedHeight(_ chunks: [[FlowItem]], columns: Int, room: Double) -> Double? {
        func holds(_ limit: Double) -> Bool {
            columnCounts(chunks, columns: columns, limit: limit).reduce(0, +) == chunks.count
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

    /// The height of items one below the other; the space before the first is not counted.
    private static func height(of chunk: [FlowItem], first: Bool) -> Double {
        chunk.reduce(0) { $0 + $1.height + $1.spaceBefore } - (chunk.first?.spaceBefore ?? 0)
    }
}
