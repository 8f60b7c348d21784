import SceneGraph

/// A projection with its settings: from longitude and latitude to figure units, y downwards.
///
/// The settings mean what they mean in Vega and d3: the sphere is turned by `rotation`, cut by `clipAngle` or at the
/// antimeridian, projected, stretched by `scale`, and moved so that `center` (of the turned sphere) lies at
/// `translate`; then cut to `clipExtent`.
public struct Projection: Sendable {
    public let kind: ProjectionKind
    /// Figure units a radian.
    public var scale: Double
    /// Where `center` lies, in figure units.
    public var translate = Point(480, 250)
    /// A place on the turned sphere.
    public var center: Coordinate
    public var rotation: Rotation
    /// Standard parallels in degrees, for the conic projections; nil for the others.
    public var parallels: [Double]?
    /// What is further from the centre, in degrees, is not shown; nil cuts at the antimeridian instead.
    public var clipAngle: Double?
    /// What lies outside is not shown; nil shows everything.
    public var clipExtent: Rectangle?
    /// How far, in figure units, a drawn line may be from the true curve. 0 draws straight lines between vertices.
    public var precision = 0.5.squareRoot()
    /// Turns the plane, in degrees.
    public var angle = 0.0
    public var reflectX = false
    public var reflectY = false

    public init(_ kind: ProjectionKind) {
        self.kind = kind
        scale = kind.scale
        center = kind.center
        rotation = kind.rotation
        parallels = kind.parallels
        clipAngle = kind.clipAngle
    }

    /// The projection of that Vega-Lite name, with its defaults; nil where there is none.
    public init?(named name: String) {
        guard let kind = ProjectionKind.named(name) else { return nil }
        self.init(kind)
    }

    /// Whether coordinates are already plane.
    public var isIdentity: Bool { kind.name == "identity" }

    /// Where a place lies, in figure units; nil where it is not shown. What `clipExtent` cuts is still told.
    public func project(_ coordinate: Coordinate) -> Point? {
        guard coordinate.isFinite else { return nil }
        if isIdentity { return PlaneTransform(self).apply(coordinate.longitude, -coordinate.latitude) }
        if kind.name == "albersUsa" {
            for part in albersUsaParts.parts {
                if let point = part.project(coordinate), part.clipExtent?.contains(point) ?? true { return point }
            }
            return nil
        }
        let sheets = PreparedProjection.sheets(of: self)
        guard let first = sheets.first else { return nil }
        let turned = first.rotation.forward(SpherePoint(coordinate))
        guard let ready = sheets.first(where: { $0.clip.shows(turned) }) else { return nil }
        let plane = ready.formula.forward(turned.longitude, turned.latitude)
        let point = ready.transform.apply(plane.x, plane.y)
        return point.x.isFinite && point.y.isFinite ? point : nil
    }

    /// The place that is drawn at a point; nil outside the map.
    public func invert(_ point: Point) -> Coordinate? {
        if isIdentity {
            let plane = PlaneTransform(self).invert(point)
            return Coordinate(plane.x, -plane.y)
        }
        if kind.name == "albersUsa" {
            // The insets lie over the corner of the frame of the 48 states.
            for part in albersUsaParts.parts.reversed() where part.clipExtent?.contains(point) ?? true {
                return part.invert(point)
            }
            return nil
        }
        for ready in PreparedProjection.sheets(of: self) {
            let plane = ready.transform.invert(point)
            guard plane.x.isFinite, plane.y.isFinite, let turned = ready.formula.inverse(plane.x, plane.y) else {
                continue
            }
            let place = ready.rotation.inverse(SpherePoint(turned.longitude, turned.latitude)).coordinate
            if place.isFinite { return place }
        }
        return nil
    }

    var albersUsaParts: AlbersUsaParts { AlbersUsaParts(scale: scale, translate: translate, precision: precision) }

    /// Sets scale and translation so that the shapes, drawn, fill a rectangle and stand in its middle.
    ///
    /// Does nothing where nothing of the shapes is shown.
    public mutating func fit(to rectangle: Rectangle, of geometries: [Geometry]) {
        guard let box = unitBounds(of: geometries) else { return }
        fit(to: rectangle, unitBounds: box)
    }

    /// The same with bounds that `unitBounds(of:)` told: for fitting again to another rectangle.
    public mutating func fit(to rectangle: Rectangle, unitBounds box: Rectangle) {
        guard box.width > 0 || box.height > 0 else { return }
        let factor = min(rectangle.width / max(box.width, 1e-12), rectangle.height / max(box.height, 1e-12))
        scale = (isIdentity ? 1 : 150) * factor
        translate = Point(
            rectangle.x + (rectangle.width - factor * (box.maxX + box.minX)) / 2,
            rectangle.y + (rectangle.height - factor * (box.maxY + box.minY)) / 2)
    }

