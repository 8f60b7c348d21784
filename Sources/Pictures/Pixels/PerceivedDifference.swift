/// How different two colours look: the weighted square of their distance in YIQ (Kotsarenko & Ramos 2010, "Measuring
/// perceived color difference using YIQ NTSC transmission color space in mobile applications", Programación Matemática
/// y Software 2(2)), from 0 to `greatest` for bytes.
enum PerceivedDifference {
    /// Between black and white.
    static let greatest = 35215.0

    /// The difference that a threshold of 0 to 1 allows.
    static func limit(threshold: Double) -> Double { greatest * threshold * threshold }

    /// - Parameters: the first byte of each pixel. What is not opaque is laid over white, as pixelmatch 5 does; where
    ///   the alphas differ, over black too, since white on transparent would otherwise equal white on white.
    @inline(__always)
    static func between(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>) -> Double {
        if a[3] == 255, b[3] == 255 {
            return weighted(
                Double(a[0]) - Double(b[0]), Double(a[1]) - Double(b[1]), Double(a[2]) - Double(b[2]))
        }
        let onWhite = difference(a, b, over: 255)
        return a[3] == b[3] ? onWhite : max(onWhite, difference(a, b, over: 0))
    }

    private static func difference(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, over ground: Double) -> Double
    {
        func laid(_ part: UInt8, _ alpha: UInt8) -> Double { ground + (Double(part) - ground) * Double(alpha) / 255 }
        return weighted(
            laid(a[0], a[3]) - laid(b[0], b[3]), laid(a[1], a[3]) - laid(b[1], b[3]),
            laid(a[2], a[3]) - laid(b[2], b[3]))
    }

    /// The transform is linear, so the differences of red, green and blue may be taken first.
    @inline(__always)
    private static func weighted(_ red: Double, _ green: Double, _ blue: Double) -> Double {
        let y = red * 0.29889531 + green * 0.58662247 + blue * 0.11448223
        let i = red * 0.59597799 - green * 0.27417610 - blue * 0.32180189
        let q = red * 0.21147017 - green * 0.52261711 + blue * 0.31114694
        return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q
    }

    /// Brightness (Y) of a pixel over white.
    static func brightness(_ pixel: UnsafePointer<UInt8>) -> Double {
        func laid(_ part: UInt8) -> Double {
            pixel[3] == 255 ? Double(part) : 255 + (Double(part) - 255) * Double(pixel[3]) / 255
        }
        return laid(pixel[0]) * 0.29889531 + laid(pixel[1]) * 0.58662247 + laid(pixel[2]) * 0.11448223
    }
}
