#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import SceneGraph
import Tables

/// Colours in several spaces, written as CSS.
enum ColorFunctions {
    static let all: [String: ExpressionFunction] = [
        "rgb": make { Color(red: $0 / 255, green: $1 / 255, blue: $2 / 255, alpha: $3) },
        "hsl": make { Color(hue: $0, saturation: $1, lightness: $2, alpha: $3) },
        "lab": make { lab($0, $1, $2, $3) },
        "hcl": make { hue, chroma, luminance, alpha in
            let angle = hue * .pi / 180
            return lab(luminance, cos(angle) * chroma, sin(angle) * chroma, alpha)
        },
        "luminance": ExpressionFunction(1...1) { arguments, _ in
            .number(Color(css: arguments.text(0))?.luminance ?? .nan)
        },
        "contrast": ExpressionFunction(2...2) { arguments, _ in
            guard let a = Color(css: arguments.text(0)), let b = Color(css: arguments.text(1)) else {
                return .number(.nan)
            }
            return .number(a.contrast(with: b))
        },
    ]

    /// A function of three parts and an opacity, or of one text that is a colour already.
    private static func make(
        _ body: @escaping @Sendable (Double, Double, Double, Double) -> Color
    ) -> ExpressionFunction {
        ExpressionFunction(1...4) { arguments, _ in
            if arguments.count < 3 {
                return .string(Color(css: arguments.text(0)).map { written($0) } ?? arguments.text(0))
            }
            let alpha = arguments.count > 3 ? arguments.number(3) : 1
            return .string(written(body(arguments.number(0), arguments.number(1), arguments.number(2), alpha)))
        }
    }

    /// `rgb(255, 128, 0)`, with `rgba` and the opacity where it is not opaque.
    private static func written(_ color: Color) -> String {
        func byte(_ part: Double) -> String { "\(Int((max(0, min(1, part.isFinite ? part : 0)) * 255).rounded()))" }
        let parts = [color.red, color.green, color.blue].map(byte).joined(separator: ", ")
        return color.alpha < 1 ? "rgba(\(parts), \(NumberWriting.javaScript(max(0, color.alpha))))" : "rgb(\(parts))"
    }

    /// CIELAB with the D50 white point to sRGB (CSS Color 4, section 10).
    private static func lab(_ lightness: Double, _ a: Double, _ b: Double, _ alpha: Double) -> Color {
        let fy = (lightness + 16) / 116, fx = fy + a / 500, fz = fy - b / 200
        func inverse(_ t: Double) -> Double { t > 6.0 / 29 ? t * t * t : 3 * 36.0 / 841 * (t - 4.0 / 29) }
        let x = 0.96422 * inverse(fx), y = inverse(fy), z = 0.82521 * inverse(fz)
        func gamma(_ value: Double) -> Double {
            value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
        }
        return Color(
            red: gamma(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
            green: gamma(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
            blue: gamma(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), alpha: alpha)
    }
}
