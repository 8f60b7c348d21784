import Documents
import SceneGraph

/// How a layer is coloured: a word of the theme or a colour.
enum LayerFill: Sendable, Hashable {
    case land, muted, highlight, subject
    case accent
    case color(Color)

    private static let words: [String: LayerFill] = [
        "land": .land, "muted": .muted, "highlight": .highlight, "subject": .subject, "accent": .accent,
    ]

    init?(_ text: String) {
        if let word = LayerFill.words[text] {
            self = word
        } else if let color = Color(css: text) {
            self = .color(color)
        } else {
            return nil
        }
    }

    static var names: [String] { words.keys.sorted() }
}

extension DocumentReader {
    /// A word of the theme or a colour.
    mutating func fill(_ key: String = "fill") -> LayerFill? {
        guard let name = text(key) else { return nil }
        if let fill = LayerFill(name) { return fill }
        report(
            key, "unknown fill `\(name)`", advice: DocumentReader.advice(for: name, among: LayerFill.names))
        return nil
    }
}
