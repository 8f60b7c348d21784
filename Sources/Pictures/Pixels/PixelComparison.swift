#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What differs between the pixels of two pictures.
public struct PixelComparison: Sendable {
    public let tolerance: Tolerance
    public let expectedWidth: Int
    public let expectedHeight: Int
    public let actualWidth: Int
    public let actualHeight: Int
    /// Pixels that differ by more than the threshold; what only one picture has counts too.
    public private(set) var differing = 0
    /// Pixels that differ by less.
    public private(set) var withinThreshold = 0
    /// Pixels that differ by more, but were left out as the smoothing of an edge.
    public private(set) var antialiased = 0
    /// Pixels that masks hide.
    public private(set) var masked = 0
    /// The greatest difference of one channel, of 255, among all pixels that were compared.
    public private(set) var greatestStep = 0
    /// Neighbouring changes together, largest first.
    public private(set) var clusters: [PixelCluster] = []
    /// A byte a pixel of the expected picture's and the actual's common extent; empty where nothing differs.
    private(set) var map: [Mark] = []

    enum Mark: UInt8 { case same, different, smoothing, masked }

    public var sameSize: Bool { expectedWidth == actualWidth && expectedHeight == actualHeight }
    /// Every byte is the same.
    public var isIdentical: Bool {
        sameSize && differing == 0 && withinThreshold == 0 && antialiased == 0 && masked == 0
    }
    /// The pictures count as the same.
    public var passes: Bool { sameSize && differing <= tolerance.allowedPixels }

    /// Of a picture with itself.
    public init(identicalWidth width: Int, height: Int, tolerance: Tolerance = .strict) {
        self.tolerance = tolerance
        (expectedWidth, expectedHeight) = (width, height)
        (actualWidth, actualHeight) = (width, height)
    }

    public init(expected: PixelImage, actual: PixelImage, tolerance: Tolerance = .strict) {
        self.tolerance = tolerance
        (expectedWidth, expectedHeight) = (expected.width, expected.height)
        (actualWidth, actualHeight) = (actual.width, actual.height)
        if tolerance.masks.isEmpty, expected == actual { return }
        let (width, height) = (min(expected.width, actual.width), min(expected.height, actual.height))
        var map = [Mark](repeating: .same, count: width * height)
        expected.pixels.withUnsafeBufferPointer { first in
            actual.pixels.withUnsafeBufferPointer { second in
                guard let first = first.baseAddress, let second = second.baseAddress else { return }
                compare(first, second, width: width, height: height, into: &map)
            }
        }
        clusters = PixelCluster.find(in: map, width: width, height: height)
        // What only one of them has lies right of or below the common extent.
        differing += expected.width * expected.height + actual.width * actual.height - 2 * width * height
        if clusters.isEmpty, antialiased == 0, masked == 0 { map = [] }
        self.map = map
    }

    private mutating func compare(
        _ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, width: Int, height: Int, into map: inout [Mark]
    ) {
        let limit = PerceivedDifference.limit(threshold: tolerance.threshold)
        let detector = AntialiasingDetector(width: expectedWidth, height: expectedHeight)
        // The detector looks at the same places in both pictures, which must be laid out alike.
        let detects = tolerance.ignoresAntialiasing && sameSize
        for y in 0..<height {
            let masks = tolerance.masks.filter { y >= $0.y && y < $0.maxY }
            // Most rows of two pictures that differ are the same.
            if masks.isEmpty, memcmp(first + y * expectedWidth * 4, second + y * actualWidth * 4, width * 4) == 0 {
                continue
            }
            for x in 0..<width {
                if !masks.isEmpty, masks.contains(where: { x >= $0.x && x < $0.maxX }) {
                    masked += 1
                    map[y * width + x] = .masked
                    continue
                }
                let a = first + (y * expectedWidth + x) * 4
                let b = second + (y * actualWidth + x) * 4
                if a[0] == b[0], a[1] == b[1], a[2] == b[2], a[3] == b[3] { continue }
                for channel in 0..<4 { greatestStep = max(greatestStep, abs(Int(a[channel]) - Int(b[channel]))) }
                if PerceivedDifference.between(a, b) <= limit {
                    withinThreshold += 1
                } else if detects,
                    detector.isSmoothing(x: x, y: y, in: first, and: second)
                        || detector.isSmoothing(x: x, y: y, in: second, and: first)
                {
                    antialiased += 1
                    map[y * width + x] = .smoothing
                } else {
                    differing += 1
                    map[y * width + x] = .different
                }
            }
        }
    }

    /// The result in a sentence, with every allowance that was made.
    public var summary: String {
        var text: String
        if isIdentical {
            text = "identical"
        } else if !sameSize {
            text =
                "\(expectedWidth) × \(expectedHeight) pixels became \(actualWidth) × \(actualHeight); "
                + "\(differing) pixels differ"
        } else if differing == 0 {
            text =
                withinThreshold == 0
                ? "no compared pixel differs"
                : "the same to the eye: \(withinThreshold) pixels differ by \(greatestStep) of 255 at the most"
        } else {
            let places = clusters.count == 1 ? "one place" : "\(clusters.count) places"
            text = "\(differing) \(differing == 1 ? "pixel differs" : "pixels differ") in \(places)"
        }
        if antialiased > 0 { text += "; \(antialiased) on smoothed edges are not counted" }
        if masked > 0 { text += "; \(masked) are masked" }
        if !tolerance.allowances.isEmpty { text += " (allowed: \(tolerance.allowances.joined(separator: ", ")))" }
        return text
    }
}
