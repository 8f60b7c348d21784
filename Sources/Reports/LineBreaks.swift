/// Where a paragraph's lines end: the breaks whose lines cost least together, found in one pass over all that are
/// possible (Knuth and Plass 1981, “Breaking Paragraphs into Lines”).
struct LineBreaks {
    /// What cannot be parted, and what stands before it.
    struct Box {
        var width: Double
        /// The space before it; 0 where the line may break without one.
        var gap: Double
        /// The line before it ends with a hyphen of this width; 0 where it ends with a word.
        var hyphenWidth: Double
        /// What its ideographs may grow by where spaces grow by the whole of themselves.
        var ideographGive = 0.0
    }

    let width: Double
    /// Lines are as wide as the column.
    let isJustified: Bool

    /// A space may grow by this part of itself and shrink by that, at the cost of 1 (TeX's proportions).
    static let stretch = 0.5
    static let shrink = 0.33
    /// A space that would have to grow by more than this part of itself stays as it is: the line ends where it ends.
    static let mostStretch = 2.0
    /// No line holds more; words without a width would else be tried together with all before them.
    static let mostBoxes = 2_000

    /// Indices of the boxes that begin lines, and the count of boxes at the end.
    func breaks(of boxes: [Box]) -> [Int] {
        guard !boxes.isEmpty else { return [0] }
        let classes = isJustified ? LineBreaks.tightnessCount : 1
        // For the first `end` boxes and each tightness of their last line: what their lines cost at the least, where
        // the last of them begins, and how tight the one before it is.
        var least = [Double](repeating: .infinity, count: (boxes.count + 1) * classes)
        var from = [Int32](repeating: 0, count: least.count)
        for tightness in 0..<classes { least[tightness] = tightness == min(1, classes - 1) ? 0 : .infinity }
        for end in 1...boxes.count {
            let isLast = end == boxes.count
            let hyphen = isLast ? 0 : boxes[end].hyphenWidth
            var natural = hyphen
            var spaces = 0.0
            var ideographs = 0.0
            var start = end - 1
            while true {
                natural += boxes[start].width
                ideographs += boxes[start].ideographGive
                if start + 1 < end {
                    natural += boxes[start + 1].gap
                    spaces += boxes[start + 1].gap
                }
                let tightest = isJustified ? natural - LineBreaks.shrink * spaces : natural
                if tightest > width + 0.01, start < end - 1 { break }
                var cost = line(natural: natural, spaces: spaces, ideographs: ideographs, isLast: isLast)
                cost.demerits += penalty(from: start, to: end, boxes: boxes)
                for before in 0..<classes {
                    let known = least[start * classes + before]
                    guard known < .infinity else { continue }
                    var total = known + cost.demerits
                    // A tight line beside a loose one is seen.
                    if abs(before - cost.tightness) > 1 { total += 10_000 }
                    let place = end * classes + cost.tightness
                    if total < least[place] {
                        least[place] = total
                        from[place] = Int32(clamping: start * classes + before)
                    }
                }
                if start == 0 || end - start >= LineBreaks.mostBoxes { break }
                start -= 1
            }
        }
        var place = boxes.count * classes
        for tightness in 1..<max(1, classes) where least[boxes.count * classes + tightness] < least[place] {
            place = boxes.count * classes + tightness
        }
        var breaks = [boxes.count]
        while place >= classes {
            place = Int(from[place])
            breaks.append(place / classes)
        }
        return breaks.reversed()
    }

    /// Tight, good, loose, very loose.
    private static let tightnessCount = 4

    private func line(
        natural: Double, spaces: Double, ideographs: Double, isLast: Bool
    ) -> (demerits: Double, tightness: Int) {
        guard isJustified else {
            // A ragged edge without holes: squares of what lines fall short by, all but the last.
            let short = max(0, width - natural)
            return (isLast ? 0 : short * short, 0)
        }
        if isLast, natural <= width { return (0, 1) }
        // Parts of what spaces may give: -1 is as tight as allowed.
        let room = width - natural
        let give = room < 0 ? spaces * LineBreaks.shrink : (spaces + ideographs) * LineBreaks.stretch
        let ratio = give > 0 ? max(-1, min(20, room / give)) : (room < 1 ? 0 : 20)
        let badness = 100 * abs(ratio * ratio * ratio)
        let tightness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
        return ((10 + badness) * (10 + badness), tightness)
    }

    private func penalty(from start: Int, to end: Int, boxes: [Box]) -> Double {
        let startsDivided = boxes[start].hyphenWidth > 0
        guard end < boxes.count else {
            // A last line of a single short word looks lost, and more so the rest of a divided one.
            let isLost = start == end - 1 && end > 1
            return isJustified ? (isLost ? 4_000 : 0) : (isLost ? 2_000 : 0) + (startsDivided ? 6_000 : 0)
        }
        let hyphen = boxes[end].hyphenWidth
        guard hyphen > 0 else { return 0 }
        // About as much as a line that falls short by two and a half ems (a hyphen is some three tenths of one), and
        // never in two lines running where that can be helped.
        let division = isJustified ? 3_000.0 : 70 * hyphen * hyphen
        return division * (startsDivided ? 4 : 1)
    }
}
