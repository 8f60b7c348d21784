import Expressions
import Transforms
import Documents
import Tables

/// What box plots, error bars and error bands have in common: one continuous axis whose values are summarised, and
/// the other channels, which part the rows into groups.
struct CompositeMark {
    static let names = ["boxplot", "errorbar", "errorband"]

    let view: ViewSpecification
    let unit: UnitSpecification
    /// The mark's definition over the configuration's.
    let mark: MarkSpecification
    let config: Config
    /// The channel of the summarised values, `x` or `y`.
    let continuous: Channel
    let definition: ChannelSpecification
    let field: String

    /// Nil where the unit's mark is a plain one.
    init?(_ unit: UnitSpecification, view: ViewSpecification, config: Config) {
        guard CompositeMark.names.contains(unit.mark.name) else { return nil }
        self.unit = unit
        self.view = view
        self.config = config
        mark = unit.mark.merged(over: CompositeMark.configured(unit.mark.name, config))
        continuous = CompositeMark.continuousChannel(unit)
        definition = unit.encoding[continuous] ?? ChannelSpecification(continuous, at: view.place)
        field = definition.fieldName ?? ""
    }

    /// What the configuration of a composite mark says, but for what Vega-Lite reads of its definition alone.
    private static func configured(_ name: String, _ config: Config) -> MarkSpecification? {
        guard var own = config.marks[name] else { return nil }
        switch name {
        case "errorband": own.properties = own.properties.removing(.extent, .interpolate, .tension)
        case "errorbar": own.properties = own.properties.removing(.extent, .thickness)
        default: break
        }
        return own
    }

    private static func continuousChannel(_ unit: UnitSpecification) -> Channel {
        func isContinuous(_ definition: ChannelSpecification?) -> Bool {
            guard let definition else { return false }
            if let type = definition.type {
                return type.isContinuous && !(type == .quantitative && definition.isBinning)
            }
            return definition.timeUnit != nil || definition.aggregate != nil
        }
        let (x, y) = (unit.encoding[.x], unit.encoding[.y])
        switch (isContinuous(x), isContinuous(y)) {
        case (true, false): return .x
        case (true, true):
            if let orient = unit.mark.properties.value(.orient)?.string { return orient == "horizontal" ? .x : .y }
            if x?.type == .quantitative, y?.type == .temporal { return .x }
            return unit.encoding[.x2] != nil || unit.encoding[.xError] != nil ? .x : .y
        default: return .y
        }
    }

    func expanded() -> ViewSpecification {
        switch mark.name {
        case "boxplot": boxplot()
        case "errorbar": errorbar()
        default: errorband()
        }
    }

    var second: Channel { continuous == .y ? .y2 : .x2 }
    var errors: (first: Channel, second: Channel) {
        continuous == .y ? (.yError, .yError2) : (.xError, .xError2)
    }
    var orient: DataValue { .string(continuous == .y ? "vertical" : "horizontal") }
    var orientOfTicks: DataValue { .string(continuous == .y ? "horizontal" : "vertical") }

    /// Channels that part the rows, with their bins, time units and aggregates made columns.
    struct Groups {
        var transforms: [any Transform] = []
        var aggregates: [Aggregate] = []
        var groupby: [String] = []
        var encoding = Encoding()
    }

    func groups() -> Groups {
        var groups = Groups()
        let own: Set<Channel> = [continuous, second, errors.first, errors.second, .tooltip]
        for channel in Channel.allCases where !own.contains(channel) {
            guard let definitions = unit.encoding.channels[channel] else { continue }
            groups.encoding.channels[channel] = definitions.map { definition in
                var result = grouped(definition, in: &groups)
                for index in result.conditions.indices {
                    result.conditions[index].definition = grouped(result.conditions[index].definition, in: &groups)
                }
                return result
            }
        }
        groups.encoding.off = unit.encoding.off.subtracting(own)
        return groups
    }

