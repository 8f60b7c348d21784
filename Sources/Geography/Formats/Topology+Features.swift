import Documents

extension Topology {
    /// Shapes that stand each by itself, as GeoJSON and shapefiles have them, with the lines that several share found
    /// and kept once: vertices with equal coordinates are one vertex, and lines are cut where others join or leave them
    /// (as M. Bostock's TopoJSON does). Takes time and memory in proportion to the vertices.
    ///
    /// What a file has cut along the 180th meridian or down to a pole, as RFC 7946 has it, lies on the sphere against
    /// itself: the two sides become one line, which no outline shows.
    ///
    /// - Parameter features: rings wound for the sphere (`Geometry.rewound`).
    public init(features: [Feature], name: String = "features") {
        var builder = TopologyBuilder()
        let drafts = features.map { builder.draft($0.geometry) }
        builder.findJunctions()
        let members = zip(features, drafts).map { feature, draft in
            Member(id: feature.id, properties: feature.properties, shape: builder.shape(draft))
        }
        self.init(arcs: builder.arcs, layers: [Layer(name: name, members: members)])
    }
}

private struct TopologyBuilder {
    /// A line as a stretch of `vertices`.
    struct Line {
        var range: Range<Int>
        var isRing: Bool
    }

    indirect enum Draft {
        case none
        case points([Coordinate])
        case lines([Line])
        case polygons([[Line]])
        case collection([Draft])
    }

    private(set) var arcs: [[Coordinate]] = []
    private var arcVertices: [[Int32]] = []
    private var arcsByEnds: [ArcEnds: [Int32]] = [:]

    /// All lines' vertices, one line after another.
    private var vertices: [Int32] = []
    private var lines: [Line] = []
    private var index = VertexIndex()
    private var isJunction: [Bool] = []

    private struct ArcEnds: Hashable {
        var first: Int32
        var second: Int32
        var last: Int32
        var count: Int32
    }

    mutating func draft(_ geometry: Geometry?) -> Draft {
        switch geometry {
        case nil, .sphere: .none
        case .point(let point): .points([point])
        case .multiPoint(let points): .points(points)
        case .lineString(let line): .lines([add(line, isRing: false)].compactMap(\.self))
        case .multiLineString(let lines): .lines(lines.compactMap { add($0, isRing: false) })
        case .polygon(let rings): .polygons([rings.compactMap { add($0, isRing: true) }])
        case .multiPolygon(let polygons): .polygons(polygons.map { $0.compactMap { add($0, isRing: true) } })
        case .collection(let parts): .collection(parts.map { draft($0) })
        }
    }

    private mutating func add(_ line: [Coordinate], isRing: Bool) -> Line? {
        let start = vertices.count
        for coordinate in line {
            let vertex = index.vertex(at: coordinate)
            let count = vertices.count - start
            if count > 0, vertices[vertices.count - 1] == vertex { continue }
            // Out and back the same way encloses nothing: the slit that a file leaves from a coast to a pole.
            if isRing, count > 1, vertices[vertices.count - 2] == vertex {
                vertices.removeLast()
                continue
            }
            vertices.append(vertex)
        }
        if isRing {
            while vertices.count - start > 1, vertices[start] == vertices[vertices.count - 1] { vertices.removeLast() }
            // The slit may be where the ring begins.
            var head = start
            while vertices.count - head > 3, vertices[head + 1] == vertices[vertices.count - 1] {
                head += 1
                vertices.removeLast()
            }
            if head > start { vertices.removeSubrange(start..<head) }
        }
        guard vertices.count - start >= (isRing ? 3 : 2) else {
            vertices.removeSubrange(start...)
            return nil
        }
        let added = Line(range: start..<vertices.count, isRing: isRing)
        lines.append(added)
        return added
    }

