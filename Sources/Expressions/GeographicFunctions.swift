import Tables

/// Sizes on the page of what a projection draws, for expressions; shapes come as GeoJSON.
package protocol ProjectedMeasures: Sendable {
    var scale: Double { get }
    func area(of shape: DataValue) -> Double
    /// Left, top, right, bottom.
    func bounds(of shape: DataValue) -> [Double]?
    func centroid(of shape: DataValue) -> [Double]?
}

/// Measures of shapes on the globe: on the sphere where the projection is null, in steradians and degrees.
enum GeographicFunctions {
    static let all: [String: ExpressionFunction] = [
        "geoScale": ExpressionFunction(1...1) { arguments, frame in
            .number(try projection(arguments, frame)?.scale ?? .nan)
        },
        "geoArea": ExpressionFunction(2...2) { arguments, frame in
            let shape = arguments[1].data
            if let projection = try projection(arguments, frame) { return .number(projection.area(of: shape)) }
            return .number(SphericalMeasure(shape).area)
        },
        "geoBounds": ExpressionFunction(2...2) { arguments, frame in
            let shape = arguments[1].data
            if let projection = try projection(arguments, frame) {
                return corners(projection.bounds(of: shape))
            }
            return corners(SphericalMeasure(shape).bounds)
        },
        "geoCentroid": ExpressionFunction(2...2) { arguments, frame in
            let shape = arguments[1].data
            let centroid =
                try projection(arguments, frame).map { $0.centroid(of: shape) } ?? SphericalMeasure(shape).centroid
            return .array((centroid ?? [.nan, .nan]).map { .number($0) })
        },
        "geoShape": ExpressionFunction(2...2) { _, _ in
            throw ExpressionProblem(
                "`geoShape` gives a path, which no field can hold", advice: "draw shapes by the mark `geoshape`")
        },
    ]

    /// The projection that the first argument names; nil where it is null.
    private static func projection(
        _ arguments: ExpressionArguments, _ frame: ExpressionFrame
    ) throws -> (any ProjectedMeasures)? {
        if arguments[0].isNullish { return nil }
        let name = arguments.text(0)
        guard let found = frame.environment.projection?(name) else {
            throw ExpressionProblem(
                "there is no projection `\(name)` for `\(arguments.name)` here",
                advice: "null measures on the sphere itself")
        }
        return found
    }

    private static func corners(_ bounds: [Double]?) -> ExpressionValue {
        let ends = (bounds ?? [.infinity, .infinity, -.infinity, -.infinity]).map { DataValue.number($0) }
        return .array([.array([ends[0], ends[1]]), .array([ends[2], ends[3]])])
    }
}
