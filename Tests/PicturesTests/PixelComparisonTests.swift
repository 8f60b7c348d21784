import Pictures
import SceneGraph
import Testing

/// Counts by PyPI pixelmatch 0.4.0, `pixelmatch(a, b, threshold=t, includeAA=True or False)`, of the same pixels.
@Suite struct PixelComparisonTests {
    @Test(arguments: [
        (91, 0.01, 292, 0), (91, 0.05, 258, 0), (91, 0.1, 218, 0),
        (94, 0.01, 536, 192), (94, 0.05, 524, 192), (94, 0.1, 492, 192),
    ])
    func countsAreThoseOfPixelmatch(centre: Int, threshold: Double, all: Int, withoutSmoothing: Int) {
        let (a, b) = (ring(centre: 90), ring(centre: centre))
        let strict = PixelComparison(expected: a, actual: b, tolerance: Tolerance(threshold: threshold))
        #expect(strict.differing == all)
        let lenient = PixelComparison(
            expected: a, actual: b, tolerance: Tolerance(threshold: threshold, ignoresAntialiasing: true))
        #expect(lenient.differing == withoutSmoothing)
        #expect(lenient.differing + lenient.antialiased == all)
    }

    @Test func aGroundThatBecomesTransparentIsCaught() {
        // Over white alone, as pixelmatch lays it, white on nothing equals white and only the ring's 792 pixels differ.
        let veiled = changed(ring(centre: 90)) { _, _, pixel in pixel.3 = 128 }
        #expect(PixelComparison(expected: ring(centre: 90), actual: veiled).differing == 96 * 64)
    }

    @Test func equalPicturesAreIdentical() {
        let result = PixelComparison(expected: ring(centre: 90), actual: ring(centre: 90))
        #expect(result.isIdentical && result.passes)
        #expect(result.summary == "identical")
    }

    @Test func noiseOfOneStepPasses() {
        let noisy = changed(ring(centre: 90)) { _, y, pixel in
            if y == 40 { pixel = (min(254, pixel.0) + 1, min(254, pixel.1) + 1, min(254, pixel.2) + 1, 255) }
        }
        let result = PixelComparison(expected: ring(centre: 90), actual: noisy)
        #expect(result.passes && !result.isIdentical)
        #expect(result.greatestStep == 1)
        #expect(result.summary.hasPrefix("the same to the eye"))
    }

    @Test func oneColourStepOfABarIsCaught() {
        // #1f77b4 and #2377ac: missed by pixelmatch's own threshold of 0.1.
        let bar = PixelImage(width: 20, height: 20) { _, _ in (0x1F, 0x77, 0xB4, 255) }!
        let other = PixelImage(width: 20, height: 20) { _, _ in (0x23, 0x77, 0xAC, 255) }!
        #expect(PixelComparison(expected: bar, actual: other).differing == 400)
        #expect(PixelComparison(expected: bar, actual: other, tolerance: Tolerance(threshold: 0.1)).differing == 0)
    }

    @Test func changesThatLieApartAreClusters() throws {
        let spotted = changed(ring(centre: 90)) { x, y, pixel in
            if (2...4).contains(x), (2...3).contains(y) || (60...62).contains(y) { pixel.0 = 0 }
        }
        let result = PixelComparison(expected: ring(centre: 90), actual: spotted)
        #expect(result.differing == 15)
        #expect(
            result.clusters == [
                PixelCluster(box: PixelBox(x: 2, y: 60, width: 3, height: 3), count: 9),
                PixelCluster(box: PixelBox(x: 2, y: 2, width: 3, height: 2), count: 6),
            ])
        #expect(result.summary == "15 pixels differ in 2 places")
        let difference = try #require(result.differenceImage(over: ring(centre: 90)))
        let at = (2 * 96 + 2) * 4
        #expect(Array(difference.pixels[at..<(at + 4)]) == [214, 0, 28, 255])
    }

    @Test func masksHideAndAreTold() {
        let spotted = changed(ring(centre: 90)) { x, y, pixel in if x < 4, y < 4 { pixel.0 = 0 } }
        let mask = Tolerance(masks: [PixelBox(x: 0, y: 0, width: 4, height: 4)])
        let result = PixelComparison(expected: ring(centre: 90), actual: spotted, tolerance: mask)
        #expect(result.passes)
        #expect(result.summary == "no compared pixel differs; 16 are masked (allowed: 1 area is masked)")
    }

    @Test func allowancesAreTold() {
        let spotted = changed(ring(centre: 90)) { x, y, pixel in if x < 2, y == 0 { pixel.0 = 0 } }
        let result = PixelComparison(
            expected: ring(centre: 90), actual: spotted, tolerance: Tolerance(allowedPixels: 2))
        #expect(result.passes)
        #expect(result.summary == "2 pixels differ in one place (allowed: 2 pixels may differ)")
        #expect(
            !PixelComparison(expected: ring(centre: 90), actual: spotted, tolerance: Tolerance(allowedPixels: 1)).passes
        )
    }

    @Test func sizesThatDifferAreComparedAndTold() throws {
        let wide = PixelImage(width: 10, height: 4) { _, _ in (255, 255, 255, 255) }!
        let tall = PixelImage(width: 8, height: 6) { x, y in x == 0 && y == 0 ? (0, 0, 0, 255) : (255, 255, 255, 255) }!
        let result = PixelComparison(expected: wide, actual: tall)
        #expect(!result.passes)
        #expect(result.differing == 1 + 8 + 16)
        #expect(result.summary == "10 × 4 pixels became 8 × 6; 25 pixels differ")
        let difference = try #require(result.differenceImage(over: wide))
        #expect((difference.width, difference.height) == (10, 6))
    }

    @Test func picturesWithoutSenseAreNone() {
        #expect(PixelImage(width: 2, height: 2, pixels: [0]) == nil)
        #expect(PixelImage(width: -1, height: 2, pixels: []) == nil)
        #expect(PixelImage(width: .max, height: .max, pixels: []) == nil)
    }
}

@Suite struct MetricTests {
    /// scikit-image 0.26.0: `structural_similarity(a, b, gaussian_weights=True, sigma=1.5,
    /// use_sample_covariance=False, data_range=255)` of 0.299 R + 0.587 G + 0.114 B.
    @Test(arguments: [(91, 0.9534199358395397), (94, 0.7395483535185686)])
    func similarityIsThatOfScikitImage(centre: Int, expected: Double) throws {
        let value = try #require(StructuralSimilarity.mean(ring(centre: 90), ring(centre: centre)))
        #expect(abs(value - expected) < 1e-9)
    }

    @Test func similarityNeedsOneSize() {
        let small = PixelImage(width: 10, height: 10) { _, _ in (0, 0, 0, 255) }!
        #expect(StructuralSimilarity.mean(small, small) == nil)
        #expect(StructuralSimilarity.mean(small, ring(centre: 90)) == nil)
        #expect(StructuralSimilarity.mean(ring(centre: 90), ring(centre: 90)) == 1)
    }
}
