import Colors
import SceneGraph

/// A named set or ramp of colours.
public struct ColorScheme: Sendable {
    public enum Kind: Sendable { case categorical, sequential, diverging, cyclical }

    public let name: String
    public let kind: Kind
    /// The colours of a categorical scheme; evenly spaced samples of a ramp.
    public let colors: [Color]

    /// Every name that a document may use.
    public static var names: [String] {
        [categoricalDigits, sequentialDigits, divergingDigits, cyclicalDigits].flatMap(\.keys).sorted()
    }

    /// Nil when no scheme has that name. Case does not count; a trailing `-5` asks for that many colours of a ramp.
    public init?(named text: String) {
        let lowered = text.lowercased()
        if let scheme = ColorScheme(exactly: lowered) {
            self = scheme
            return
        }
        guard let dash = lowered.lastIndex(of: "-"), let count = Int(lowered[lowered.index(after: dash)...]),
            (1...256).contains(count), let scheme = ColorScheme(exactly: String(lowered[..<dash]))
        else { return nil }
        name = lowered
        kind = scheme.kind
        colors = scheme.kind == .categorical ? Array(scheme.colors.prefix(count)) : scheme.sampled(count)
    }

    private init?(exactly name: String) {
        self.name = name
        if let digits = ColorScheme.categoricalDigits[name] {
            kind = .categorical
            colors = ColorScheme.colors(digits)
        } else if let digits = ColorScheme.sequentialDigits[name] {
            kind = .sequential
            colors = ColorScheme.colors(digits)
        } else if let digits = ColorScheme.divergingDigits[name] {
            kind = .diverging
            colors = ColorScheme.colors(digits)
        } else if let digits = ColorScheme.cyclicalDigits[name] {
            kind = .cyclical
            colors = ColorScheme.colors(digits)
        } else {
            return nil
        }
    }

    /// The colour at a share of the ramp, 0 to 1; between samples it is mixed in RGB.
    public func color(at fraction: Double) -> Color {
        guard let first = colors.first else { return .black }
        guard colors.count > 1, fraction.isFinite else { return first }
        let place = max(0, min(1, fraction)) * Double(colors.count - 1)
        let below = min(colors.count - 2, Int(place))
        return ColorInterpolation.rgb.mix(colors[below], colors[below + 1], place - Double(below))
    }

    /// That many colours, evenly spaced from the first to the last.
    public func sampled(_ count: Int) -> [Color] {
        if count <= 0 { return [] }
        if kind == .categorical { return (0..<count).map { colors[$0 % max(1, colors.count)] } }
        if count == 1 { return [color(at: 0)] }
        return (0..<count).map { color(at: Double($0) / Double(count - 1)) }
    }

    private static func colors(_ digits: String) -> [Color] {
        var colors: [Color] = []
        colors.reserveCapacity(digits.utf8.count / 6)
        var value: UInt32 = 0
        var count = 0
        for byte in digits.utf8 {
            let digit = byte <= 0x39 ? byte &- 0x30 : (byte | 0x20) &- 0x57
            value = value << 4 | UInt32(digit & 15)
            count += 1
            if count == 6 {
                colors.append(Color(hex: value))
                (value, count) = (0, 0)
            }
        }
        return colors
    }
}
