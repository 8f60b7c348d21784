import Geography

extension Geometry {
    /// The largest part of a country with what lies near it, island by island, and other parts that are large beside
    /// it: France without Guiana, Indonesia and the United States with all of theirs that a map of them shows.
    var mainland: Geometry {
        let parts = polygons.map { polygon in
            Part(polygon: polygon, area: Geodesic.area(of: .polygon(polygon)), edge: Part.sampled(polygon.first ?? []))
        }.sorted { $0.area > $1.area }
        guard let largest = parts.first, parts.count > 1 else { return self }
        // The smallest islets do not move a frame that keeps the others.
        var rest = Array(parts.dropFirst().prefix(80))
        var kept = [largest]
        var isGrowing = true
        while isGrowing {
            let near = rest.filter { part in kept.contains { $0.lies(within: 900_000, of: part) } }
            isGrowing = !near.isEmpty
            kept += near
            rest.removeAll { part in near.contains { $0.polygon == part.polygon } }
        }
        kept += rest.filter { $0.area > 0.3 * largest.area }
        return .multiPolygon(kept.map(\.polygon))
    }
}

private struct Part {
    var polygon: [[Coordinate]]
    /// Square metres.
    var area: Double
    var edge: [Coordinate]

    /// Some of a ring's places, the farthest ones of each axis among them.
    static func sampled(_ ring: [Coordinate]) -> [Coordinate] {
        let step = max(1, ring.count / 24)
        return stride(from: 0, to: ring.count, by: step).map { ring[$0] }
    }

    /// - Parameter distance: in metres.
    func lies(within distance: Double, of other: Part) -> Bool {
        edge.contains { place in
            other.edge.contains { GreatCircle.angle(from: place, to: $0) * 111_195 < distance }
        }
    }
}
