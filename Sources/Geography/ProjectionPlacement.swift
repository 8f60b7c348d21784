import SceneGraph

/// How a map is laid into its view: by scale and translation as they are written, or fitted to shapes, as Vega-Lite
/// and Vega have it (https://vega.github.io/vega/docs/projections/).
public struct ProjectionPlacement: Sendable {
    public var scale: Double?
    public var translate: Point?
    /// The rectangle to fit to; before `size`.
    public var extent: Rectangle?
    /// The size to fit to, from the view's corner, instead of the view's own.
    public var size: Size?
    /// Shapes to fit to, instead of those that the view shows.
    public var fit: [Geometry]?

    public init(
        scale: Double? = nil, translate: Point? = nil, extent: Rectangle? = nil, size: Size? = nil,
        fit: [Geometry]? = nil
    ) {
        self.scale = scale
        self.translate = translate
        self.extent = extent
        self.size = size
        self.fit = fit
    }

    /// Whether scale and translation follow from shapes: where neither is written, or where shapes are, with the room
    /// for them.
    public var isFitted: Bool {
        scale == nil && translate == nil || fit != nil && (extent != nil || size != nil)
    }
}

extension Projection {
    /// Sets scale and translation.
    ///
    /// - Parameter shapes: what the view shows; asked for where the map is fitted to it.
    public mutating func place(_ placement: ProjectionPlacement, in view: Size, of shapes: () -> [Geometry]) {
        scale = placement.scale ?? scale
        translate = placement.translate ?? Point(view.width / 2, view.height / 2)
        guard placement.isFitted else { return }
        let size = placement.size ?? view
        let room = placement.extent ?? Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        fit(to: room, of: placement.fit ?? shapes())
    }
}
