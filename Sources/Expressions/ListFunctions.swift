#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Tables

/// Functions of lists and objects; some take text as well.
enum ListFunctions {
    static let all: [String: ExpressionFunction] = [
        "length": ExpressionFunction(1...1) { arguments, _ in arguments[0].member("length") },
        "indexof": ExpressionFunction(2...2) { arguments, _ in
            if case .array(let values) = arguments[0] {
                return .number(
                    Double(values.firstIndex { ExpressionValue.strictlyEqual(ExpressionValue($0), arguments[1]) } ?? -1)
                )
            }
            return .number(
                Double(TextFunctions.find(Array(arguments.text(1).utf16), in: Array(arguments.text(0).utf16)) ?? -1))
        },
        "lastindexof": ExpressionFunction(2...2) { arguments, _ in
            if case .array(let values) = arguments[0] {
                return .number(
                    Double(values.lastIndex { ExpressionValue.strictlyEqual(ExpressionValue($0), arguments[1]) } ?? -1))
            }
            let hay = Array(arguments.text(0).utf16), needle = Array(arguments.text(1).utf16)
            guard let back = TextFunctions.find(needle.reversed(), in: hay.reversed()) else { return .number(-1) }
            return .number(Double(hay.count - back - needle.count))
        },
        "inrange": ExpressionFunction(2...4) { arguments, _ in
            let range = try arguments.array(1).map { ExpressionValue($0).number }
            guard let first = range.first, let last = range.last else { return .boolean(false) }
            let value = arguments.number(0), low = min(first, last), high = max(first, last)
            let withLow = arguments.count > 2 ? arguments[2].truth : true
            let withHigh = arguments.count > 3 ? arguments[3].truth : true
            return .boolean((withLow ? value >= low : value > low) && (withHigh ? value <= high : value < high))
        },
        "join": ExpressionFunction(1...2) { arguments, frame in
            let values = try arguments.array(0)
            let separator = arguments.count > 1 ? arguments.text(1) : ","
            let texts = values.map { $0.isNull ? "" : ExpressionValue($0).text }
            let size =
                texts.reduce(0) { $0 + $1.utf8.count }
                + separator.utf8.count.multipliedReportingOverflow(by: texts.count).partialValue
            try frame.spend(size < 0 ? .max : size, for: "join")
            return .string(texts.joined(separator: separator))
        },
        "lerp": ExpressionFunction(2...2) { arguments, _ in
            let values = try arguments.array(0).map { ExpressionValue($0).number }
            guard let first = values.first, let last = values.last else { return .number(.nan) }
            return .number(first + (last - first) * arguments.number(1))
        },
        "extent": ExpressionFunction(1...1) { arguments, _ in
            let values = try arguments.array(0).compactMap { value -> Double? in
                value.isValid ? ExpressionValue(value).number : nil
            }.filter { !$0.isNaN }
            guard let low = values.min(), let high = values.max() else { return .array([.null, .null]) }
            return .array([.number(low), .number(high)])
        },
        "span": ExpressionFunction(1...1) { arguments, _ in
            let values = try arguments.array(0).map { ExpressionValue($0).number }
            guard let first = values.first, let last = values.last else { return .number(0) }
            return .number(last - first)
        },
        "peek": ExpressionFunction(1...1) { arguments, _ in
            try arguments.array(0).last.map { ExpressionValue($0) } ?? .undefined
        },
        "pluck": ExpressionFunction(2...2) { arguments, _ in
            let path = FieldPath(arguments.text(1))
            return .array(try arguments.array(0).map { path.value(in: $0) })
        },
        "reverse": ExpressionFunction(1...1) { arguments, _ in .array(try arguments.array(0).reversed()) },
        "sort": ExpressionFunction(1...1) { arguments, frame in
            let values = try arguments.array(0)
            try frame.spend(values.count, for: "sort")
            return .array(values.sorted { DataValue.ascending($0, $1) < 0 })
        },
        "sequence": ExpressionFunction(1...3) { arguments, frame in
            let start = arguments.count > 1 ? arguments.number(0) : 0
            let stop = arguments.count > 1 ? arguments.number(1) : arguments.number(0)
            let step = arguments.count > 2 ? arguments.number(2) : 1
            let count = ((stop - start) / step).rounded(.up)
            guard count > 0, step != 0 else { return .array([]) }
            guard count.isFinite, count <= Double(ExpressionFrame.mostAtOnce) else {
                throw ExpressionProblem("`sequence` would make more than \(ExpressionFrame.mostAtOnce) values")
            }
            try frame.spend(Int(count), for: "sequence")
            return .array((0..<Int(count)).map { .number(start + Double($0) * step) })
        },
        "slice": ExpressionFunction(2...3) { arguments, _ in
            func bounds(_ count: Int) -> Range<Int> {
                func place(_ value: Int) -> Int { value < 0 ? max(0, count + value) : min(count, value) }
                let from = place(arguments.integer(1)), to = place(arguments.integer(2, default: count))
                return from..<max(from, to)
            }
            if case .array(let values) = arguments[0] { return .array(Array(values[bounds(values.count)])) }
            let text = arguments.text(0)
            let range = bounds(text.utf16.count)
            return .string(TextUnits.slice(text, range.lowerBound, range.upperBound))
        },
        "array": ExpressionFunction(1...1) { arguments, _ in
            switch arguments[0] {
            case .array: arguments[0]
            case .undefined, .null: .array([])
            case let value: .array([value.data])
            }
        },
        "isin": ExpressionFunction(2...2) { arguments, _ in
            .boolean(
                try arguments.array(1).contains { ExpressionValue.strictlyEqual(ExpressionValue($0), arguments[0]) })
        },
        "merge": ExpressionFunction(0...255) { arguments, frame in
            var merged: [DataValue.Field] = []
            for case .object(let fields) in arguments.values {
                try frame.spend(fields.count * (merged.count + 1) / 8 + 1, for: "merge")
                for field in fields {
                    if let index = merged.firstIndex(where: { $0.name == field.name }) {
                        merged[index] = field
                    } else {
                        merged.append(field)
                    }
                }
            }
            return .object(merged)
        },
        "keys": ExpressionFunction(1...1) { arguments, _ in
            guard case .object(let fields) = arguments[0] else { return .array([]) }
            return .array(fields.map { .string($0.name) })
        },
        "bandspace": ExpressionFunction(1...3) { arguments, _ in
            let count = arguments.number(0)
            let inner = arguments.count > 1 ? arguments.number(1) : 0,
                outer = arguments.count > 2 ? arguments.number(2) : 0
            let space = count - inner + outer * 2
            return .number(count > 0 ? (space > 0 ? space : 1) : 0)
        },
    ]
}
