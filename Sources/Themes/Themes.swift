import Documents
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
        default: files.first { $0.name == name }.flatMap { try? ThemeReader.read($0.contents, file: "\(name).yaml") }
        }
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
        throw Diagnostic(
            "unknown theme `\(name)`", cause: .usage,
            advice: suggestion(for: name, among: names).map { "did you mean `\($0)`?" }
                ?? "known themes: \(names.joined(separator: ", ")), or a file that ends in .yaml")
    }
}
