import SceneGraph
import Typography

/// How a run of letters looks, and where it leads.
struct TextStyle: Hashable {
    var font: Font
    var color: Color
    var target: Structure.Target?
    /// Above the baseline, in figure units: notes.
    var rise: Double = 0
    var isStruck = false
    /// Ids of the facts that the run tells.
    var facts: [String] = []

    /// Whether a space may belong to it: one in a note mark is too narrow, one in a link is clicked.
    var isPlain: Bool { rise == 0 && target == nil }
}

struct StyledRun {
    var text: String
    var style: TextStyle
}

/// A line of runs, each at its place.
struct StyledLine {
    struct Piece {
        var x: Double
        var width: Double
        var text: String
        var style: TextStyle
        /// Ends with a hyphen that is not the word's own.
        var isDivided = false
    }

    var pieces: [Piece]
    var width: Double
}

/// Breaks runs into lines.
///
/// Where patterns are given, a word may be divided at a cost: about as much as a line that falls short by two and a half
/// ems, and never in two lines running where that can be helped.
/// The breaks are those whose lines together fall least short of the width (squares of the shortfall, all lines but
/// the last): a ragged edge without holes. A word that is wider than the line is broken between its letters.
struct StyledLineBreaker {
    let measurer: any TextMeasuring
    var hyphenation: (any Hyphenating)?

    init(measurer: any TextMeasuring, hyphenation: (any Hyphenating)? = nil) {
        self.measurer = measurer
        self.hyphenation = hyphenation
    }

    private struct Word {
        var fragments: [StyledRun]
        var width: Double
        /// The space before it; 0 where the line may break without one.
        var gap: Double
        var breaksBefore: Bool
        /// The line before it ends with a hyphen of this width; 0 where it ends with a word.
        var hyphenWidth: Double = 0
    }

    func lines(of runs: [StyledRun], width: Double) -> [StyledLine] {
        var lines: [StyledLine] = []
        for paragraph in split(runs, width: width) { lines += fill(paragraph, width: width) }
        return lines
    }

    /// Words by forced break: each inner list is set by itself.
    private func split(_ runs: [StyledRun], width: Double) -> [[Word]] {
        var paragraphs: [[Word]] = [[]]
        var pendingSpace = false
        var gapStyle: TextStyle?
        // True where the next fragment belongs to the word before it.
        var joins = false
        for run in runs {
            for (index, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 {
                    paragraphs.append([])
                    pendingSpace = false
                    joins = false
                }
                var isFirst = true
                for piece in breakOpportunities(in: part) {
                    if piece.afterSpace { pendingSpace = true }
                    let fragment = StyledRun(text: piece.text, style: run.style)
                    let pieceWidth = measurer.width(of: piece.text, font: run.style.font)
                    let startsWord = pendingSpace || !isFirst || !joins
                    if !startsWord, var word = paragraphs[paragraphs.count - 1].popLast() {
                        word.fragments.append(fragment)
                        word.width += pieceWidth
                        paragraphs[paragraphs.count - 1].append(word)
                    } else {
                        let gap = pendingSpace
                            ? measurer.width(of: " ", font: (gapStyle ?? run.style).font) : 0
                        let parts = divided(fragment)
                            ?? chopped(fragment, width: pieceWidth, limit: width).map { ($0.run, $0.width, 0) }
                        for (offset, part) in parts.enumerated() {
                            paragraphs[paragraphs.count - 1].append(
                                Word(
                                    fragments: [part.run], width: part.width, gap: offset == 0 ? gap : 0,
                                    breaksBefore: true, hyphenWidth: part.hyphenWidth))
                        }
                    }
                    pendingSpace = false
                    isFirst = false
                    joins = true
                    gapStyle = run.style
                }
                if let last = part.last, last == " " || last == "\t" {
                    pendingSpace = true
                    gapStyle = run.style
                }
            }
        }
        return paragraphs
    }

