/// Properties of a mark's definition, of its part of the configuration, and of a named style.
enum MarkProperty: String, PropertyName {
    case align, angle, aria, ariaRole, ariaRoleDescription, aspect, bandSize, baseline, binSpacing, blend, center, clip
    case color, continuousBandSize, cornerRadius, cornerRadiusBottomLeft, cornerRadiusBottomRight, cornerRadiusEnd
    case cornerRadiusTopLeft, cornerRadiusTopRight, cursor, description, dir, discreteBandSize, dx, dy, ellipsis, extent
    case fill, fillOpacity, filled, font, fontSize, fontStyle, fontWeight, height, href, innerRadius, interpolate
    case invalid, limit, lineBreak, lineHeight, minBandSize, opacity, order, orient, outerRadius, padAngle, radius
    case radius2, radius2Offset, radiusOffset, shape, size, smooth, stroke, strokeCap, strokeDash, strokeDashOffset
    case strokeJoin, strokeMiterLimit, strokeOffset, strokeOpacity, strokeWidth, style, tension, text, theta, theta2
    case theta2Offset, thetaOffset, thickness, time, timeUnitBandPosition, timeUnitBandSize, tooltip, type, url, width
    case x, x2, x2Offset, xOffset, y, y2, y2Offset, yOffset

    static let noun = "a mark"
    static let undrawn: Set<MarkProperty> = [.bandSize, .strokeOffset]
    static let idle: Set<MarkProperty> = [
        .aria, .ariaRole, .ariaRoleDescription, .cursor, .description, .href, .tooltip,
    ]

    var ownKind: PropertyKind? {
        switch self {
        case .color, .fill, .stroke: .paint
        case .aria, .clip, .filled, .smooth: PropertyKind.flag.or([.object, .text])
        case .interpolate, .ellipsis, .lineBreak, .dir, .ariaRole, .ariaRoleDescription, .cursor, .description, .href,
            .shape, .type, .url, .blend, .center:
            .text
        case .orient: .word("horizontal", "vertical")
        case .strokeJoin: .word("miter", "round", "bevel")
        case .style: .texts
        case .text: PropertyKind.lines.or(.object)
        case .width, .height, .discreteBandSize, .size, .bandSize, .continuousBandSize, .timeUnitBandSize:
            PropertyKind.length.or(.object)
        case .x, .x2, .y, .y2: PropertyKind.number(-100_000...100_000).or(.text)
        case .cornerRadius, .cornerRadiusBottomLeft, .cornerRadiusBottomRight, .cornerRadiusEnd, .cornerRadiusTopLeft,
            .cornerRadiusTopRight, .binSpacing, .minBandSize, .thickness:
            .number(-100_000...100_000)
        case .strokeMiterLimit, .dx, .dy, .innerRadius, .outerRadius, .radius, .radius2, .tension, .theta, .theta2,
            .timeUnitBandPosition, .fontSize:
            .number(-100_000...100_000)
        case .invalid, .order, .extent, .tooltip, .aspect, .time: .any
        default: nil
        }
    }
}

/// Parts of a mark that are marks of their own: overlays of lines and areas, parts of composite marks.
enum MarkPart: String, CaseIterable, Sendable {
    case point, line, band, borders, box, median, outliers, rule, ticks
}
