import Documents

/// Shapes that share their lines: TopoJSON, decoded. Each line between two junctions is kept once, as an arc, so a
/// border that two countries share is one line, can be found, and stays shared when it is simplified.
public struct Topology: Sendable {
    /// A use of an arc: its index, or the complement `~index` where it is walked backwards.
    public typealias ArcUse = Int32

    public enum Shape: Sendable, Hashable {
        case none
        case points([Coordinate])
        case lines([[ArcUse]])
        /// Polygons of rings of arcs.
        case polygons([[[ArcUse]]])
        case collection([Shape])
    }

    public struct Member: Sendable {
        public var id: String
        public var properties: DocumentObject
        public var shape: Shape
    }

    public struct Layer: Sendable {
        public var name: String
        public var members: [Member]
    }

    public internal(set) var arcs: [[Coordinate]]
    public internal(set) var layers: [Layer]

    public init(arcs: [[Coordinate]], layers: [Layer]) {
        self.arcs = arcs
        self.layers = layers
    }

    public func layer(_ name: String) -> Layer? { layers.first { $0.name == name } }

    /// The coordinates of arcs strung together; a point where two meet stands once.
    public func line(of uses: [ArcUse]) -> [Coordinate] {
        var line: [Coordinate] = []
        line.reserveCapacity(uses.reduce(0) { $0 + (arc($1)?.count ?? 0) })
        for use in uses {
            guard let points = arc(use) else { continue }
            let skip = line.isEmpty ? 0 : 1
            if use >= 0 {
                line.append(contentsOf: points.dropFirst(skip))
            } else {
                line.append(contentsOf: points.reversed().dropFirst(skip))
            }
        }
        return line
    }

    private func arc(_ use: ArcUse) -> [Coordinate]? {
        let index = Int(use >= 0 ? use : ~use)
        return index < arcs.count ? arcs[index] : nil
    }

    public func geometry(of shape: Shape) -> Geometry? {
        switch shape {
        case .none: nil
        case .points(let points): points.count == 1 ? .point(points[0]) : .multiPoint(points)
        case .lines(let lines):
            lines.count == 1 ? .lineString(line(of: lines[0])) : .multiLineString(lines.map(line(of:)))
        case .polygons(let polygons):
            polygons.count == 1
                ? .polygon(polygons[0].map(line(of:)))
                : .multiPolygon(polygons.map { $0.map(line(of:)) })
        case .collection(let parts): .collection(parts.compactMap(geometry(of:)))
        }
    }

    /// The members of a layer as features, in the order of the file.
    public func features(in layer: Layer) -> [Feature] {
        layer.members.map { Feature(id: $0.id, properties: $0.properties, geometry: geometry(of: $0.shape)) }
    }
}
