import CCairo
import Documents

/// Whether a PNG can be drawn at all: what cannot be is told when it is read, and not left out when it is drawn.
public enum PNGReader {
    public static func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) }

    /// - Parameter file: what messages call it.
    /// - Throws: a diagnostic where the picture has too many pixels, or is cut off or changed.
    public static func check(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        if let (width, height) = PNGImage.size(of: bytes),
            width > 32767 || height > 32767 || width * height > PNGImage.mostPixels
        {
            throw Diagnostic(
                "`\(file)` has \(width) × \(height) pixels, which is too many",
                advice: "make it smaller first; the limit is called `pixels`, and no side has more than 32767")
        }
        guard let surface = PNGImage.surface(of: bytes) else {
            throw Diagnostic("`\(file)` is a damaged PNG", advice: "it was cut off or changed; save it again")
        }
        cairo_surface_destroy(surface)
    }
}
