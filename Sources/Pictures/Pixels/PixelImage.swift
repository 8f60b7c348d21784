#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A picture as pixels: four bytes each, red, green, blue and alpha, not premultiplied, row by row from the top.
public struct PixelImage: Sendable, Hashable {
    public let width: Int
    public let height: Int
    /// `width × height × 4` bytes.
    public let pixels: [UInt8]

    /// Nil where the bytes are not as many as the sides ask for.
    public init?(width: Int, height: Int, pixels: [UInt8]) {
        let (area, areaOverflow) = width.multipliedReportingOverflow(by: height)
        let (count, countOverflow) = area.multipliedReportingOverflow(by: 4)
        guard width > 0, height > 0, !areaOverflow, !countOverflow, pixels.count == count else { return nil }
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// A picture that a rule makes; the rule is asked once for each pixel, by rows.
    public init?(width: Int, height: Int, _ pixel: (_ x: Int, _ y: Int) -> (UInt8, UInt8, UInt8, UInt8)) {
        guard width > 0, height > 0, width <= 32_767, height <= 32_767 else { return nil }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height * 4)
        for y in 0..<height {
            for x in 0..<width {
                let (red, green, blue, alpha) = pixel(x, y)
                pixels.append(red)
                pixels.append(green)
                pixels.append(blue)
                pixels.append(alpha)
            }
        }
        self.init(width: width, height: height, pixels: pixels)
    }
}

extension PixelImage {
    /// True where two pictures are the same, byte for byte.
    public static func == (a: PixelImage, b: PixelImage) -> Bool {
        a.width == b.width && a.height == b.height && sameBytes(a.pixels, b.pixels)
    }

    /// What `==` of arrays says, at the speed of memory.
    public static func sameBytes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        return a.withUnsafeBytes { a in
            b.withUnsafeBytes { b in
                guard let first = a.baseAddress, let second = b.baseAddress else { return a.count == b.count }
                return memcmp(first, second, a.count) == 0
            }
        }
    }
}

/// A rectangle of whole pixels.
public struct PixelBox: Sendable, Hashable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public var maxX: Int { x + width }
    public var maxY: Int { y + height }

    public func contains(x: Int, y: Int) -> Bool { x >= self.x && x < maxX && y >= self.y && y < maxY }

    func union(_ other: PixelBox) -> PixelBox {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return PixelBox(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }
}
