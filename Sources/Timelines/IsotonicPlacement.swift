/// Places boxes along a line in a given order, without overlap, as near to where they belong as can be.
///
/// Minimises Σ weight·(start − ideal)² subject to `start[i+1] ≥ start[i] + length[i] + gap`. With
/// z[i] = start[i] − Σ(length + gap) before i this is isotonic regression, solved by pooling adjacent violators
/// (Ayer, Brunk, Ewing, Reid and Silverman 1955) in linear time; cutting z to an interval keeps it the best within.
enum IsotonicPlacement {
    struct Box: Sendable, Hashable {
        var ideal: Double
        var length: Double
        var weight: Double

        init(ideal: Double, length: Double, weight: Double = 1) {
            self.ideal = ideal
            self.length = length
            self.weight = weight
        }
    }

    /// The starts of the boxes. Where they are longer together than `bounds`, they run out at its end.
    static func starts(_ boxes: [Box], gap: Double, bounds: ClosedRange<Double>? = nil) -> [Double] {
        var pools: [(mean: Double, weight: Double, count: Int)] = []
        var offsets: [Double] = []
        offsets.reserveCapacity(boxes.count)
        var offset = 0.0
        for box in boxes {
            offsets.append(offset)
            var pool = (mean: box.ideal - offset, weight: box.weight, count: 1)
            while let last = pools.last, last.mean > pool.mean {
                let weight = last.weight + pool.weight
                pool = ((last.mean * last.weight + pool.mean * pool.weight) / weight, weight, last.count + pool.count)
                pools.removeLast()
            }
            pools.append(pool)
            offset += box.length + gap
        }
        let total = boxes.isEmpty ? 0 : offset - gap
        var starts: [Double] = []
        starts.reserveCapacity(boxes.count)
        for pool in pools {
            var place = pool.mean
            if let bounds { place = max(bounds.lowerBound, min(place, bounds.upperBound - total)) }
            for _ in 0..<pool.count { starts.append(place + offsets[starts.count]) }
        }
        return starts
    }
}
