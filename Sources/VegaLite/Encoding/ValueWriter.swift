import Formats
import Tables

/// How a guide says that its labels are written, before what its channel says.
struct GuideFormat {
    var format: DataValue?
    var formatType: String?
    /// An expression that makes the label.
    var labelExpression: String?
}

/// Writes a field's values as texts, axis labels, legend labels and headers show them.
struct ValueWriter {
    private enum Form {
        case number(NumberFormat)
        case time(TimeFormat)
        case multiscale(MultiscaleTimeFormat)
        case plain
    }

    private let form: Form
    private let expression: String?
    /// Whether a text that is to be written as a number reads NaN, as in Vega, or as it stands.
    private let writesNoNumbers: Bool
    private let evaluator: Evaluator

    /// - Parameters:
    ///   - guide: of an axis, legend or header, whose `format` counts before the channel's.
    ///   - ticks: the distance of ticks, where numbers are told apart by it.
    init(
        _ definition: ChannelDefinition, config: Config, evaluator: Evaluator, guide: GuideFormat? = nil,
        isTimeScale: Bool = false, ticks: (step: Double, largest: Double)? = nil, isNormalized: Bool = false,
        isNumber forced: Bool = false
    ) {
        self.evaluator = evaluator
        writesNoNumbers = !config.isEditorial && guide?.format?.string != nil
        expression = guide?.labelExpression
        let format = guide?.format ?? definition.written.format.map { evaluator.value(of: $0) }
        let formatType = guide?.formatType ?? definition.formatType
        let isTime =
            formatType == "time" || formatType == "utc"
            || formatType == nil && (definition.timeUnit != nil || isTimeScale || definition.type == .temporal)
        if isTime {
            form = ValueWriter.time(format, unit: definition.timeUnit, isTimeScale: isTimeScale, config)
            return
        }
        let isNumber = forced || definition.type == .quantitative || formatType == "number" || format?.string != nil
        guard isNumber else {
            form = .plain
            return
        }
        let text = format?.string ?? (isNormalized ? config.normalizedNumberFormat : config.numberFormat)
        let locale = config.locale.number
        if text == nil, config.isEditorial, ValueWriter.isYears(definition) {
            form = .plain
            return
        }
        if let ticks, text == nil, config.isEditorial, let number = AxisUnit.format(ticks, in: config.locale) {
            form = .number(number)
        } else if let ticks,
            let number = NumberFormat.ticks(step: ticks.step, largest: ticks.largest, specifier: text, locale: locale)
        {
            form = .number(number)
        } else {
            // Ours are grouped: 3200000000 is counted on the fingers.
            form = NumberFormat(text ?? (config.isEditorial ? "," : ""), locale: locale).map { .number($0) } ?? .plain
        }
    }

    init(
        _ definition: ChannelDefinition, in model: ChartModel, guide: GuideFormat? = nil, isTimeScale: Bool = false,
        ticks: (step: Double, largest: Double)? = nil, isNormalized: Bool = false, isNumber: Bool = false
    ) {
        self.init(
            definition, config: model.config, evaluator: model.evaluator, guide: guide, isTimeScale: isTimeScale,
            ticks: ticks, isNormalized: isNormalized, isNumber: isNumber)
    }

    /// Years are numbers that nobody groups: 1990, not 1,990.
    private static func isYears(_ definition: ChannelDefinition) -> Bool {
        guard definition.aggregate == nil, let field = definition.field?.lowercased() else { return false }
        return ["year", "years", "jahr", "année", "год", "año", "anno", "年"].contains(field) || field.hasSuffix("_year")
    }

    private static func time(_ format: DataValue?, unit: TimeUnitName?, isTimeScale: Bool, _ config: Config) -> Form {
        let locale = config.locale.time
        if let text = format?.string { return .time(TimeFormat(text, locale: locale)) }
        var own: [String: String] = [:]
        for member in format?.object ?? [] { own[member.name] = member.value.string ?? "" }
        if let unit { return .time(TimeFormat(unit.specifier(overriding: own), locale: locale)) }
        if isTimeScale { return .multiscale(MultiscaleTimeFormat(own, locale: locale)) }
        return .time(TimeFormat(config.timeFormat, locale: locale))
    }

    /// Nil for null.
    func text(of value: DataValue, isLabel: Bool = false) -> String? {
        switch value {
        case .null: return isLabel ? "null" : nil
        case .number(let number):
            switch form {
            case .number(let format): return format.format(number)
            case .time(let format): return number.isFinite ? format.format(number) : nil
            case .multiscale(let format): return number.isFinite ? format.format(number) : nil
            case .plain: return value.asText
            }
        case .string(let text):
            if case .time(let format) = form, let moment = DateReading.milliseconds(text) {
                return format.format(moment)
            }
            if case .number(let format) = form {
                if let number = value.asNumber, !number.isNaN { return format.format(number) }
                if writesNoNumbers { return format.format(.nan) }
            }
            return text
        default: return value.asText
        }
    }

    /// A guide's label: `labelExpr` sees the value and the label it would have.
    func label(of value: DataValue, index: Double) -> [String] {
        let plain = text(of: value, isLabel: true) ?? ""
        guard let expression else {
            return plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        let datum = DataValue.object([
            .init("value", value), .init("label", .string(plain)), .init("index", .number(index)),
        ])
        switch evaluator.evaluate(expression, datum: datum) {
        case .array(let lines): return lines.map(\.asText)
        case .null: return [""]
        case let result: return [result.asText]
        }
    }
}
