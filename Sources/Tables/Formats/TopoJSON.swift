import Documents

/// Reads TopoJSON (https://github.com/topojson/topojson-specification): shapes that share their borders as arcs.
struct TopoJSON {
    private let objects: DocumentNode
    private var arcs: [[DataValue]] = []
    private var scale: (Double, Double)?
    private var translate = (0.0, 0.0)

    init(_ root: DocumentNode) throws(Diagnostic) {
        guard let objects = root["objects"], objects.object != nil, let arcs = root["arcs"]?.array else {
            throw Diagnostic("this is no TopoJSON: it has no `objects` and `arcs`")
        }
        self.objects = objects
        if let transform = root["transform"], let scale = transform["scale"]?.array?.compactMap(\.number),
            scale.count == 2,
            let translate = transform["translate"]?.array?.compactMap(\.number), translate.count == 2
        {
            self.scale = (scale[0], scale[1])
            self.translate = (translate[0], translate[1])
        }
        self.arcs.reserveCapacity(arcs.count)
        for arc in arcs {
            var points: [DataValue] = []
            var x = 0.0, y = 0.0
            for point in arc.array ?? [] {
                let parts = point.array?.compactMap(\.number) ?? []
                guard parts.count >= 2 else {
                    throw Diagnostic("an arc of the TopoJSON has a point that is no pair of numbers")
                }
                // In a quantised file each point is told by its distance from the one before.
                if let scale {
                    x += parts[0]
                    y += parts[1]
                    points.append(.array([.number(x * scale.0 + translate.0), .number(y * scale.1 + translate.1)]))
                } else {
                    points.append(.array([.number(parts[0]), .number(parts[1])]))
                }
            }
            self.arcs.append(points)
        }
    }

    private func object(_ name: String) throws(Diagnostic) -> DocumentNode {
        if let found = objects[name] { return found }
        let names = objects.object?.keys ?? []
        let near = suggestion(for: name, among: names)
        throw Diagnostic(
            "the TopoJSON has no object `\(name)`",
            advice: near.map { "did you mean `\($0)`?" } ?? "it has " + names.joined(separator: ", "))
    }

    /// One GeoJSON feature a row: `type`, `id`, `properties`, `geometry`.
    func features(of name: String) throws(Diagnostic) -> Table {
        let object = try object(name)
        let geometries = object["type"]?.string == "GeometryCollection" ? object["geometries"]?.array ?? [] : [object]
        var rows: [[DataValue.Field]] = []
        for geometry in geometries {
            var row: [DataValue.Field] = [.init("type", .string("Feature"))]
            if let id = geometry["id"] { row.append(.init("id", DataValue(id))) }
            row.append(.init("properties", geometry["properties"].map { DataValue($0) } ?? .object([])))
            row.append(.init("geometry", try shape(geometry, depth: 0)))
            rows.append(row)
        }
        return Table(rows: rows)
    }

    /// Which lines of a mesh are wanted: those between two shapes, or those that only one has.
    enum Borders: String, CaseIterable { case interior, exterior }

    /// Every arc that an object uses, once, as one GeoJSON object; or only its inner or outer borders.
    func mesh(of name: String, only borders: Borders? = nil) throws(Diagnostic) -> Table {
        // By arc, the shape that has it first, and whether another has it too.
        var owners: [Int: (first: Int, isShared: Bool)] = [:]
        var order: [Int] = []
        var shapes = 0
        func gather(_ node: DocumentNode, owner: Int, depth: Int) {
            guard depth < 12 else { return }
            if let number = node.number, number.magnitude < 1e9 {
                let index = Int(number) < 0 ? ~Int(number) : Int(number)
                if let known = owners[index] {
                    if known.first != owner { owners[index] = (known.first, true) }
                } else {
                    owners[index] = (owner, false)
                    order.append(index)
                }
            }
            for item in node.array ?? [] { gather(item, owner: owner, depth: depth + 1) }
        }
        func visit(_ node: DocumentNode, depth: Int) {
            guard depth < 12 else { return }
            for inner in node["geometries"]?.array ?? [] { visit(inner, depth: depth + 1) }
            guard let arcs = node["arcs"] else { return }
            shapes += 1
            gather(arcs, owner: shapes, depth: depth)
        }
        visit(try object(name), depth: 0)
        let lines = order.filter { index in
            guard index >= 0, index < arcs.count else { return false }
            return borders == nil || owners[index]?.isShared == (borders == .interior)
        }.map { DataValue.array(arcs[$0]) }
        return Table(rows: [[.init("type", .string("MultiLineString")), .init("coordinates", .array(lines))]])
    }

    private func shape(_ node: DocumentNode, depth: Int) throws(Diagnostic) -> DataValue {
        guard depth < 12 else { throw Diagnostic("the TopoJSON is nested too deeply") }
        guard let type = node["type"]?.string else { return .null }
        func made(_ coordinates: DataValue) -> DataValue {
            .object([.init("type", .string(type)), .init("coordinates", coordinates)])
        }
        switch type {
        case "GeometryCollection":
            var shapes: [DataValue] = []
            for inner in node["geometries"]?.array ?? [] { shapes.append(try shape(inner, depth: depth + 1)) }
            return .object([.init("type", .string(type)), .init("geometries", .array(shapes))])
        case "Point": return made(point(node["coordinates"]))
        case "MultiPoint": return made(.array((node["coordinates"]?.array ?? []).map { point($0) }))
        case "LineString": return made(try line(node["arcs"]))
        case "MultiLineString": return made(try lines(node["arcs"]))
        case "Polygon": return made(try lines(node["arcs"]))
        case "MultiPolygon":
            var polygons: [DataValue] = []
            for polygon in node["arcs"]?.array ?? [] { polygons.append(try lines(polygon)) }
            return made(.array(polygons))
        default: return .null
        }
    }

    private func point(_ node: DocumentNode?) -> DataValue {
        let parts = node?.array?.compactMap(\.number) ?? []
        guard parts.count >= 2 else { return .array([]) }
        guard let scale else { return .array([.number(parts[0]), .number(parts[1])]) }
        return .array([.number(parts[0] * scale.0 + translate.0), .number(parts[1] * scale.1 + translate.1)])
    }

    private func lines(_ node: DocumentNode?) throws(Diagnostic) -> DataValue {
        var result: [DataValue] = []
        for part in node?.array ?? [] { result.append(try line(part)) }
        return .array(result)
    }

    /// Arcs after each other; where they meet the point stands once. A negative number is an arc backwards.
    private func line(_ node: DocumentNode?) throws(Diagnostic) -> DataValue {
        var points: [DataValue] = []
        for item in node?.array ?? [] {
            guard let number = item.number, number.magnitude < 1e9 else {
                throw Diagnostic("an arc of the TopoJSON is no number")
            }
            let index = Int(number) < 0 ? ~Int(number) : Int(number)
            guard index >= 0, index < arcs.count else { throw Diagnostic("the TopoJSON has no arc \(index)") }
            if !points.isEmpty { points.removeLast() }
            points += Int(number) < 0 ? arcs[index].reversed() : arcs[index]
        }
        return .array(points)
    }
}
