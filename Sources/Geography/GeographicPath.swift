import SceneGraph

/// Draws shapes through a projection.
public struct GeographicPath: Sendable {
    public let projection: Projection
    /// Radius of the circle that a point is drawn as, in figure units.
    public var pointRadius: Double

    private let steps: [Step]
    /// What is further off is cut: a pole that a projection throws far out would exceed the numbers that graphics
    /// libraries count in (cairo's end at 8 million), and its polygon then fill the wrong side.
    private var reach: Rectangle? = Rectangle(x: -100_000, y: -100_000, width: 200_000, height: 200_000)

    public init(_ projection: Projection, pointRadius: Double = 4.5) {
        self.projection = projection
        self.pointRadius = pointRadius
        if projection.isIdentity {
            steps = [.plane(PlaneTransform(projection), projection.clipExtent)]
        } else if projection.kind.name == "albersUsa" {
            steps = projection.albersUsaParts.parts.map { .sphere(PreparedProjection($0)) }
        } else {
            steps = PreparedProjection.sheets(of: projection).map { .sphere($0) }
        }
    }

    private enum Step: Sendable {
        case plane(PlaneTransform, Rectangle?)
        case sphere(PreparedProjection)
    }

    /// The shape as an outline in figure units: rings closed, lines open, points as circles. Empty where nothing of
    /// it is shown.
    public func path(of geometry: Geometry) -> PathData {
        var path = PathData()
        for step in steps { add(geometry, step, to: &path) }
        return path
    }

    public func path(of geometries: [Geometry]) -> PathData {
        var path = PathData()
        for step in steps { for geometry in geometries { add(geometry, step, to: &path) } }
        return path
    }

    /// The drawn rings of a polygon or sphere, each open (its end not repeated).
    public func rings(of geometry: Geometry) -> [[Point]] {
        var rings: [[Point]] = []
        for step in steps {
            if case .sphere = geometry { rings += drawnSphere(step) }
            for polygon in geometry.polygons { rings += drawnRings(polygon, step) }
        }
        return rings
    }

    /// The drawn pieces of the lines in a geometry.
    public func lines(of geometry: Geometry) -> [[Point]] {
        var lines: [[Point]] = []
        for step in steps { for line in geometry.lines { lines += drawnLines(line, step) } }
        return lines
    }

    /// The smallest rectangle around what is drawn, points without their radius; nil where nothing is.
    public func bounds(of geometries: [Geometry]) -> Rectangle? {
        var path = PathData()
        var bare = self
        bare.pointRadius = 0
        bare.reach = nil
        for step in steps { for geometry in geometries { bare.add(geometry, step, to: &path) } }
        return path.bounds
    }

    /// The drawn area, in square figure units.
    public func area(of geometry: Geometry) -> Double {
        abs(rings(of: geometry).reduce(0) { $0 + signedArea($1) })
    }

    /// The middle of the drawn area; of lines and points, the middle of their drawn vertices. Nil where nothing is
    /// drawn.
    public func centroid(of geometry: Geometry) -> Point? {
        var (x, y, weight) = (0.0, 0.0, 0.0)
        for ring in rings(of: geometry) {
            guard var last = ring.last else { continue }
            for point in ring {
                let cross = last.x * point.y - point.x * last.y
                x += (last.x + point.x) * cross
                y += (last.y + point.y) * cross
                weight += 3 * cross
                last = point
            }
        }
        if abs(weight) > 1e-12 { return Point(x / weight, y / weight) }
        (x, y, weight) = (0, 0, 0)
        for line in lines(of: geometry) {
            for (a, b) in zip(line, line.dropFirst()) {
                let length = hypotenuse(b.x - a.x, b.y - a.y)
                x += (a.x + b.x) / 2 * length
                y += (a.y + b.y) / 2 * length
                weight += length
            }
        }
        if weight > 0 { return Point(x / weight, y / weight) }
        geometry.forEachCoordinate { coordinate in
            guard let point = projection.project(coordinate) else { return }
            x += point.x
            y += point.y
            weight += 1
        }
        return weight > 0 ? Point(x / weight, y / weight) : nil
    }

    // MARK: - Steps

    private func add(_ geometry: Geometry, _ step: Step, to path: inout PathData) {
        switch geometry {
        case .point(let point): add([point], step, to: &path)
        case .multiPoint(let points): add(points, step, to: &path)
        case .lineString(let line): add(drawnLines(line, step), closed: false, to: &path)
        case .multiLineString(let lines): for line in lines { add(drawnLines(line, step), closed: false, to: &path) }
        case .polygon(let rings): add(drawnRings(rings, step), closed: true, to: &path)
        case .multiPolygon(let polygons):
            for rings in polygons { add(drawnRings(rings, step), closed: true, to: &path) }
        case .collection(let parts): for part in parts { add(part, step, to: &path) }
        case .sphere: add(drawnSphere(step), closed: true, to: &path)
        }
    }

