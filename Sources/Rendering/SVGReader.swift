import CCairo
import Documents
import Pictures

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// SVG files as PNG, drawn by librsvg. The library is loaded when the first one is met: few reports have one. It reads
/// the bytes that it is handed, and no other file.
public enum SVGReader {
    /// Pixels for each unit: 288 in an inch.
    public static let printScale = 3.0
    /// An SVG that says no size is drawn this wide, in units.
    private static let usualWidth = 640.0

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: what messages call it.
    ///   - scale: pixels for each unit of the file.
    /// - Throws: a diagnostic where the library is missing, or the file is none that it draws.
    public static func png(of bytes: [UInt8], file: String, scale: Double) throws(Diagnostic) -> [UInt8] {
        guard let library = RSVG.shared else {
            throw Diagnostic(
                "`\(file)` is an SVG, and what draws it is not installed", cause: .missingPart,
                advice: "on Debian: apt-get install librsvg2-2")
        }
        let damaged = Diagnostic("`\(file)` is no SVG that can be drawn", advice: "is it damaged?")
        guard let handle = library.open(bytes, UInt(bytes.count), nil) else { throw damaged }
        defer { library.release(handle) }
        var (width, height) = (0.0, 0.0)
        if library.size(handle, &width, &height) == 0 || width <= 0 || height <= 0 {
            var (hasWidth, hasHeight, hasBox): (Int32, Int32, Int32) = (0, 0, 0)
            var (widthLength, heightLength) = (RSVG.Length(), RSVG.Length())
            var box = RSVG.Box(x: 0, y: 0, width: 0, height: 0)
            library.dimensions(handle, &hasWidth, &widthLength, &hasHeight, &heightLength, &hasBox, &box)
            guard hasBox != 0, box.width > 0, box.height > 0 else { throw damaged }
            (width, height) = (usualWidth, usualWidth * box.height / box.width)
        }
        let (columns, rows) = (Int((width * scale).rounded(.up)), Int((height * scale).rounded(.up)))
        guard columns > 0, rows > 0, columns <= 32_767, rows <= 32_767, columns * rows <= PNGImage.mostPixels else {
            throw Diagnostic("`\(file)` is \(Int(width)) × \(Int(height)) units large, which is too much")
        }
        return try draw(handle, library, columns: columns, rows: rows, damaged: damaged)
    }

    private static func draw(
        _ handle: OpaquePointer, _ library: RSVG, columns: Int, rows: Int, damaged: Diagnostic
    ) throws(Diagnostic) -> [UInt8] {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(columns), Int32(rows))
        defer { cairo_surface_destroy(surface) }
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        var frame = RSVG.Box(x: 0, y: 0, width: Double(columns), height: Double(rows))
        guard let context, library.render(handle, context, &frame, nil) != 0 else { throw damaged }
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { throw damaged }
        let stride = Int(cairo_image_surface_get_stride(surface))
        var pixels = [UInt8](repeating: 0, count: columns * rows * 4)
        for row in 0..<rows {
            for column in 0..<columns {
                let (from, to) = (row * stride + column * 4, (row * columns + column) * 4)
                let alpha = Int(data[from + 3])
                guard alpha > 0 else { continue }
                // Cairo's colours are multiplied by their opacity, blue first.
                for part in 0..<3 {
                    pixels[to + part] = UInt8(min(255, (Int(data[from + 2 - part]) * 255 + alpha / 2) / alpha))
                }
                pixels[to + 3] = UInt8(alpha)
            }
        }
        guard let image = PixelImage(width: columns, height: rows, pixels: pixels) else { throw damaged }
        return try image.png()
    }
}

/// The functions of librsvg 2 that drawing needs, by its own names.
private struct RSVG: Sendable {
    struct Box {
        var x, y, width, height: Double
    }

    struct Length {
        var length = 0.0
        var unit: UInt32 = 0
        var padding: UInt32 = 0
    }

    typealias Open = @convention(c) (UnsafePointer<UInt8>, UInt, UnsafeMutableRawPointer?) -> OpaquePointer?
    typealias Measure =
        @convention(c) (OpaquePointer, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Int32
    typealias Dimensions =
        @convention(c) (
            OpaquePointer, UnsafeMutablePointer<Int32>, UnsafeMutableRawPointer, UnsafeMutablePointer<Int32>,
            UnsafeMutableRawPointer, UnsafeMutablePointer<Int32>, UnsafeMutableRawPointer
        ) -> Void
    typealias Render =
        @convention(c) (OpaquePointer, OpaquePointer, UnsafeMutableRawPointer, UnsafeMutableRawPointer?) -> Int32

    var open: Open
    var size: Measure
    var dimensions: Dimensions
    var render: Render
    var release: @convention(c) (OpaquePointer) -> Void

    static let shared: RSVG? = {
        guard let library = dlopen("librsvg-2.so.2", RTLD_NOW) ?? dlopen("librsvg-2.2.dylib", RTLD_NOW),
            let open = dlsym(library, "rsvg_handle_new_from_data"),
            let size = dlsym(library, "rsvg_handle_get_intrinsic_size_in_pixels"),
            let dimensions = dlsym(library, "rsvg_handle_get_intrinsic_dimensions"),
            let render = dlsym(library, "rsvg_handle_render_document"), let release = dlsym(library, "g_object_unref")
        else { return nil }
        return RSVG(
            open: unsafeBitCast(open, to: Open.self), size: unsafeBitCast(size, to: Measure.self),
            dimensions: unsafeBitCast(dimensions, to: Dimensions.self), render: unsafeBitCast(render, to: Render.self),
            release: unsafeBitCast(release, to: (@convention(c) (OpaquePointer) -> Void).self))
    }()
}
