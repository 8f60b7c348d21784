extension ProjectionKind {
    /// No projection: coordinates are plane figure units already, y downwards unless `reflectY` is set.
    public static let identity = ProjectionKind("identity", scale: 1) { _ in Equirectangular() }
}
