/// Which way a mark runs: a vertical bar measures along y. What the rules of several marks share.
enum OrientationRules {
    /// By the axes that measure.
    ///
    /// - Parameter isAcross: the mark lies across the axis that measures, as a tick does.
    static func ofMeasures(
        _ encoding: [Channel: ChannelDefinition], specified: Orientation?, isAcross: Bool = false
    ) -> Orientation {
        if let specified { return specified }
        let (x, y) = (encoding[.x], encoding[.y])
        let (along, across): (Orientation, Orientation) =
            isAcross ? (.vertical, .horizontal) : (.horizontal, .vertical)
        let (xMeasure, yMeasure) = (isMeasure(x), isMeasure(y))
        if xMeasure, !yMeasure { return along }
        if !xMeasure, yMeasure { return across }
        if let x, let y, xMeasure, yMeasure {
            // Time is continuous, but rather what is measured over.
            let (xTime, yTime) = (x.type == .temporal, y.type == .temporal)
            if xTime, !yTime { return across }
            if !xTime, yTime { return along }
            if x.aggregate == nil, y.aggregate != nil { return across }
            if x.aggregate != nil, y.aggregate == nil { return along }
        }
        return .vertical
    }

    /// By the axis along which the mark spans from one value to another; nil where it spans none.
    static func ofRange(_ encoding: [Channel: ChannelDefinition]) -> Orientation? {
        if encoding[.y2] != nil { return encoding[.y]?.bin == .binned ? .horizontal : .vertical }
        if encoding[.x2] != nil { return encoding[.x]?.bin == .binned ? .vertical : .horizontal }
        return nil
    }

    /// Whether the mark spans values on both axes, and so runs neither way.
    static func spansBoth(_ encoding: [Channel: ChannelDefinition]) -> Bool {
        encoding[.x2] != nil && encoding[.x]?.bin != .binned && encoding[.y2] != nil && encoding[.y]?.bin != .binned
    }

    /// Whether one axis aggregates what the other has field by field.
    static func sums(_ measure: ChannelDefinition?, over dimension: ChannelDefinition) -> Bool {
        measure?.aggregate != nil && measure?.isField == true && dimension.isField && dimension.aggregate == nil
    }

    /// Whether one axis measures over the bins of the other.
    static func isRange(of measure: ChannelDefinition?, over bins: ChannelDefinition?) -> Bool {
        guard let measure else { return false }
        return measure.type == .quantitative && !measure.isBinning && bins?.bin == .binned
    }

    private static func isMeasure(_ definition: ChannelDefinition?) -> Bool {
        guard let definition, definition.isField || definition.datum != nil else { return false }
        return definition.isContinuous && !definition.isBinning
    }
}