    /// A vertex is a junction where a line ends, or where two lines that pass it have not the same neighbours there.
    mutating func findJunctions() {
        let count = index.coordinates.count
        var before = [Int32](repeating: -1, count: count)
        var after = before
        var junctions = [Bool](repeating: false, count: count)
        for line in lines {
            let range = line.range
            for position in range {
                let vertex = Int(vertices[position])
                guard line.isRing || (position > range.lowerBound && position < range.upperBound - 1) else {
                    junctions[vertex] = true
                    continue
                }
                let left = vertices[position > range.lowerBound ? position - 1 : range.upperBound - 1]
                let right = vertices[position + 1 < range.upperBound ? position + 1 : range.lowerBound]
                if before[vertex] < 0 {
                    before[vertex] = left
                    after[vertex] = right
                } else if !(before[vertex] == left && after[vertex] == right)
                    && !(before[vertex] == right && after[vertex] == left)
                {
                    junctions[vertex] = true
                }
            }
        }
        isJunction = junctions
    }

    mutating func shape(_ draft: Draft) -> Topology.Shape {
        switch draft {
        case .none: .none
        case .points(let points): .points(points)
        case .lines(let lines): .lines(lines.map { uses($0) })
        case .polygons(let polygons): .polygons(polygons.map { $0.map { uses($0) } }.filter { !$0.isEmpty })
        case .collection(let parts): .collection(parts.map { shape($0) })
        }
    }

    private mutating func uses(_ line: Line) -> [Topology.ArcUse] {
        let range = line.range
        var walk = Array(vertices[range])
        if line.isRing {
            // From a junction; where there is none, from a vertex that whoever shares the ring begins at too.
            let start = walk.firstIndex { isJunction[Int($0)] } ?? walk.indices.min { walk[$0] < walk[$1] } ?? 0
            if start > 0 { walk = Array(walk[start...] + walk[..<start]) }
            walk.append(walk[0])
        }
        var uses: [Topology.ArcUse] = []
        var first = 0
        for position in 1..<walk.count where position == walk.count - 1 || isJunction[Int(walk[position])] {
            uses.append(use(of: Array(walk[first...position])))
            first = position
        }
        return uses
    }

    private mutating func use(of walk: [Int32]) -> Topology.ArcUse {
        let count = walk.count
        // Seen from either end the same: the end with the smaller vertices first.
        let backwards = (walk[0], walk[1]) > (walk[count - 1], walk[count - 2])
        let ends =
            backwards
            ? ArcEnds(first: walk[count - 1], second: walk[count - 2], last: walk[0], count: Int32(clamping: count))
            : ArcEnds(first: walk[0], second: walk[1], last: walk[count - 1], count: Int32(clamping: count))
        let forward = backwards ? Array(walk.reversed()) : walk
        for known in arcsByEnds[ends] ?? [] where arcVertices[Int(known)] == forward {
            return backwards ? ~known : known
        }
        let arc = Int32(clamping: arcs.count)
        arcs.append(forward.map { index.coordinates[Int($0)] })
        arcVertices.append(forward)
        arcsByEnds[ends, default: []].append(arc)
        return backwards ? ~arc : arc
    }
}

/// Numbers places: a hash table with open addresses, since a dictionary of millions of coordinates takes several times
/// the room.
private struct VertexIndex {
    private(set) var coordinates: [Coordinate] = []
    private var slots = [Int32](repeating: -1, count: 1 << 12)

    mutating func vertex(at coordinate: Coordinate) -> Int32 {
        // One place on the sphere is one vertex: both sides of 180°, and every longitude of a pole.
        var place = coordinate
        if abs(place.latitude) >= 90 { place.longitude = 0 }
        if place.longitude == -180 { place.longitude = 180 }
        if place.longitude == 0 { place.longitude = 0 }  // −0 too
        if place.latitude == 0 { place.latitude = 0 }
        if coordinates.count * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var slot = hash(place) & mask
        while slots[slot] >= 0 {
            if coordinates[Int(slots[slot])] == place { return slots[slot] }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(clamping: coordinates.count)
        coordinates.append(place)
        return slots[slot]
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        let mask = slots.count - 1
        for (index, place) in coordinates.enumerated() {
            var slot = hash(place) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(clamping: index)
        }
    }

    /// Mixes the bits of both numbers (the finaliser of A. Appleby's MurmurHash3).
    private func hash(_ place: Coordinate) -> Int {
        var bits = place.longitude.bitPattern &* 0x9E37_79B9_7F4A_7C15 ^ place.latitude.bitPattern
        bits = (bits ^ (bits >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        bits = (bits ^ (bits >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return Int(truncatingIfNeeded: bits ^ (bits >> 33))
    }
}
