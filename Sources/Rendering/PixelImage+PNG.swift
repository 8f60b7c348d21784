import CCairo
import Documents
import Pictures

// libpng's simplified interface: whole pictures to and from memory, errors as results and never as jumps, and colours
// that Cairo would have premultiplied on the way.

extension PixelImage {
    /// The pixels of a PNG file, told what it is before any is decoded.
    ///
    /// - Parameter file: its name, for messages.
    public init(png bytes: [UInt8], file: String) throws(Diagnostic) {
        guard case .png(let width, let height) = try PictureFile(bytes, file: file) else {
            throw Diagnostic("is no PNG", file: file)
        }
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        var decoded = false
        let pixels = bytes.withUnsafeBytes { memory -> [UInt8] in
            guard png_image_begin_read_from_memory(&image, memory.baseAddress, memory.count) != 0,
                Int(image.width) == width, Int(image.height) == height
            else { return [] }
            image.format = PNGEncoder.rgba
            return [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
                decoded = png_image_finish_read(&image, nil, buffer.baseAddress, 0, nil) != 0
                count = decoded ? width * height * 4 : 0
            }
        }
        guard decoded, let result = PixelImage(width: width, height: height, pixels: pixels) else {
            throw Diagnostic("is a damaged PNG: \(PNGEncoder.message(image))", file: file)
        }
        self = result
    }

    /// The picture as a PNG file: with a palette where it has few colours, and pressed for speed rather than size.
    public func png() throws(Diagnostic) -> [UInt8] {
        if let (palette, indexes) = indexed() {
            return try PNGEncoder.encode(
                indexes, width: width, height: height, format: PNGEncoder.rgba | png_uint_32(PNG_FORMAT_FLAG_COLORMAP),
                palette: palette)
        }
        return try PNGEncoder.encode(pixels, width: width, height: height, format: PNGEncoder.rgba)
    }

    /// The colours, four bytes each, and which of them each pixel is; nil where there are more than 256.
    private func indexed() -> (palette: [UInt8], indexes: [UInt8])? {
        var palette: [UInt8] = []
        var known: [UInt32: UInt8] = [:]
        var (last, lastIndex): (UInt32?, UInt8) = (nil, 0)
        var indexes: [UInt8] = []
        indexes.reserveCapacity(width * height)
        for start in stride(from: 0, to: pixels.count, by: 4) {
            let word = UInt32(pixels[start]) << 24 | UInt32(pixels[start + 1]) << 16 | UInt32(pixels[start + 2]) << 8
                | UInt32(pixels[start + 3])
            if word != last {
                if let index = known[word] {
                    lastIndex = index
                } else {
                    guard known.count < 256 else { return nil }
                    lastIndex = UInt8(known.count)
                    known[word] = lastIndex
                    palette += pixels[start..<(start + 4)]
                }
                last = word
            }
            indexes.append(lastIndex)
        }
        return (palette, indexes)
    }
}
