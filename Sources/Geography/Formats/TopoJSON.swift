import Documents

extension Topology {
    /// Reads TopoJSON: a `Topology` with `objects` and `arcs`, quantised (`transform`) or not.
    ///
    /// The arcs, most of such a file, are read straight from its bytes into coordinates; nothing else of the file pays
    /// for them. Where anything in them is not as it should be, the whole file is read again the slow way, which
    /// knows the line and column of everything.
    ///
    /// - Throws: what is wrong with it: no topology, an arc index out of range, coordinates out of range.
    public init(contents: [UInt8], file: String, range: CoordinateRange = .sphere) throws(Diagnostics) {
        if let (arcs, rest) = ArcScanner.split(contents) {
            let root = try JSONReader.read(rest, file: file)
            try self.init(root, arcs: arcs, file: file, range: range)
        } else {
            try self.init(try JSONReader.read(contents, file: file), file: file, range: range)
        }
    }

    /// The same, of a document that is read already.
    public init(_ root: DocumentNode, file: String, range: CoordinateRange = .sphere) throws(Diagnostics) {
        var problems = Diagnostics()
        guard let nodes = root["arcs"]?.array else {
            throw Diagnostics([
                Diagnostic("a Topology needs a list of `arcs`", file: file, at: root.location, path: "arcs")
            ])
        }
        var arcs: [[(Double, Double)]] = []
        arcs.reserveCapacity(nodes.count)
        for (index, node) in nodes.enumerated() {
            var arc: [(Double, Double)] = []
            for position in node.array ?? [] {
                if let pair = position.array, pair.count >= 2, let x = pair[0].number, let y = pair[1].number {
                    arc.append((x, y))
                } else if problems.all.count < 20 {
                    problems.add(
                        Diagnostic(
                            "a position of an arc is a list of two numbers", file: file, at: position.location,
                            path: "arcs[\(index)]"))
                }
            }
            arcs.append(arc)
        }
        try problems.throwIfErrors()
        try self.init(root, arcs: arcs, file: file, range: range)
    }

    private init(
        _ root: DocumentNode, arcs raw: [[(Double, Double)]], file: String, range: CoordinateRange
    ) throws(Diagnostics) {
        var problems = Diagnostics()
        guard root["type"]?.string == "Topology" else {
            throw Diagnostics([
                Diagnostic(
                    "not TopoJSON: `type` is not `Topology`", file: file, at: root.location, path: "type",
                    advice: root["type"]?.string?.contains("Feature") == true ? "this looks like GeoJSON" : nil)
            ])
        }
        var transform: (scale: (Double, Double), translate: (Double, Double))?
        if let node = root["transform"] {
            guard let scale = pair(node["scale"]), let translate = pair(node["translate"]) else {
                throw Diagnostics([
                    Diagnostic(
                        "`transform` needs `scale` and `translate`, each two numbers", file: file, at: node.location,
                        path: "transform")
                ])
            }
            transform = (scale, translate)
        }

        var arcs: [[Coordinate]] = []
        arcs.reserveCapacity(raw.count)
        for (index, positions) in raw.enumerated() {
            var arc: [Coordinate] = []
            arc.reserveCapacity(positions.count)
            if let (scale, translate) = transform {
                var (x, y) = (0.0, 0.0)
                for (dx, dy) in positions {
                    x += dx
                    y += dy
                    arc.append(Coordinate(x * scale.0 + translate.0, y * scale.1 + translate.1))
                }
            } else {
                for (x, y) in positions { arc.append(Coordinate(x, y)) }
            }
            if let wrong = arc.first(where: { !range.allows($0) }), problems.all.count < 20 {
                problems.add(
                    Diagnostic(
                        "(\(wrong.longitude), \(wrong.latitude)) is no longitude and latitude in degrees", file: file,
                        at: root["arcs"]?.location, path: "arcs[\(index)]",
                        advice: "a projected file needs `projection: identity`"))
            }
            arcs.append(arc)
        }

        guard let objects = root["objects"]?.object else {
            throw Diagnostics([
                Diagnostic("a Topology needs `objects`", file: file, at: root.location, path: "objects")
            ])
        }
        var reader = TopologyReader(file: file, arcCount: arcs.count, transform: transform, range: range)
        let layers = objects.members.map { reader.layer($0.key, $0.value) }
        problems.add(reader.problems)
        try problems.throwIfErrors()
        self.init(arcs: arcs, layers: layers)
    }
}

