import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

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
