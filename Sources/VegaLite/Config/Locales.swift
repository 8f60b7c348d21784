import Formats
import Phrases
import Tables

/// How numbers and times are written: `config.locale`.
struct Locales: Sendable {
    var number = NumberLocale.unitedStates
    var time = TimeLocale.unitedStates
    /// What large numbers of an axis of ours are counted in, the largest first.
    var units: [Phrases.NumberUnit] = []

    init() {}

    init(_ value: DataValue) {
        if let part = value["number"] { number = Locales.number(part) }
        if let part = value["time"] { time = Locales.time(part) }
    }

    static func number(_ value: DataValue) -> NumberLocale {
        var locale = NumberLocale.unitedStates
        if let decimal = value["decimal"]?.string { locale.decimal = decimal }
        if let thousands = value["thousands"]?.string { locale.thousands = thousands }
        if let grouping = value["grouping"]?.array?.compactMap(\.number) {
            locale.grouping = grouping.filter { $0 > 0 && $0 < 100 }.map { Int($0) }
        }
        if let minus = value["minus"]?.string { locale.minus = minus }
        if let percent = value["percent"]?.string { locale.percent = percent }
        if let currency = value["currency"]?.array?.compactMap(\.string), currency.count == 2 {
            locale.currency = (currency[0], currency[1])
        }
        return locale
    }

    static func time(_ value: DataValue) -> TimeLocale {
        var locale = TimeLocale.unitedStates
        func list(_ name: String, _ count: Int) -> [String]? {
            let texts = value[name]?.array?.compactMap(\.string)
            return texts?.count == count ? texts : nil
        }
        if let text = value["dateTime"]?.string { locale.dateTime = text }
        if let text = value["date"]?.string { locale.date = text }
        if let text = value["time"]?.string { locale.time = text }
        if let texts = list("periods", 2) { locale.periods = texts }
        if let texts = list("days", 7) { locale.days = texts }
        if let texts = list("shortDays", 7) { locale.shortDays = texts }
        if let texts = list("months", 12) { locale.months = texts }
        if let texts = list("shortMonths", 12) { locale.shortMonths = texts }
        return locale
    }
}
