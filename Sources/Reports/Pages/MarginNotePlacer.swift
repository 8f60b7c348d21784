import SceneGraph

/// Stands notes in the margin beside the lines that call for them, in their order, where the margin is free; what finds
/// no room on its page is left for the end.
struct MarginNotePlacer {
    let notes: [Int: FlowItem]
    let height: Double
    private(set) var placed: Set<Int> = []

    init(notes: [Int: FlowItem], height: Double) {
        self.notes = notes
        self.height = height
    }

    mutating func place(on page: inout PagePlacer.Page) {
        var bottom = 0.0
        var waiting = page.calls.flatMap { call in call.notes.map { (y: call.y, number: $0) } }
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            guard !placed.contains(next.number), let note = notes[next.number] else { continue }
            var top = max(next.y, bottom > 0 ? bottom + note.spaceBefore : 0)
            for taken in page.taken.sorted(by: { $0.lowerBound < $1.lowerBound })
            where top < taken.upperBound + 6 && top + note.height > taken.lowerBound - 6 {
                top = taken.upperBound + 12
            }
            guard top + note.height <= height + 0.01 else { continue }
            placed.insert(next.number)
            page.page.notes.append(Paginator.Placed(steps: note.steps, nodes: note.nodes, origin: Point(0, top)))
            bottom = top + note.height
            waiting = note.noteCalls.map { (y: top, number: $0) } + waiting
        }
    }
}