private func pair(_ node: DocumentNode?) -> (Double, Double)? {
    guard let numbers = node?.array, numbers.count >= 2, let x = numbers[0].number, let y = numbers[1].number else {
        return nil
    }
    return (x, y)
}

private struct TopologyReader {
    let file: String
    let arcCount: Int
    let transform: (scale: (Double, Double), translate: (Double, Double))?
    let range: CoordinateRange
    var problems = Diagnostics()

    mutating func problem(_ message: String, _ node: DocumentNode, _ path: String) {
        guard problems.all.count < 50 else { return }
        problems.add(Diagnostic(message, file: file, at: node.location, path: path))
    }

    mutating func layer(_ name: String, _ node: DocumentNode) -> Topology.Layer {
        let path = "objects.\(name)"
        if node["type"]?.string == "GeometryCollection", let members = node["geometries"]?.array {
            return Topology.Layer(
                name: name,
                members: members.enumerated().map { index, member in self.member(member, "\(path).geometries[\(index)]")
                })
        }
        return Topology.Layer(name: name, members: [member(node, path)])
    }

    mutating func member(_ node: DocumentNode, _ path: String) -> Topology.Member {
        let id = node["id"].map(identifier) ?? ""
        return Topology.Member(
            id: id, properties: node["properties"]?.object ?? DocumentObject(),
            shape: shape(node, id.isEmpty ? path : "\(path) (\(id))", depth: 0))
    }

    mutating func shape(_ node: DocumentNode, _ path: String, depth: Int) -> Topology.Shape {
        guard depth < GeoJSON.deepest else {
            problem("geometry collections nested deeper than \(GeoJSON.deepest)", node, path)
            return .none
        }
        switch node["type"]?.string {
        case nil:
            if let type = node["type"], !type.isNull { problem("`type` is not a word", node, path) }
            return .none
        case "Point": return .points(position(node["coordinates"], path).map { [$0] } ?? [])
        case "MultiPoint":
            return .points((node["coordinates"]?.array ?? []).compactMap { position($0, path) })
        case "LineString": return .lines([uses(node["arcs"] ?? node, path)])
        case "MultiLineString": return .lines((node["arcs"]?.array ?? []).map { uses($0, path) })
        case "Polygon": return .polygons([rings(node["arcs"] ?? node, path)])
        case "MultiPolygon": return .polygons((node["arcs"]?.array ?? []).map { rings($0, path) })
        case "GeometryCollection":
            return .collection((node["geometries"]?.array ?? []).map { shape($0, path, depth: depth + 1) })
        case let type?:
            problem("`\(type)` is no type of geometry", node, path)
            return .none
        }
    }

    mutating func rings(_ node: DocumentNode, _ path: String) -> [[Topology.ArcUse]] {
        guard let members = node.array else {
            problem("expected a list of rings of arcs, not \(node.kind)", node, path)
            return []
        }
        return members.map { uses($0, path) }
    }

    mutating func uses(_ node: DocumentNode, _ path: String) -> [Topology.ArcUse] {
        guard let members = node.array else {
            problem("expected a list of arcs, not \(node.kind)", node, path)
            return []
        }
        var uses: [Topology.ArcUse] = []
        uses.reserveCapacity(members.count)
        for member in members {
            guard let number = member.number, number == number.rounded(), abs(number) < 2e9 else {
                problem("an arc is named by a whole number", member, path)
                continue
            }
            let use = Topology.ArcUse(number)
            guard Int(use >= 0 ? use : ~use) < arcCount else {
                problem("there is no arc \(use); the file has \(arcCount)", member, path)
                continue
            }
            uses.append(use)
        }
        return uses
    }

    mutating func position(_ node: DocumentNode?, _ path: String) -> Coordinate? {
        guard let node, let (x, y) = pair(node) else {
            if let node { problem("a position is a list of two numbers", node, path) }
            return nil
        }
        var place = Coordinate(x, y)
        if let (scale, translate) = transform {
            place = Coordinate(x * scale.0 + translate.0, y * scale.1 + translate.1)
        }
        guard range.allows(place) else {
            problem("(\(place.longitude), \(place.latitude)) is no longitude and latitude in degrees", node, path)
            return nil
        }
        return place
    }
}
