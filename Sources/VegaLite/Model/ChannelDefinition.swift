import Transforms
import Documents
import Tables

/// A channel of a unit: what the document says of it, with its type, and the columns that hold its values once the
/// unit's table is made.
@dynamicMemberLookup
struct ChannelDefinition: Sendable {
    struct Condition: Sendable {
        var test: Predicate
        /// The definition that holds where the test does.
        var definition: [ChannelDefinition]
    }

    var written: ChannelSpecification
    var type: MeasurementType
    /// A constant in data space.
    var datum: DataValue?
    /// A constant in visual space.
    var value: DataValue?
    var column = ""
    /// The column of the other end, where a bin or a time unit spans one, or stacking.
    var endColumn: String?
    var startColumn: String?
    /// Where bins are named by their range, the column that they are sorted by.
    var binStartColumn: String?
    var conditions: [Condition] = []

    init(_ written: ChannelSpecification, evaluator: Evaluator) {
        self.written = written
        datum = written.datum.map { evaluator.value(of: $0) }
        value = written.value.map { evaluator.value(of: $0) }
        type = ChannelTypes.type(of: written, datum: datum)
        conditions = written.conditions.map {
            Condition(test: $0.test, definition: [ChannelDefinition($0.definition, evaluator: evaluator)])
        }
    }

    subscript<Value>(dynamicMember path: KeyPath<ChannelSpecification, Value>) -> Value { written[keyPath: path] }

    /// As it is named in the data; nil for counts, `datum` and `value`.
    var field: String? { written.fieldName }
    var path: String { written.place.path }
    /// The name of the operation that summarises the field.
    var aggregate: String? { written.aggregate?.name }
    var scale: PropertyBag<ScaleProperty>? { written.scale?.bag }
    /// The document says that the values are drawn as they are.
    var hasNoScale: Bool { written.scale?.isOff ?? false }
    var axis: PropertyBag<AxisProperty>? { written.axis?.bag }

    enum Bin: Sendable {
        case none
        /// The field holds the lower ends of bins already.
        case binned
        case computed
    }

    var bin: Bin {
        switch written.bin {
        case .binned: .binned
        case .computed: .computed
        default: .none
        }
    }

    /// Has a field, or is a count.
    var isField: Bool { !column.isEmpty }
    var isBinning: Bool { written.isBinning }
    var isBinned: Bool { written.isBinned }
    var isContinuous: Bool { type.isContinuous }
    var isDiscrete: Bool { (isField || datum != nil) && !isContinuous }
    /// Whether it is placed or painted by data: a field or a constant of the data's space.
    var isOfData: Bool { isField || datum != nil }
    /// The type that a document names for the scale.
    var scaleType: ScaleType? { scale?.value(.type)?.string.flatMap(ScaleType.init) }
}

/// Which type a channel's values are of where the document does not say.
enum ChannelTypes {
    static func type(of written: ChannelSpecification, datum: DataValue?) -> MeasurementType {
        if let type = written.type { return type }
        if let datum {
            switch datum {
            case .number: return .quantitative
            case .object: return .temporal
            default: return .nominal
            }
        }
        switch written.channel {
        case .latitude, .longitude, .latitude2, .longitude2: return .quantitative
        default: break
        }
        if written.aggregate != nil || written.isBinned { return .quantitative }
        if written.timeUnit != nil { return .temporal }
        if case .values = written.sort { return .ordinal }
        switch written.scale?.bag?.value(.type)?.string {
        case "linear", "log", "pow", "sqrt", "symlog", "quantile", "quantize", "threshold", "identity", "bin-linear",
            "sequential":
            return .quantitative
        case "time", "utc": return .temporal
        case "ordinal", "band", "point": return .ordinal
        default: return written.channel == .order ? .ordinal : .nominal
        }
    }
}
