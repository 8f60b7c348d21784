import Documents
import Tables
import Transforms

/// What a document says of one channel: a field, a constant in data space (`datum`) or in visual space (`value`).
struct ChannelDefinition: Sendable {
    /// As it stands in the document.
    var node: DocumentNode
    var path: String
    var channel: Channel
    /// As it is named in the data; nil for counts, `datum` and `value`.
    var field: String?
    var type: MeasurementType
    var aggregate: String?
    /// The other field of `argmin` and `argmax`.
    var aggregateArgument: String?
    var timeUnit: DocumentNode?
    var bin: Bin = .none
    /// How a computed bin cuts its field.
    var binning: BinParameters?
    /// The column that holds the values once the unit's table is made.
    var column: String = ""
    /// The column of the other end, where a bin or a time unit spans one, or stacking.
    var endColumn: String?
    var startColumn: String?
    /// Where bins are named by their range, the column that they are sorted by.
    var binStartColumn: String?
    var datum: DocumentNode?
    var value: DocumentNode?
    var conditions: [Condition] = []
    /// How missing values are filled.
    var impute: ImputeParameters?

    enum Bin: Sendable, Equatable {
        case none
        /// The field holds the lower ends of bins already.
        case binned
        case computed
    }

    struct Condition: Sendable {
        var test: DocumentNode
        /// The definition that holds where the test does.
        var node: DocumentNode
        var definition: [ChannelDefinition]
    }

    /// Has a field, or is a count.
    var isField: Bool { !column.isEmpty }
    var isBinning: Bool { bin == .computed }
    var isBinned: Bool { bin != .none }
    var isContinuous: Bool { type.isContinuous }
    /// Whether the scale is continuous: a binned ordinal is not.
    var isMeasure: Bool { (isField || datum != nil) && isContinuous && bin == .none && timeUnit == nil }
    var isDiscrete: Bool { (isField || datum != nil) && !isContinuous }

    var bandPosition: Double? { node["bandPosition"]?.number ?? node["band"]?.number }
    var sort: DocumentNode? { node["sort"] }
    var scale: DocumentNode? { node["scale"] }
    var axis: DocumentNode? { node["axis"] }
    var legend: DocumentNode? { node["legend"] }
    var format: DocumentNode? { node["format"] }
    var stack: DocumentNode? { node["stack"] }
}
