import Documents
import Geography

extension MapCanvas {
    /// What must be in a frame.
    mutating func shapes(of frame: MapFrame) -> [Geometry] {
        switch frame {
        case .world: return [.sphere]
        case .bounds(let west, let south, let east, let north):
            return [edges(west: west, south: south, east: east, north: north)]
        case .fit:
            var found: [Geometry] = []
            for layer in layers { found += layer.extent(on: &self) }
            if found.isEmpty {
                problem(
                    "no layer has anything that a frame could fit", path: "frame",
                    advice: "name a `subject:`, or what the frame shows: `{countries: [RUS, CHN]}`")
            }
            return found
        case .countries(let codes):
            guard let states else {
                problem(
                    "the frame names countries, and no layer has any", at: codes.first?.location,
                    path: "frame.countries", advice: "add `- layer: countries`")
                return []
            }
            return shapes(of: codes, in: states).map { codes.isEmpty ? $0 : $0.mainland }
        }
    }

    /// The shapes of these states; of all where none is named.
    mutating func shapes(of codes: [Code], in states: Dataset) -> [Geometry] {
        guard let (topology, layer) = topology(states) else { return [] }
        let wanted = codes.isEmpty ? nil : Set(members(codes, in: layer))
        return layer.members.enumerated().compactMap { index, member in
            wanted?.contains(index) ?? true ? topology.geometry(of: member.shape) : nil
        }
    }

    /// The sides of a frame in degrees, as lines: it may be wider than half the earth.
    private func edges(west: Double, south: Double, east: Double, north: Double) -> Geometry {
        let east = east <= west ? east + 360 : east
        func side(_ count: Int, _ at: (Double) -> Coordinate) -> [Coordinate] {
            (0..<count).map { at(Double($0) / Double(count)) }
        }
        let w = min(east - west, 359.9)
        return .multiLineString([
            side(91) { Coordinate(west + w * $0 / 0.99, south) }, side(91) { Coordinate(west + w * $0 / 0.99, north) },
            side(31) { Coordinate(west, south + (north - south) * $0 / 0.968) },
            side(31) { Coordinate(west + w, south + (north - south) * $0 / 0.968) },
        ])
    }
}