    /// The definition by the column that holds its values once the rows are grouped.
    private func grouped(_ definition: ChannelSpecification, in groups: inout Groups) -> ChannelSpecification {
        guard definition.field != nil || definition.aggregate != nil else { return definition }
        let field = definition.fieldName ?? ""
        var result = definition
        func named(_ name: String, type: MeasurementType) {
            result.field = .name(name)
            if result.type == nil { result.type = type }
            if result.title == nil { result.title = Setting(.string(FieldTitle.verbal(definition, config: config))) }
        }
        if let aggregate = definition.aggregate, let operation = AggregateOperation(rawValue: aggregate.name) {
            let name = aggregate.name == "count" ? "__count" : "\(aggregate.name)_\(field)"
            groups.aggregates.append(Aggregate(operation, field.isEmpty ? nil : field, as: name))
            result.aggregate = nil
            named(name, type: .quantitative)
        } else if let unit = definition.timeUnit {
            let name = "\(unit.text)_\(field)"
            if let transform = unit.transform(of: field, as: name) { groups.transforms.append(transform) }
            groups.groupby.append(name)
            result.timeUnit?.isBinned = true
            named(name, type: .temporal)
        } else if case .computed(let bin) = definition.bin {
            let name = "bin_\(field)"
            groups.transforms.append(BinTransform(field, bin, as: name))
            groups.groupby += [name, name + "_end"]
            result.bin = .binned
            named(name, type: .quantitative)
            if let second = definition.channel.secondary, definition.channel.isPosition {
                groups.encoding[second] = ChannelSpecification(second, field: name + "_end", at: definition.place)
            }
        } else if !groups.groupby.contains(field) {
            groups.groupby.append(field)
        }
        return result
    }

    /// A part of the mark as a layer; nil where the definition says it is not drawn.
    func part(
        _ name: MarkPart, type: String, from start: String, to end: String? = nil, encoding: Encoding,
        defaults: PropertyBag<MarkProperty> = .init(), isOn: Bool = true
    ) -> ViewSpecification? {
        let own = mark.parts[name]
        guard own?.isOn ?? isOn else { return nil }
        var part = MarkSpecification(name: type, place: mark.place)
        part.properties = (own?.mark?.properties ?? .init()).merged(over: defaults)
        for property in [MarkProperty.opacity, .color, .clip] where part.properties[property] == nil {
            part.properties[property] = mark.properties[property]
        }
        part.properties.set(.style, .string("\(mark.name)-\(name.rawValue)"))
        var layer = ViewSpecification(place: view.place)
        layer.content = .unit(UnitSpecification(mark: part, encoding: positioned(encoding, from: start, to: end)))
        return layer
    }

    private func positioned(_ encoding: Encoding, from start: String, to end: String?) -> Encoding {
        var axis = definition
        axis.aggregate = nil
        axis.field = .name(start)
        if axis.type == nil { axis.type = .quantitative }
        if axis.title == nil { axis.title = Setting(.string(field)) }
        axis.stack = .off
        var result = encoding
        result[continuous] = axis
        if let end { result[second] = ChannelSpecification(second, field: end, at: definition.place) }
        return result
    }

    /// The view without what was expanded, and with layers.
    func layered(_ layers: [ViewSpecification?], transforms: [any Transform]) -> ViewSpecification {
        var result = view
        result.transforms += steps(transforms)
        result.content = .layer(layers.compactMap { $0 }, Encoding())
        return result
    }

    func steps(_ transforms: [any Transform]) -> [TransformStep] {
        transforms.map { TransformStep(transform: $0, place: mark.place) }
    }

    /// A field's access in an expression.
    func access(_ name: String) -> String {
        "datum['" + name.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "']"
    }

    func calculate(_ text: String, as name: String) -> (any Transform)? {
        (try? Expression(text)).map { CalculateTransform($0, as: name) }
    }

    func filter(_ text: String) -> (any Transform)? {
        (try? Expression(text)).map { FilterTransform(.expression($0)) }
    }
}

extension PropertyBag<MarkProperty> {
    /// The same with more, over what is there.
    func with(_ values: [MarkProperty: DataValue?]) -> PropertyBag {
        var result = self
        for (name, value) in values { if let value { result.set(name, value) } }
        return result
    }
}
