import ChartDocuments
import Documents
import SceneGraph
import Typography

/// The themes that ship, and those of a house: by name or by file.
public enum Themes {
    /// What `--theme` and `theme:` take besides a file.
    public static let names = ["dossier", "gazette", "dark", "vega"]

    /// A theme that ships; nil where none has the name.
    public static func shipped(_ name: String) -> Theme? {
        switch name {
        // The file says the same; a test compares them.
        case Theme.dossier.name: .dossier
        case Theme.vega.name: .vega
        case _ where name.hasPrefix(VegaThemes.prefix): VegaThemes.config(named: name).map { vega(name, $0) }
        default: files.first { $0.name == name }.flatMap { try? ThemeReader.read($0.contents, file: "\(name).yaml") }
        }
    }

    /// Vega-Lite's defaults with the colours of one of Vega's named themes; charts take all of its configuration.
    private static func vega(_ name: String, _ config: DocumentNode) -> Theme {
        func color(_ node: DocumentNode?) -> Color? { node?.string.flatMap { Color(css: $0) } }
        var theme = Theme.vega
        theme.name = name
        theme.background = color(config["background"]) ?? theme.background
        let ink = color(config["style"]?["guide-label"]?["fill"]) ?? color(config["axis"]?["labelColor"])
        theme.ink = color(config["title"]?["color"]) ?? ink ?? theme.ink
        theme.mutedInk = ink ?? theme.mutedInk
        theme.grid = color(config["axis"]?["gridColor"]) ?? theme.grid
        let categories = config["range"]?["category"]?.array?.compactMap { color($0) } ?? []
        if let first = categories.first { (theme.categories, theme.accent) = (categories, first) }
        return theme
    }

    /// The files of the themes that ship, to start a house's own from.
    public static let files: [(name: String, contents: [UInt8])] = [
        ("dossier", PackageResources.dossier_yaml), ("gazette", PackageResources.gazette_yaml),
        ("dark", PackageResources.dark_yaml),
    ]

    public static func isFile(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

    /// The theme of a name.
    ///
    /// - Throws: a diagnostic without a place, with the nearest name; the caller adds where the name was written.
    public static func named(_ name: String) throws(Diagnostic) -> Theme {
        if let theme = shipped(name) { return theme }
        let vegas = VegaThemes.names.map { VegaThemes.prefix + $0 }
        let known = (names + vegas).joined(separator: ", ")
        throw Diagnostic(
            "unknown theme `\(name)`", cause: .usage,
            advice: suggestion(for: name, among: names + vegas).map { "did you mean `\($0)`?" }
                ?? "known themes: \(known), or a file that ends in .yaml")
    }
}
