/// Cuts along the meridian opposite the centre, for projections that show the whole sphere as one sheet.
///
/// In the plane of longitude and latitude the visible part is the rectangle from −π to π and −π/2 to π/2; its edge is
/// measured clockwise from the south-west corner, each side 2 long, so that the whole of it is 8.
struct AntimeridianClip: SphereClip {
    func shows(_ point: SpherePoint) -> Bool { true }

    func pieces(ofLine line: [SpherePoint]) -> [[SpherePoint]] {
        let settled = settleSides(line, closed: false)
        guard let first = settled.first else { return [] }
        var pieces: [[SpherePoint]] = []
        var piece = [first]
        var previous = first
        for point in settled.dropFirst() {
            step(from: previous, to: point, current: &piece) { pieces.append($0) }
            previous = point
        }
        pieces.append(piece)
        return pieces.filter { $0.count > 1 }
    }

    func pieces(ofPolygon rings: [[SpherePoint]]) -> [[SpherePoint]] {
        var whole: [[SpherePoint]] = []
        var chains: [Chain] = []
        for ring in rings {
            let settled = settleSides(ring, closed: true)
            guard settled.count >= 3, let first = settled.first else { continue }
            var pieces: [[SpherePoint]] = []
            var piece = [first]
            var previous = first
            for index in 1...settled.count {
                let point = index < settled.count ? settled[index] : first
                step(from: previous, to: point, current: &piece) { pieces.append($0) }
                previous = point
            }
            if pieces.isEmpty {
                piece.removeLast()
                whole.append(piece)
                continue
            }
            // The ring was entered in the middle of a piece: what came last leads into what came first.
            pieces[0] = piece.dropLast() + pieces[0]
            for points in pieces {
                guard let start = points.first, let end = points.last else { continue }
                chains.append(Chain(points: points, start: place(start), end: place(end)))
            }
        }
        if chains.isEmpty { return edgeIsInside(whole) ? whole + [outline] : whole }
        return whole + join(chains, edgeLength: 8, edge: stops)
    }

    /// The rectangle's corners and the middles of its sides, clockwise from the south-west corner.
    var outline: [SpherePoint] { AntimeridianClip.corners }

    private static let corners: [SpherePoint] = [
        SpherePoint(-halfTurn, -quarterTurn), SpherePoint(-halfTurn, 0), SpherePoint(-halfTurn, quarterTurn),
        SpherePoint(0, quarterTurn), SpherePoint(halfTurn, quarterTurn), SpherePoint(halfTurn, 0),
        SpherePoint(halfTurn, -quarterTurn), SpherePoint(0, -quarterTurn),
    ]

    /// How far along the edge a point of the western or eastern side is.
    private func place(_ point: SpherePoint) -> Double {
        let height = (point.latitude + quarterTurn) / halfTurn * 2
        return point.longitude < 0 ? height : 6 - height
    }

    private func stops(from start: Double, to end: Double) -> [SpherePoint] {
        var end = end
        if end < start - 1e-9 { end += 8 }
        var points: [SpherePoint] = []
        var stop = Int(start.rounded(.down)) + 1
        while Double(stop) < end - 1e-9 {
            points.append(AntimeridianClip.corners[stop % 8])
            stop += 1
        }
        return points
    }

    /// Goes one edge further: adds its end to the piece, and where it crosses the antimeridian ends the piece there
    /// and begins another on the other side.
    @inline(__always)
    private func step(
        from a: SpherePoint, to b: SpherePoint, current: inout [SpherePoint], finish: ([SpherePoint]) -> Void
    ) {
        let way = abs(b.longitude - a.longitude)
        if way > halfTurn - 1e-9 {
            if way < halfTurn + 1e-9 {
                // Half way round: the arc leads over a pole.
                let pole = a.latitude + b.latitude > 0 ? quarterTurn : -quarterTurn
                current.append(SpherePoint(a.longitude, pole))
                current.append(SpherePoint(b.longitude, pole))
            } else {
                let latitude = crossing(a, b)
                let side = a.longitude > 0 ? halfTurn : -halfTurn
                current.append(SpherePoint(side, latitude))
                finish(current)
                current = [SpherePoint(-side, latitude)]
            }
        }
        current.append(b)
    }

    /// The latitude at which the arc between two points meets the antimeridian: where its chord has y = 0.
    private func crossing(_ a: SpherePoint, _ b: SpherePoint) -> Double {
        let (p, q) = (a.vector, b.vector)
        let difference = p.y - q.y
        guard abs(difference) > 1e-15 else { return (a.latitude + b.latitude) / 2 }
        let share = p.y / difference
        let x = p.x + share * (q.x - p.x)
        let z = p.z + share * (q.z - p.z)
        return arcTangent(z, abs(x))
    }

    /// Points on the antimeridian belong to either side; each is put on the one that the line comes from, so that
    /// touching it is no crossing and crossing it is exactly one.
    private func settleSides(_ line: [SpherePoint], closed: Bool) -> [SpherePoint] {
        var points = line
        if closed, points.count > 1, let first = points.first, let last = points.last, first == last {
            points.removeLast()
        }
        guard points.contains(where: { abs($0.longitude) > halfTurn - 1e-9 }) else { return points }
        guard let anchor = points.firstIndex(where: { abs($0.longitude) <= halfTurn - 1e-9 }) else {
            return closed ? [] : points
        }
        var before = points[anchor].longitude
        for offset in 1..<max(2, points.count) {
            let index = (anchor + offset) % points.count
            if index < anchor, !closed { break }
            if abs(points[index].longitude) > halfTurn - 1e-9 {
                points[index].longitude = abs(halfTurn - before) <= abs(-halfTurn - before) ? halfTurn : -halfTurn
            }
            before = points[index].longitude
        }
        if !closed, anchor > 0 {
            before = points[anchor].longitude
            for index in stride(from: anchor - 1, through: 0, by: -1) {
                if abs(points[index].longitude) > halfTurn - 1e-9 {
                    points[index].longitude = before >= 0 ? halfTurn : -halfTurn
                }
                before = points[index].longitude
            }
        }
        return points
    }

    /// Whether the rectangle's edge lies in a polygon none of whose rings meet it: where it does, what the rings run
    /// around counter-clockwise, the polygon's complement, is more than nothing.
    private func edgeIsInside(_ rings: [[SpherePoint]]) -> Bool {
        rings.reduce(0) { $0 + planarArea($1.map { (x: $0.longitude, y: $0.latitude) }) } > 0
    }
}
