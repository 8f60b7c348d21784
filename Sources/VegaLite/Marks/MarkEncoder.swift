import Transforms
import Documents
import Figures
import Geography
import Scales
import SceneGraph
import Tables
import Typography

/// A value for each row, or one for all.
enum PerRow<Value> {
    case constant(Value)
    case each([Value])

    subscript(index: Int) -> Value {
        switch self {
        case .constant(let value): value
        case .each(let values): values[index]
        }
    }
}

/// What the drawing of one unit in one cell starts from: its rows, scales and properties.
struct MarkEncoder {
    let id: Int
    let unit: View.Unit
    let table: Table
    /// Row numbers in the unit's table, in drawing order.
    let rows: [Int]
    let size: ViewSize
    let properties: Properties<MarkProperty>
    /// The properties without those of the mark's own definition.
    let configuration: Properties<MarkProperty>
    let evaluator: Evaluator
    let config: Config
    var scales: [Channel: ResolvedScale] = [:]
    let name: String
    let path: String
    let cell: ChartModel.Cell
    let measurer: any TextMeasuring
    /// That of the view, where the mark stands on the globe.
    let projection: Projection?
    /// Of places that are shapes of the globe, in pixels: Vega's.
    var pointRadius = 4.5
    /// Whether the shapes are lines of longitude and latitude.
    let isGraticule: Bool
    /// A picture's file, as PNG.
    let picture: (String) throws(Diagnostic) -> [UInt8]

    var count: Int { rows.count }

    func definition(_ channel: Channel) -> ChannelDefinition? { unit.encoding[channel] }

    /// The numbers of a column for the drawn rows.
    func numbers(_ column: String) -> [Double] {
        guard let column = table.column(column) else { return [Double](repeating: .nan, count: count) }
        let all = column.numbers
        if rows.count == all.count, unit.orders.isEmpty { return all }
        return rows.map { all[$0] }
    }

    func values(_ column: String) -> [DataValue] {
        guard let column = table.column(column) else { return [DataValue](repeating: .null, count: count) }
        return rows.map { column[$0] }
    }

    /// A channel's visual value for each row: the first condition that holds, else its field, datum or value.
    func encoded<Value>(
        _ channel: Channel, standard: Value, map: (ResolvedScale?, DataValue, ChannelDefinition) -> Value?
    ) -> PerRow<Value> {
        guard let definition = definition(channel) else { return .constant(standard) }
        var result: PerRow<Value> = plain(definition, channel, standard: standard, map: map)
        for condition in definition.conditions.reversed() {
            guard let inner = condition.definition.first else { continue }
            let holds = conditionHolds(condition.test)
            let then = plain(inner, channel, standard: standard, map: map)
            let otherwise = result
            result = .each((0..<count).map { holds[$0] ? then[$0] : otherwise[$0] })
        }
        return result
    }

    private func conditionHolds(_ test: Predicate) -> [Bool] {
        let all = evaluator.test(test, over: table)
        return rows.map { all[$0] }
    }

    private func plain<Value>(
        _ definition: ChannelDefinition, _ channel: Channel, standard: Value,
        map: (ResolvedScale?, DataValue, ChannelDefinition) -> Value?
    ) -> PerRow<Value> {
        if let value = definition.value {
            return .constant(map(nil, value, definition) ?? standard)
        }
        let scale = definition.hasNoScale ? nil : channel.scaleChannel.flatMap { scales[$0] }
        if let datum = definition.datum {
            let value = Moments.moment(datum).map { DataValue.number($0) } ?? datum
            return .constant(map(scale, value, definition) ?? standard)
        }
        guard definition.isField, let column = table.column(definition.column) else { return .constant(standard) }
        if definition.isBinning, scale?.type.isContinuous == true,
            let ends = definition.endColumn.flatMap({ table.column($0) })?.numbers
        {
            // The middle stands for its bin.
            let starts = column.numbers
            return .each(rows.map { map(scale, .number((starts[$0] + ends[$0]) / 2), definition) ?? standard })
        }
        if count > 64, case .strings = column.storage {
            // Few different texts: each is looked up once.
            var known: [DataValue: Value] = [:]
            return .each(
                rows.map { row in
                    let value = column[row]
                    if let found = known[value] { return found }
                    let made = map(scale, value, definition) ?? standard
                    known[value] = made
                    return made
                })
        }
        return .each(rows.map { map(scale, column[$0], definition) ?? standard })
    }

