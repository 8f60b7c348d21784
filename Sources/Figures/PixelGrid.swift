import Documents

/// Pixels in rows from the top, each of red, green, blue and opacity from 0 to 255, colours not multiplied with it.
public struct PixelGrid: Sendable {
    public let width: Int
    public let height: Int
    public var pixels: [UInt8]

    /// - Parameter pixels: four bytes each, `4 * width * height` in all.
    public init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(pixels.count == 4 * width * height)
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}

/// Pictures' files to pixels and back, for figures that make pictures of their own.
public struct PictureCoding: Sendable {
    /// The pixels of a PNG or JPEG file; the name is for messages.
    public var pixels: @Sendable (_ bytes: [UInt8], _ file: String) throws(Diagnostic) -> PixelGrid
    /// A PNG file.
    public var png: @Sendable (_ grid: PixelGrid) throws(Diagnostic) -> [UInt8]

    public init(
        pixels: @escaping @Sendable (_ bytes: [UInt8], _ file: String) throws(Diagnostic) -> PixelGrid,
        png: @escaping @Sendable (_ grid: PixelGrid) throws(Diagnostic) -> [UInt8]
    ) {
        self.pixels = pixels
        self.png = png
    }
}
