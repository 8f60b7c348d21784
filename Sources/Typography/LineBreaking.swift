import SceneGraph

extension TextMeasuring {
    /// Breaks a text into lines no wider than `width`, at spaces, after hyphens and dashes, and between ideographs;
    /// a word that is too wide by itself is broken between its characters. Line breaks in the text are kept.
    public func lines(of text: String, font: Font, width: Double) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            breakParagraph(paragraph, font: font, width: width)
        }
    }

    private func breakParagraph(_ paragraph: Substring, font: Font, width: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        var lineWidth = 0.0
        let space = self.width(of: " ", font: font)
        for piece in breakOpportunities(in: paragraph) {
            let word = piece.text
            let wordWidth = self.width(of: word, font: font)
            let gap = line.isEmpty ? 0 : (piece.afterSpace ? space : 0)
            if lineWidth + gap + wordWidth <= width + 1e-6 || (line.isEmpty && wordWidth <= width) {
                if gap > 0 { line += " " }
                line += word
                lineWidth += gap + wordWidth
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = word
            lineWidth = wordWidth
            while lineWidth > width, line.count > 1 {
                let head = longestPrefix(of: line, font: font, width: width)
                lines.append(String(line.prefix(head)))
                line = String(line.dropFirst(head))
                lineWidth = self.width(of: line, font: font)
            }
        }
        lines.append(line)
        return lines
    }

    /// At least one character, and no more than fit.
    private func longestPrefix(of word: String, font: Font, width: Double) -> Int {
        var (low, high) = (1, max(1, word.count - 1))
        while low < high {
            let middle = (low + high + 1) / 2
            if self.width(of: String(word.prefix(middle)), font: font) <= width { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The text, or as much of its beginning as fits before `ellipsis`.
    public func truncated(_ text: String, font: Font, width: Double, ellipsis: String = "…") -> String {
        if width <= 0 || self.width(of: text, font: font) <= width { return text }
        let characters = Array(text)
        var (low, high) = (0, characters.count)
        while low < high {
            let middle = (low + high + 1) / 2
            if self.width(of: String(characters.prefix(middle)) + ellipsis, font: font) <= width {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return String(characters.prefix(low)) + ellipsis
    }
}

/// A part of a text that is not broken, and whether a space stands before it.
public struct BreakPiece {
    public var text: String
    public var afterSpace: Bool
}

/// The parts of a text that a line may end between.
public func breakOpportunities(in text: Substring) -> [BreakPiece] {
    var pieces: [BreakPiece] = []
    var word = ""
    var afterSpace = false
    // Asked of every character that is ever measured: by scalars, since comparing characters normalises them.
    func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
            || (0x20000...0x3FFFF).contains(scalar.value)
    }
    func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "，", "、", "；", "：", "？", "！", "）", "》", "」", "』", "”", "’", ",", ".", ";", ":", "?", "!", ")": true
        default: false
        }
    }
    var lastIsIdeograph = false
    var count = 0
    func finish() {
        if !word.isEmpty {
            pieces.append(BreakPiece(text: word, afterSpace: afterSpace))
            afterSpace = false
            word = ""
        }
        lastIsIdeograph = false
        count = 0
    }
    for character in text {
        guard let scalar = character.unicodeScalars.first else { continue }
        if scalar == " " || scalar == "\t" {
            finish()
            afterSpace = true
            continue
        }
        let ideograph = isIdeograph(scalar)
        if ideograph || lastIsIdeograph, count > 0, !isClosing(scalar) { finish() }
        word.append(character)
        lastIsIdeograph = ideograph
        count += 1
        if scalar == "-" || scalar == "–" || scalar == "—", count > 2 { finish() }
    }
    finish()
    return pieces
}
