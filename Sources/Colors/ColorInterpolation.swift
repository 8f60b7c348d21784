import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How two colours are mixed. Hues go the short way round but in the `long` variants.
public enum ColorInterpolation: String, Sendable, CaseIterable {
    case rgb, hsl, lab, hcl, cubehelix
    case hslLong = "hsl-long"
    case hclLong = "hcl-long"
    case cubehelixLong = "cubehelix-long"

    /// The colour at a share `t` of the way from `a` to `b`; `gamma` bends the way in RGB and Cubehelix.
    public func mix(_ a: Color, _ b: Color, _ t: Double, gamma: Double = 1) -> Color {
        let alpha = a.alpha + (b.alpha - a.alpha) * t
        switch self {
        case .rgb:
            func part(_ x: Double, _ y: Double) -> Double {
                if gamma == 1 { return x + (y - x) * t }
                let (p, q) = (pow(x, gamma), pow(y, gamma))
                return pow(p + (q - p) * t, 1 / gamma)
            }
            return Color(
                red: part(a.red, b.red), green: part(a.green, b.green), blue: part(a.blue, b.blue), alpha: alpha)
        case .hsl, .hslLong:
            let (p, q) = (HSL(a), HSL(b))
            return Color(
                hue: hue(p.hue, q.hue, t), saturation: linear(p.saturation, q.saturation, t),
                lightness: linear(p.lightness, q.lightness, t), alpha: alpha)
        case .lab:
            let (p, q) = (Lab(a, white: .d50), Lab(b, white: .d50))
            return Lab(
                lightness: linear(p.lightness, q.lightness, t), a: linear(p.a, q.a, t), b: linear(p.b, q.b, t)
            ).color(alpha: alpha)
        case .hcl, .hclLong:
            let (p, q) = (Lab(a, white: .d50).polar, Lab(b, white: .d50).polar)
            return Lab(
                hue: hue(p.hue, q.hue, t), chroma: linear(p.chroma, q.chroma, t),
                lightness: linear(p.lightness, q.lightness, t)
            ).color(alpha: alpha)
        case .cubehelix, .cubehelixLong:
            let (p, q) = (Cubehelix(a), Cubehelix(b))
            return Cubehelix(
                hue: hue(p.hue, q.hue, t), saturation: linear(p.saturation, q.saturation, t),
                lightness: linear(p.lightness, q.lightness, gamma == 1 ? t : pow(t, gamma))
            ).color(alpha: alpha)
        }
    }

    private var isLong: Bool { self == .hslLong || self == .hclLong || self == .cubehelixLong }

    /// A grey has no hue and no saturation: it takes those of the other end.
    private func linear(_ x: Double, _ y: Double, _ t: Double) -> Double {
        x.isNaN ? y : y.isNaN ? x : x + (y - x) * t
    }

    private func hue(_ x: Double, _ y: Double, _ t: Double) -> Double {
        if x.isNaN { return y.isNaN ? 0 : y }
        if y.isNaN { return x }
        var turn = y - x
        if !isLong, abs(turn) > 180 { turn -= 360 * (turn / 360).rounded() }
        return x + turn * t
    }
}
