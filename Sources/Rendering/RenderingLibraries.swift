import CCairo

/// The libraries that a picture depends on.
public enum RenderingLibraries {
    /// Of this process, by name.
    public static var versions: [(name: String, version: String)] {
        [
            ("cairo", String(cString: cairo_version_string())),
            ("pango", pango_version_string().map { String(cString: $0) } ?? "unknown"),
        ]
    }
}
