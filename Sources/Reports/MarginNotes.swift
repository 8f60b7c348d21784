import SceneGraph

extension ReportComposer {
    /// Whether the theme sets notes beside the lines that call for them.
    var hasMarginNotes: Bool { theme.page.notes == .margin && page.rail > 0 && columnCount == 1 }

    /// Every note as it stands in the margin, by number; none where they stand at the end.
    mutating func marginNotes() -> [Int: FlowItem] {
        guard hasMarginNotes else { return [:] }
        var notes: [Int: FlowItem] = [:]
        for note in resolved.notes {
            let index = note.number
            let id = "report/note-\(index)"
            var mark = type.small
            mark.color = theme.accent
            mark.font.weight = 700
            let lines = setter.breaker(.small).lines(
                of: [StyledRun(text: "\(index)", style: mark), StyledRun(text: "  ", style: type.small)]
                    + styled(note.runs, type.small),
                width: page.rail)
            var nodes: [Node] = []
            for (number, line) in lines.enumerated() {
                nodes += setter.nodes(
                    line, id: "\(id)/line-\(number + 1)", role: "note", left: page.railLeft,
                    top: 4 + Double(number) * type.smallLine, lineHeight: type.smallLine)
            }
            notes[index] = FlowItem(
                nodes: nodes, height: 4 + Double(lines.count) * type.smallLine, spaceBefore: 6,
                steps: [
                    StructureStep(key: id, structure: Structure(.note, destination: NoteRegister.destination(index)))
                ], noteCalls: nodes.flatMap(NoteRegister.calls))
        }
        return notes
    }
}
