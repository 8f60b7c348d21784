extension Vocabulary {
    /// Properties that documents may have and that we do not draw (Vega-Lite does not read `bandSize` and `strokeOffset` of
    /// marks either, though it documents them); each use is told by a warning. Everything else in
    /// `properties` is drawn, or is one of the `idle` ones.
    var undrawn: [String] {
        switch self {
        case .axis: ["domainDashOffset", "gridDashOffset", "labelFlushOffset", "tickDashOffset"]
        case .channel, .condition: ["rescale"]
        case .config: ["customFormatTypes", "normalizedNumberFormatType", "numberFormatType", "timeFormatType"]
        case .header: ["labelAnchor"]
        case .legend:
            [
                "clipHeight", "gradientStrokeColor", "gradientStrokeWidth", "gridAlign", "symbolDashOffset",
                "symbolOffset",
            ]
        case .mark: ["bandSize", "strokeOffset"]
        case .projection:
            ["clipExtent", "coefficient", "distance", "fraction", "lobes", "parallel", "pointRadius", "ratio", "tilt"]
        case .scale: ["domainRaw"]
        case .bin, .impute, .title, .view, .viewBackground: []
        }
    }

    /// Properties that a still picture has no use for: what a pointer does, and what is told to assistive technology
    /// by a page, where we write the figure's own alternative text.
    var idle: [String] {
        switch self {
        case .axis, .legend, .title: ["aria"]
        case .config: ["aria", "tooltipFormat"]
        case .mark: ["aria", "ariaRole", "ariaRoleDescription", "cursor", "href", "tooltip"]
        case .viewBackground: ["cursor"]
        case .bin, .channel, .condition, .header, .impute, .projection, .scale, .view: []
        }
    }
}

extension Channel {
    /// Channels of what a reader does with a picture on a screen, taken for their fields alone: they part the rows of
    /// an aggregate.
    var isIdle: Bool {
        switch self {
        case .tooltip, .key, .description, .time, .href: true
        default: false
        }
    }
}
