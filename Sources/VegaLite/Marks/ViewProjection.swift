import Documents
import Geography
import SceneGraph
import Tables

extension ChartLayout {
    /// The projection of a view: as the document sets it, or fitted to all that the view shows.
    mutating func projection(of id: Int, size: ViewSize) -> Projection {
        let frame = frame(of: id)
        if let known = scales.projections[frame] { return known }
        let p = projectionProperties(of: id, size: size)
        let name = p.string(.type) ?? "equalEarth"
        var result: Projection
        if let named = Projection(named: name) {
            result = named
        } else {
            report(
                "`\(name)` is no projection", p.setting(.type)?.location, path: join(views[id].path, "projection.type"))
            guard let standard = Projection(named: "equalEarth") else {
                fatalError("the standard projection is missing")
            }
            result = standard
        }
        Self.shape(&result, p)
        let view = Size(size.width, size.height)
        result.place(placement(p), in: view) { shapes(under: frame) }
        scales.projections[frame] = result
        return result
    }

    func projectionProperties(of id: Int, size: ViewSize) -> Properties<ProjectionProperty> {
        let frame = frame(of: id)
        let own = ([id, frame] + units(under: frame)).lazy.compactMap { [views] in views[$0].projection }.first
        var evaluator = evaluator
        evaluator.setSize(width: size.width, height: size.height)
        // A configuration turns and bends; what fits a view is the view's own.
        return Properties([own, config.projection.removing(.scale, .translate)], evaluator: evaluator)
    }

    /// What a projection is turned, centred, cut and mirrored by.
    private static func shape(_ projection: inout Projection, _ p: Properties<ProjectionProperty>) {
        if let turn = p.numbers(.rotate), turn.count >= 2 {
            projection.rotation = Rotation(turn[0], turn[1], turn.count > 2 ? turn[2] : 0)
        }
        if let center = p.numbers(.center), center.count == 2 { projection.center = Coordinate(center[0], center[1]) }
        if let parallels = p.numbers(.parallels), parallels.count == 2 { projection.parallels = parallels }
        if let angle = p.number(.clipAngle) { projection.clipAngle = angle }
        if let precision = p.number(.precision), precision >= 0 { projection.precision = precision }
        projection.clipExtent = rectangle(p[.clipExtent])
        if p.boolean(.reflectX) == true { projection.reflectX = true }
        if p.boolean(.reflectY) == true { projection.reflectY = true }
    }

    private func placement(_ p: Properties<ProjectionProperty>) -> ProjectionPlacement {
        var placement = ProjectionPlacement(scale: p.number(.scale), extent: Self.rectangle(p[.extent]))
        if let place = p.numbers(.translate), place.count == 2 { placement.translate = Point(place[0], place[1]) }
        if let side = p.number(.size) { placement.size = Size(side, side) }
        if let sides = p.numbers(.size), sides.count == 2 { placement.size = Size(sides[0], sides[1]) }
        if let fit = p[.fit] {
            let shapes = (fit.array ?? [fit]).compactMap { GeometryReading.geometry($0) }
            if !shapes.isEmpty { placement.fit = shapes }
        }
        return placement
    }

    /// A rectangle from two of its corners, written as lists of two numbers.
    private static func rectangle(_ value: DataValue?) -> Rectangle? {
        let corners = (value?.array ?? []).map { ($0.array ?? []).compactMap(\.number) }
        guard corners.count == 2, corners.allSatisfy({ $0.count == 2 }) else { return nil }
        return Rectangle(from: Point(corners[0][0], corners[0][1]), to: Point(corners[1][0], corners[1][1]))
    }

    /// All that the views of a frame show on the globe.
    private func shapes(under frame: Int) -> [Geometry] {
        var shapes: [Geometry] = []
        for unit in units(under: frame) {
            guard let drawn = views[unit].unit else { continue }
            if drawn.mark.isGeographic {
                shapes += GeometryReading.geometries(drawn.table, column: drawn.encoding[.shape]?.column)
                    .compactMap { $0 }
                continue
            }
            for (longitude, latitude) in [(Channel.longitude, Channel.latitude), (.longitude2, .latitude2)] {
                let places = drawn.coordinates(Array(0..<drawn.table.rowCount), longitude, latitude)
                    .filter(\.isFinite)
                if !places.isEmpty { shapes.append(.multiPoint(places)) }
            }
        }
        return shapes
    }

    func isGraticule(_ id: Int) -> Bool {
        var view: Int? = id
        while let at = view {
            if let data = views[at].written.data { return data.isGraticule }
            view = views[at].parent
        }
        return false
    }
}

extension View.Unit {
    /// Places on the globe, in degrees.
    func coordinates(
        _ rows: [Int], _ longitude: Channel, _ latitude: Channel
    ) -> [Coordinate] {
        func numbers(_ channel: Channel) -> [Double] {
            guard let definition = encoding[channel] else { return [Double](repeating: .nan, count: rows.count) }
            if let datum = definition.datum?.number ?? definition.value?.number {
                return [Double](repeating: datum, count: rows.count)
            }
            guard let column = table.column(definition.column) else {
                return [Double](repeating: .nan, count: rows.count)
            }
            let all = column.numbers
            return rows.map { all[$0] }
        }
        return zip(numbers(longitude), numbers(latitude)).map { Coordinate($0, $1) }
    }
}
