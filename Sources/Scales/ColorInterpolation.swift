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
            let (p, q) = (Lab(a), Lab(b))
            return Lab(
                lightness: linear(p.lightness, q.lightness, t), a: linear(p.a, q.a, t), b: linear(p.b, q.b, t)
            ).color(alpha: alpha)
        case .hcl, .hclLong:
            let (p, q) = (Lab(a).polar, Lab(b).polar)
            let angle = hue(p.hue, q.hue, t) * .pi / 180
            let chroma = linear(p.chroma, q.chroma, t)
            return Lab(
                lightness: linear(p.lightness, q.lightness, t), a: cos(angle) * chroma, b: sin(angle) * chroma
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

/// Hue in degrees; NaN where the colour is a grey.
struct HSL {
    var hue: Double
    var saturation: Double
    var lightness: Double

    init(_ color: Color) {
        let most = max(color.red, color.green, color.blue)
        let least = min(color.red, color.green, color.blue)
        let range = most - least
        lightness = (most + least) / 2
        guard range > 0 else {
            hue = .nan
            saturation = lightness > 0 && lightness < 1 ? 0 : .nan
            return
        }
        saturation = range / (lightness < 0.5 ? most + least : 2 - most - least)
        let sixth: Double
        if color.red == most {
            sixth = (color.green - color.blue) / range + (color.green < color.blue ? 6 : 0)
        } else if color.green == most {
            sixth = (color.blue - color.red) / range + 2
        } else {
            sixth = (color.red - color.green) / range + 4
        }
        hue = sixth * 60
    }
}

/// CIE L*a*b* with the D50 white of CSS Color 4, section 8.
struct Lab {
    var lightness: Double
    var a: Double
    var b: Double

    private static let white = (x: 0.96422, y: 1.0, z: 0.82521)

    init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    init(_ color: Color) {
        func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        func cubeRoot(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : t * 841 / 108 + 4.0 / 29 }
        let (r, g, b) = (linear(color.red), linear(color.green), linear(color.blue))
        let y = cubeRoot((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / Lab.white.y)
        let x = cubeRoot((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / Lab.white.x)
        let z = cubeRoot((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / Lab.white.z)
        self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
    }

    var polar: (hue: Double, chroma: Double, lightness: Double) {
        if a == 0, b == 0 { return (.nan, lightness > 0 && lightness < 100 ? 0 : .nan, lightness) }
        let degrees = atan2(b, a) * 180 / .pi
        return (degrees < 0 ? degrees + 360 : degrees, (a * a + b * b).squareRoot(), lightness)
    }

    func color(alpha: Double) -> Color {
        func cube(_ t: Double) -> Double { t > 6.0 / 29 ? t * t * t : 108.0 / 841 * (t - 4.0 / 29) }
        func companded(_ part: Double) -> Double {
            max(0, min(1, part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055))
        }
        let middle = (lightness + 16) / 116
        let x = Lab.white.x * cube(middle + a / 500)
        let y = Lab.white.y * cube(middle)
        let z = Lab.white.z * cube(middle - b / 200)
        return Color(
            red: companded(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
            green: companded(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
            blue: companded(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), alpha: alpha)
    }
}

/// Green's cubehelix (Bull. Astron. Soc. India 39, 289, 2011).
struct Cubehelix {
    var hue: Double
    var saturation: Double
    var lightness: Double

    private static let (a, b, c, d, e) = (-0.14861, 1.78277, -0.29227, -0.90649, 1.97294)

    init(hue: Double, saturation: Double, lightness: Double) {
        self.hue = hue
        self.saturation = saturation
        self.lightness = lightness
    }

    init(_ color: Color) {
        let ed = Cubehelix.e * Cubehelix.d
        let eb = Cubehelix.e * Cubehelix.b
        let bcda = Cubehelix.b * Cubehelix.c - Cubehelix.d * Cubehelix.a
        let l = (bcda * color.blue + ed * color.red - eb * color.green) / (bcda + ed - eb)
        let bl = color.blue - l
        let k = (Cubehelix.e * (color.green - l) - Cubehelix.c * bl) / Cubehelix.d
        let length = (k * k + bl * bl).squareRoot()
        lightness = l
        let divisor = Cubehelix.e * l * (1 - l)
        saturation = divisor == 0 ? .nan : length / divisor
        if saturation.isNaN || saturation == 0 {
            hue = .nan
        } else {
            let degrees = atan2(k, bl) * 180 / .pi - 120
            hue = degrees < 0 ? degrees + 360 : degrees
        }
    }

    func color(alpha: Double) -> Color {
        let angle = hue.isNaN ? 0 : (hue + 120) * .pi / 180
        let amplitude = saturation.isNaN ? 0 : saturation * lightness * (1 - lightness)
        let (cosine, sine) = (cos(angle), sin(angle))
        func part(_ x: Double) -> Double { max(0, min(1, x)) }
        return Color(
            red: part(lightness + amplitude * (Cubehelix.a * cosine + Cubehelix.b * sine)),
            green: part(lightness + amplitude * (Cubehelix.c * cosine + Cubehelix.d * sine)),
            blue: part(lightness + amplitude * Cubehelix.e * cosine), alpha: alpha)
    }
}
