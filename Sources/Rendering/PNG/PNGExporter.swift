import CCairo
import Documents
import Pictures
import SceneGraph

/// Scenes as PNG.
public enum PNGExporter {
    /// The longest side that Cairo can draw, in pixels.
    public static let longestSide = 32_767

    /// - Parameter scale: pixels per figure unit.
    /// - Throws: diagnostics where a font or a character is missing, or the picture is too large.
    public static func png(of scene: Scene, scale: Double = 1, fonts: FontLibrary) throws(Diagnostics) -> [UInt8] {
        let surface = try surface(of: scene, scale: scale, fonts: fonts)
        defer { cairo_surface_destroy(surface) }
        let opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24
        do throws(Diagnostic) {
            return try PNGEncoder.encode(
                samples(of: surface, alpha: !opaque), width: Int(cairo_image_surface_get_width(surface)),
                height: Int(cairo_image_surface_get_height(surface)), layout: opaque ? .rgb : .rgba)
        } catch { throw Diagnostics([error]) }
    }

    /// The pixels that `png` writes.
    ///
    /// - Parameter scale: pixels per figure unit.
    /// - Throws: diagnostics where a font or a character is missing, or the picture is too large.
    public static func pixels(of scene: Scene, scale: Double = 1, fonts: FontLibrary) throws(Diagnostics) -> PixelImage
    {
        let surface = try surface(of: scene, scale: scale, fonts: fonts)
        defer { cairo_surface_destroy(surface) }
        let image = PixelImage(
            width: Int(cairo_image_surface_get_width(surface)), height: Int(cairo_image_surface_get_height(surface)),
            pixels: samples(of: surface, alpha: true))
        guard let image else { throw Diagnostics([Diagnostic("Cairo has no pixels", cause: .internalError)]) }
        return image
    }

    /// The caller destroys it.
    private static func surface(of scene: Scene, scale: Double, fonts: FontLibrary) throws(Diagnostics) -> OpaquePointer
    {
        try fonts.check(scene)
        guard scale.isFinite, scale > 0 else {
            throw Diagnostics([Diagnostic("a scale of \(scale) is not a positive number", cause: .usage)])
        }
        let (width, height) = ((scene.size.width * scale).rounded(), (scene.size.height * scale).rounded())
        guard width >= 1, height >= 1, width <= Double(longestSide), height <= Double(longestSide),
            width * height <= Double(PNGImage.mostPixels)
        else {
            throw Diagnostics([
                Diagnostic(
                    "a PNG of \(describe(width)) × \(describe(height)) pixels cannot be drawn", path: scene.root.id,
                    advice:
                        "a side is 1 to \(longestSide) pixels and the whole at most \(PNGImage.mostPixels); "
                        + "choose a smaller --scale or size, or raise the limit with --limit pixels=NUMBER"
                )
            ])
        }
        let opaque = (scene.background?.alpha ?? 0) >= 1
        let surface = cairo_image_surface_create(
            opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
        let cairo = cairo_create(surface)
        defer { cairo_destroy(cairo) }
        guard let cairo else { throw Diagnostics([Diagnostic("Cairo has no memory", cause: .internalError)]) }
        if let background = scene.background {
            cairo_set_source_rgba(cairo, background.red, background.green, background.blue, background.alpha)
            cairo_paint(cairo)
        }
        cairo_scale(cairo, width / scene.size.width, height / scene.size.height)
        CairoPainter(cairo: cairo, fonts: fonts, textMode: .outlines).draw(scene.root)
        let status = cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS, let surface else {
            cairo_surface_destroy(surface)
            throw Diagnostics([
                Diagnostic(
                    "the figure holds numbers that cannot be drawn: "
                        + String(cString: cairo_status_to_string(status))
                )
            ])
        }
        cairo_surface_flush(surface)
        return surface
    }

    /// Rows from the top, without what pads them; empty where Cairo has none.
    private static func samples(of surface: OpaquePointer, alpha: Bool) -> [UInt8] {
        let (width, height) = (
            Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
        )
        let stride = Int(cairo_image_surface_get_stride(surface))
        let opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24
        guard let data = cairo_image_surface_get_data(surface) else { return [] }
        let channels = alpha ? 4 : 3
        return [UInt8](unsafeUninitializedCapacity: width * height * channels) { buffer, count in
            guard var place = buffer.baseAddress else { return }
            for y in 0..<height {
                let row = UnsafeRawPointer(data + y * stride).assumingMemoryBound(to: UInt32.self)
                var x = 0
                while x < width {
                    let word = row[x]
                    var (red, green, blue) = (word >> 16 & 0xFF, word >> 8 & 0xFF, word & 0xFF)
                    if alpha {
                        let alpha = opaque ? 255 : word >> 24
                        // Cairo keeps colours multiplied by alpha; PNG does not.
                        if alpha == 0 {
                            (red, green, blue) = (0, 0, 0)
                        } else if alpha < 255 {
                            red = min(255, (red &* 255 &+ alpha / 2) / alpha)
                            green = min(255, (green &* 255 &+ alpha / 2) / alpha)
                            blue = min(255, (blue &* 255 &+ alpha / 2) / alpha)
                        }
                        place[3] = UInt8(truncatingIfNeeded: alpha)
                    }
                    place[0] = UInt8(truncatingIfNeeded: red)
                    place[1] = UInt8(truncatingIfNeeded: green)
                    place[2] = UInt8(truncatingIfNeeded: blue)
                    place += channels
                    x &+= 1
                }
            }
            count = width * height * channels
        }
    }

    private static func describe(_ side: Double) -> String {
        side.isFinite && abs(side) < 1e12 ? "\(Int(side))" : "\(side)"
    }
}
