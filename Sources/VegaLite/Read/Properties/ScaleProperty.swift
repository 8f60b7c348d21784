/// Properties of a scale.
enum ScaleProperty: String, PropertyName {
    case align, base, bins, clamp, constant, domain, domainMax, domainMid, domainMin, domainRaw, exponent, interpolate
    case nice, padding, paddingInner, paddingOuter, range, rangeMax, rangeMin, reverse, round, scheme, type, zero

    static let noun = "a scale"

    var ownKind: PropertyKind? {
        switch self {
        case .clamp, .reverse, .round, .zero: .flag
        case .align, .paddingInner, .paddingOuter, .padding, .exponent, .base, .constant: .number(-100_000...100_000)
        case .type: .text
        case .rangeMax, .rangeMin: PropertyKind.number.or(.text)
        case .bins: PropertyKind.list.or(.object)
        case .nice: .number.or([.flag, .text, .object])
        default: .any
        }
    }
}

/// Properties of `config.scale`.
enum ScaleConfigProperty: String, PropertyName {
    case animationDuration, bandPaddingInner, bandPaddingOuter, bandWithNestedOffsetPaddingInner
    case bandWithNestedOffsetPaddingOuter, barBandPaddingInner, clamp, continuousPadding, framesPerSecond, invalid
    case maxBandSize, maxFontSize, maxOpacity, maxSize, maxStrokeWidth, minBandSize, minFontSize, minOpacity, minSize
    case minStrokeWidth, nice, offsetBandPaddingInner, offsetBandPaddingOuter, pointPadding, quantileCount
    case quantizeCount, rectBandPaddingInner, round, tickBandPaddingInner, useUnaggregatedDomain, xReverse, zero

    static let noun = "the configuration of scales"
    static let idle: Set<ScaleConfigProperty> = [.animationDuration, .framesPerSecond]

    var ownKind: PropertyKind? {
        switch self {
        case .clamp, .nice, .round, .useUnaggregatedDomain, .xReverse, .zero: .flag
        case .invalid: .object
        default: .number(-100_000...100_000)
        }
    }
}

/// Properties of a projection.
enum ProjectionProperty: String, PropertyName {
    case center, clipAngle, clipExtent, coefficient, distance, extent, fit, fraction, lobes, parallel, parallels
    case pointRadius, precision, radius, ratio, reflectX, reflectY, rotate, scale, size, spacing, tilt, translate, type

    static let noun = "a projection"
    static let undrawn: Set<ProjectionProperty> = [
        .coefficient, .distance, .fraction, .lobes, .parallel, .ratio, .tilt,
    ]

    var ownKind: PropertyKind? {
        switch self {
        case .reflectX, .reflectY: .flag
        case .type: .text
        case .center, .clipExtent, .extent, .parallels, .rotate, .translate: .list
        case .clipAngle, .pointRadius, .precision, .scale: .number
        case .size: .number.or(.list)
        default: .any
        }
    }
}
