#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Functions of numbers.
enum MathFunctions {
    private static func one(_ body: @escaping @Sendable (Double) -> Double) -> ExpressionFunction {
        ExpressionFunction(1...1) { arguments, _ in .number(body(arguments.number(0))) }
    }

    static let all: [String: ExpressionFunction] = [
        "abs": one { $0.magnitude },
        "acos": one { acos($0) },
        "asin": one { asin($0) },
        "atan": one { atan($0) },
        "atan2": ExpressionFunction(2...2) { arguments, _ in .number(atan2(arguments.number(0), arguments.number(1))) },
        "ceil": one { $0.rounded(.up) },
        "clamp": ExpressionFunction(3...3) { arguments, _ in
            let value = arguments.number(0)
            return .number(value.isNaN ? value : max(arguments.number(1), min(arguments.number(2), value)))
        },
        "cos": one { cos($0) },
        "exp": one { exp($0) },
        "floor": one { $0.rounded(.down) },
        "hypot": ExpressionFunction(0...255) { arguments, _ in
            .number(arguments.values.reduce(0) { hypot($0, $1.number) })
        },
        "log": one { log($0) },
        "max": ExpressionFunction(0...255) { arguments, _ in
            .number(
                arguments.values.reduce(-Double.infinity) { $0.isNaN || $1.number.isNaN ? .nan : max($0, $1.number) })
        },
        "min": ExpressionFunction(0...255) { arguments, _ in
            .number(
                arguments.values.reduce(Double.infinity) { $0.isNaN || $1.number.isNaN ? .nan : min($0, $1.number) })
        },
        "pow": ExpressionFunction(2...2) { arguments, _ in
            let (base, exponent) = (arguments.number(0), arguments.number(1))
            // C says 1 to any power is 1; ECMAScript says NaN where the exponent is none.
            if exponent.isNaN || (base.magnitude == 1 && exponent.isInfinite) { return .number(.nan) }
            return .number(pow(base, exponent))
        },
        "round": one { value in
            // Half goes up, also below zero; 0.49999999999999994 must not.
            let down = value.rounded(.down)
            return value - down >= 0.5 ? down + 1 : down
        },
        "sign": one { $0.isNaN ? .nan : $0 > 0 ? 1 : $0 < 0 ? -1 : $0 },
        "sin": one { sin($0) },
        "sqrt": one { $0.squareRoot() },
        "tan": one { tan($0) },
        "trunc": one { $0.rounded(.towardZero) },
        "random": ExpressionFunction(0...0) { _, frame in .number(frame.random.unit()) },
    ]
}