    /// A channel as numbers; the mark's property of the same name, then `standard`, where it is not encoded.
    func number(_ channel: Channel, property: String? = nil, standard: Double) -> PerRow<Double> {
        let base = properties.number(property ?? channel.rawValue) ?? standard
        return encoded(channel, standard: base) { scale, value, _ in
            guard let scale else { return value.asNumber }
            let number = scale.position(of: value)
            if number.isNaN, case .null = value { return nil }
            if number.isNaN { return nil }
            return scale.type == .band && !(scale.channel.isPosition) ? number + scale.bandwidth / 2 : number
        }
    }

    /// The colour of `fill` or `stroke`: the channel itself, then `color` where the mark is filled that way.
    func color(_ channel: Channel, isMain: Bool, standard: Color?) -> PerRow<Color?> {
        let own = propertyColor(channel.rawValue, isMain: isMain) ?? standard
        func mapped(_ scale: ResolvedScale?, _ value: DataValue, _ definition: ChannelDefinition) -> Color?? {
            if let scale {
                let color = scale.color(of: value)
                if color == nil, definition.isField, !value.isValid, let invalid = invalidColor(value) {
                    return .some(invalid)
                }
                return .some(color)
            }
            guard let text = value.string else { return value.isNull ? .some(nil) : nil }
            return .some(Color(css: text))
        }
        if definition(channel) != nil { return encoded(channel, standard: own, map: mapped) }
        if isMain, definition(.color) != nil {
            if let name = MarkProperty(rawValue: channel.rawValue), unit.definition.properties[name] != nil {
                return .constant(own)
            }
            return encoded(.color, standard: own, map: mapped)
        }
        return .constant(own)
    }

    private func invalidColor(_ value: DataValue) -> Color? {
        guard let written = config.invalid(.color) else { return nil }
        return (written["value"] ?? written).string.flatMap { Color(css: $0) }
    }

    private func propertyColor(_ name: String, isMain: Bool) -> Color?? {
        for source in properties.sources {
            for key in isMain ? [name, "color"] : [name] {
                guard let value = MarkProperty(rawValue: key).flatMap({ source[$0] }).map({ evaluator.value(of: $0) })
                else { continue }
                if value.isNull { return .some(nil) }
                if let text = value.string {
                    return .some(text == "none" ? nil : Color(css: text))
                }
                if value.object != nil { return nil }
            }
        }
        return nil
    }

    /// A gradient that the mark's properties give as its fill or stroke, laid over each item's box; a colour that the
    /// encoding gives comes before one of the mark's `color`.
    func gradient(_ channel: Channel, isMain: Bool) -> DataValue? {
        if definition(channel) != nil { return nil }
        for source in properties.sources {
            for key in isMain ? [channel.rawValue, "color"] : [channel.rawValue] {
                guard let setting = MarkProperty(rawValue: key).flatMap({ source[$0] }) else { continue }
                let isCovered = key == "color" && definition(.color) != nil
                return setting.constant?["gradient"] != nil && !isCovered ? setting.constant : nil
            }
        }
        return nil
    }

    /// A property that only the configuration of the mark has, whatever the mark's definition says.
    func configured(_ name: MarkProperty) -> DataValue? { configuration[name] }

    func text(_ channel: Channel, property: String) -> PerRow<String?> {
        let base = properties.string(property)
        return encoded(channel, standard: base) { scale, value, _ in
            if let scale { return .some(scale.output(of: value)?.string) }
            return .some(value.string)
        }
    }

    /// Which rows have a valid value in every channel with a continuous scale.
    var isDefined: [Bool] {
        var result = [Bool](repeating: true, count: count)
        if keepsInvalid { return result }
        for (channel, definition) in unit.encoding where definition.isField && definition.isContinuous {
            guard let scale = channel.scaleChannel, scale == channel,
                scales[scale].map({ $0.type.isContinuous }) ?? false
            else { continue }
            var names = [definition.column]
            if let stack = unit.stack, stack.channel == channel { names = [definition.column] }
            if channel.isColor || channel == .size || channel == .opacity {
                if config.invalid(channel) != nil { continue }
                names = [definition.column]
            }
            for name in names {
                guard let column = table.column(name) else { continue }
                let numbers = column.numbers
                for (index, row) in rows.enumerated() where !numbers[row].isFinite { result[index] = false }
            }
        }
        return result
    }
}