    /// The rectangle around the shapes as they are drawn at scale 150 (1 for `identity`), untranslated and uncut; nil
    /// where nothing of them is shown.
    public func unitBounds(of geometries: [Geometry]) -> Rectangle? {
        var trial = self
        trial.clipExtent = nil
        trial.scale = isIdentity ? 1 : 150
        trial.translate = .zero
        return GeographicPath(trial).bounds(of: geometries)
    }

    /// Sets scale and translation so that the shapes are as wide as `width` and begin at the origin.
    ///
    /// - Returns: the height they then have.
    @discardableResult
    public mutating func fit(width: Double, of geometries: [Geometry]) -> Double {
        guard let box = unitBounds(of: geometries), box.width > 0 else { return 0 }
        let factor = width / box.width
        scale = (isIdentity ? 1 : 150) * factor
        translate = Point(-factor * box.minX, -factor * box.minY)
        return factor * box.height
    }
}

/// The plane's own part of a projection: turn, mirror, stretch and move.
struct PlaneTransform: Sendable {
    private var a: Double
    private var b: Double
    private var mirrorX: Double
    private var mirrorY: Double
    private var x = 0.0
    private var y = 0.0

    /// Without the shift that `center` asks for; `PreparedProjection` adds it.
    init(_ projection: Projection) {
        let (s, c) = sineAndCosine(projection.angle * .pi / 180)
        a = c * projection.scale
        b = s * projection.scale
        mirrorX = projection.reflectX ? -1 : 1
        mirrorY = projection.reflectY ? -1 : 1
        x = projection.translate.x
        y = projection.translate.y
    }

    mutating func put(_ plane: (x: Double, y: Double), at point: Point) {
        let now = apply(plane.x, plane.y)
        if now.x.isFinite { x += point.x - now.x }
        if now.y.isFinite { y += point.y - now.y }
    }

    @inline(__always) func apply(_ planeX: Double, _ planeY: Double) -> Point {
        let (u, v) = (planeX * mirrorX, planeY * mirrorY)
        return Point(a * u - b * v + x, y - b * u - a * v)
    }

    func invert(_ point: Point) -> (x: Double, y: Double) {
        let (u, v) = (point.x - x, y - point.y)
        let square = a * a + b * b
        return ((a * u + b * v) / square * mirrorX, (a * v - b * u) / square * mirrorY)
    }
}

/// A projection's settings turned into what its steps need.
struct PreparedProjection: Sendable {
    let formula: any ProjectionFormula
    let rotation: SphereRotation
    let clip: any SphereClip
    let transform: PlaneTransform
    let extent: Rectangle?
    let precision: Double
    /// The sheet, where there are several.
    let lobe: Lobe?

    /// A projection as the sheets that it is drawn on: one, but for those that are cut into lobes.
    static func sheets(of projection: Projection) -> [PreparedProjection] {
        let lobes = projection.kind.lobes
        return lobes.isEmpty ? [PreparedProjection(projection)] : lobes.map { PreparedProjection(projection, $0) }
    }

    init(_ projection: Projection, _ lobe: Lobe? = nil) {
        let whole = projection.kind.formula(projection.parallels ?? [])
        self.lobe = lobe
        formula = lobe.map { LobeFormula(whole, $0) } ?? whole
        var turn = projection.rotation
        var center = SpherePoint(projection.center)
        if projection.kind.isTransverse {
            turn.roll += 90
            center = SpherePoint(-center.latitude, center.longitude)
        }
        rotation = SphereRotation(turn)
        if let lobe {
            clip = LobeClip(lobe)
        } else if let angle = projection.clipAngle, angle > 0, angle < 180 {
            clip = CircleClip(degrees: angle)
        } else {
            clip = AntimeridianClip()
        }
        var transform = PlaneTransform(projection)
        transform.put(whole.forward(center.longitude, center.latitude), at: projection.translate)
        self.transform = transform
        precision = projection.precision

        var extent = projection.clipExtent
        if projection.kind.isSquare {
            let middle = transform.apply(0, 0)
            let half = halfTurn * projection.scale
            let square = Rectangle(x: middle.x - half, y: middle.y - half, width: 2 * half, height: 2 * half)
            if let given = extent {
                let (left, top) = (max(given.minX, square.minX), max(given.minY, square.minY))
                extent = Rectangle(
                    x: left, y: top, width: max(0, min(given.maxX, square.maxX) - left),
                    height: max(0, min(given.maxY, square.maxY) - top))
            } else {
                extent = square
            }
        }
        self.extent = extent
    }
}
