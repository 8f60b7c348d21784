import SceneGraph
import Typography

/// Breaks runs into lines.
///
/// Where patterns are given, a word may be divided at a cost. A word that is wider than the line is broken between its
/// letters.
struct StyledLineBreaker {
    let measurer: any TextMeasuring
    let words: WordParts
    let isJustified: Bool

    init(measurer: any TextMeasuring, words: WordParts? = nil, isJustified: Bool = false) {
        self.measurer = measurer
        self.words = words ?? WordParts()
        self.isJustified = isJustified
    }

    /// A run's part within a word.
    private struct Fragment {
        var text: String
        var run: Int
    }

    /// The words of a text between two forced breaks.
    private struct Passage {
        var boxes: [LineBreaks.Box] = []
        /// One for each box: where its fragments begin.
        var starts: [Int] = []
        var fragments: [Fragment] = []

        mutating func add(_ fragment: Fragment, width: Double, gap: Double, hyphenWidth: Double, ideographGive: Double)
        {
            boxes.append(LineBreaks.Box(width: width, gap: gap, hyphenWidth: hyphenWidth, ideographGive: ideographGive))
            starts.append(fragments.count)
            fragments.append(fragment)
        }

        mutating func join(_ fragment: Fragment, width: Double) {
            boxes[boxes.count - 1].width += width
            fragments.append(fragment)
        }

        func fragments(of box: Int) -> Range<Int> {
            starts[box]..<(box + 1 < starts.count ? starts[box + 1] : fragments.count)
        }
    }

    func lines(of runs: [StyledRun], width: Double) -> [StyledLine] {
        passages(of: runs, width: width).flatMap { passage -> [StyledLine] in
            guard !passage.boxes.isEmpty else { return [StyledLine(pieces: [], width: 0)] }
            let breaks = LineBreaks(width: width, isJustified: isJustified).breaks(of: passage.boxes)
            return zip(breaks, breaks.dropFirst()).map { start, end in
                line(of: passage, from: start, to: end, runs: runs, width: width)
            }
        }
    }

    private func passages(of runs: [StyledRun], width: Double) -> [Passage] {
        var passages = [Passage()]
        var passage: Int { passages.count - 1 }
        var pendingSpace = false
        var gapFont: Font?
        // True where the next fragment belongs to the word before it.
        var joins = false
        for (number, run) in runs.enumerated() {
            let font = run.style.font
            let known = words.of(font, divided: run.style.isPlain)
            for (index, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 {
                    passages.append(Passage())
                    pendingSpace = false
                    joins = false
                }
                var isFirst = true
                for piece in breakOpportunities(in: part) {
                    if piece.afterSpace { pendingSpace = true }
                    if !pendingSpace, isFirst, joins, !passages[passage].boxes.isEmpty {
                        let fragment = Fragment(text: piece.text, run: number)
                        passages[passage].join(fragment, width: known.width(of: piece.text, measurer))
                    } else {
                        var gap = pendingSpace ? words.of(gapFont ?? font, divided: false).width(of: " ", measurer) : 0
                        let give = isJustified ? ideographGive(piece.text, font: font) : 0
                        for part in known.parts(of: piece.text, measurer) {
                            for piece in chopped(part, font: font, limit: width) {
                                passages[passage].add(
                                    Fragment(text: piece.text, run: number), width: piece.width, gap: gap,
                                    hyphenWidth: piece.hyphenWidth, ideographGive: give)
                                gap = 0
                            }
                        }
                    }
                    pendingSpace = false
                    isFirst = false
                    joins = true
                    gapFont = font
                }
                if let last = part.utf8.last, last == 0x20 || last == 0x09 {
                    pendingSpace = true
                    gapFont = font
                }
            }
        }
        return passages
    }

    private func chopped(_ part: WordParts.Part, font: Font, limit: Double) -> [WordParts.Part] {
        guard part.width > limit, part.text.count > 1 else { return [part] }
        return measurer.lines(of: part.text, font: font, width: limit).enumerated().map { index, text in
            WordParts.Part(
                text: text, width: measurer.width(of: text, font: font), hyphenWidth: index == 0 ? part.hyphenWidth : 0)
        }
    }

