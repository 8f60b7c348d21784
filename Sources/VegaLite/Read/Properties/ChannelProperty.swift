/// Keys of a channel's definition.
enum ChannelProperty: String, PropertyName {
    case aggregate, align, axis, band, bandPosition, bin, bounds, center, columns, condition, datum, field, format
    case formatType, header, impute, legend, rescale, scale, selection, sort, spacing, stack, timeUnit, title, type
    case value

    static let noun = "a channel"
    static let undrawn: Set<ChannelProperty> = [.rescale]
    var ownKind: PropertyKind? { .any }
}

/// Keys of what a channel is under a condition: besides those of the channel, what the condition is.
enum ConditionProperty: String, PropertyName {
    case aggregate, align, axis, band, bandPosition, bin, bounds, center, columns, condition, datum, empty, field,
        format
    case formatType, header, impute, legend, param, rescale, scale, selection, sort, spacing, stack, test, timeUnit
    case title, type, value

    static let noun = "a condition"
    static let undrawn: Set<ConditionProperty> = [.rescale]
    var ownKind: PropertyKind? { .any }
}

/// Keys of `bin`.
enum BinProperty: String, PropertyName {
    case anchor, base, binned, divide, extent, maxbins, minstep, nice, step, steps

    static let noun = "a bin"
    var ownKind: PropertyKind? { .any }
}

/// Keys of `impute`.
enum ImputeProperty: String, PropertyName {
    case frame, keyvals, method, value

    static let noun = "an imputation"
    var ownKind: PropertyKind? { .any }
}

/// Keys of a view, the whole document among them.
enum ViewProperty: String, PropertyName {
    case schema = "$schema"
    case align, autosize, background, bounds, center, columns, concat, config, data, datasets, description, encoding
    case facet, hconcat, height, layer, mark, name, padding, params, projection, `repeat`, resolve, spacing, spec, title
    case transform, usermeta, vconcat, view, width

    static let noun = "a view"
    var ownKind: PropertyKind? { .any }
}
