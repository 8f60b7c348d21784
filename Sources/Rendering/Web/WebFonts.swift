import CCairo
import Documents
import Pictures
import SceneGraph

/// Fonts that travel within an HTML page: only the characters that it shows, so that it looks the same on a machine
/// that has none of them.
public enum WebFonts {
    /// `@font-face` rules for a page.
    ///
    /// - Parameter page: HTML with its figures in it; its letters and its faces are read from it.
    public static func css(for page: String, fonts: FontLibrary) -> String {
        // All of ASCII: a page is edited, and numbers change.
        var scalars = Set((0x20..<0x7F).compactMap { Unicode.Scalar(UInt32($0)) })
        for scalar in page.unicodeScalars where scalar.value >= 0xA0 { scalars.insert(scalar) }
        let isItalic = page.contains("<em>") || page.contains("font-style=\"italic\"")
        var faces = [Face(weight: 400, isItalic: false), Face(weight: 700, isItalic: false)]
        if page.contains("font-weight=\"600\"") { faces.append(Face(weight: 600, isItalic: false)) }
        if isItalic { faces.append(Face(weight: 400, isItalic: true)) }
        var rules = ""
        var missing = scalars
        for (index, family) in ([fonts.family] + fonts.fallbacks + ["Noto Sans CJK SC"]).enumerated() {
            if missing.isEmpty { break }
            // What the page is set in has every face; what helps out has one.
            var covered: Set<Unicode.Scalar> = []
            for face in index == 0 ? faces : [faces[0]] {
                guard let subset = fonts.subset(of: family, face, to: index == 0 ? scalars : missing) else { continue }
                rules += rule(family, face, subset.bytes)
                covered.formUnion(subset.scalars)
            }
            missing.subtract(covered)
        }
        if page.contains("<code>"), let subset = fonts.subset(of: "Liberation Mono", faces[0], to: scalars) {
            rules += rule("Liberation Mono", faces[0], subset.bytes)
        }
        return rules
    }

    struct Face {
        var weight: Int
        var isItalic: Bool
    }

    private static func rule(_ family: String, _ face: Face, _ font: [UInt8]) -> String {
        "@font-face{font-family:\"\(family)\";font-weight:\(face.weight);"
            + "font-style:\(face.isItalic ? "italic" : "normal");"
            + "src:url(data:font/woff;base64,\(base64(WOFF.file(from: font)))) format(\"woff\")}\n"
    }
}
