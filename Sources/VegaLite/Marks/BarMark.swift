import Documents
import SceneGraph

/// Bars that grow from zero, or span from one value to another.
struct BarMark: MarkKind {
    let name = "bar"
    let noun = "Bar chart"
    let channels: Set<Channel> = [.size, .strokeDash, .x2, .y2, .longitude2, .latitude2]
    let stacking = MarkStacking.always
    let fillsBands = true
    let bandPadding = ScaleConfigProperty.barBandPaddingInner
    let coversSpans = true
    let growsFromZero = true
    let leavesZeroOfDimension = true
    let size = MarkSize.bandSize
    let legendSymbol = (standard: "square", editorial: "square")
    let directLabels: DirectLabelPlace? = .overBar
    let ownDefaults: [MarkProperty] = [.size, .timeUnitBandPosition]

    func continuousPadding(_ config: Config) -> Double? {
        config.marks[name]?.properties.value(.continuousBandSize)?.number ?? 5
    }

    func orientation(_ encoding: [Channel: ChannelDefinition], specified: Orientation?) -> Orientation? {
        let (x, y) = (encoding[.x], encoding[.y])
        if let x, x.bin == .binned || OrientationRules.sums(y, over: x) { return .vertical }
        if let y, y.bin == .binned || OrientationRules.sums(x, over: y) { return .horizontal }
        let (spansX, spansY) = (encoding[.x2] != nil, encoding[.y2] != nil)
        if spansX || spansY {
            if let specified { return specified }
            if !spansX { return OrientationRules.isRange(of: x, over: y) ? .horizontal : .vertical }
            if !spansY { return OrientationRules.isRange(of: y, over: x) ? .vertical : .horizontal }
        }
        if OrientationRules.spansBoth(encoding) { return nil }
        return OrientationRules.ofRange(encoding) ?? OrientationRules.ofMeasures(encoding, specified: specified)
    }

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] { Rectangles.nodes(encoder) }
}
