/// Which way a mark runs: a vertical bar measures along y.
enum OrientationRules {
    static func orientation(
        of mark: MarkType, encoding: [Channel: ChannelDefinition], specified: Orientation?
    ) -> Orientation? {
        switch mark {
        case .point, .circle, .square, .text, .image, .rect, .geoshape, .arc: return nil
        default: break
        }
        let (x, y, x2, y2) = (encoding[.x], encoding[.y], encoding[.x2], encoding[.y2])
        if mark == .bar {
            if let x, x.bin == .binned || (y?.aggregate != nil && y?.isField == true && x.isField && x.aggregate == nil)
            {
                return .vertical
            }
            if let y, y.bin == .binned || (x?.aggregate != nil && x?.isField == true && y.isField && y.aggregate == nil)
            {
                return .horizontal
            }
            if x2 != nil || y2 != nil {
                if let specified { return specified }
                if x2 == nil {
                    if let x, x.type == .quantitative, !x.isBinning, y?.bin == .binned { return .horizontal }
                    return .vertical
                }
                if y2 == nil {
                    if let y, y.type == .quantitative, !y.isBinning, x?.bin == .binned { return .vertical }
                    return .horizontal
                }
            }
        }
        if mark == .bar || mark == .rule {
            if x2 != nil, x?.bin != .binned, y2 != nil, y?.bin != .binned { return nil }
        }
        if mark == .bar || mark == .rule || mark == .area {
            if y2 != nil { return y?.bin == .binned ? .horizontal : .vertical }
            if x2 != nil { return x?.bin == .binned ? .vertical : .horizontal }
            if mark == .rule {
                if x != nil, y == nil { return .vertical }
                if y != nil, x == nil { return .horizontal }
            }
        }
        let (xMeasure, yMeasure) = (isMeasure(x), isMeasure(y))
        if let specified { return specified }
        let (along, across): (Orientation, Orientation) =
            mark == .tick ? (.vertical, .horizontal) : (.horizontal, .vertical)
        if xMeasure, !yMeasure { return along }
        if !xMeasure, yMeasure { return across }
        if let x, let y, xMeasure, yMeasure {
            let (xTime, yTime) = (x.type == .temporal, y.type == .temporal)
            if xTime, !yTime { return across }
            if !xTime, yTime { return along }
            if x.aggregate == nil, y.aggregate != nil { return across }
            if x.aggregate != nil, y.aggregate == nil { return along }
        }
        return .vertical
    }

    private static func isMeasure(_ definition: ChannelDefinition?) -> Bool {
        guard let definition, definition.isField || definition.datum != nil else { return false }
        return definition.isContinuous && !definition.isBinning
    }
}
