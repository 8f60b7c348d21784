/// Cuts to the points less than an angle away from the centre (0, 0) of the rotated sphere, for projections that show
/// a hemisphere, or all but the neighbourhood of the antipode.
///
/// The edge is measured clockwise as seen from above the centre, in radians from due east.
struct CircleClip: SphereClip {
    private let cosineRadius: Double
    private let sineRadius: Double
    private let radius: Double

    /// - Parameter degrees: the radius, between 0 and 180.
    init(degrees: Double) {
        radius = max(1e-6, min(180 - 1e-6, degrees)) * .pi / 180
        (sineRadius, cosineRadius) = sineAndCosine(radius)
    }

    func shows(_ point: SpherePoint) -> Bool { cosine(point.longitude) * cosine(point.latitude) > cosineRadius }

    func pieces(ofLine line: [SpherePoint]) -> [[SpherePoint]] {
        guard let first = line.first else { return [] }
        var pieces: [[SpherePoint]] = []
        var a = first.vector
        var visible = a.x > cosineRadius
        var piece: [SpherePoint] = visible ? [first] : []
        for point in line.dropFirst() {
            let b = point.vector
            for crossing in crossings(a, b) {
                let place = crossing.point.spherePoint
                if crossing.leaves {
                    piece.append(place)
                    pieces.append(piece)
                    piece = []
                } else {
                    piece = [place]
                }
                visible = !crossing.leaves
            }
            if visible { piece.append(point) }
            a = b
        }
        pieces.append(piece)
        return pieces.filter { $0.count > 1 }
    }

    func pieces(ofPolygon rings: [[SpherePoint]]) -> [[SpherePoint]] {
        var whole: [[SpherePoint]] = []
        var hidden: [[SpherePoint]] = []
        var chains: [Chain] = []
        for var ring in rings {
            if ring.count > 1, ring.first == ring.last { ring.removeLast() }
            guard ring.count >= 3 else { continue }
            var a = ring[0].vector
            var visible = a.x > cosineRadius
            var piece: [SpherePoint] = visible ? [ring[0]] : []
            var opensInside = visible
            let beganInside = visible
            var start = 0.0
            var found: [Chain] = []
            for index in 1...ring.count {
                let point = index < ring.count ? ring[index] : ring[0]
                let b = point.vector
                for crossing in crossings(a, b) {
                    let place = crossing.point.spherePoint
                    let azimuth = azimuth(crossing.point)
                    if crossing.leaves {
                        piece.append(place)
                        if opensInside {
                            found.append(Chain(points: piece, start: .nan, end: azimuth))
                            opensInside = false
                        } else {
                            found.append(Chain(points: piece, start: start, end: azimuth))
                        }
                        piece = []
                    } else {
                        piece = [place]
                        start = azimuth
                    }
                    visible = !crossing.leaves
                }
                if visible, index < ring.count { piece.append(point) }
                a = b
            }
            if found.isEmpty {
                if beganInside { whole.append(ring) } else { hidden.append(ring) }
                continue
            }
            if beganInside, visible, !found.isEmpty, found[0].start.isNaN {
                found[0].points = piece + found[0].points
                found[0].start = start
            }
            chains += found.filter { !$0.start.isNaN }
        }
        if chains.isEmpty { return edgeIsInside(whole: whole, hidden: hidden) ? whole + [outline] : whole }
        return whole + join(chains, edgeLength: wholeTurn, edge: arc)
    }

    var outline: [SpherePoint] {
        (0..<120).map { edgePoint(Double($0) * 3 * .pi / 180) }
    }

    private func edgePoint(_ place: Double) -> SpherePoint {
        Vector(cosineRadius, sineRadius * cosine(place), -sineRadius * sine(place)).spherePoint
    }

    private func azimuth(_ point: Vector) -> Double {
        let angle = arcTangent(-point.z, point.y)
        return angle < 0 ? angle + wholeTurn : angle
    }

    private func arc(from start: Double, to end: Double) -> [SpherePoint] {
        let step = 3 * Double.pi / 180
        var end = end
        if end < start - 1e-9 { end += wholeTurn }
        var points: [SpherePoint] = []
        var index = (start / step).rounded(.down) + 1
        while index * step < end - 1e-9 {
            points.append(edgePoint(index * step))
            index += 1
        }
        return points
    }

    /// Where the arc from one point to another meets the circle, in order.
    ///
    /// Along the arc x = x₀ cos θ + u sin θ, which is R cos(θ − θ₀); it passes the circle at θ₀ ± arccos(cos r / R).
    private func crossings(_ a: Vector, _ b: Vector) -> [(point: Vector, leaves: Bool)] {
        let (insideA, insideB) = (a.x > cosineRadius, b.x > cosineRadius)
        let chord = (b - a).length
        if insideA == insideB {
            // x changes by no more than the arc is long, which is less than 1.6 chords.
            let reach = chord * 0.8
            if insideA ? min(a.x, b.x) - reach > cosineRadius : max(a.x, b.x) + reach < cosineRadius { return [] }
        }
        let along = b - a * a.dot(b)
        let length = along.length
        guard length > 1e-14 else { return [] }
        let tangent = along * (1 / length)
        let whole = arcTangent(length, a.dot(b))
        let top = arcTangent(tangent.x, a.x)
        let reach = hypotenuse(a.x, tangent.x)
        guard reach > abs(cosineRadius) else { return [] }
        let spread = arcCosine(cosineRadius / reach)
        func point(_ angle: Double) -> Vector { a * cosine(angle) + tangent * sine(angle) }
        func within(_ angle: Double) -> Double {
            let turned = angle - wholeTurn * (angle / wholeTurn).rounded(.down)
            return turned
        }
        let enters = within(top - spread)
        let leaves = within(top + spread)
        if insideA != insideB {
            // Exactly one crossing, of the known kind; rounding may put it a little off the ends.
            var angle = insideA ? leaves : enters
            if angle > whole { angle = angle - whole < wholeTurn - angle ? whole : 0 }
            return [(point(angle), insideA)]
        }
        guard enters < whole, leaves < whole else { return [] }
        return insideA
            ? (leaves < enters ? [(point(leaves), true), (point(enters), false)] : [])
            : (enters < leaves ? [(point(enters), false), (point(leaves), true)] : [])
    }

    /// Whether the circle's edge lies in a polygon none of whose rings meet it: in the stereographic plane about the
    /// centre (or, where all rings are hidden, about the antipode) it does where the rings run around more
    /// counter-clockwise than clockwise.
    private func edgeIsInside(whole: [[SpherePoint]], hidden: [[SpherePoint]]) -> Bool {
        let front = !whole.isEmpty
        var total = 0.0
        for ring in front ? whole : hidden {
            total += planarArea(
                ring.map { point -> (x: Double, y: Double) in
                    let v = point.vector
                    let scale = 1 / max(1e-12, front ? 1 + v.x : 1 - v.x)
                    return front ? (v.y * scale, v.z * scale) : (-v.y * scale, v.z * scale)
                })
        }
        return total > 0
    }
}
