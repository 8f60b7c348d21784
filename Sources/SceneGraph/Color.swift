/// A colour in sRGB; each part from 0 to 1, alpha not premultiplied.
public struct Color: Sendable, Hashable {
    public var red: Double
    public var green: Double
    public var blue: Double
    public var alpha: Double

    public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    /// `0xRRGGBB`.
    public init(hex: UInt32) {
        self.init(
            red: Double((hex >> 16) & 0xFF) / 255, green: Double((hex >> 8) & 0xFF) / 255,
            blue: Double(hex & 0xFF) / 255)
    }

    public static let black = Color(hex: 0x000000)
    public static let white = Color(hex: 0xFFFFFF)
    public static let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)

    public func opacity(_ factor: Double) -> Color {
        Color(red: red, green: green, blue: blue, alpha: alpha * factor)
    }

    /// `#rrggbb`, or `rgba(r,g,b,a)` where it is not opaque.
    public var css: String {
        func byte(_ part: Double) -> Int { Int((max(0, min(1, part.isFinite ? part : 0)) * 255).rounded()) }
        let parts = [byte(red), byte(green), byte(blue)]
        if alpha >= 1 {
            return "#"
                + parts.map { part in
                    let digits = String(part, radix: 16)
                    return digits.count < 2 ? "0" + digits : digits
                }.joined()
        }
        let thousandths = (max(0, min(1, alpha.isFinite ? alpha : 0)) * 1000).rounded() / 1000
        return "rgba(\(parts[0]),\(parts[1]),\(parts[2]),\(thousandths == 0 ? "0" : "\(thousandths)"))"
    }

    /// Relative luminance, 0 to 1 (WCAG 2.1).
    public var luminance: Double {
        0.2126 * Color.linear(red) + 0.7152 * Color.linear(green) + 0.0722 * Color.linear(blue)
    }

    /// The light of a part in sRGB, 0 to 1 (IEC 61966-2-1).
    package static func linear(_ part: Double) -> Double {
        part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055, 2.4)
    }

    /// The part in sRGB of a light, cut to 0 to 1.
    package static func encoded(_ light: Double) -> Double {
        max(0, min(1, light <= 0.0031308 ? 12.92 * light : 1.055 * power(light, 1 / 2.4) - 0.055))
    }

    /// Contrast ratio with another colour, 1 to 21 (WCAG 2.1).
    public func contrast(with other: Color) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}
