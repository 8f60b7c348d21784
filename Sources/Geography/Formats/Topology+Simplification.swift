import SceneGraph

extension Topology {
    /// The same with no more detail than a drawing can show. Each arc is thinned once, whoever uses it, and its ends
    /// stay, so what was shared stays shared.
    ///
    /// - Parameters:
    ///   - projection: how it will be drawn.
    ///   - area: vertices whose triangle with their neighbours is smaller, in square figure units, go; a quarter of a
    ///     pixel is invisible.
    public func simplified(for projection: Projection, area: Double = 0.25) -> Topology {
        guard area > 0, !projection.isIdentity, projection.kind.name != "albersUsa" else { return self }
        let ready = PreparedProjection(projection)
        let near = ready.extent?.inset(by: -60)
        var result = self
        var before = [[Point]](repeating: [], count: arcs.count)
        var after = before
        let least = leastInnerPoints()
        for index in arcs.indices {
            // An arc that is partly on the far side, or torn by the antimeridian, keeps its detail.
            guard let (points, places) = drawn(arcs[index], ready, ready.formula),
                !isTorn(points, scale: projection.scale)
            else { continue }
            before[index] = points
            after[index] = points
            guard points.count > 2 + Int(least[index]) else { continue }
            // Far outside the frame only the way around it matters.
            let threshold = near.map { isApart(points, from: $0) } ?? false ? area * 400 : area
            let kept = Visvalingam.kept(points, threshold: threshold, least: Int(least[index]))
            var (thin, line): ([Point], [Coordinate]) = ([], [])
            for position in points.indices where kept[position] {
                thin.append(points[position])
                line.append(arcs[index][Int(places[position])])
            }
            result.arcs[index] = line
            after[index] = thin
        }
        // A small ring may lose most of itself or even turn over, and then would mean the rest of the world: it gets
        // its lines back.
        func doubleArea(_ ring: [ArcUse], _ lines: [[Point]]) -> Double {
            var total = 0.0
            for use in ring {
                let points = lines[Int(use >= 0 ? use : ~use)]
                var part = 0.0
                for (a, b) in zip(points, points.dropFirst()) { part += a.x * b.y - b.x * a.y }
                total += use >= 0 ? part : -part
            }
            return total
        }
        forEachRing { ring in
            guard ring.allSatisfy({ !before[Int($0 >= 0 ? $0 : ~$0)].isEmpty }) else { return }
            let (old, new) = (doubleArea(ring, before), doubleArea(ring, after))
            guard old * new <= 0 || abs(new) < abs(old) * 0.4 else { return }
            for use in ring {
                let arc = Int(use >= 0 ? use : ~use)
                result.arcs[arc] = arcs[arc]
                after[arc] = before[arc]
            }
        }
        return result
    }

    /// A line's points in figure units, and which of its coordinates they are; nil where some of it is not shown. What
    /// lies within a twentieth of a unit of the point before goes at once: files have thousands of vertices in a pixel.
    private func drawn(
        _ line: [Coordinate], _ ready: PreparedProjection, _ formula: some ProjectionFormula
    ) -> (points: [Point], places: [Int32])? {
        var points: [Point] = []
        var places: [Int32] = []
        let mayHide = !(ready.clip is AntimeridianClip)
        for (index, coordinate) in line.enumerated() {
            let turned = ready.rotation.forward(SpherePoint(coordinate))
            if mayHide, !ready.clip.shows(turned) { return nil }
            let plane = formula.forward(turned.longitude, turned.latitude)
            let point = ready.transform.apply(plane.x, plane.y)
            guard point.x.isFinite, point.y.isFinite else { return nil }
            if line.count > 64, index < line.count - 1, let last = points.last {
                let (dx, dy) = (point.x - last.x, point.y - last.y)
                if dx * dx + dy * dy < 0.0025 { continue }
            }
            points.append(point)
            places.append(Int32(clamping: index))
        }
        return (points, places)
    }

    private func forEachRing(_ body: ([ArcUse]) -> Void) {
        func visit(_ shape: Shape) {
            switch shape {
            case .polygons(let polygons): for polygon in polygons { polygon.forEach(body) }
            case .collection(let parts): parts.forEach(visit)
            default: break
            }
        }
        for layer in layers { for member in layer.members { visit(member.shape) } }
    }

    private func isApart(_ points: [Point], from frame: Rectangle) -> Bool {
        points.allSatisfy { $0.x < frame.minX } || points.allSatisfy { $0.x > frame.maxX }
            || points.allSatisfy { $0.y < frame.minY } || points.allSatisfy { $0.y > frame.maxY }
    }

    private func isTorn(_ points: [Point], scale: Double) -> Bool {
        zip(points, points.dropFirst()).contains { abs($0.x - $1.x) > scale }
    }

    /// Inner points that an arc must keep so that every ring has an inside.
    private func leastInnerPoints() -> [UInt8] {
        var least = [UInt8](repeating: 0, count: arcs.count)
        forEachRing { ring in
            guard ring.count <= 2 else { return }
            let need: UInt8 = ring.count == 1 ? 2 : 1
            for use in ring {
                let arc = Int(use >= 0 ? use : ~use)
                least[arc] = max(least[arc], need)
            }
        }
        return least
    }
}
