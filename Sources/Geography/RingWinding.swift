extension Geometry {
    /// The same with every polygon's rings turned so that its inside is the smaller side: outer rings clockwise, holes
    /// the other way. For files of RFC 7946's custom, and of none. No country is larger than half the earth; a shape
    /// that is must be wound right in the file and not be given to this.
    public var rewound: Geometry {
        switch self {
        case .polygon(let rings): .polygon(rewind(rings))
        case .multiPolygon(let polygons): .multiPolygon(polygons.map(rewind))
        case .collection(let parts): .collection(parts.map(\.rewound))
        default: self
        }
    }
}

extension Feature {
    /// The same with its geometry's rings turned.
    public var rewound: Feature { Feature(id: id, properties: properties, geometry: geometry?.rewound) }
}

private func rewind(_ rings: [[Coordinate]]) -> [[Coordinate]] {
    rings.enumerated().map { index, ring in
        var points = ring.map { SpherePoint($0) }
        if points.count > 1, ring.first == ring.last { points.removeLast() }
        let leftIsSmaller = leftArea(ofRing: points) < 2 * .pi
        // Of an outer ring the smaller side is to be on the right, of a hole on the left.
        return leftIsSmaller == (index == 0) ? ring.reversed() : ring
    }
}
