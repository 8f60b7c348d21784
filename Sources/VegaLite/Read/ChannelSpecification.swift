import Transforms
import Documents
import Tables

/// What a document says of one channel.
struct ChannelSpecification: Sendable {
    /// A field by its name, or the one that a repeat puts there.
    enum Field: Sendable, Hashable {
        case name(String)
        case repeated(String)
    }

    enum Bin: Sendable {
        case off
        /// The field holds the lower ends of bins already.
        case binned
        case computed(BinParameters)
    }

    struct Aggregate: Sendable, Hashable {
        var name: String
        /// The other field of `argmin` and `argmax`.
        var argument: String?
    }

    enum Sort: Sendable {
        /// As the data have it.
        case unsorted
        case ascending
        case descending
        case values([DataValue])
        case channel(Channel, descending: Bool)
        case field(Field?, operation: String, descending: Bool)
    }

    enum Stack: Sendable, Hashable {
        case off
        case offset(StackOffset)
    }

    struct Condition: Sendable {
        var test: Predicate
        /// What the channel is where the test holds.
        var definition: ChannelSpecification
    }

    /// A guide or a scale that a channel writes: off, or with properties of its own.
    enum Part<Name: PropertyName>: Sendable {
        case off
        case properties(PropertyBag<Name>)

        var isOff: Bool { if case .off = self { true } else { false } }
        var bag: PropertyBag<Name>? { if case .properties(let bag) = self { bag } else { nil } }
    }

    var channel: Channel
    var place: Place
    var field: Field?
    var aggregate: Aggregate?
    var bin: Bin?
    var timeUnit: TimeUnitName?
    var type: MeasurementType?
    var datum: Setting?
    var value: Setting?
    var title: Setting?
    var format: Setting?
    var formatType: String?
    var sort: Sort?
    var stack: Stack?
    var scale: Part<ScaleProperty>?
    var axis: Part<AxisProperty>?
    var legend: Part<LegendProperty>?
    var header: Part<HeaderProperty>?
    var impute: ImputeParameters?
    var bandPosition: Double?
    var conditions: [Condition] = []
    /// Of a facet: how its cells lie.
    var grid = GridSpecification()

    init(_ channel: Channel, at place: Place) {
        self.channel = channel
        self.place = place
    }

    /// A plain field.
    init(_ channel: Channel, field: String, type: MeasurementType? = nil, at place: Place) {
        self.init(channel, at: place)
        self.field = .name(field)
        self.type = type
    }

    var fieldName: String? { if case .name(let name) = field { name } else { nil } }
    var isBinning: Bool { if case .computed = bin { true } else { false } }
    var isBinned: Bool { if case .binned = bin { true } else { isBinning } }

    /// A channel that only says how its guide looks is left to the other layers.
    var saysNothing: Bool {
        field == nil && aggregate == nil && datum == nil && value == nil && conditions.isEmpty
    }

    /// What this says, and what another says that this does not.
    func merged(over other: ChannelSpecification) -> ChannelSpecification {
        var result = self
        result.field = field ?? other.field
        result.aggregate = aggregate ?? other.aggregate
        result.bin = bin ?? other.bin
        result.timeUnit = timeUnit ?? other.timeUnit
        result.type = type ?? other.type
        result.datum = datum ?? other.datum
        result.value = value ?? other.value
        result.title = title ?? other.title
        result.format = format ?? other.format
        result.formatType = formatType ?? other.formatType
        result.sort = sort ?? other.sort
        result.stack = stack ?? other.stack
        result.scale = scale ?? other.scale
        result.axis = axis ?? other.axis
        result.legend = legend ?? other.legend
        result.header = header ?? other.header
        result.impute = impute ?? other.impute
        result.bandPosition = bandPosition ?? other.bandPosition
        result.grid = grid.merged(over: other.grid)
        if conditions.isEmpty { result.conditions = other.conditions }
        return result
    }

    /// The same with the fields of a repeat in their places.
    func replacing(_ fields: [String: String]) -> ChannelSpecification {
        var result = self
        result.field = field?.replacing(fields)
        if case .field(let field, let operation, let descending) = sort {
            result.sort = .field(field?.replacing(fields), operation: operation, descending: descending)
        }
        if case .object(let members)? = datum?.constant, members.count == 1, members[0].name == "repeat",
            let name = members[0].value.string, let value = fields[name]
        {
            result.datum = Setting(.string(value), at: datum?.location)
        }
        for index in conditions.indices {
            result.conditions[index].definition = conditions[index].definition.replacing(fields)
        }
        return result
    }
}

extension ChannelSpecification.Field {
    func replacing(_ fields: [String: String]) -> ChannelSpecification.Field {
        guard case .repeated(let name) = self else { return self }
        return (fields[name] ?? (name == "repeat" ? fields.values.first : nil)).map { .name($0) } ?? self
    }
}

/// How parts that stand at one place are put together.
enum StackOffset: String, Sendable, CaseIterable {
    case zero, center, normalize

    var transform: StackTransform.Offset { StackTransform.Offset(rawValue: rawValue) ?? .zero }
}
