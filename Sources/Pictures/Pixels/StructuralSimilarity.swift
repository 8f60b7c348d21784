#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Structural similarity of two pictures of one size (Wang, Bovik, Sheikh & Simoncelli 2004, IEEE Transactions on Image
/// Processing 13, 600–612): a window of 11 × 11 pixels with Gaussian weights (σ 1.5), population covariance, brightness
/// by BT.601 over white, averaged over every window that lies wholly inside.
///
/// It ranks how alike pictures look; it misses a changed digit and decides nothing here.
public enum StructuralSimilarity {
    static let radius = 5

    /// From -1 to 1; 1 for equal pictures. Nil where the sizes differ or a side is under 11 pixels.
    public static func mean(_ a: PixelImage, _ b: PixelImage) -> Double? {
        guard a.width == b.width, a.height == b.height, a.width > 2 * radius, a.height > 2 * radius else { return nil }
        let (x, y) = (brightness(a), brightness(b))
        let (width, height) = (a.width, a.height)
        let meanX = blurred(x, width, height)
        let meanY = blurred(y, width, height)
        let squareX = blurred(zip(x, x).map(*), width, height)
        let squareY = blurred(zip(y, y).map(*), width, height)
        let product = blurred(zip(x, y).map(*), width, height)
        let c1 = (0.01 * 255) * (0.01 * 255)
        let c2 = (0.03 * 255) * (0.03 * 255)
        var sum = 0.0
        for index in meanX.indices {
            let (mx, my) = (meanX[index], meanY[index])
            let (vx, vy) = (squareX[index] - mx * mx, squareY[index] - my * my)
            let covariance = product[index] - mx * my
            sum += (2 * mx * my + c1) * (2 * covariance + c2) / ((mx * mx + my * my + c1) * (vx + vy + c2))
        }
        return sum / Double(meanX.count)
    }

    private static func brightness(_ image: PixelImage) -> [Double] {
        stride(from: 0, to: image.pixels.count, by: 4).map { index in
            let alpha = Double(image.pixels[index + 3]) / 255
            func laid(_ offset: Int) -> Double { 255 + (Double(image.pixels[index + offset]) - 255) * alpha }
            return 0.299 * laid(0) + 0.587 * laid(1) + 0.114 * laid(2)
        }
    }

    private static let weights: [Double] = {
        let raw = (-radius...radius).map { exp(-Double($0 * $0) / (2 * 1.5 * 1.5)) }
        let sum = raw.reduce(0, +)
        return raw.map { $0 / sum }
    }()

    /// Only where the window fits: `width - 10` by `height - 10`.
    private static func blurred(_ values: [Double], _ width: Int, _ height: Int) -> [Double] {
        let inner = width - 2 * radius
        let weights = weights
        var rows = [Double](repeating: 0, count: inner * height)
        for y in 0..<height {
            for x in 0..<inner {
                var sum = 0.0
                for offset in weights.indices { sum += weights[offset] * values[y * width + x + offset] }
                rows[y * inner + x] = sum
            }
        }
        var result = [Double](repeating: 0, count: inner * (height - 2 * radius))
        for y in 0..<(height - 2 * radius) {
            for x in 0..<inner {
                var sum = 0.0
                for offset in weights.indices { sum += weights[offset] * rows[(y + offset) * inner + x] }
                result[y * inner + x] = sum
            }
        }
        return result
    }
}
