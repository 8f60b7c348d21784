/// What a page costs for how it is filled and where it ends.
extension SpreadComposer {
    /// Scraps of text. A page that is text alone may end the report with few lines.
    func blockCost(_ start: Int, _ end: Int) -> Double {
        let lines = text.lines(start, end)
        guard lines < SpreadComposer.fewestLines else { return 0 }
        if start == 0, end == text.count { return 0 }
        if start == 0, text.height(start, end) > 200 { return 0 }
        return Cost.scrap * Double(SpreadComposer.fewestLines - lines) / Double(SpreadComposer.fewestLines)
    }

    func strandedCost(_ end: Int) -> Double {
        let since = text.linesSinceHeading[end]
        return since < 3 ? Cost.stranded : since < 4 ? 80 : 0
    }

    /// What the place where the page ends costs: parted paragraphs, headings near the foot, figures that wait.
    func endCost(_ range: Range<Int>, float: Int, next: Int, isLeft: Bool, hasBottom: Bool) -> Double {
        let end = range.upperBound
        var cost = 0.0
        if end < text.count, !range.isEmpty {
            cost += text.chunks[end - 1].breakCost * (hasBottom ? 4 : 1)
            cost += strandedCost(end)
        }
        let crosses = end < text.count && text.chunks[end].breaksPage
        for waiting in next..<max(next, floats.count) {
            guard calls[waiting] < end else { break }
            cost += calls[waiting] < range.lowerBound ? Cost.late : isLeft ? Cost.facing : Cost.nextPage
            if crosses { cost += Cost.crossesBreak }
        }
        return cost
    }

    /// What is left of the page, or what its spaces give.
    func fillCost(_ range: Range<Int>, used: Double, next: Int) -> Double {
        let end = range.upperBound
        let isLast = end == text.count && next == floats.count
        if end < text.count, text.chunks[end].breaksPage { return 0 }
        let left = height - used
        if left < 0 {
            let ratio = -left / max(1, shrink(range.lowerBound, end))
            return 8 * ratio * ratio * ratio
        }
        let part = left / height
        if isLast { return isContinued || part < 0.85 ? 0 : 500 * (part - 0.85) / 0.15 }
        var cost = 3_000 * part * part
        if part > 0.2 { cost += 400 }
        if part > 0.28 { cost += Cost.sparse * part }
        return cost
    }
}
