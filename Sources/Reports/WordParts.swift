import SceneGraph
import Typography

/// The parts that words may be divided into, and how wide they are: a text says the same words again and again.
final class WordParts {
    struct Part {
        var text: String
        var width: Double
        /// Of the hyphen at the end of the part before it; 0 where it begins a word.
        var hyphenWidth: Double
    }

    /// The words of one font.
    final class OfFont {
        private let font: Font
        private let hyphenation: (any Hyphenating)?
        private var known: [String: [Part]] = [:]
        private var widths: [String: Double] = [:]
        /// Longer ones are not kept: they do not come again.
        private static let longestKept = 48

        init(font: Font, hyphenation: (any Hyphenating)?) {
            self.font = font
            self.hyphenation = hyphenation
        }

        func width(of text: String, _ measurer: any TextMeasuring) -> Double {
            if let width = widths[text] { return width }
            let width = measurer.width(of: text, font: font)
            if text.utf8.count <= OfFont.longestKept { widths[text] = width }
            return width
        }

        func parts(of word: String, _ measurer: any TextMeasuring) -> [Part] {
            if let parts = known[word] { return parts }
            let parts = divided(word, measurer) ?? [Part(text: word, width: width(of: word, measurer), hyphenWidth: 0)]
            if word.utf8.count <= OfFont.longestKept { known[word] = parts }
            return parts
        }

        /// Nil where the word stays whole.
        private func divided(_ text: String, _ measurer: any TextMeasuring) -> [Part]? {
            guard let hyphenation, let start = text.firstIndex(where: \.isLetter),
                let last = text.lastIndex(where: \.isLetter)
            else { return nil }
            let word = text[start...last]
            guard word.allSatisfy(\.isLetter) else { return nil }
            let breaks = hyphenation.breaks(in: word)
            guard !breaks.isEmpty else { return nil }
            let hyphen = width(of: "-", measurer)
            var parts: [Part] = []
            var from = text.startIndex
            for end in breaks.map({ text.index(start, offsetBy: $0) }) + [text.endIndex] {
                let part = String(text[from..<end])
                parts.append(
                    Part(
                        text: part, width: measurer.width(of: part, font: font),
                        hyphenWidth: from == text.startIndex ? 0 : hyphen))
                from = end
            }
            return parts
        }
    }

    private struct Key: Hashable {
        var font: Font
        var isDivided: Bool
    }

    private let hyphenation: (any Hyphenating)?
    private var fonts: [Key: OfFont] = [:]

    /// - Parameter hyphenation: nil where words stay whole.
    init(hyphenation: (any Hyphenating)? = nil) { self.hyphenation = hyphenation }

    /// - Parameter divided: false for what stays whole, such as a note mark.
    func of(_ font: Font, divided: Bool) -> OfFont {
        let key = Key(font: font, isDivided: divided)
        if let known = fonts[key] { return known }
        let words = OfFont(font: font, hyphenation: divided ? hyphenation : nil)
        fonts[key] = words
        return words
    }
}
