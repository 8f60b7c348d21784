import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// CIE L*a*b* (CIE 15:2004) over one of two whites, from and to sRGB without its alpha.
public struct Lab: Sendable, Hashable {
    /// The white that a colour is measured against, and sRGB's primaries in it.
    public enum White: Sendable {
        /// Daylight, sRGB's own: what differences are measured in.
        case d65
        /// Horizon light: what CSS (Color 4, section 8) and Vega mix colours in.
        case d50

        fileprivate var point: (x: Double, y: Double, z: Double) {
            switch self {
            case .d65: (0.95047, 1, 1.08883)
            case .d50: (0.96422, 1, 0.82521)
            }
        }

        /// X, Y and Z of red, green and blue light, row by row.
        fileprivate var primaries: [Double] {
            switch self {
            case .d65:
                [0.412453, 0.357580, 0.180423, 0.212671, 0.715160, 0.072169, 0.019334, 0.119193, 0.950227]
            case .d50:
                [
                    0.4360747, 0.3850649, 0.1430804, 0.2225045, 0.7168786, 0.0606169, 0.0139322, 0.0971045, 0.7141733,
                ]
            }
        }
    }

    public var lightness: Double
    public var a: Double
    public var b: Double

    public init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    public init(_ color: Color, white: White) {
        let (red, green, blue) = (Color.linear(color.red), Color.linear(color.green), Color.linear(color.blue))
        func root(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : t * 841 / 108 + 4.0 / 29 }
        let (m, point) = (white.primaries, white.point)
        let x = root((m[0] * red + m[1] * green + m[2] * blue) / point.x)
        let y = root((m[3] * red + m[4] * green + m[5] * blue) / point.y)
        let z = root((m[6] * red + m[7] * green + m[8] * blue) / point.z)
        self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
    }

    /// Hue in degrees and chroma; NaN where a grey has none.
    public var polar: (hue: Double, chroma: Double, lightness: Double) {
        if a == 0, b == 0 { return (.nan, lightness > 0 && lightness < 100 ? 0 : .nan, lightness) }
        let degrees = atan2(b, a) * 180 / .pi
        return (degrees < 0 ? degrees + 360 : degrees, (a * a + b * b).squareRoot(), lightness)
    }

    /// From hue in degrees and chroma.
    public init(hue: Double, chroma: Double, lightness: Double) {
        let angle = hue * .pi / 180
        self.init(lightness: lightness, a: cos(angle) * chroma, b: sin(angle) * chroma)
    }

    /// In sRGB, cut to what it holds, of a colour measured against D50.
    public func color(alpha: Double) -> Color {
        func cube(_ t: Double) -> Double { t > 6.0 / 29 ? t * t * t : 108.0 / 841 * (t - 4.0 / 29) }
        let (middle, white) = ((lightness + 16) / 116, White.d50.point)
        let x = white.x * cube(middle + a / 500)
        let y = white.y * cube(middle)
        let z = white.z * cube(middle - b / 200)
        return Color(
            red: Color.encoded(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
            green: Color.encoded(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
            blue: Color.encoded(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), alpha: alpha)
    }

    /// The distance from another colour (CIE 1976): about 2 is the least that can be told side by side.
    public func distance(from other: Lab) -> Double {
        let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
        return (dl * dl + da * da + db * db).squareRoot()
    }
}
