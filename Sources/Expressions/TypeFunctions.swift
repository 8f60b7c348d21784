import Tables

/// Asking for and changing the kind of a value.
enum TypeFunctions {
    private static func ask(_ body: @escaping @Sendable (ExpressionValue) -> Bool) -> ExpressionFunction {
        ExpressionFunction(1...1) { arguments, _ in .boolean(body(arguments[0])) }
    }

    static let all: [String: ExpressionFunction] = [
        "isArray": ask { if case .array = $0 { true } else { false } },
        "isBoolean": ask { if case .boolean = $0 { true } else { false } },
        "isDate": ask { if case .moment = $0 { true } else { false } },
        "isDefined": ask { if case .undefined = $0 { false } else { true } },
        "isNumber": ask { if case .number = $0 { true } else { false } },
        "isObject": ask {
            switch $0 {
            case .object, .array, .pattern, .moment: true
            default: false
            }
        },
        "isRegExp": ask { if case .pattern = $0 { true } else { false } },
        "isString": ask { if case .string = $0 { true } else { false } },
        "isValid": ask {
            switch $0 {
            case .undefined, .null: false
            case .number(let value): !value.isNaN
            default: true
            }
        },
        // As `Number.isNaN` and `Number.isFinite`: nothing but a number is either.
        "isNaN": ask { if case .number(let value) = $0 { value.isNaN } else { false } },
        "isFinite": ask { if case .number(let value) = $0 { value.isFinite } else { false } },
        "toBoolean": ExpressionFunction(1...1) { arguments, _ in
            switch arguments[0] {
            case .undefined, .null, .string(""): .null
            case .string("false"), .string("0"): .boolean(false)
            case let value: .boolean(value.truth)
            }
        },
        "toNumber": ExpressionFunction(1...1) { arguments, _ in
            switch arguments[0] {
            case .undefined, .null, .string(""): .null
            case let value: .number(value.number)
            }
        },
        "toString": ExpressionFunction(1...1) { arguments, _ in
            switch arguments[0] {
            case .undefined, .null, .string(""): .null
            case let value: .string(value.text)
            }
        },
        "toDate": ExpressionFunction(1...1) { arguments, _ in
            switch arguments[0] {
            case .undefined, .null, .string(""): .null
            // As `Date.parse`: a number, unlike what `datetime` makes.
            case let value: .number(DateFunctions.moment(value))
            }
        },
    ]
}