    /// The parts of a word that may be divided; nil where it stays whole.
    private func divided(_ run: StyledRun) -> [(run: StyledRun, width: Double, hyphenWidth: Double)]? {
        guard let hyphenation, run.style.isPlain else { return nil }
        let text = run.text
        guard let start = text.firstIndex(where: \.isLetter), let last = text.lastIndex(where: \.isLetter) else { return nil }
        let word = text[start...last]
        guard word.allSatisfy(\.isLetter) else { return nil }
        let breaks = hyphenation.breaks(in: word)
        guard !breaks.isEmpty else { return nil }
        let hyphen = measurer.width(of: "-", font: run.style.font)
        var parts: [(run: StyledRun, width: Double, hyphenWidth: Double)] = []
        var from = text.startIndex
        for end in breaks.map({ text.index(start, offsetBy: $0) }) + [text.endIndex] {
            let part = String(text[from..<end])
            parts.append(
                (
                    StyledRun(text: part, style: run.style), measurer.width(of: part, font: run.style.font),
                    from == text.startIndex ? 0 : hyphen
                ))
            from = end
        }
        return parts
    }

    private func chopped(_ run: StyledRun, width: Double, limit: Double) -> [(run: StyledRun, width: Double)] {
        guard width > limit, run.text.count > 1 else { return [(run, width)] }
        return measurer.lines(of: run.text, font: run.style.font, width: limit).map {
            (StyledRun(text: $0, style: run.style), measurer.width(of: $0, font: run.style.font))
        }
    }

    private func fill(_ words: [Word], width: Double) -> [StyledLine] {
        guard !words.isEmpty else { return [StyledLine(pieces: [], width: 0)] }
        // least[i]: the cost of setting the first i words; from[i]: where the last of those lines begins.
        var least = [0.0] + Array(repeating: Double.infinity, count: words.count)
        var from = Array(repeating: 0, count: words.count + 1)
        for end in 1...words.count {
            var lineWidth = 0.0
            var start = end - 1
            while true {
                lineWidth += words[start].width + (start + 1 < end ? words[start + 1].gap : 0)
                let hyphen = end < words.count ? words[end].hyphenWidth : 0
                if lineWidth + hyphen > width + 0.01, start < end - 1 { break }
                let short = max(0, width - lineWidth - hyphen)
                // A last line of a single short word looks lost.
                let lonely = end == words.count && start == end - 1 && end > 1 ? 2_000.0 : 0
                // A hyphen is some three tenths of an em wide.
                var division = hyphen > 0 ? 70 * hyphen * hyphen : 0
                if hyphen > 0, words[start].hyphenWidth > 0 { division *= 4 }
                let cost = least[start] + division + (end == words.count ? lonely : short * short)
                if cost < least[end] {
                    least[end] = cost
                    from[end] = start
                }
                if start == 0 { break }
                start -= 1
            }
        }
        var breaks = [words.count]
        while let last = breaks.last, last > 0 { breaks.append(from[last]) }
        breaks.reverse()
        return zip(breaks, breaks.dropFirst()).map { start, end in
            line(Array(words[start..<end]), isDivided: end < words.count && words[end].hyphenWidth > 0)
        }
    }

    /// Neighbours of one style become one run, so that it is shaped, read and copied as one.
    private func line(_ words: [Word], isDivided: Bool) -> StyledLine {
        var runs: [StyledRun] = []
        for (index, word) in words.enumerated() {
            for (position, fragment) in word.fragments.enumerated() {
                let space = index > 0 && position == 0 && word.gap > 0
                guard let last = runs.last else {
                    runs.append(fragment)
                    continue
                }
                if last.style == fragment.style {
                    runs[runs.count - 1].text += (space ? " " : "") + fragment.text
                } else if space, last.style.isPlain || !fragment.style.isPlain {
                    runs[runs.count - 1].text += " "
                    runs.append(fragment)
                } else {
                    runs.append(StyledRun(text: (space ? " " : "") + fragment.text, style: fragment.style))
                }
            }
        }
        if isDivided, !runs.isEmpty { runs[runs.count - 1].text += "-" }
        var x = 0.0
        var pieces: [StyledLine.Piece] = []
        for run in runs {
            let width = measurer.width(of: run.text, font: run.style.font)
            pieces.append(.init(x: x, width: width, text: run.text, style: run.style))
            x += width
        }
        if isDivided, !pieces.isEmpty { pieces[pieces.count - 1].isDivided = true }
        return StyledLine(pieces: pieces, width: x)
    }
}
