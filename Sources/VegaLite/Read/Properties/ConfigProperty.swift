/// Keys of `config`.
enum ConfigProperty: String, PropertyName {
    case aria, autosize, axis, axisBand, axisBottom, axisDiscrete, axisLeft, axisPoint, axisQuantitative, axisRight
    case axisTemporal, axisTop, axisX, axisXBand, axisXDiscrete, axisXPoint, axisXQuantitative, axisXTemporal, axisY
    case axisYBand, axisYDiscrete, axisYPoint, axisYQuantitative, axisYTemporal, background, concat, countTitle
    case customFormatTypes, facet, fieldTitle, font, group, header, headerColumn, headerFacet, headerRow, legend
    case lineBreak, locale, mark, normalizedNumberFormat, normalizedNumberFormatType, numberFormat, numberFormatType
    case padding, params, path, projection, range, scale, selection, shape, style, symbol, timeFormat, timeFormatType
    case title, tooltipFormat, view

    static let noun = "the configuration"
    static let undrawn: Set<ConfigProperty> = [
        .customFormatTypes, .normalizedNumberFormatType, .numberFormatType, .timeFormatType,
    ]
    static let idle: Set<ConfigProperty> = [.aria, .selection, .tooltipFormat]
    var ownKind: PropertyKind? { .any }

    /// The parts of the configuration that are of axes, by their names.
    static let axes: [ConfigProperty] = allCases.filter { $0.rawValue.hasPrefix("axis") }
    static let headers: [ConfigProperty] = [.header, .headerColumn, .headerFacet, .headerRow]
    /// The keys that are of marks: every mark may be configured by its name, `mark` is of all, and the rest are Vega's
    /// own.
    static let marks = ["mark", "group", "path", "shape", "symbol"] + MarkRegistry.names + CompositeMark.names
}

/// Keys of `config.view`: the background's, and the sizes that views have where they say none.
enum ViewConfigProperty: String, CaseIterable {
    case continuousHeight, continuousWidth, discreteHeight, discreteWidth, step, clip
}
