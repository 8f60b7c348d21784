import Documents
import Formats
import Tables

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
    private let evaluator: Evaluator

    /// - Parameters:
    ///   - guide: an axis, legend or header whose `format` counts before the channel's.
    ///   - step: the distance of ticks, where numbers are told apart by it.
    init(
        _ definition: ChannelDefinition, config: Config, evaluator: Evaluator, guide: DocumentNode? = nil,
        isTimeScale: Bool = false, ticks: (step: Double, largest: Double)? = nil, isNormalized: Bool = false,
        isNumber forced: Bool = false
    ) {
        self.evaluator = evaluator
        expression = guide?["labelExpr"]?.string
        let format = guide?["format"] ?? definition.format
        let formatType = (guide?["formatType"] ?? definition.node["formatType"])?.string
        let locale = NumberLocales.number(config), timeLocale = NumberLocales.time(config)
        let unit = definition.timeUnit.flatMap(TimeUnitName.init)
        let isTime =
            formatType == "time" || formatType == "utc"
            || formatType == nil && (unit != nil || isTimeScale || definition.type == .temporal)
        if isTime {
            if let text = format?.string {
                form = .time(TimeFormat(text, locale: timeLocale))
            } else if let unit {
                var own: [String: String] = [:]
                for member in format?.object?.members ?? [] { own[member.key] = member.value.string ?? "" }
                form = .time(TimeFormat(unit.specifier(overriding: own), locale: timeLocale))
            } else if isTimeScale {
                var own: [String: String] = [:]
                for member in format?.object?.members ?? [] { own[member.key] = member.value.string ?? "" }
                form = .multiscale(MultiscaleTimeFormat(own, locale: timeLocale))
            } else {
                form = .time(TimeFormat(config["timeFormat"]?.string ?? "%b %d, %Y", locale: timeLocale))
            }
            return
        }
        let isNumber = forced || definition.type == .quantitative || formatType == "number" || format?.string != nil
        guard isNumber else {
            form = .plain
            return
        }
        let standard = isNormalized ? config["normalizedNumberFormat"]?.string ?? ".0%" : config["numberFormat"]?.string
        let text = format?.string ?? standard
        if let ticks,
            let number = NumberFormat.ticks(step: ticks.step, largest: ticks.largest, specifier: text, locale: locale)
        {
            form = .number(number)
        } else if let number = NumberFormat(text ?? "", locale: locale) {
            form = .number(number)
        } else {
            form = .plain
        }
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
            if case .number(let format) = form, let number = value.asNumber, !number.isNaN {
                return format.format(number)
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

enum NumberLocales {
    static func number(_ config: Config) -> NumberLocale {
        guard let node = config["locale", "number"] else { return .unitedStates }
        var locale = NumberLocale.unitedStates
        if let decimal = node["decimal"]?.string { locale.decimal = decimal }
        if let thousands = node["thousands"]?.string { locale.thousands = thousands }
        if let grouping = node["grouping"]?.array?.compactMap(\.number) {
            locale.grouping = grouping.filter { $0 > 0 && $0 < 100 }.map { Int($0) }
        }
        if let minus = node["minus"]?.string { locale.minus = minus }
        if let percent = node["percent"]?.string { locale.percent = percent }
        if let currency = node["currency"]?.array?.compactMap(\.string), currency.count == 2 {
            locale.currency = (currency[0], currency[1])
        }
        return locale
    }

    static func time(_ config: Config) -> TimeLocale {
        guard let node = config["locale", "time"] else { return .unitedStates }
        var locale = TimeLocale.unitedStates
        func list(_ name: String, _ count: Int) -> [String]? {
            node[name]?.array?.compactMap(\.string).count == count ? node[name]?.array?.compactMap(\.string) : nil
        }
        if let text = node["dateTime"]?.string { locale.dateTime = text }
        if let text = node["date"]?.string { locale.date = text }
        if let text = node["time"]?.string { locale.time = text }
        if let texts = list("periods", 2) { locale.periods = texts }
        if let texts = list("days", 7) { locale.days = texts }
        if let texts = list("shortDays", 7) { locale.shortDays = texts }
        if let texts = list("months", 12) { locale.months = texts }
        if let texts = list("shortMonths", 12) { locale.shortMonths = texts }
        return locale
    }
}