    private func add(_ lines: [[Point]], closed: Bool, to path: inout PathData) {
        for line in lines {
            guard let first = line.first, line.count > (closed ? 2 : 1) else { continue }
            path.move(to: first)
            for point in line.dropFirst() { path.line(to: point) }
            if closed { path.close() }
        }
    }

    private func add(_ points: [Coordinate], _ step: Step, to path: inout PathData) {
        for coordinate in points where coordinate.isFinite {
            let point: Point
            let extent: Rectangle?
            switch step {
            case .plane(let transform, let clip):
                point = transform.apply(coordinate.longitude, -coordinate.latitude)
                extent = clip
            case .sphere(let ready):
                let turned = ready.rotation.forward(SpherePoint(coordinate))
                guard ready.clip.shows(turned) else { continue }
                let plane = ready.formula.forward(turned.longitude, turned.latitude)
                point = ready.transform.apply(plane.x, plane.y)
                extent = ready.extent
            }
            guard point.x.isFinite, point.y.isFinite, extent?.contains(point) ?? true else { continue }
            if pointRadius > 0 {
                path.append(PathData.circle(center: point, radius: pointRadius))
            } else {
                path.move(to: point)
            }
        }
    }

    private func drawnSphere(_ step: Step) -> [[Point]] {
        guard case .sphere(let ready) = step else { return [] }
        guard ready.lobe != nil else { return draw([ready.clip.outline], closed: true, ready) }
        // The lobes' edges are one line, told with the first of them.
        guard case .sphere(let first)? = steps.first, first.lobe == ready.lobe else { return [] }
        return [lobedOutline].filter { $0.count > 2 }
    }

    /// Along the northern lobes eastwards and back along the southern ones.
    private var lobedOutline: [Point] {
        let sheets = steps.compactMap { step -> PreparedProjection? in
            if case .sphere(let ready) = step { ready } else { nil }
        }
        let isNorth = { (ready: PreparedProjection) in ready.lobe?.isNorth ?? true }
        let ring = (sheets.filter(isNorth) + sheets.filter { !isNorth($0) }.reversed()).flatMap {
            resampled($0.clip.outline, $0, formula: $0.formula)
        }
        guard let extent = sheets.first?.extent ?? reach else { return ring }
        return RectangleClip(rectangle: extent).ring(ring)
    }

    private func resampled(
        _ points: [SpherePoint], _ ready: PreparedProjection, formula: some ProjectionFormula
    ) -> [Point] {
        Resampler(formula: formula, transform: ready.transform, precision: ready.precision).draw(points, closed: false)
    }

    private func drawnRings(_ rings: [[Coordinate]], _ step: Step) -> [[Point]] {
        switch step {
        case .plane(let transform, let extent):
            let drawn = rings.map { ring in ring.map { transform.apply($0.longitude, -$0.latitude) } }
            guard let extent else { return drawn }
            let clip = RectangleClip(rectangle: extent)
            return drawn.map(clip.ring).filter { $0.count > 2 }
        case .sphere(let ready):
            let turned = rings.map { ring in ring.map { ready.rotation.forward(SpherePoint($0)) } }
            return draw(ready.clip.pieces(ofPolygon: turned), closed: true, ready)
        }
    }

    private func drawnLines(_ line: [Coordinate], _ step: Step) -> [[Point]] {
        switch step {
        case .plane(let transform, let extent):
            let drawn = line.map { transform.apply($0.longitude, -$0.latitude) }
            guard let extent else { return [drawn] }
            return RectangleClip(rectangle: extent).pieces(ofLine: drawn)
        case .sphere(let ready):
            let turned = line.map { ready.rotation.forward(SpherePoint($0)) }
            return draw(ready.clip.pieces(ofLine: turned), closed: false, ready)
        }
    }

    private func draw(_ pieces: [[SpherePoint]], closed: Bool, _ ready: PreparedProjection) -> [[Point]] {
        draw(pieces, closed: closed, ready, formula: ready.formula)
    }

    /// Opens the formula's type, so that the inner loops know it.
    private func draw(
        _ pieces: [[SpherePoint]], closed: Bool, _ ready: PreparedProjection, formula: some ProjectionFormula
    ) -> [[Point]] {
        let resampler = Resampler(formula: formula, transform: ready.transform, precision: ready.precision)
        var drawn: [[Point]] = []
        drawn.reserveCapacity(pieces.count)
        for piece in pieces {
            let points = resampler.draw(piece, closed: closed)
            guard let extent = ready.extent ?? reach else {
                drawn.append(points)
                continue
            }
            let clip = RectangleClip(rectangle: extent)
            if closed {
                let ring = clip.ring(points)
                if ring.count > 2 { drawn.append(ring) }
            } else {
                drawn += clip.pieces(ofLine: points)
            }
        }
        return drawn
    }
}

/// The signed area of a drawn ring; y downwards.
func signedArea(_ ring: [Point]) -> Double {
    guard var last = ring.last else { return 0 }
    var total = 0.0
    for point in ring {
        total += last.x * point.y - point.x * last.y
        last = point
    }
    return total / 2
}
