import Formats
import Tables

/// Functions of moments. A function and its `utc` twin are the same here: there is no other zone.
enum DateFunctions {
    /// A moment from a number of milliseconds or a text.
    static func moment(_ value: ExpressionValue) -> Double {
        switch value {
        case .string(let text): DateReading.milliseconds(text) ?? .nan
        case .undefined: .nan
        default: value.number
        }
    }

    private static func part(_ body: @escaping @Sendable (CivilTime) -> Int) -> ExpressionFunction {
        ExpressionFunction(1...1) { arguments, _ in
            .number(CivilTime(milliseconds: moment(arguments[0])).map { Double(body($0)) } ?? .nan)
        }
    }

    private static func fields(_ arguments: ExpressionArguments) -> Double {
        func field(_ index: Int, _ usual: Double) -> Double {
            arguments.count > index ? arguments.number(index) : usual
        }
        let year = arguments.number(0)
        // ECMAScript takes 0 to 99 for years of the last century.
        let full = year >= 0 && year <= 99 ? 1900 + year.rounded(.towardZero) : year
        return CivilTime.milliseconds(
            year: full, monthFromZero: field(1, 0), day: field(2, 1), hour: field(3, 0), minute: field(4, 0),
            second: field(5, 0), millisecond: field(6, 0))
    }

    static let all: [String: ExpressionFunction] = {
        var functions: [String: ExpressionFunction] = [
            "now": ExpressionFunction(0...0) { _, frame in .number(frame.environment.now) },
            "datetime": ExpressionFunction(0...7) { arguments, frame in
                switch arguments.count {
                case 0: .moment(frame.environment.now)
                case 1: .moment(moment(arguments[0]))
                default: .moment(fields(arguments))
                }
            },
            "utc": ExpressionFunction(1...7) { arguments, _ in .number(fields(arguments)) },
            "time": ExpressionFunction(1...1) { arguments, _ in .number(moment(arguments[0])) },
            "timezoneoffset": ExpressionFunction(1...1) { _, _ in .number(0) },
        ]
        let parts: [String: ExpressionFunction] = [
            "year": part { $0.year }, "quarter": part { ($0.month - 1) / 3 + 1 }, "month": part { $0.month - 1 },
            "week": part { $0.weekFromSunday }, "date": part { $0.day }, "day": part { $0.weekday },
            "dayofyear": part { $0.dayOfYear }, "hours": part { $0.hour }, "minutes": part { $0.minute },
            "seconds": part { $0.second }, "milliseconds": part { $0.millisecond },
        ]
        for (name, function) in parts {
            functions[name] = function
            functions["utc" + name] = function
        }
        let offset = ExpressionFunction(2...3) { arguments, frame in
            let from = arguments[1]
            let step = arguments.count > 2 ? arguments.integer(2) : 1
            guard let unit = TimeUnit(arguments.text(0)) else { throw unknownUnit(arguments.text(0)) }
            return .moment(TimeUnit.offset(moment(from), part: unit.finest, by: step))
        }
        let sequence = ExpressionFunction(3...4) { arguments, frame in
            guard let unit = TimeUnit(arguments.text(0)) else { throw unknownUnit(arguments.text(0)) }
            let start = moment(arguments[1]), stop = moment(arguments[2])
            let step = max(1, arguments.integer(3, default: 1))
            // The first moment is the first whole unit at or after the start.
            var at = TimeUnit(parts: ancestors(unit.finest))?.floor(start) ?? start
            if at < start { at = TimeUnit.offset(at, part: unit.finest, by: 1) }
            var moments: [DataValue] = []
            while at < stop {
                moments.append(.number(at))
                if moments.count % 1000 == 0 { try frame.spend(1000, for: "timeSequence") }
                if moments.count > ExpressionFrame.mostAtOnce { try frame.spend(.max, for: "timeSequence") }
                let next = TimeUnit.offset(at, part: unit.finest, by: step)
                guard next > at else { break }
                at = next
            }
            return .array(moments)
        }
        functions["timeOffset"] = offset
        functions["utcOffset"] = offset
        functions["timeSequence"] = sequence
        functions["utcSequence"] = sequence
        return functions
    }()

    private static func ancestors(_ part: TimeUnit.Part) -> [TimeUnit.Part] {
        switch part {
        case .year: [.year]
        case .quarter: [.year, .quarter]
        case .month: [.year, .month]
        case .week: [.year, .week]
        case .date, .day, .dayofyear: [.year, .month, .date]
        case .hours: [.year, .month, .date, .hours]
        case .minutes: [.year, .month, .date, .hours, .minutes]
        case .seconds: [.year, .month, .date, .hours, .minutes, .seconds]
        case .milliseconds: [.year, .month, .date, .hours, .minutes, .seconds, .milliseconds]
        }
    }

    private static func unknownUnit(_ name: String) -> ExpressionProblem {
        ExpressionProblem(
            "`\(name)` is not a unit of time",
            advice: "known: " + TimeUnit.Part.allCases.map(\.rawValue).joined(separator: ", "))
    }
}
