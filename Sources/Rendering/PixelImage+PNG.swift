import CCairo
import Documents
import Pictures

extension PixelImage {
    /// The pixels of a PNG file, told what it is before any is decoded.
    ///
    /// - Parameter file: its name, for messages.
    public init(png bytes: [UInt8], file: String) throws(Diagnostic) {
        guard case .png = try PictureFile(bytes, file: file) else { throw Diagnostic("is no PNG", file: file) }
        guard let surface = PNGImage.surface(of: bytes) else {
            throw Diagnostic("is a damaged PNG: its pixels cannot be decoded", file: file)
        }
        defer { cairo_surface_destroy(surface) }
        let format = cairo_image_surface_get_format(surface)
        guard format == CAIRO_FORMAT_RGB24 || format == CAIRO_FORMAT_ARGB32, let data = cairo_image_surface_get_data(surface)
        else { throw Diagnostic("is a PNG in a form that cannot be compared", file: file) }
        let (width, height) = (Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface)))
        let stride = Int(cairo_image_surface_get_stride(surface))
        let opaque = format == CAIRO_FORMAT_RGB24
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
            guard var target = buffer.baseAddress else { return }
            for y in 0..<height {
                let row = UnsafeRawPointer(data + y * stride).assumingMemoryBound(to: UInt32.self)
                for x in 0..<width {
                    PixelImage.unpack(row[x], opaque: opaque, to: target)
                    target += 4
                }
            }
            count = width * height * 4
        }
        guard let image = PixelImage(width: width, height: height, pixels: pixels) else {
            throw Diagnostic("is a PNG without pixels", file: file)
        }
        self = image
    }

    /// From Cairo's premultiplied word of alpha, red, green, blue.
    @inline(__always)
    private static func unpack(_ word: UInt32, opaque: Bool, to target: UnsafeMutablePointer<UInt8>) {
        let alpha = opaque ? 255 : word >> 24
        var (red, green, blue) = (word >> 16 & 0xFF, word >> 8 & 0xFF, word & 0xFF)
        if alpha == 0 {
            (red, green, blue) = (0, 0, 0)
        } else if alpha < 255 {
            red = min(255, (red * 255 + alpha / 2) / alpha)
            green = min(255, (green * 255 + alpha / 2) / alpha)
            blue = min(255, (blue * 255 + alpha / 2) / alpha)
        }
        target[0] = UInt8(truncatingIfNeeded: red)
        target[1] = UInt8(truncatingIfNeeded: green)
        target[2] = UInt8(truncatingIfNeeded: blue)
        target[3] = UInt8(truncatingIfNeeded: alpha)
    }

    /// The picture as a PNG file.
    public func png() throws(Diagnostic) -> [UInt8] {
        let opaque = !stride(from: 3, to: pixels.count, by: 4).contains { pixels[$0] != 255 }
        guard let surface = cairo_image_surface_create(
            opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(clamping: width), Int32(clamping: height))
        else { throw Diagnostic("Cairo has no memory", cause: .internalError) }
        defer { cairo_surface_destroy(surface) }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
            throw Diagnostic("a picture of \(width) × \(height) pixels cannot be written as PNG", cause: .internalError)
        }
        let rowLength = Int(cairo_image_surface_get_stride(surface))
        pixels.withUnsafeBufferPointer { buffer in
            for y in 0..<height {
                let row = UnsafeMutableRawPointer(data + y * rowLength).assumingMemoryBound(to: UInt32.self)
                for x in 0..<width {
                    let at = (y * width + x) * 4
                    let alpha = UInt32(buffer[at + 3])
                    func part(_ offset: Int) -> UInt32 { (UInt32(buffer[at + offset]) * alpha + 127) / 255 }
                    row[x] = alpha << 24 | part(0) << 16 | part(1) << 8 | part(2)
                }
            }
        }
        cairo_surface_mark_dirty(surface)
        let sink = ByteSink()
        let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw Diagnostic("Cairo: \(String(cString: cairo_status_to_string(status)))", cause: .internalError)
        }
        return sink.bytes
    }
}
