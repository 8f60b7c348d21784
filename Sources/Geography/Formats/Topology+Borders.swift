extension Topology {
    /// Which members of a layer use each arc, at most the first two; −1 where there is none. A member that uses an arc
    /// twice, a line that a file cut it along, is both.
    public struct ArcOwners: Sendable {
        public let first: [Int32]
        public let second: [Int32]
    }

    public func owners(in layer: Layer) -> ArcOwners {
        var first = [Int32](repeating: -1, count: arcs.count)
        var second = first
        for (index, member) in layer.members.enumerated() {
            forEachArc(member.shape) { arc in
                let owner = Int32(index)
                if first[arc] < 0 {
                    first[arc] = owner
                } else if second[arc] < 0 {
                    second[arc] = owner
                }
            }
        }
        return ArcOwners(first: first, second: second)
    }

    private func forEachArc(_ shape: Shape, _ body: (Int) -> Void) {
        switch shape {
        case .none, .points: break
        case .lines(let lines): for line in lines { for use in line { body(Int(use >= 0 ? use : ~use)) } }
        case .polygons(let polygons):
            for polygon in polygons { for ring in polygon { for use in ring { body(Int(use >= 0 ? use : ~use)) } } }
        case .collection(let parts): for part in parts { forEachArc(part, body) }
        }
    }

    /// The lines of a layer for which `isIncluded` says yes, joined where just two of them meet.
    ///
    /// - Parameter isIncluded: is given the positions of the two members that share the line; the second is nil where
    ///   only one has it: a coast, or the edge of what is mapped.
    public func mesh(of layer: Layer, where isIncluded: (_ one: Int, _ other: Int?) -> Bool) -> [[Coordinate]] {
        let owners = owners(in: layer)
        var chosen: [ArcUse] = []
        for arc in arcs.indices where owners.first[arc] >= 0 {
            let other = owners.second[arc]
            guard other != owners.first[arc] else { continue }
            if isIncluded(Int(owners.first[arc]), other < 0 ? nil : Int(other)) { chosen.append(ArcUse(arc)) }
        }
        return stitched(chosen).map(line(of:))
    }

    /// The border that two members of a layer share; empty where they are no neighbours.
    public func border(between one: Int, and other: Int, in layer: Layer) -> [[Coordinate]] {
        mesh(of: layer) { a, b in (a == one && b == other) || (a == other && b == one) }
    }

    /// Several members as one area: the lines between them are gone.
    public func merged(_ members: [Int], in layer: Layer) -> Geometry {
        // How often each arc is walked forwards, less how often backwards. A border between two members is walked both
        // ways, and so is a spike within one ring.
        var net: [Int32: Int] = [:]
        var order: [Int32] = []
        func visit(_ shape: Shape) {
            switch shape {
            case .polygons(let polygons):
                for polygon in polygons {
                    for ring in polygon {
                        for use in ring {
                            let arc = use >= 0 ? use : ~use
                            if net[arc] == nil { order.append(arc) }
                            net[arc, default: 0] += use >= 0 ? 1 : -1
                        }
                    }
                }
            case .collection(let parts): parts.forEach(visit)
            default: break
            }
        }
        for index in members where layer.members.indices.contains(index) { visit(layer.members[index].shape) }
        let outer = order.compactMap { arc -> ArcUse? in
            guard let times = net[arc], times != 0 else { return nil }
            return times > 0 ? arc : ~arc
        }
        // The rings keep the directions that they had, so what is inside stays to their right, and one list of them
        // is enough: which hole belongs to which part does not matter.
        return .polygon(rings(outer).map(line(of:)))
    }

    /// Arcs joined end to start into closed rings, each walked in its own direction.
    private func rings(_ uses: [ArcUse]) -> [[ArcUse]] {
        func ends(_ use: ArcUse) -> (Coordinate, Coordinate)? {
            let points = arcs[Int(use >= 0 ? use : ~use)]
            guard let first = points.first, let last = points.last else { return nil }
            return use >= 0 ? (first, last) : (last, first)
        }
        var byStart: [Coordinate: [Int]] = [:]
        for (index, use) in uses.enumerated().reversed() {
            if let (start, _) = ends(use) { byStart[start, default: []].append(index) }
        }
        var done = [Bool](repeating: false, count: uses.count)
        var result: [[ArcUse]] = []
        for index in uses.indices where !done[index] {
            guard let (start, firstEnd) = ends(uses[index]) else { continue }
            var ring = [uses[index]]
            done[index] = true
            var end = firstEnd
            while end != start {
                while let candidate = byStart[end]?.last, done[candidate] { byStart[end]?.removeLast() }
                guard let next = byStart[end]?.popLast(), let (_, nextEnd) = ends(uses[next]) else { break }
                done[next] = true
                ring.append(uses[next])
                end = nextEnd
            }
            result.append(ring)
        }
        return result
    }

    /// Arcs joined into lines as long as they go; at a point where three or more meet a line ends.
    private func stitched(_ uses: [ArcUse]) -> [[ArcUse]] {
        var touching: [Coordinate: [(position: Int, atStart: Bool)]] = [:]
        for (position, use) in uses.enumerated() {
            let points = arcs[Int(use)]
            guard let first = points.first, let last = points.last else { continue }
            touching[first, default: []].append((position, true))
            touching[last, default: []].append((position, false))
        }
        var done = [Bool](repeating: false, count: uses.count)

        func walk(from position: Int, leavingAtStart: Bool) -> [ArcUse] {
            var path: [ArcUse] = []
            var (current, atStart) = (position, leavingAtStart)
            while true {
                let points = arcs[Int(uses[current])]
                guard let end = atStart ? points.first : points.last, let here = touching[end], here.count == 2 else {
                    break
                }
                let next = here[0].position == current && here[0].atStart == atStart ? here[1] : here[0]
                guard !done[next.position] else { break }
                done[next.position] = true
                path.append(next.atStart ? uses[next.position] : ~uses[next.position])
                (current, atStart) = (next.position, !next.atStart)
            }
            return path
        }

        var lines: [[ArcUse]] = []
        for position in uses.indices where !done[position] {
            done[position] = true
            let after = walk(from: position, leavingAtStart: false)
            let before = walk(from: position, leavingAtStart: true)
            lines.append(before.reversed().map { ~$0 } + [uses[position]] + after)
        }
        return lines
    }
}
