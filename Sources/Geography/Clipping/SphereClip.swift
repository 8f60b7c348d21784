/// Cuts shapes on the rotated sphere to the part that a projection can show.
protocol SphereClip: Sendable {
    func shows(_ point: SpherePoint) -> Bool
    /// The visible pieces of a line.
    func pieces(ofLine line: [SpherePoint]) -> [[SpherePoint]]
    /// The rings of what is visible of a polygon; open, the last point not a repetition of the first.
    func pieces(ofPolygon rings: [[SpherePoint]]) -> [[SpherePoint]]
    /// The edge of the visible part as a ring.
    var outline: [SpherePoint] { get }
}

/// A piece of a ring between two points on the edge of the visible part.
struct Chain {
    var points: [SpherePoint]
    /// Where along the edge it begins and ends, measured the way round that has the visible part on the right.
    var start: Double
    var end: Double
}

/// Joins chains into rings along the edge.
///
/// Inside is to the right of every chain, and walking the edge the right way round has the visible part on the
/// right; so whoever leaves along a chain's end meets, first, the chain that bounds the same area.
///
/// - Parameters:
///   - length: of the whole edge, in the measure of the chains' `start` and `end`.
///   - edge: the points on the edge strictly between two places, walked the right way round.
func join(_ chains: [Chain], edgeLength length: Double, edge: (Double, Double) -> [SpherePoint]) -> [[SpherePoint]] {
    var unused = chains.indices.sorted { (chains[$0].start, $0) < (chains[$1].start, $1) }
    var rings: [[SpherePoint]] = []
    func distance(from end: Double, to start: Double) -> Double {
        var way = start - end
        if way < 0 { way += length }
        // A chain may begin a rounding error before the place where the last one ended: it is there all the same.
        return way > length - 1e-9 ? 0 : way
    }
    while let first = unused.first {
        unused.removeFirst()
        var ring = chains[first].points
        var current = first
        while true {
            let end = chains[current].end
            let home = distance(from: end, to: chains[first].start)
            var nearest: (position: Int, way: Double)?
            // Starts are sorted: the next one at or after `end`, or the first of all.
            var (low, high) = (0, unused.count)
            while low < high {
                let middle = (low + high) / 2
                if chains[unused[middle]].start < end - 1e-9 { low = middle + 1 } else { high = middle }
            }
            if !unused.isEmpty {
                let position = low < unused.count ? low : 0
                nearest = (position, distance(from: end, to: chains[unused[position]].start))
            }
            if let next = nearest, next.way < home {
                let chain = unused.remove(at: next.position)
                ring += edge(end, chains[chain].start)
                ring += chains[chain].points
                current = chain
            } else {
                ring += edge(end, chains[first].start)
                break
            }
        }
        rings.append(ring)
    }
    return rings
}

/// Twice the signed area of a plane ring, positive where it runs counter-clockwise (y upwards).
func planarArea(_ points: [(x: Double, y: Double)]) -> Double {
    guard var last = points.last else { return 0 }
    var total = 0.0
    for point in points {
        total += last.x * point.y - point.x * last.y
        last = point
    }
    return total
}
