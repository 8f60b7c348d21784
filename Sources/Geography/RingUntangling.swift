/// Takes a ring that crosses itself apart into loops that do not, each of which has an inside of its own: a figure of
/// eight becomes two rings. A ring that does not cross itself comes back as it is.
///
/// Crossings are looked for in the plane of longitude and latitude, among edges that share a cell of a grid with about
/// as many cells as the ring has edges; time grows with the edges and the crossings.
///
/// - Parameter ring: closed or not; what comes back is closed.
func untangled(_ ring: [Coordinate]) -> [[Coordinate]] {
    var points = ring
    if points.count > 1, points.first == points.last { points.removeLast() }
    guard points.count > 3 else { return [ring] }
    // Longitudes that go on where they would jump by a whole turn.
    var shift = 0.0
    var longitudes = [points[0].longitude]
    longitudes.reserveCapacity(points.count)
    for (a, b) in zip(points, points.dropFirst()) {
        if b.longitude - a.longitude > 180 { shift -= 360 } else if b.longitude - a.longitude < -180 { shift += 360 }
        longitudes.append(b.longitude + shift)
    }
    // Around a pole the last edge does not lead back in this plane.
    guard abs((longitudes.last ?? 0) - longitudes[0]) <= 180 else { return [ring] }
    let crossings = crossings(longitudes, points)
    guard !crossings.isEmpty else { return [ring] }

    // The ring again with its crossings as vertices that it comes to twice.
    var stops: [Int: [(share: Double, node: Int)]] = [:]
    for (node, crossing) in crossings.enumerated() {
        stops[crossing.first, default: []].append((crossing.firstShare, node))
        stops[crossing.second, default: []].append((crossing.secondShare, node))
    }
    var loops: [[Coordinate]] = []
    var walk: [(place: Coordinate, node: Int)] = []
    var position = [Int](repeating: -1, count: crossings.count)
    for (index, point) in points.enumerated() {
        walk.append((point, -1))
        for stop in (stops[index] ?? []).sorted(by: { ($0.share, $0.node) < ($1.share, $1.node) }) {
            let place = crossings[stop.node].place
            let start = position[stop.node]
            guard start >= 0, start < walk.count, walk[start].node == stop.node else {
                position[stop.node] = walk.count
                walk.append((place, stop.node))
                continue
            }
            // Back at a crossing: what was walked since is a loop.
            loops.append(walk[start...].map(\.place))
            for passed in walk[(start + 1)...] where passed.node >= 0 { position[passed.node] = -1 }
            walk.removeSubrange((start + 1)...)
        }
    }
    loops.append(walk.map(\.place))
    return loops.filter { $0.count > 2 }.map { $0 + [$0[0]] }
}

private struct RingCrossing {
    var first: Int
    var firstShare: Double
    var second: Int
    var secondShare: Double
    var place: Coordinate
}

private func crossings(_ longitudes: [Double], _ points: [Coordinate]) -> [RingCrossing] {
    let count = points.count
    guard let west = longitudes.min(), let east = longitudes.max(), let south = points.map(\.latitude).min(),
        let north = points.map(\.latitude).max(), east > west, north > south
    else { return [] }
    let side = max(1, min(2000, Int(Double(count).squareRoot())))
    let (width, height) = ((east - west) / Double(side), (north - south) / Double(side))
    func column(_ longitude: Double) -> Int { max(0, min(side - 1, Int((longitude - west) / width))) }
    func row(_ latitude: Double) -> Int { max(0, min(side - 1, Int((latitude - south) / height))) }
    var cells: [Int: [Int32]] = [:]
    var found: [RingCrossing] = []
    for index in 0..<count {
        let next = index + 1 < count ? index + 1 : 0
        let (ax, ay, bx, by) = (longitudes[index], points[index].latitude, longitudes[next], points[next].latitude)
        let (columns, rows) = (column(min(ax, bx))...column(max(ax, bx)), row(min(ay, by))...row(max(ay, by)))
        for cellColumn in columns {
            for cellRow in rows {
                let key = cellColumn * side + cellRow
                for other in cells[key] ?? [] {
                    let start = Int(other)
                    let end = start + 1 < count ? start + 1 : 0
                    guard start != next, end != index, start != index else { continue }
                    let (cx, cy, dx, dy) = (
                        longitudes[start], points[start].latitude, longitudes[end], points[end].latitude
                    )
                    let determinant = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
                    guard determinant != 0 else { continue }
                    let share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / determinant
                    let otherShare = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / determinant
                    // Rings that touch themselves at a vertex do not cross there.
                    guard share > 1e-9, share < 1 - 1e-9, otherShare > 1e-9, otherShare < 1 - 1e-9 else { continue }
                    let (x, y) = (ax + share * (bx - ax), ay + share * (by - ay))
                    // A pair that shares several cells is counted in the one with the crossing.
                    guard column(x) == cellColumn, row(y) == cellRow else { continue }
                    found.append(
                        RingCrossing(
                            first: start, firstShare: otherShare, second: index, secondShare: share,
                            place: Coordinate(x > 180 ? x - 360 : x < -180 ? x + 360 : x, y)))
                    // Beyond this it is no ring, but a scribble.
                    if found.count > 10_000 { return [] }
                }
                cells[key, default: []].append(Int32(index))
            }
        }
    }
    return found
}
