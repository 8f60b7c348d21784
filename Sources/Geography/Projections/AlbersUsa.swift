import SceneGraph

/// The United States as one picture: the 48 states, with Alaska (at 0.35 of their scale) and Hawaii moved to the lower
/// left. Where the three stand, in multiples of the scale from the translation, is Vega's layout of it.
struct AlbersUsaParts: Sendable {
    /// The 48 states, Alaska, Hawaii.
    let parts: [Projection]

    init(scale k: Double, translate: Point, precision: Double) {
        let edge = 1e-6
        func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double, by gap: Double) -> Rectangle {
            Rectangle(
                from: Point(translate.x + left * k + gap, translate.y + top * k + gap),
                to: Point(translate.x + right * k - gap, translate.y + bottom * k - gap))
        }
        var states = Projection(.albers)
        states.scale = k
        states.translate = translate
        states.clipExtent = box(-0.455, -0.238, 0.455, 0.238, by: 0)

        var alaska = Projection(.conicEqualArea)
        alaska.rotation = Rotation(154, 0)
        alaska.center = Coordinate(-2, 58.5)
        alaska.parallels = [55, 65]
        alaska.scale = 0.35 * k
        alaska.translate = Point(translate.x - 0.307 * k, translate.y + 0.201 * k)
        alaska.clipExtent = box(-0.425, 0.120, -0.214, 0.234, by: edge)

        var hawaii = Projection(.conicEqualArea)
        hawaii.rotation = Rotation(157, 0)
        hawaii.center = Coordinate(-3, 19.9)
        hawaii.parallels = [8, 18]
        hawaii.scale = k
        hawaii.translate = Point(translate.x - 0.205 * k, translate.y + 0.212 * k)
        hawaii.clipExtent = box(-0.214, 0.166, -0.115, 0.234, by: edge)

        parts = [states, alaska, hawaii].map {
            var part = $0
            part.precision = precision
            return part
        }
    }
}

extension ProjectionKind {
    public static let albersUsa = ProjectionKind("albersUsa", scale: 1070) { _ in
        ConicEqualArea(parallels: [29.5, 45.5])
    }
}
