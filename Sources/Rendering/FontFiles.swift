#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a family's files are, and which Debian package brings them.
struct FontFiles {
    var family: String
    var package: String
    /// Beneath a font folder.
    var files: [String]

    /// Where Debian keeps fonts; or, where `DOSSIER_FONTS` is set, the folders it names, parted by colons.
    static let folders: [String] = {
        guard let named = getenv("DOSSIER_FONTS") else { return ["/usr/share/fonts", "/usr/local/share/fonts"] }
        return String(cString: named).split(separator: ":").map(String.init)
    }()

    private static func faces(_ stem: String, _ faces: [String], suffix: String = ".ttf") -> [String] {
        faces.map { stem + $0 + suffix }
    }

    private static let four = ["Regular", "Bold", "Italic", "BoldItalic"]

    static let known: [FontFiles] = [
        FontFiles(
            family: "Lato", package: "fonts-lato",
            files: faces(
                "truetype/lato/Lato-", ["Regular", "Bold", "Italic", "BoldItalic", "Semibold", "SemiboldItalic"])),
        FontFiles(
            family: "Liberation Sans", package: "fonts-liberation",
            files: faces("truetype/liberation/LiberationSans-", four)),
        FontFiles(
            family: "Liberation Serif", package: "fonts-liberation",
            files: faces("truetype/liberation/LiberationSerif-", four)),
        FontFiles(
            family: "Liberation Mono", package: "fonts-liberation",
            files: faces("truetype/liberation/LiberationMono-", four)),
        FontFiles(
            family: "Noto Sans", package: "fonts-noto-core", files: faces("truetype/noto/NotoSans-", four)),
        FontFiles(
            family: "Noto Serif", package: "fonts-noto-core", files: faces("truetype/noto/NotoSerif-", four)),
        FontFiles(
            family: "Noto Sans CJK SC", package: "fonts-noto-cjk",
            files: faces("opentype/noto/NotoSansCJK-", ["Regular", "Bold"], suffix: ".ttc")),
        // Outlines, so that an emoji is drawn in one colour and the same in every format.
        FontFiles(family: "Symbola", package: "fonts-symbola", files: ["truetype/ancient-scripts/Symbola_hint.ttf"]),
    ]

    /// The family that is asked for a character which a theme's own fonts lack.
    static func lastResort(for scalar: Unicode.Scalar) -> FontFiles? {
        let isSymbol = (0x2000..<0x2E80).contains(scalar.value) || (0x1F000..<0x1FC00).contains(scalar.value)
        let family = isSymbol ? "Symbola" : scalar.value >= 0x2E80 ? "Noto Sans CJK SC" : "Noto Sans"
        return known.first { $0.family == family }
    }

    /// The family that a document's own name for one stands for: CSS's generic names, and those with the widths of a
    /// family that Debian carries.
    static func resolve(_ name: String, default family: String) -> String {
        let first =
            name.split(separator: ",").first.map { part in
                part.filter { $0 != "\"" && $0 != "'" }.drop { $0 == " " }
            } ?? ""
        switch first.lowercased() {
        case "serif", "times", "times new roman", "georgia": return "Liberation Serif"
        case "monospace", "courier", "courier new", "menlo", "consolas": return "Liberation Mono"
        case "arial", "helvetica", "helvetica neue": return "Liberation Sans"
        default: return known.contains { $0.family == first } ? String(first) : family
        }
    }
}
