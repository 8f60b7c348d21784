import SceneGraph

/// The running text as the composer sees it: runs of items that keep together, and what it costs to end a page between
/// two of them.
struct TextChunks {
    struct Chunk {
        var items: Range<Int>
        var height: Double
        var spaceBefore: Double
        var lines: Int
        var breaksPage: Bool
        var breakCost: Double
        /// Of rows that are set again where it begins a page.
        var headHeight: Double
    }

    let items: [FlowItem]
    private(set) var chunks: [Chunk] = []
    /// Chunk by item.
    private(set) var chunkOfItem: [Int] = []
    /// For each place between chunks: all heights and spaces, and all spaces, of what stands before it.
    private var heights: [Double] = [0]
    private var spaces: [Double] = [0]
    private var lines: [Int] = [0]
    /// For each place between chunks: lines since the last heading; many where there is none near.
    private(set) var linesSinceHeading: [Int] = [99]
    /// For each place: the next one behind it at which the author ends a page, or the end.
    private(set) var nextBreak: [Int] = []
    /// For the text from its beginning to each place: its height where the margin's content pushes wide items down.
    private var firstHeights: [Double] = [0]
    /// How far down what stands in the margin of the first page reaches.
    private(set) var railBottom = 0.0

    /// - Parameter highest: no chunk is higher than this, but of one item.
    init(_ items: [FlowItem], highest: Double) {
        self.items = items
        chunkOfItem.reserveCapacity(items.count)
        var start = 0
        while start < items.count {
            var end = start
            var height = 0.0
            while end < items.count {
                let next = items[end].height + (end > start ? items[end].spaceBefore : 0)
                if end > start, height + next > highest { break }
                height += next
                end += 1
                if !items[end - 1].keepsWithNext { break }
            }
            append(start..<end, height: height)
            start = end
        }
        nextBreak = Array(repeating: count, count: count + 1)
        for place in stride(from: count - 1, through: 0, by: -1) {
            nextBreak[place] = place + 1 < count && chunks[place + 1].breaksPage ? place + 1 : nextBreak[place + 1]
        }
        measureFirstPage()
    }

    private mutating func append(_ range: Range<Int>, height: Double) {
        let slice = items[range]
        // A heading is read too.
        let count = slice.reduce(0) { $0 + ($1.headingLevel > 0 && $1.height > 12 ? 1 : $1.lineCount) }
        chunks.append(
            Chunk(
                items: range, height: height, spaceBefore: slice.first?.spaceBefore ?? 0, lines: count,
                breaksPage: slice.first?.breaksPage ?? false, breakCost: slice.last?.breakCost ?? 0,
                headHeight: slice.first?.repeatedHead.reduce(0) { $0 + $1.height } ?? 0))
        for _ in range { chunkOfItem.append(chunks.count - 1) }
        heights.append(heights[heights.count - 1] + height + chunks[chunks.count - 1].spaceBefore)
        spaces.append(spaces[spaces.count - 1] + slice.reduce(0) { $0 + $1.spaceBefore })
        lines.append(lines[lines.count - 1] + count)
        var since = linesSinceHeading[linesSinceHeading.count - 1]
        for item in slice { since = item.headingLevel > 0 ? 0 : min(99, since + item.lineCount) }
        linesSinceHeading.append(since)
    }

    var count: Int { chunks.count }

    /// What the text between two places takes on a page of its own.
    func height(_ start: Int, _ end: Int) -> Double {
        guard start < end else { return 0 }
        if start == 0 { return firstHeights[end] }
        return heights[end] - heights[start] - chunks[start].spaceBefore + chunks[start].headHeight
    }

    /// The same where something stands above it on the page.
    func heightBelow(_ start: Int, _ end: Int) -> Double {
        guard start < end else { return 0 }
        return heights[end] - heights[start] - chunks[start].spaceBefore
    }

    /// Of the spaces above blocks, all but the first's.
    func space(_ start: Int, _ end: Int) -> Double {
        guard start < end else { return 0 }
        return spaces[end] - spaces[start] - chunks[start].spaceBefore
    }

    func lines(_ start: Int, _ end: Int) -> Int { lines[end] - lines[start] }

    /// The last place from which a page can end.
    func lastPlace(from start: Int, height: Double) -> Int {
        var (low, high) = (start, count)
        while low < high {
            let middle = (low + high + 1) / 2
            if self.height(start, middle) <= height + 0.01 { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private mutating func measureFirstPage() {
        var y = 0.0
        var rail = 0.0
        firstHeights.reserveCapacity(chunks.count + 1)
        for (index, chunk) in chunks.enumerated() {
            for place in chunk.items {
                let item = items[place]
                if index > 0 || place > chunk.items.lowerBound { y += item.spaceBefore }
                if item.clearsRail, rail > 0 { y = max(y, rail + item.spaceBefore * 0.6) }
                if item.railHeight > 0 { rail = max(rail, y + item.railHeight) }
                y += item.height
            }
            firstHeights.append(y)
            // What reaches far down the margin belongs to the title; later pages have nothing there.
            if y > 2_000, index > 200 { break }
        }
        railBottom = rail
        while firstHeights.count <= chunks.count {
            let index = firstHeights.count
            firstHeights.append(
                firstHeights[index - 1] + chunks[index - 1].height + chunks[index - 1].spaceBefore)
        }
    }
}
