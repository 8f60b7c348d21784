import SceneGraph

/// Line simplification by effective area (Visvalingam and Whyatt 1993): the vertex whose triangle with its neighbours
/// is smallest goes first, until none is smaller than a threshold. First and last stay.
public enum Visvalingam {
    /// Which of the points stay.
    ///
    /// - Parameters:
    ///   - threshold: square units of the points.
    ///   - least: inner points that stay whatever their area.
    public static func kept(_ points: [Point], threshold: Double, least: Int = 0) -> [Bool] {
        let count = points.count
        var alive = [Bool](repeating: true, count: count)
        guard count > 2 + least, threshold > 0 else { return alive }
        var before = (0..<count).map { $0 - 1 }
        var after = (0..<count).map { $0 + 1 }
        func area(_ a: Int, _ b: Int, _ c: Int) -> Double {
            abs(
                (points[b].x - points[a].x) * (points[c].y - points[a].y) - (points[c].x - points[a].x)
                    * (points[b].y - points[a].y)) / 2
        }
        var heap = AreaHeap(count: count)
        for index in 1..<(count - 1) { heap.set(index, area(index - 1, index, index + 1)) }
        var left = count - 2
        while left > least, let (index, size) = heap.popLeast(), size < threshold {
            alive[index] = false
            left -= 1
            let (a, b) = (before[index], after[index])
            after[a] = b
            before[b] = a
            // A neighbour is never worth less than what went before it, or a spiral would be eaten from its end.
            if a > 0 { heap.set(a, max(size, area(before[a], a, after[a]))) }
            if b < count - 1 { heap.set(b, max(size, area(before[b], b, after[b]))) }
        }
        return alive
    }
}

/// A binary heap of indices by area, in which an index can be given another area.
private struct AreaHeap {
    private var heap: [Int32] = []
    private var place: [Int32]
    private var areas: [Double]

    init(count: Int) {
        place = [Int32](repeating: -1, count: count)
        areas = [Double](repeating: 0, count: count)
        heap.reserveCapacity(count)
    }

    mutating func set(_ index: Int, _ area: Double) {
        let known = place[index]
        areas[index] = area
        if known < 0 {
            heap.append(Int32(index))
            place[index] = Int32(heap.count - 1)
            rise(heap.count - 1)
        } else {
            rise(Int(known))
            sink(Int(place[index]))
        }
    }

    mutating func popLeast() -> (index: Int, area: Double)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        place[Int(first)] = -1
        if !heap.isEmpty {
            heap[0] = last
            place[Int(last)] = 0
            sink(0)
        }
        return (Int(first), areas[Int(first)])
    }

    private func isLess(_ a: Int32, _ b: Int32) -> Bool {
        let (p, q) = (areas[Int(a)], areas[Int(b)])
        return p < q || (p == q && a < b)
    }

    private mutating func rise(_ start: Int) {
        var index = start
        let moving = heap[index]
        while index > 0 {
            let parent = (index - 1) / 2
            guard isLess(moving, heap[parent]) else { break }
            heap[index] = heap[parent]
            place[Int(heap[index])] = Int32(index)
            index = parent
        }
        heap[index] = moving
        place[Int(moving)] = Int32(index)
    }

    private mutating func sink(_ start: Int) {
        var index = start
        let moving = heap[index]
        while true {
            var child = 2 * index + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, isLess(heap[child + 1], heap[child]) { child += 1 }
            guard isLess(heap[child], moving) else { break }
            heap[index] = heap[child]
            place[Int(heap[index])] = Int32(index)
            index = child
        }
        heap[index] = moving
        place[Int(moving)] = Int32(index)
    }
}
