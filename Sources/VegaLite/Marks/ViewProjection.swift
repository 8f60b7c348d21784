import Documents
import Geography
import SceneGraph
import Tables

extension ChartLayout {
    /// The projection of a view: as the document sets it, or fitted to all that the view shows.
    mutating func projection(of id: Int, size: ViewSize) -> Projection {
        let frame = frame(of: id)
        if let known = scales.projections[frame] { return known }
        let own = ([id, frame] + units(under: frame)).lazy.compactMap { [views] in views[$0].projection }.first
        let p = Properties([own, config.projection], evaluator: evaluator)
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
        if let turn = p.numbers(.rotate), turn.count >= 2 {
            result.rotation = Rotation(turn[0], turn[1], turn.count > 2 ? turn[2] : 0)
        }
        if let center = p.numbers(.center), center.count == 2 { result.center = Coordinate(center[0], center[1]) }
        if let parallels = p.numbers(.parallels), parallels.count == 2 { result.parallels = parallels }
        if let angle = p.number(.clipAngle) { result.clipAngle = angle }
        if let precision = p.number(.precision), precision >= 0 { result.precision = precision }
        if p.boolean(.reflectX) == true { result.reflectX = true }
        if p.boolean(.reflectY) == true { result.reflectY = true }
        if let scale = p.number(.scale) {
            result.scale = scale
            result.translate = Point(size.width / 2, size.height / 2)
            if let translate = p.numbers(.translate), translate.count == 2 {
                result.translate = Point(translate[0], translate[1])
            }
        } else {
            var shapes: [Geometry] = []
            for unit in units(under: frame) {
                guard let drawn = views[unit].unit else { continue }
                if drawn.mark.isGeographic {
                    shapes += GeometryReading.geometries(drawn.table, column: drawn.encoding[.shape]?.column).compactMap
                    { $0 }
                } else {
                    for (longitude, latitude) in [(Channel.longitude, Channel.latitude), (.longitude2, .latitude2)] {
                        let places = drawn.coordinates(Array(0..<drawn.table.rowCount), longitude, latitude).filter(
                            \.isFinite)
                        if !places.isEmpty { shapes.append(.multiPoint(places)) }
                    }
                }
            }
            result.fit(to: Rectangle(x: 0, y: 0, width: size.width, height: size.height), of: shapes)
        }
        scales.projections[frame] = result
        return result
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
