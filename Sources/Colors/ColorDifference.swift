#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Lab {
    /// CIEDE2000 with all weights 1 (Sharma, Wu & Dalal 2005, Color Research & Application 30, 21–30): about 1 is the
    /// least that can be seen.
    public func difference(from other: Lab) -> Double {
        let degrees = Double.pi / 180
        func chroma(_ color: Lab) -> Double { (color.a * color.a + color.b * color.b).squareRoot() }
        func power7(_ value: Double) -> Double { pow(value, 7) / (pow(value, 7) + pow(25, 7)) }
        let meanChroma = (chroma(self) + chroma(other)) / 2
        let g = 0.5 * (1 - power7(meanChroma).squareRoot())
        let (a1, a2) = ((1 + g) * a, (1 + g) * other.a)
        let c1 = (a1 * a1 + b * b).squareRoot()
        let c2 = (a2 * a2 + other.b * other.b).squareRoot()
        func hue(_ a: Double, _ b: Double) -> Double {
            if a == 0, b == 0 { return 0 }
            let angle = atan2(b, a) / degrees
            return angle < 0 ? angle + 360 : angle
        }
        let (h1, h2) = (hue(a1, b), hue(a2, other.b))
        let (dL, dC) = (other.lightness - lightness, c2 - c1)
        var turn = 0.0
        if c1 * c2 != 0 {
            turn = h2 - h1
            if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
        }
        let dH = 2 * (c1 * c2).squareRoot() * sin(turn / 2 * degrees)
        let (meanL, meanC) = ((lightness + other.lightness) / 2, (c1 + c2) / 2)
        var meanH = h1 + h2
        if c1 * c2 != 0 {
            if abs(h1 - h2) <= 180 {
                meanH /= 2
            } else {
                meanH = (meanH < 360 ? meanH + 360 : meanH - 360) / 2
            }
        }
        let t =
            1 - 0.17 * cos((meanH - 30) * degrees) + 0.24 * cos(2 * meanH * degrees)
            + 0.32 * cos((3 * meanH + 6) * degrees) - 0.20 * cos((4 * meanH - 63) * degrees)
        let offset = (meanL - 50) * (meanL - 50)
        let sL = 1 + 0.015 * offset / (20 + offset).squareRoot()
        let (sC, sH) = (1 + 0.045 * meanC, 1 + 0.015 * meanC * t)
        let rotation =
            -2 * power7(meanC).squareRoot()
            * sin(60 * exp(-((meanH - 275) / 25) * ((meanH - 275) / 25)) * degrees)
        let (l, c, h) = (dL / sL, dC / sC, dH / sH)
        return (l * l + c * c + h * h + rotation * c * h).squareRoot()
    }
}
