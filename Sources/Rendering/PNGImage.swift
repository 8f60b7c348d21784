import CCairo
import SceneGraph

/// PNG files as Cairo surfaces, from and to memory.
public enum PNGImage {
    /// A picture of more pixels is refused before any of it is decoded.
    static let mostPixels = 100_000_000

    /// Width and height as the file's header tells them; nil where it is no PNG.
    public static func size(of file: [UInt8]) -> (width: Int, height: Int)? {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard file.count >= 33, Array(file.prefix(8)) == signature, Array(file[12..<16]) == Array("IHDR".utf8)
        else { return nil }
        func number(_ start: Int) -> Int { file[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
        return (number(16), number(20))
    }

    /// A surface that the caller destroys; nil where the file is no PNG, is broken or too large.
    static func surface(of file: [UInt8]) -> OpaquePointer? {
        guard let size = size(of: file), size.width > 0, size.height > 0, size.width <= 32767, size.height <= 32767,
            size.width * size.height <= mostPixels
        else { return nil }
        var reader = Reader(bytes: file)
        let surface = withUnsafeMutablePointer(to: &reader) { reader in
            cairo_image_surface_create_from_png_stream(
                { closure, data, length in
                    guard let reader = closure?.assumingMemoryBound(to: Reader.self), let data else {
                        return CAIRO_STATUS_READ_ERROR
                    }
                    let count = Int(length)
                    guard reader.pointee.position + count <= reader.pointee.bytes.count else {
                        return CAIRO_STATUS_READ_ERROR
                    }
                    for offset in 0..<count { data[offset] = reader.pointee.bytes[reader.pointee.position + offset] }
                    reader.pointee.position += count
                    return CAIRO_STATUS_SUCCESS
                }, reader)
        }
        guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            if let surface { cairo_surface_destroy(surface) }
            return nil
        }
        return surface
    }

    private struct Reader {
        var bytes: [UInt8]
        var position = 0
    }
}

/// Collects what Cairo writes.
final class ByteSink {
    var bytes: [UInt8] = []

    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

/// A decoded picture.
public struct Pixels: Sendable, Hashable {
    public var width: Int
    public var height: Int
    /// Red, green, blue and alpha of each pixel by row, a byte each, alpha not premultiplied.
    public var rgba: [UInt8]

    public func color(x: Int, y: Int) -> Color? {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return nil }
        let start = (y * width + x) * 4
        return Color(
            red: Double(rgba[start]) / 255, green: Double(rgba[start + 1]) / 255, blue: Double(rgba[start + 2]) / 255,
            alpha: Double(rgba[start + 3]) / 255)
    }
}

extension PNGImage {
    /// The pixels of a PNG file; nil where it is none, is broken or too large.
    public static func pixels(of file: [UInt8]) -> Pixels? {
        guard let surface = surface(of: file) else { return nil }
        defer { cairo_surface_destroy(surface) }
        cairo_surface_flush(surface)
        let (width, height) = (Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface)))
        let stride = Int(cairo_image_surface_get_stride(surface))
        let opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24
        guard let data = cairo_image_surface_get_data(surface) else { return nil }
        var rgba = [UInt8](repeating: 255, count: width * height * 4)
        for y in 0..<height {
            for x in 0..<width {
                let pixel = UnsafeRawPointer(data + y * stride + x * 4).loadUnaligned(as: UInt32.self)
                let alpha = opaque ? 255 : pixel >> 24
                let start = (y * width + x) * 4
                for (offset, shift) in [UInt32(16), 8, 0].enumerated() {
                    let part = pixel >> shift & 0xFF
                    rgba[start + offset] = alpha == 0 ? 0 : UInt8(min(255, (part * 255 + alpha / 2) / alpha))
                }
                rgba[start + 3] = UInt8(alpha)
            }
        }
        return Pixels(width: width, height: height, rgba: rgba)
    }
}
