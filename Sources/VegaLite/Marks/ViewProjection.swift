import Documents
import Geography
import SceneGraph
import Tables

extension Compilation {
    /// The projection of a view: as the document sets it, or fitted to all that the view shows.
    mutating func projection(of id: Int, size: ViewSize) -> Projection {
        let frame = frame(of: id)
        if let known = projections[frame] { return known }
        var node: DocumentNode?
        for view in [id, frame] + units(under: frame) where node == nil { node = views[view].projection }
        node = node ?? config["projection"]
        let name = node?["type"].map { evaluator.resolved($0) }?.string ?? "equalEarth"
        var result: Projection
        if let named = Projection(named: name) {
            result = named
        } else {
            report("`\(name)` is no projection", node?["type"], path: join(views[id].path, "projection.type"))
            guard let standard = Projection(named: "equalEarth") else {
                fatalError("the standard projection is missing")
            }
            result = standard
        }
        func numbers(_ key: String) -> [Double]? {
            node?[key].map { evaluator.resolved($0) }?.array?.compactMap(\.number)
        }
        if let turn = numbers("rotate"), turn.count >= 2 {
            result.rotation = Rotation(turn[0], turn[1], turn.count > 2 ? turn[2] : 0)
        }
        if let center = numbers("center"), center.count == 2 { result.center = Coordinate(center[0], center[1]) }
        if let parallels = numbers("parallels"), parallels.count == 2 { result.parallels = parallels }
        if let angle = node?["clipAngle"]?.number { result.clipAngle = angle }
        if let precision = node?["precision"]?.number, precision >= 0 { result.precision = precision }
        if node?["reflectX"]?.boolean == true { result.reflectX = true }
        if node?["reflectY"]?.boolean == true { result.reflectY = true }
        if let scale = node?["scale"].map({ evaluator.resolved($0) })?.number {
            result.scale = scale
            result.translate = Point(size.width / 2, size.height / 2)
            if let translate = numbers("translate"), translate.count == 2 {
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
        projections[frame] = result
        return result
    }

    func isGraticule(_ id: Int) -> Bool {
        var view: Int? = id
        while let at = view {
            if let data = views[at].node["data"] { return data["graticule"] != nil }
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
