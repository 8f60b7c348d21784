import CCairo

/// The libraries that a picture depends on.
public enum RenderingLibraries {
    /// Of this process, by name.
    public static var versions: [(name: String, version: String)] {
        var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
        var freeType: FT_Library?
        if FT_Init_FreeType(&freeType) == 0 {
            FT_Library_Version(freeType, &major, &minor, &patch)
            FT_Done_FreeType(freeType)
        }
        let fontconfig = FcGetVersion()
        return [
            ("cairo", String(cString: cairo_version_string())),
            ("pango", pango_version_string().map { String(cString: $0) } ?? "unknown"),
            ("harfbuzz", hb_version_string().map { String(cString: $0) } ?? "unknown"),
            ("freetype", "\(major).\(minor).\(patch)"),
            ("fontconfig", "\(fontconfig / 10_000).\(fontconfig / 100 % 100).\(fontconfig % 100)"),
        ]
    }
}
