// Names from Vega-Lite's JSON Schema 6 (https://vega.github.io/schema/vega-lite/v6.json).

/// Properties of an axis, in a channel or in the configuration.
enum AxisProperty: String, PropertyName {
    case aria, bandPosition, description, disable, domain, domainCap, domainColor, domainDash, domainDashOffset
    case domainOpacity, domainWidth, format, formatType, grid, gridCap, gridColor, gridDash, gridDashOffset
    case gridOpacity, gridWidth, labelAlign, labelAngle, labelBaseline, labelBound, labelColor, labelExpr, labelFlush
    case labelFlushOffset, labelFont, labelFontSize, labelFontStyle, labelFontWeight, labelLimit, labelLineHeight
    case labelOffset, labelOpacity, labelOverlap, labelPadding, labelSeparation, labels, maxExtent, minExtent, offset
    case orient, position, style, tickBand, tickCap, tickColor, tickCount, tickDash, tickDashOffset, tickExtra
    case tickMinStep, tickOffset, tickOpacity, tickRound, tickSize, tickWidth, ticks, title, titleAlign, titleAnchor
    case titleAngle, titleBaseline, titleColor, titleFont, titleFontSize, titleFontStyle, titleFontWeight, titleLimit
    case titleLineHeight, titleOpacity, titlePadding, titleX, titleY, translate, values, zindex

    static let noun = "an axis"
    static let idle: Set<AxisProperty> = [.aria, .description]

    var ownKind: PropertyKind? {
        switch self {
        case .aria, .disable, .domain, .grid, .labels, .tickExtra, .tickRound, .ticks: .flag
        case .labelBound, .labelFlush: .number.or(.flag)
        case .labelOverlap: PropertyKind.word("parity", "greedy").or(.flag)
        case .orient: .word("top", "bottom", "left", "right")
        case .tickBand: .word("center", "extent")
        case .tickCount: .number(0...10_000).or([.text, .object])
        case .format: .text.or(.object)
        case .formatType, .labelExpr, .description: .text
        case .style: .texts
        case .title: .lines
        case .values: .list
        case .bandPosition, .maxExtent, .minExtent, .position, .tickMinStep, .tickSize, .titleX, .titleY, .translate,
            .labelSeparation, .zindex:
            .number
        default: nil
        }
    }
}

/// Properties of a legend, in a channel or in the configuration.
enum LegendProperty: String, PropertyName {
    case aria, clipHeight, columnPadding, columns, cornerRadius, description, direction, disable, fillColor, format
    case formatType, gradientDirection, gradientHorizontalMaxLength, gradientHorizontalMinLength, gradientLabelLimit
    case gradientLabelOffset, gradientLength, gradientOpacity, gradientStrokeColor, gradientStrokeWidth
    case gradientThickness, gradientVerticalMaxLength, gradientVerticalMinLength, gridAlign, labelAlign, labelBaseline
    case labelColor, labelExpr, labelFont, labelFontSize, labelFontStyle, labelFontWeight, labelLimit, labelOffset
    case labelOpacity, labelOverlap, labelPadding, labelSeparation, layout, legendX, legendY, offset, orient, padding
    case rowPadding, strokeColor, strokeDash, strokeWidth, symbolBaseFillColor, symbolBaseStrokeColor, symbolDash
    case symbolDashOffset, symbolDirection, symbolFillColor, symbolLimit, symbolOffset, symbolOpacity, symbolSize
    case symbolStrokeColor, symbolStrokeWidth, symbolType, tickCount, tickMinStep, title, titleAlign, titleAnchor
    case titleBaseline, titleColor, titleFont, titleFontSize, titleFontStyle, titleFontWeight, titleLimit
    case titleLineHeight, titleOpacity, titleOrient, titlePadding, type, unselectedOpacity, values, zindex

    static let noun = "a legend"
    static let undrawn: Set<LegendProperty> = [.clipHeight, .gridAlign]
    static let idle: Set<LegendProperty> = [.aria, .description, .unselectedOpacity]

    var ownKind: PropertyKind? {
        switch self {
        case .aria, .disable: .flag
        case .direction, .gradientDirection, .symbolDirection: .word("horizontal", "vertical")
        case .format: .text.or(.object)
        case .formatType, .labelExpr, .description, .symbolType, .gridAlign: .text
        case .labelOverlap: PropertyKind.word("parity", "greedy").or(.flag)
        case .orient:
            .word(
                "none", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right")
        case .titleOrient: .word("left", "right", "top", "bottom")
        case .tickCount: .number(0...10_000).or([.text, .object])
        case .title: .lines
        case .type: .word("symbol", "gradient")
        case .values: .list
        case .layout: .object
        case .columns: .number(0...1000)
        case .symbolLimit: .number(0...100_000)
        case .clipHeight, .cornerRadius, .gradientLength, .gradientThickness, .symbolSize, .gradientVerticalMaxLength,
            .gradientVerticalMinLength, .gradientHorizontalMaxLength, .gradientHorizontalMinLength, .tickMinStep:
            .length
        case .legendX, .legendY, .labelSeparation, .zindex: .number
        default: nil
        }
    }
}

/// Properties of the labels and the title of facets.
enum HeaderProperty: String, PropertyName {
    case format, formatType, labelAlign, labelAnchor, labelAngle, labelBaseline, labelColor, labelExpr, labelFont
    case labelFontSize, labelFontStyle, labelFontWeight, labelLimit, labelLineHeight, labelOrient, labelPadding, labels
    case orient, title, titleAlign, titleAnchor, titleAngle, titleBaseline, titleColor, titleFont, titleFontSize
    case titleFontStyle, titleFontWeight, titleLimit, titleLineHeight, titleOrient, titlePadding

    static let noun = "a header"

    var ownKind: PropertyKind? {
        switch self {
        case .labels: .flag
        case .format: .text.or(.object)
        case .formatType, .labelExpr: .text
        case .labelOrient, .orient, .titleOrient: .word("left", "right", "top", "bottom")
        case .title: .lines
        default: nil
        }
    }
}

/// Properties of the title of a view.
enum TitleProperty: String, PropertyName {
    case align, anchor, angle, aria, baseline, color, dx, dy, font, fontSize, fontStyle, fontWeight, frame, limit
    case lineHeight, offset, orient, style, subtitle, subtitleColor, subtitleFont, subtitleFontSize, subtitleFontStyle
    case subtitleFontWeight, subtitleLineHeight, subtitlePadding, text, zindex

    static let noun = "a title"
    static let idle: Set<TitleProperty> = [.aria]

    var ownKind: PropertyKind? {
        switch self {
        case .aria: .flag
        case .text, .subtitle: .lines
        case .style: .texts
        case .frame: .word("bounds", "group")
        case .orient: .word("none", "left", "right", "top", "bottom")
        case .dx, .dy, .zindex: .number
        default: nil
        }
    }
}

/// Properties of the rectangle behind a view.
enum BackgroundProperty: String, PropertyName {
    case cornerRadius, cursor, fill, fillOpacity, opacity, stroke, strokeCap, strokeDash, strokeDashOffset, strokeJoin
    case strokeMiterLimit, strokeOpacity, strokeWidth, style

    static let noun = "a view’s background"
    static let idle: Set<BackgroundProperty> = [.cursor]

    var ownKind: PropertyKind? {
        switch self {
        case .cornerRadius: .length
        case .cursor: .text
        case .fill, .stroke: .paint
        case .strokeJoin: .word("miter", "round", "bevel")
        case .style: .texts
        default: nil
        }
    }
}
