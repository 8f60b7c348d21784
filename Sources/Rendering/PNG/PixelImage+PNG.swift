import Files
import CCairo
import Documents
import Pictures

extension PixelImage {
    /// The pixels of a PNG file, told what it is before any is decoded.
    ///
    /// - Parameter file: its name, for messages.
    public init(png bytes: [UInt8], file: String) throws(Diagnostic) {
        let (width, height) = try PixelImage.size(ofPNG: bytes, file: file)
        self = try PixelImage(
            png: bytes, width: width, height: height, raster: PNGRaster(bytes, width: width, height: height), file: file
        )
    }

    /// The pixels of two PNG files; nil where both show the same, which mostly takes no conversion to tell.
    ///
    /// - Parameter jobs: 2 to read both at once, 1 where other work keeps the cores busy.
    public static func decoded(
        _ first: [UInt8], _ firstFile: String, _ second: [UInt8], _ secondFile: String, jobs: Int = 2
    ) throws(Diagnostic) -> (PixelImage, PixelImage)? {
        let sizes = [try size(ofPNG: first, file: firstFile), try size(ofPNG: second, file: secondFile)]
        let files = [first, second]
        let rasters = Parallel.map([0, 1], jobs: jobs) {
            PNGRaster(files[$0], width: sizes[$0].width, height: sizes[$0].height)
        }
        if let a = rasters[0], let b = rasters[1], a.hasSameSamples(as: b) { return nil }
        let names = [firstFile, secondFile]
        let images = Parallel.map([0, 1], jobs: jobs) { index in
            Result { () throws(Diagnostic) in
                try PixelImage(
                    png: files[index], width: sizes[index].width, height: sizes[index].height, raster: rasters[index],
                    file: names[index])
            }
        }
        return (try images[0].get(), try images[1].get())
    }

    private static func size(ofPNG bytes: [UInt8], file: String) throws(Diagnostic) -> (width: Int, height: Int) {
        guard case .png(let width, let height) = try PictureFile(bytes, file: file) else {
            throw Diagnostic("is no PNG", file: file)
        }
        return (width, height)
    }

    /// - Parameter raster: nil where libpng has to read the file.
    init(png bytes: [UInt8], width: Int, height: Int, raster: PNGRaster?, file: String) throws(Diagnostic) {
        if let pixels = raster?.pixels, let image = PixelImage(width: width, height: height, pixels: pixels) {
            self = image
            return
        }
        // libpng's simplified interface: every kind of PNG, and errors as results, never as jumps.
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        var decoded = false
        let pixels = bytes.withUnsafeBytes { memory -> [UInt8] in
            guard png_image_begin_read_from_memory(&image, memory.baseAddress, memory.count) != 0,
                Int(image.width) == width, Int(image.height) == height
            else { return [] }
            // Sixteen bits of which nothing is said are sRGB as eight are, and not linear.
            image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
            image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
            return [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
                decoded = png_image_finish_read(&image, nil, buffer.baseAddress, 0, nil) != 0
                count = decoded ? width * height * 4 : 0
            }
        }
        guard decoded, let result = PixelImage(width: width, height: height, pixels: pixels) else {
            let message = withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            throw Diagnostic("is a damaged PNG: \(message)", file: file)
        }
        self = result
    }

    /// The picture as a PNG file: with a palette where it has few colours, without alpha where it is opaque.
    public func png(_ effort: PNGEffort = .quick) throws(Diagnostic) -> [UInt8] {
        if let (palette, indexes) = indexed() {
            return try PNGEncoder.encode(
                indexes, width: width, height: height, layout: .indexed, palette: palette, effort: effort)
        }
        if let opaque = withoutAlpha() {
            return try PNGEncoder.encode(opaque, width: width, height: height, layout: .rgb, effort: effort)
        }
        return try PNGEncoder.encode(pixels, width: width, height: height, layout: .rgba, effort: effort)
    }

    /// Three bytes a pixel; nil where one is not opaque.
    private func withoutAlpha() -> [UInt8]? {
        let count = width * height
        var opaque = true
        let samples = [UInt8](unsafeUninitializedCapacity: count * 3) { buffer, written in
            pixels.withUnsafeBufferPointer { source in
                guard var from = source.baseAddress, var to = buffer.baseAddress else { return }
                var index = 0
                while index < count {
                    if from[3] != 255 {
                        opaque = false
                        return
                    }
                    (to[0], to[1], to[2]) = (from[0], from[1], from[2])
                    from += 4
                    to += 3
                    index &+= 1
                }
            }
            written = opaque ? count * 3 : 0
        }
        return opaque ? samples : nil
    }

    /// The colours, four bytes each, and which of them each pixel is; nil where there are more than 256.
    private func indexed() -> (palette: [UInt8], indexes: [UInt8])? {
        var palette: [UInt8] = []
        var known: [UInt32: UInt8] = [:]
        var (last, lastIndex): (UInt32?, UInt8) = (nil, 0)
        var indexes: [UInt8] = []
        indexes.reserveCapacity(width * height)
        for start in stride(from: 0, to: pixels.count, by: 4) {
            let word =
                UInt32(pixels[start]) << 24 | UInt32(pixels[start + 1]) << 16 | UInt32(pixels[start + 2]) << 8
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