    /// Neighbours of one style become one piece, so that it is shaped, read and copied as one.
    private func line(of passage: Passage, from start: Int, to end: Int, runs: [StyledRun], width: Double) -> StyledLine
    {
        var pieces: [StyledLine.Piece] = []
        var lastRun = -1
        func add(_ text: String, _ style: TextStyle) {
            pieces.append(.init(x: 0, width: 0, text: text, style: style))
        }
        for box in start..<end {
            for (position, index) in passage.fragments(of: box).enumerated() {
                let fragment = passage.fragments[index]
                let space = box > start && position == 0 && passage.boxes[box].gap > 0
                let style = runs[fragment.run].style
                if pieces.isEmpty {
                    add(fragment.text, style)
                } else if fragment.run == lastRun || pieces[pieces.count - 1].style == style {
                    if space { pieces[pieces.count - 1].text += " " }
                    pieces[pieces.count - 1].text += fragment.text
                } else if space, pieces[pieces.count - 1].style.isPlain || !style.isPlain {
                    pieces[pieces.count - 1].text += " "
                    add(fragment.text, style)
                } else {
                    add((space ? " " : "") + fragment.text, style)
                }
                lastRun = fragment.run
            }
        }
        guard !pieces.isEmpty else { return StyledLine(pieces: [], width: 0) }
        let isLast = end == passage.boxes.count
        if !isLast, passage.boxes[end].hyphenWidth > 0 {
            pieces[pieces.count - 1].text += "-"
            pieces[pieces.count - 1].isDivided = true
        }
        var natural = 0.0
        for index in pieces.indices {
            pieces[index].width = measurer.width(of: pieces[index].text, font: pieces[index].style.font)
            natural += pieces[index].width
        }
        let spacing = isJustified && (!isLast || natural > width) ? wordSpacing(pieces, room: width - natural) : 0
        var x = 0.0
        for index in pieces.indices {
            pieces[index].x = x
            if spacing != 0 {
                pieces[index].wordSpacing = spacing
                pieces[index].width += spacing * growth(of: pieces[index].text, isTight: spacing < 0)
            }
            x += pieces[index].width
        }
        if !isLast, passage.boxes[end].gap > 0 { endWithSpace(&pieces, at: x) }
        return StyledLine(pieces: pieces, width: x)
    }

    /// What each space takes of the room; 0 where that would tear the line apart.
    private func wordSpacing(_ pieces: [StyledLine.Piece], room: Double) -> Double {
        var growth = pieces.reduce(0) { $0 + self.growth(of: $1.text, isTight: room < 0) }
        // The last one's growth would be seen as a line that falls short.
        if room > 0, pieces.last?.text.unicodeScalars.last.map(Text.isIdeograph) == true {
            growth -= Text.ideographShare
        }
        guard growth > 0, let font = pieces.first(where: { $0.style.isPlain })?.style.font else { return 0 }
        let spacing = room / growth
        let space = words.of(font, divided: false).width(of: " ", measurer)
        return spacing <= LineBreaks.mostStretch * space ? max(spacing, -LineBreaks.shrink * space) : 0
    }

    /// How often a text takes the width that one space takes.
    private func growth(of text: String, isTight: Bool) -> Double {
        var growth = 0.0
        for scalar in text.unicodeScalars {
            if scalar == " " {
                growth += 1
            } else if !isTight, scalar.value >= 0x2E80, Text.isIdeograph(scalar) {
                growth += Text.ideographShare
            }
        }
        return growth
    }

    private func ideographGive(_ text: String, font: Font) -> Double {
        guard let first = text.utf8.first, first >= 0xE2 else { return 0 }
        let count = text.unicodeScalars.reduce(0) { $0 + (Text.isIdeograph($1) ? 1 : 0) }
        return Double(count) * Text.ideographShare * words.of(font, divided: false).width(of: " ", measurer)
    }

    private func endWithSpace(_ pieces: inout [StyledLine.Piece], at x: Double) {
        if pieces[pieces.count - 1].style.isPlain {
            pieces[pieces.count - 1].endsWithSpace = true
        } else if let plain = pieces.first(where: { $0.style.isPlain })?.style {
            pieces.append(.init(x: x, width: 0, text: "", style: plain, endsWithSpace: true))
        }
    }
}
