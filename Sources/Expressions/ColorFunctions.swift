import Colors
import SceneGraph
import Tables

/// Colours in several spaces, written as CSS.
enum ColorFunctions {
    static let all: [String: ExpressionFunction] = [
        "rgb": make { Color(red: $0 / 255, green: $1 / 255, blue: $2 / 255, alpha: $3) },
        "hsl": make { Color(hue: $0, saturation: $1, lightness: $2, alpha: $3) },
        "lab": make { Lab(lightness: $0, a: $1, b: $2).color(alpha: $3) },
        "hcl": make { Lab(hue: $0, chroma: $1, lightness: $2).color(alpha: $3) },
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

    /// A function of three parts and an opacity, or of one text that is a colour already; what is none
    /// is black, as in Vega.
    private static func make(
        _ body: @escaping @Sendable (Double, Double, Double, Double) -> Color
    ) -> ExpressionFunction {
        ExpressionFunction(1...4) { arguments, _ in
            if arguments.count < 3 {
                return .string(written(Color(css: arguments.text(0)) ?? .black))
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
}
