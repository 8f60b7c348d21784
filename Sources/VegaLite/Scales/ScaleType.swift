/// The kinds of scale, by the names that documents use.
enum ScaleType: String, Sendable, CaseIterable {
    case linear, pow, sqrt, symlog, log, identity, sequential, time, utc
    case quantile, quantize, threshold
    case binOrdinal = "bin-ordinal"
    case ordinal, point, band

    var isContinuous: Bool {
        switch self {
        case .linear, .pow, .sqrt, .symlog, .log, .identity, .sequential, .time, .utc: true
        default: false
        }
    }

    var isTime: Bool { self == .time || self == .utc }
    var isDiscretizing: Bool { self == .quantile || self == .quantize || self == .threshold || self == .binOrdinal }
    var isDiscrete: Bool { self == .ordinal || self == .point || self == .band }

    /// Which of two merged scales' types stands: a band holds points, a logarithm is asked for on purpose.
    var precedence: Int {
        switch self {
        case .log: 1
        case .sqrt, .pow, .symlog: 2
        case .time, .utc: 0
        case .linear: 0
        case .point: 0
        case .band: 10
        default: 0
        }
    }

    func isCompatible(with other: ScaleType) -> Bool {
        func group(_ type: ScaleType) -> Int {
            switch type {
            case .linear, .pow, .sqrt, .symlog, .log, .sequential: 0
            case .time, .utc: 1
            case .point, .band: 2
            case .ordinal: 3
            case .binOrdinal: 4
            default: 5 + (ScaleType.allCases.firstIndex(of: type) ?? 0)
            }
        }
        return self == other || group(self) == group(other)
            || (self == .ordinal && other == .band) || (self == .band && other == .ordinal)
    }

    /// Whether the scale can hold values of a type of measurement.
    func suits(_ type: MeasurementType) -> Bool {
        switch type {
        case .nominal, .ordinal, .geojson: isDiscrete || self == .binOrdinal
        case .temporal: isTime || isDiscrete
        case .quantitative: !isTime && !isDiscrete || self == .ordinal
        }
    }

    /// Whether the scale can place a field of that type on that channel.
    func fits(_ type: MeasurementType, on channel: Channel) -> Bool {
        guard suits(type) else { return false }
        if channel.isPosition || channel.isOffset || channel.isPolar {
            return isContinuous || self == .band || self == .point
        }
        if channel.isColor { return self != .band }
        if channel == .shape || channel == .strokeDash { return self == .ordinal || isDiscretizing }
        return true
    }

    /// The type of a channel's scale where the document names none.
    static func standard(
        for definition: ChannelDefinition, channel: Channel, mark: any MarkKind, hasOffset: Bool
    ) -> ScaleType {
        switch definition.type {
        case .nominal, .ordinal, .geojson:
            switch channel {
            case .x, .y, .xOffset, .yOffset:
                if mark.fillsBands || hasOffset { return .band }
                if definition.axis?.value(.tickBand)?.string == "extent" { return .band }
                return .point
            case .theta, .radius: return mark.isPolar ? .band : .point
            case .color, .fill, .stroke, .strokeDash, .shape: return .ordinal
            default: return .point
            }
        case .temporal:
            if channel == .shape || channel == .strokeDash { return .ordinal }
            if definition.timeUnit?.isUTC == true { return .utc }
            return .time
        case .quantitative:
            if channel == .shape || channel == .strokeDash { return .ordinal }
            if channel.isColor, definition.isBinning { return .binOrdinal }
            return .linear
        }
    }
}
