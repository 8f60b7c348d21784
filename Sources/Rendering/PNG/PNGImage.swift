import CCairo
import Documents

/// PNG files as Cairo surfaces, from and to memory.
enum PNGImage {
    /// A picture of more pixels is refused before any of it is decoded.
    static var mostPixels: Int { Limit.pixels.value }

    /// Width and height as the file's header tells them; nil where it is no PNG.
    static func size(of file: [UInt8]) -> (width: Int, height: Int)? {
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
