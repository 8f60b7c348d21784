import Tables

/// Functions that ask the document: its scales, tables and size.
enum ScaleFunctions {
    static let all: [String: ExpressionFunction] = [
        "scale": ExpressionFunction(2...3) { arguments, frame in
            frame.environment.scale.map { ExpressionValue($0(arguments.text(0), arguments[1].data)) } ?? .undefined
        },
        "invert": ExpressionFunction(2...3) { arguments, frame in
            frame.environment.invert.map { ExpressionValue($0(arguments.text(0), arguments[1].data)) } ?? .undefined
        },
        "bandwidth": ExpressionFunction(1...2) { arguments, frame in
            .number(frame.environment.bandwidth?(arguments.text(0)) ?? 0)
        },
        "domain": ExpressionFunction(1...2) { arguments, frame in
            .array(frame.environment.domain?(arguments.text(0)) ?? [])
        },
        "range": ExpressionFunction(1...2) { arguments, frame in
            .array(frame.environment.range?(arguments.text(0)) ?? [])
        },
        "data": ExpressionFunction(1...1) { arguments, frame in
            guard let table = frame.environment.table?(arguments.text(0)) else { return .array([]) }
            try frame.spend(table.rowCount, for: "data")
            return .array((0..<table.rowCount).map { table.row($0) })
        },
        "indata": ExpressionFunction(3...3) { arguments, frame in
            guard let column = frame.environment.table?(arguments.text(0))?.field(arguments.text(1)) else {
                return .boolean(false)
            }
            try frame.spend(column.count, for: "indata")
            return .boolean(
                (0..<column.count).contains { ExpressionValue.looselyEqual(ExpressionValue(column[$0]), arguments[2]) })
        },
        "containerSize": ExpressionFunction(0...0) { _, frame in
            let values = frame.environment.values
            return .array([values["width"] ?? .null, values["height"] ?? .null])
        },
        "screen": ExpressionFunction(0...0) { _, _ in .object([]) },
        "windowSize": ExpressionFunction(0...0) { _, _ in .array([.null, .null]) },
        // Nothing is logged from a document; the last argument is the value.
        "warn": ExpressionFunction(1...255) { arguments, _ in arguments[arguments.count - 1] },
        "info": ExpressionFunction(1...255) { arguments, _ in arguments[arguments.count - 1] },
        "debug": ExpressionFunction(1...255) { arguments, _ in arguments[arguments.count - 1] },
    ]
}
