extension Geometry {
    /// The same with every polygon's rings turned so that its inside is the smaller side: outer rings clockwise, holes
    /// the other way; and with outer rings that cross themselves taken apart. For files of RFC 7946's custom, and of
    /// none. No country is larger than half the earth; a shape that is must be wound right in the file and not be given
    /// to this.
    public var rewound: Geometry {
        switch self {
        case .polygon(let rings):
            let polygons = rewind(rings)
            return polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
        case .multiPolygon(let polygons): return .multiPolygon(polygons.flatMap(rewind))
        case .collection(let parts): return .collection(parts.map(\.rewound))
        default: return self
        }
    }
}

extension Feature {
    /// The same with its geometry's rings turned.
    public var rewound: Feature { Feature(id: id, properties: properties, geometry: geometry?.rewound) }
}

extension Topology {
    /// The same with the rings of polygons turned so that outer ones run clockwise, holes the other way.
    public var rewound: Topology {
        func rewind(_ shape: Shape) -> Shape {
            switch shape {
            case .polygons(let polygons):
                .polygons(
                    polygons.map { rings in
                        rings.enumerated().map { index, ring in
                            isWoundRight(line(of: ring), asHole: index > 0) ? ring : ring.reversed().map { ~$0 }
                        }
                    })
            case .collection(let parts): .collection(parts.map(rewind))
            default: shape
            }
        }
        return Topology(
            arcs: arcs,
            layers: layers.map { layer in
                Layer(
                    name: layer.name,
                    members: layer.members.map { Member(id: $0.id, properties: $0.properties, shape: rewind($0.shape)) }
                )
            })
    }
}

private func rewind(_ rings: [[Coordinate]]) -> [[[Coordinate]]] {
    guard let outer = rings.first else { return [rings] }
    // Most rings cross themselves nowhere; in a very long one it is looked for only where its area says that it may.
    let loops = outer.count <= 20_000 || hasLittleInside(outer) ? untangled(outer) : [outer]
    func turned(_ ring: [Coordinate], asHole: Bool) -> [Coordinate] {
        isWoundRight(ring, asHole: asHole) ? ring : ring.reversed()
    }
    var polygons = loops.map { [turned($0, asHole: false)] }
    polygons[0] += rings.dropFirst().map { turned($0, asHole: true) }
    return polygons
}

/// Whether a ring's smaller side is on its right, or for a hole on its left.
///
/// In the plane of longitude and latitude, where that is plain; on the sphere for rings about a pole and such as reach
/// far.
private func isWoundRight(_ ring: [Coordinate], asHole: Bool) -> Bool {
    guard var last = ring.last else { return true }
    var (area, turned) = (0.0, 0.0)
    var x = 0.0
    var (west, east) = (0.0, 0.0)
    for point in ring {
        var step = point.longitude - last.longitude
        if step > 180 { step -= 360 } else if step < -180 { step += 360 }
        turned += step
        // Twice the area, counter-clockwise, longitudes counted from the ring's start.
        area += x * point.latitude - (x + step) * last.latitude
        x += step
        (west, east) = (min(west, x), max(east, x))
        last = point
    }
    if abs(turned) < 1, east - west < 90, area != 0 { return (area < 0) != asHole }
    var points = ring.map { SpherePoint($0) }
    if points.count > 1, ring.first == ring.last { points.removeLast() }
    // Of an outer ring the smaller side is to be on the right, of a hole on the left.
    return (leftArea(ofRing: points) < 2 * .pi) == asHole
}

/// Whether what a ring encloses, counted with its sign, is little against the rectangle around it, as where it crosses
/// itself and its parts cancel.
private func hasLittleInside(_ ring: [Coordinate]) -> Bool {
    guard let first = ring.first else { return false }
    var (west, south, east, north) = (first.longitude, first.latitude, first.longitude, first.latitude)
    var (area, last) = (0.0, first)
    for point in ring {
        (west, east) = (min(west, point.longitude), max(east, point.longitude))
        (south, north) = (min(south, point.latitude), max(north, point.latitude))
        area += last.longitude * point.latitude - point.longitude * last.latitude
        last = point
    }
    return abs(area) / 2 < 0.02 * (east - west) * (north - south)
}
