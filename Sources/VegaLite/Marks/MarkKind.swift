import Documents
import SceneGraph

/// What a mark says of itself: how it is drawn, and whatever else of a chart depends on which mark it is.
///
/// A mark is one file that conforms to this, and one line in `MarkRegistry`. What a mark does not say is as most marks
/// have it (the extensions below). The rules are those of Vega-Lite's documentation
/// (https://vega.github.io/vega-lite/docs/mark.html), measured against vl-convert.
protocol MarkKind: Sendable {
    /// As documents write it: `bar`.
    var name: String { get }
    /// What a chart of such marks is called where it is told in words: `Bar chart`.
    var noun: String { get }
    /// Whether a chart of several layers is named after this one, rather than after what it is laid over.
    var namesChart: Bool { get }
    /// The marks of one unit in one cell, in drawing order; what cannot be drawn is told.
    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node]

    // MARK: Encoding

    /// Channels that say something to this mark, besides those that every mark has.
    var channels: Set<Channel> { get }
    /// Which way the mark runs; nil where it runs no way.
    func orientation(_ encoding: [Channel: ChannelDefinition], specified: Orientation?) -> Orientation?
    var stacking: MarkStacking { get }
    /// A row is a point of a path, rather than an item.
    var isPath: Bool { get }
    /// A point of a path that another series lacks is put in with no height, so that stacks close.
    var fillsGapsOfStacks: Bool { get }
    /// The mark is placed by angle and distance, rather than by two axes.
    var isPolar: Bool { get }
    /// The mark's rows are shapes of the globe.
    var isGeographic: Bool { get }

    // MARK: Scales

    /// Discrete positions are bands, which the mark fills, rather than points.
    var fillsBands: Bool { get }
    /// The property of `config.scale` that says what room is between its bands.
    var bandPadding: ScaleConfigProperty { get }
    /// The mark covers a bin or a time unit from end to end.
    var coversSpans: Bool { get }
    /// A measure's axis begins at zero whatever the configuration says, and that of the dimension need not.
    var growsFromZero: Bool { get }
    /// The axis along which the mark does not measure shows no zero of itself.
    var leavesZeroOfDimension: Bool { get }
    /// How far beyond its outermost places a continuous dimension reaches, in pixels.
    func continuousPadding(_ config: Config) -> Double?
    /// What `size` is of the mark.
    var size: MarkSize { get }
    /// The name in `config.range` of the colours of a continuous scale.
    var continuousColors: String { get }
    /// A view of such marks without axes is as large as one with continuous ones.
    var fillsView: Bool { get }

    // MARK: Look

    /// Properties with a default of the mark's own, over which that of all marks has no say.
    var ownDefaults: [MarkProperty] { get }
    var isFilled: Bool { get }
    var color: Color { get }
    var opacity: Double { get }
    var strokeWidth: Double { get }
    /// The symbol of its legends, and the one under an editorial theme.
    var legendSymbol: (standard: String, editorial: String) { get }
    /// Where names stand at the marks, in place of a legend.
    var directLabels: DirectLabelPlace? { get }
}

/// Whether marks at one place are stacked.
enum MarkStacking: Sendable { case never, whenAsked, always }

/// What the channel `size` is of a mark.
enum MarkSize: Sendable {
    /// The area of a symbol.
    case area
    /// The thickness of a bar, within its step.
    case bandSize
    case strokeWidth
    /// The diameter of a line that is a shape.
    case diameter
    case fontSize
}

/// Where the name of a series stands.
enum DirectLabelPlace: Sendable { case endOfLine, withinArea, overBar, besideSector }

extension MarkKind {
    var noun: String { "Chart" }
    var namesChart: Bool { true }
    var channels: Set<Channel> { [] }
    func orientation(_ encoding: [Channel: ChannelDefinition], specified: Orientation?) -> Orientation? { nil }
    var stacking: MarkStacking { .never }
    var isPath: Bool { false }
    var fillsGapsOfStacks: Bool { false }
    var isPolar: Bool { false }
    var isGeographic: Bool { false }
    var fillsBands: Bool { false }
    var bandPadding: ScaleConfigProperty { .rectBandPaddingInner }
    var coversSpans: Bool { false }
    var growsFromZero: Bool { false }
    var leavesZeroOfDimension: Bool { false }
    func continuousPadding(_ config: Config) -> Double? { nil }
    var size: MarkSize { .area }
    var continuousColors: String { "ramp" }
    var fillsView: Bool { false }
    var ownDefaults: [MarkProperty] { [.size] }
    var isFilled: Bool { true }
    var color: Color { MarkStyle.standardColor }
    var opacity: Double { 1 }
    var strokeWidth: Double { 1 }
    var legendSymbol: (standard: String, editorial: String) { ("circle", "circle") }
    var directLabels: DirectLabelPlace? { nil }

    /// The opacity where nothing says any: what overlaps shows through, but sums are each seen whole.
    func opacity(isAggregated: Bool) -> Double { isAggregated ? 1 : opacity }
}
