import Colors
import SceneGraph
import Testing

@Suite struct LabTests {
    /// Pairs of Sharma, Wu & Dalal 2005, table 1; values by scikit-image 0.26.0 `deltaE_ciede2000`.
    @Test(arguments: [
        (50, 2.6772, -79.7751, 50, 0, -82.7485, 2.04246), (50, 3.1571, -77.2803, 50, 0, -82.7485, 2.86151),
        (50, -1.3802, -84.2814, 50, 0, -82.7485, 0.999999), (50, 2.5, 0, 73, 25, -18, 27.149231),
        (50, 2.49, -0.001, 50, -2.49, 0.0011, 7.219472),
        (6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.637728),
        (22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.037258),
    ])
    func colourDifferenceIsCIEDE2000(
        l1: Double, a1: Double, b1: Double, l2: Double, a2: Double, b2: Double, expected: Double
    ) {
        let (x, y) = (Lab(lightness: l1, a: a1, b: b1), Lab(lightness: l2, a: a2, b: b2))
        #expect(abs(x.difference(from: y) - expected) < 5e-6)
        #expect(abs(y.difference(from: x) - expected) < 5e-6)
    }

    @Test func colourDifferenceOfPaints() {
        // skimage.color.rgb2lab and deltaE_ciede2000 of #1f77b4 and #2377ac: 1.44813717.
        let value = Lab(Color(hex: 0x1F77B4), white: .d65).difference(from: Lab(Color(hex: 0x2377AC), white: .d65))
        #expect(abs(value - 1.44813717) < 1e-4)
    }

    @Test(arguments: [0x000000, 0x777777, 0xFFFFFF, 0x4C78A8, 0xE45756, 0x00FF00] as [UInt32])
    func coloursComeBackFromLab(_ hex: UInt32) {
        let color = Color(hex: hex)
        let lab = Lab(color, white: .d50)
        #expect(lab.color(alpha: 1).css == color.css)
        let polar = lab.polar
        if !polar.hue.isNaN {
            #expect(
                Lab(hue: polar.hue, chroma: polar.chroma, lightness: polar.lightness).color(alpha: 1).css == color.css)
        }
    }

    /// What sRGB does not hold is cut, not wrapped around.
    @Test func coloursOutsideAreCut() {
        #expect(Lab(lightness: 150, a: 0, b: 0).color(alpha: 1).css == "#ffffff")
        #expect(Lab(lightness: -20, a: 0, b: 0).color(alpha: 1).css == "#000000")
    }
}
