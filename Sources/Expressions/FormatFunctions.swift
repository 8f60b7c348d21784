import Formats
import Tables

/// Writing and reading numbers and moments.
enum FormatFunctions {
    private static let writeTime = ExpressionFunction(1...2) { arguments, frame in
        if case .null = arguments[0] { return .string("null") }
        let moment = DateFunctions.moment(arguments[0])
        if arguments.count < 2 || arguments[1].isNullish {
            return .string(MultiscaleTimeFormat(locale: frame.environment.timeLocale).format(moment))
        }
        if case .object(let fields) = arguments[1] {
            let specifiers = fields.reduce(into: [String: String]()) { $0[$1.name] = $1.value.string }
            return .string(MultiscaleTimeFormat(specifiers, locale: frame.environment.timeLocale).format(moment))
        }
        return .string(frame.timeFormat(arguments.text(1)).format(moment))
    }

    private static let readTime = ExpressionFunction(2...2) { arguments, frame in
        frame.timeFormat(arguments.text(1)).parse(arguments.text(0)).map { .moment($0) } ?? .null
    }

    static let all: [String: ExpressionFunction] = [
        "format": ExpressionFunction(1...2) { arguments, frame in
            let specifier = arguments.count > 1 && !arguments[1].isNullish ? arguments.text(1) : ""
            if case .null = arguments[0] { return .string("null") }
            return .string(try frame.numberFormat(specifier).format(arguments.number(0)))
        },
        "timeFormat": writeTime, "utcFormat": writeTime, "timeParse": readTime, "utcParse": readTime,
        "timeUnitSpecifier": ExpressionFunction(1...2) { arguments, _ in
            var names: [String] = []
            if case .array(let values) = arguments[0] {
                names = values.map(\.asText)
            } else {
                names = [arguments.text(0)]
            }
            var specifiers: [String: String] = ["year-month": "%Y-%m ", "year-month-date": "%Y-%m-%d "]
            if case .object(let fields) = arguments[1] {
                for field in fields { specifiers[field.name] = field.value.string }
            }
            guard let unit = TimeUnit(parts: names.compactMap { TimeUnit.Part(rawValue: $0) }) else {
                return .string("")
            }
            return .string(unit.specifier(replacing: specifiers))
        },
        "monthFormat": name("%B"), "monthAbbrevFormat": name("%b"), "dayFormat": name("%A"),
        "dayAbbrevFormat": name("%a"),
    ]

    /// The name of a month from 0 or a weekday from Sunday, the first again after the last.
    private static func name(_ specifier: String) -> ExpressionFunction {
        ExpressionFunction(1...1) { arguments, frame in
            let locale = frame.environment.timeLocale
            let names =
                switch specifier {
                case "%B": locale.months
                case "%b": locale.shortMonths
                case "%A": locale.days
                default: locale.shortDays
                }
            let index = arguments.integer(0) % names.count
            return .string(names[index < 0 ? index + names.count : index])
        }
    }
}
