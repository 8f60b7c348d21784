import CCairo
import Documents
import SceneGraph

/// Scenes as PNG.
public enum PNGExporter {
    /// The longest side that Cairo can draw, in pixels.
    public static let longestSide = 32_767

    /// - Parameter scale: pixels per figure unit.
    /// - Throws: diagnostics where a font or a character is missing, or the picture is too large.
    public static func png(of scene: Scene, scale: Double = 1, fonts: FontLibrary) throws(Diagnostics) -> [UInt8] {
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
                    advice: "a side is 1 to \(longestSide) pixels and the whole at most \(PNGImage.mostPixels); choose a smaller --scale or size")
            ])
        }
        let opaque = (scene.background?.alpha ?? 0) >= 1
        let surface = cairo_image_surface_create(
            opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
        let cairo = cairo_create(surface)
        defer {
            cairo_destroy(cairo)
            cairo_surface_destroy(surface)
        }
        guard let cairo else { throw Diagnostics([Diagnostic("Cairo has no memory", cause: .internalError)]) }
        if let background = scene.background {
            cairo_set_source_rgba(cairo, background.red, background.green, background.blue, background.alpha)
            cairo_paint(cairo)
        }
        cairo_scale(cairo, width / scene.size.width, height / scene.size.height)
        CairoPainter(cairo: cairo, fonts: fonts, textMode: .outlines).draw(scene.root)
        let status = cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS, let surface else {
            throw Diagnostics([
                Diagnostic("Cairo: \(String(cString: cairo_status_to_string(status)))", cause: .internalError)
            ])
        }
        do throws(Diagnostic) { return try PNGEncoder.encode(surface: surface) } catch { throw Diagnostics([error]) }
    }

    private static func describe(_ side: Double) -> String {
        side.isFinite && abs(side) < 1e12 ? "\(Int(side))" : "\(side)"
    }
}
