import Documents

/// Shapes on the sphere, as GeoJSON has them (RFC 7946), and `sphere`: all of it.
///
/// Edges are great circle arcs. A ring's first point may be repeated at its end. What lies to the right of a ring,
/// walked in its order, is inside: outer rings run clockwise as seen from above, as d3 and Vega read them.
/// `rewound` brings files of the other custom to it.
public enum Geometry: Sendable, Hashable {
    case point(Coordinate)
    case multiPoint([Coordinate])
    case lineString([Coordinate])
    case multiLineString([[Coordinate]])
    case polygon([[Coordinate]])
    case multiPolygon([[[Coordinate]]])
    case collection([Geometry])
    case sphere

    /// Every coordinate in it, in order.
    public func forEachCoordinate(_ body: (Coordinate) -> Void) {
        switch self {
        case .point(let point): body(point)
        case .multiPoint(let points), .lineString(let points): points.forEach(body)
        case .multiLineString(let lines), .polygon(let lines): for line in lines { line.forEach(body) }
        case .multiPolygon(let polygons): for polygon in polygons { for ring in polygon { ring.forEach(body) } }
        case .collection(let parts): for part in parts { part.forEachCoordinate(body) }
        case .sphere: break
        }
    }

    /// The polygons in it, each a list of rings.
    public var polygons: [[[Coordinate]]] {
        switch self {
        case .polygon(let rings): [rings]
        case .multiPolygon(let polygons): polygons
        case .collection(let parts): parts.flatMap(\.polygons)
        default: []
        }
    }

    /// The lines in it; not the rings of polygons.
    public var lines: [[Coordinate]] {
        switch self {
        case .lineString(let line): [line]
        case .multiLineString(let lines): lines
        case .collection(let parts): parts.flatMap(\.lines)
        default: []
        }
    }
}

/// A shape with a name and properties.
public struct Feature: Sendable, Hashable {
    /// `id` of the file, numbers as they are written; empty where it has none.
    public var id: String
    public var properties: DocumentObject
    /// Nil for a feature that has no place.
    public var geometry: Geometry?

    public init(id: String = "", properties: DocumentObject = DocumentObject(), geometry: Geometry?) {
        self.id = id
        self.properties = properties
        self.geometry = geometry
    }
}
