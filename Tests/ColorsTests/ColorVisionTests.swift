import Colors
import Scales
import SceneGraph
import Testing

@Suite struct ColorVisionTests {
    /// colorspacious 1.1.2: `cspace_convert(rgb, {"name": "sRGB1+CVD", "cvd_type": "deuteranomaly", "severity": 100},
    /// "sRGB1")`, clipped to 0 to 1. That library has the matrices with six digits, in sRGB's linear light, as here.
    @Test func coloursAreSeenAsColorspaciousHasThem() {
        func near(_ vision: ColorVision, _ color: UInt32, _ parts: (Double, Double, Double)) -> Bool {
            let seen = vision.seen(Color(hex: color))
            return abs(seen.red - parts.0) < 1e-4 && abs(seen.green - parts.1) < 1e-4 && abs(seen.blue - parts.2) < 1e-4
        }
        #expect(near(.protanopia, 0x1F5A8C, (0.262389, 0.362328, 0.557255)))
        #expect(near(.deuteranopia, 0xC8582B, (0.575449, 0.51537, 0.15498)))
        #expect(near(.tritanopia, 0xC8582B, (0.861497, 0.245549, 0.30855)))
        #expect(near(.deuteranopia, 0x2E8577, (0.449014, 0.454277, 0.47136)))
        #expect(near(.protanopia, 0xFFFFFF, (1, 1, 1)))
    }

    /// The same library's `deltaE(a, b, uniform_space="CIELab")`.
    @Test func redAndGreenAreNearToMany() {
        let (green, red) = (Color(hex: 0x1A9850), Color(hex: 0xD73027))
        #expect(abs(ColorVision.typical.difference(green, red) - 113.698) < 0.05)
        #expect(abs(ColorVision.protanopia.difference(green, red) - 19.577) < 0.05)
        #expect(abs(ColorVision.deuteranopia.difference(green, red) - 26.006) < 0.05)
        #expect(abs(ColorVision.tritanopia.difference(green, red) - 122.502) < 0.05)
    }

    /// The schemes that maps take when nothing is said.
    @Test(arguments: [
        ("yellowgreenblue", 5), ("yellowgreenblue", 7), ("purpleorange", 6), ("purpleorange", 8), ("viridis", 7),
    ])
    func usualSchemesPartTheirClassesForEveryone(_ name: String, _ count: Int) throws {
        let colors = try #require(ColorScheme(named: name)).sampled(count)
        for vision in ColorVision.allCases {
            for (index, color) in colors.enumerated() {
                for other in colors.dropFirst(index + 1) {
                    #expect(vision.difference(color, other) > 7, "\(name) \(vision)")
                }
            }
        }
    }
}
