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
            if wordWidth > width {
                let parts = self.parts(of: word, font: font, width: width)
                lines += parts.dropLast()
                line = parts.last ?? ""
                lineWidth = self.width(of: line, font: font)
            }
        }
        lines.append(line)
        return lines
    }

    /// A word broken between its characters, each part as long as fits and no shorter than one.
    private func parts(of word: String, font: Font, width: Double) -> [String] {
        let letters = Array(word)
        var parts: [String] = []
        var start = 0
        var guess = 1
        while start < letters.count {
            let end = longestPart(of: letters, from: start, guess: guess, font: font, width: width)
            parts.append(String(letters[start..<end]))
            guess = end - start
            start = end
        }
        return parts
    }

    /// Where the part ends that begins at `start`. Looked for around what the part before it held: searching the whole
    /// rest would measure it again for every line.
    private func longestPart(of letters: [Character], from start: Int, guess: Int, font: Font, width: Double) -> Int {
        func fits(_ count: Int) -> Bool {
            self.width(of: String(letters[start..<(start + count)]), font: font) <= width
        }
        let most = letters.count - start
        var low = 1
        var high = min(most, max(2, guess + guess / 8))
        while high < most, fits(high) {
            low = high
            high = min(most, high * 2)
        }
        if high == most, fits(most) { return letters.count }
        while low < high {
            let middle = (low + high + 1) / 2
            if fits(middle) { low = middle } else { high = middle - 1 }
        }
        return start + low
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
    if let pieces = text.utf8.withContiguousStorageIfAvailable(asciiBreakOpportunities) ?? nil { return pieces }
    var pieces: [BreakPiece] = []
    var word = ""
    var afterSpace = false
    // Asked of every character that is ever measured: by scalars, since comparing characters normalises them.
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
        let ideograph = Text.isIdeograph(scalar)
        if ideograph || lastIsIdeograph, count > 0, !isClosing(scalar) { finish() }
        word.append(character)
        lastIsIdeograph = ideograph
        count += 1
        if scalar == "-" || scalar == "–" || scalar == "—", count > 2 { finish() }
    }
    finish()
    return pieces
}

/// The same for text of ASCII alone, byte by byte: most text is, and whole books are measured. Nil for any other.
private func asciiBreakOpportunities(in bytes: UnsafeBufferPointer<UInt8>) -> [BreakPiece]? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var pieces: [BreakPiece] = []
    var afterSpace = false
    var start = 0
    func piece(to end: Int) {
        guard end > start else { return }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        pieces.append(BreakPiece(text: text, afterSpace: afterSpace))
        afterSpace = false
    }
    for (index, byte) in bytes.enumerated() {
        if byte == 0x20 || byte == 0x09 {
            piece(to: index)
            start = index + 1
            afterSpace = true
        } else if byte == 0x2D, index - start >= 2 {
            piece(to: index + 1)
            start = index + 1
        }
    }
    piece(to: bytes.count)
    return pieces
}
