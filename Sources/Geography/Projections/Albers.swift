extension ProjectionKind {
    /// The equal-area conic set for the United States: between 29.5° and 45.5° N, centred near 38.7° N, 96.6° W.
    public static let albers = ProjectionKind(
        "albers", scale: 1070, rotation: Rotation(96, 0), center: Coordinate(-0.6, 38.7), parallels: [29.5, 45.5]
    ) { ConicEqualArea(parallels: $0) }
}
