/// What of a mark a column can decide.
enum Channel: String, Sendable, CaseIterable, Hashable {
    case x, y, x2, y2, xOffset, yOffset, theta, theta2, radius, radius2
    case xError, xError2, yError, yError2
    case longitude, latitude, longitude2, latitude2
    case color, fill, stroke, opacity, fillOpacity, strokeOpacity, strokeWidth, strokeDash, size, shape, angle
    case text, tooltip, href, url, description, key, order, detail, time
    case facet, row, column

    /// The channel whose scale places this one's values: `x2` shares that of `x`.
    var scaleChannel: Channel? {
        switch self {
        case .x, .x2, .xError, .xError2: .x
        case .y, .y2, .yError, .yError2: .y
        case .theta, .theta2: .theta
        case .radius, .radius2: .radius
        case .xOffset, .yOffset, .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth,
            .strokeDash, .size, .shape, .angle:
            self
        default: nil
        }
    }

    var isPosition: Bool { self == .x || self == .y }
    var isPolar: Bool { self == .theta || self == .radius }
    var isColor: Bool { self == .color || self == .fill || self == .stroke }
    var isOffset: Bool { self == .xOffset || self == .yOffset }
    var isFacet: Bool { self == .facet || self == .row || self == .column }

    /// Channels with a legend.
    var hasLegend: Bool {
        switch self {
        case .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash, .size, .shape:
            true
        default: false
        }
    }

    var secondary: Channel? {
        switch self {
        case .x: .x2
        case .y: .y2
        case .theta: .theta2
        case .radius: .radius2
        default: nil
        }
    }

    /// Channels that may have several definitions.
    var takesSeveral: Bool { self == .detail || self == .order || isIdle }

    /// Channels of what a reader does with a picture on a screen, taken for their fields alone: they part the rows of
    /// an aggregate.
    var isIdle: Bool {
        switch self {
        case .tooltip, .key, .description, .time, .href: true
        default: false
        }
    }

    var offset: Channel? { self == .x ? .xOffset : self == .y ? .yOffset : nil }

    /// A constant that a mark definition gives for the channel has another name there for these.
    static let scaled: [Channel] = [
        .x, .y, .xOffset, .yOffset, .theta, .radius, .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity,
        .strokeWidth, .strokeDash, .size, .shape, .angle,
    ]
}

/// What kind of measurement a field holds.
enum MeasurementType: String, Sendable, CaseIterable {
    case quantitative, temporal, ordinal, nominal, geojson

    init?(name: String) {
        switch name.lowercased() {
        case "q": self = .quantitative
        case "t": self = .temporal
        case "o": self = .ordinal
        case "n": self = .nominal
        default: self.init(rawValue: name.lowercased())
        }
    }

    var isContinuous: Bool { self == .quantitative || self == .temporal }
}

enum Orientation: String, Sendable { case horizontal, vertical }
