#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Tables

/// Functions that answer to a reader's hand. A page is drawn before any: there is no event, and no item under a
/// pointer; what only moves domains is plain arithmetic and works.
enum InteractionFunctions {
    static let all: [String: ExpressionFunction] = {
        var functions: [String: ExpressionFunction] = [
            "clampRange": ExpressionFunction(3...3) { arguments, _ in
                let (low, high) = try ends(arguments, 0)
                let (least, most) = (arguments.number(1), arguments.number(2))
                return pair(clamped(min(low, high), max(low, high), least, most))
            },
            "panLinear": pan(\.self, \.self), "panLog": pan({ log($0.magnitude) }, { exp($0) }, keepsSign: true),
            "zoomLinear": zoom(\.self, \.self), "zoomLog": zoom({ log($0.magnitude) }, { exp($0) }, keepsSign: true),
            "panPow": power(isZoom: false), "zoomPow": power(isZoom: true),
            "panSymlog": symmetric(isZoom: false), "zoomSymlog": symmetric(isZoom: true),
        ]
        for name in ["pinchDistance", "pinchAngle", "item", "group", "xy", "x", "y"] {
            functions[name] = ExpressionFunction(0...1) { _, _ in .undefined }
        }
        functions["inScope"] = ExpressionFunction(1...1) { _, _ in .boolean(false) }
        functions["isTuple"] = ExpressionFunction(1...1) { arguments, _ in
            if case .object = arguments[0] { .boolean(true) } else { .boolean(false) }
        }
        return functions
    }()

    private static func ends(_ arguments: ExpressionArguments, _ index: Int) throws -> (Double, Double) {
        let values = try arguments.array(index).map { ExpressionValue($0).number }
        return (values.first ?? .nan, values.last ?? .nan)
    }

    private static func pair(_ ends: (Double, Double)) -> ExpressionValue {
        .array([.number(ends.0), .number(ends.1)])
    }

    /// A range of the same span that lies within bounds; the bounds where it is wider than they are.
    private static func clamped(_ low: Double, _ high: Double, _ least: Double, _ most: Double) -> (Double, Double) {
        let span = high - low
        if span >= most - least { return (least, most) }
        let start = min(max(low, least), most - span)
        return (start, start + span)
    }

    private typealias Map = @Sendable (Double) -> Double

    /// Both ends moved by a share of the span, in the space that `into` leads to.
    private static func moved(
        _ ends: (Double, Double), by share: Double, _ into: Map, _ back: Map
    ) -> (Double, Double) {
        let (a, b) = (into(ends.0), into(ends.1))
        let distance = (b - a) * share
        return (back(a - distance), back(b - distance))
    }

    /// The span made so many times as long about a value, its middle where none is given.
    private static func scaled(
        _ ends: (Double, Double), about anchor: Double?, by factor: Double, _ into: Map, _ back: Map
    ) -> (Double, Double) {
        let (a, b) = (into(ends.0), into(ends.1))
        let centre = anchor.map(into) ?? (a + b) / 2
        return (back(centre + (a - centre) * factor), back(centre + (b - centre) * factor))
    }

    private static func pan(
        _ into: @escaping Map, _ back: @escaping Map, keepsSign: Bool = false
    ) -> ExpressionFunction {
        ExpressionFunction(2...2) { arguments, _ in
            let ends = try ends(arguments, 0)
            let sign = keepsSign && ends.0 < 0 ? -1.0 : 1
            let moved = moved(ends, by: arguments.number(1), into, back)
            return pair((sign * moved.0, sign * moved.1))
        }
    }

    private static func zoom(
        _ into: @escaping Map, _ back: @escaping Map, keepsSign: Bool = false
    ) -> ExpressionFunction {
        ExpressionFunction(3...3) { arguments, _ in
            let ends = try ends(arguments, 0)
            let sign = keepsSign && ends.0 < 0 ? -1.0 : 1
            let scaled = scaled(ends, about: anchor(arguments), by: arguments.number(2), into, back)
            return pair((sign * scaled.0, sign * scaled.1))
        }
    }

    private static func anchor(_ arguments: ExpressionArguments) -> Double? {
        arguments[1].isNullish ? nil : arguments.number(1)
    }

    private static func power(isZoom: Bool) -> ExpressionFunction {
        ExpressionFunction(isZoom ? 4...4 : 3...3) { arguments, _ in
            let exponent = arguments.number(isZoom ? 3 : 2)
            @Sendable func raised(_ value: Double, _ exponent: Double) -> Double {
                value < 0 ? -pow(-value, exponent) : pow(value, exponent)
            }
            return pair(
                try shifted(arguments, isZoom, { raised($0, exponent) }, { raised($0, 1 / exponent) }))
        }
    }

    private static func symmetric(isZoom: Bool) -> ExpressionFunction {
        ExpressionFunction(isZoom ? 4...4 : 3...3) { arguments, _ in
            let constant = arguments.number(isZoom ? 3 : 2)
            return pair(
                try shifted(
                    arguments, isZoom, { log1p($0.magnitude / constant) * ($0 < 0 ? -1 : 1) },
                    { expm1($0.magnitude) * constant * ($0 < 0 ? -1 : 1) }))
        }
    }

    private static func shifted(
        _ arguments: ExpressionArguments, _ isZoom: Bool, _ into: Map, _ back: Map
    ) throws -> (Double, Double) {
        let ends = try ends(arguments, 0)
        return isZoom
            ? scaled(ends, about: anchor(arguments), by: arguments.number(2), into, back)
            : moved(ends, by: arguments.number(1), into, back)
    }
}
