import Calendar
import Facts
import Markdown
import SceneGraph
import Typography

extension ReportComposer {
    /// The notes in two columns: what each marked number rests on.
    ///
    /// - Parameter placed: numbers of notes that stand elsewhere.
    mutating func notesSections(except placed: Set<Int> = []) -> [FlowSection] {
        let wanted = resolved.notes.filter { !placed.contains($0.number) }
        guard !wanted.isEmpty else { return [] }
        let body = items
        items = []
        let width = (page.fullWidth - 24) / 2
        let labelWidth = 20.0
        for note in wanted {
            let number = note.number
            let id = "report/note-\(number)"
            let steps = [
                StructureStep(
                    key: id, structure: Structure(.note, destination: NoteRegister.destination(number)))
            ]
            let runs = styled(note.runs, type.small)
            var lines = setter.items(
                runs, id: id, role: "note", left: labelWidth, width: width - labelWidth, lineHeight: type.smallLine,
                spaceBefore: 4, steps: steps, keepsTogether: true, setting: .small)
            if !lines.isEmpty {
                var mark = type.small
                mark.color = theme.accent
                mark.font.weight = 700
                mark.target = .destination("call-" + NoteRegister.destination(number))
                var label = setter.line("\(number)", style: mark)
                label.pieces[0].endsWithSpace = true
                lines[0].nodes =
                    setter.nodes(
                        label, id: id + "/label", role: "note-label", left: 0, lineHeight: type.smallLine)
                    + lines[0].nodes
            }
            items += lines
        }
        let notes = items
        items = []
        addSectionTitle(words.page.notes)
        let head = items
        items = body
        return [
            FlowSection(left: 0, width: page.fullWidth, endsFloats: true, items: head),
            FlowSection(columns: 2, columnGap: 24, left: 0, width: page.fullWidth, spaceBefore: 4, items: notes),
        ]
    }

    mutating func sourcesSections() -> [FlowSection] {
        let sources = resolved.sources
        guard !sources.isEmpty else { return [] }
        let body = items
        items = []
        addSectionTitle(words.page.sources)
        for source in sources {
            items += setter.items(
                SourceWording.runs(of: source, words, facts: context.facts, style: type.small),
                id: "report/source-\(source.id)",
                role: .source,
                left: 0,
                width: page.fullWidth, lineHeight: type.smallLine, spaceBefore: 4,
                steps: [
                    StructureStep(
                        key: "source-\(source.id)",
                        structure: Structure(.paragraph, destination: FactPlaces.source(source.id)))
                ],
                keepsTogether: true)
        }
        let section = FlowSection(left: 0, width: page.fullWidth, items: items)
        items = body
        return [section]
    }

    mutating func addSectionTitle(_ title: String) {
        let name = ReportHeading.name(of: title)
        let id = "report/\(name)"
        breaksNext = false
        let steps = [StructureStep(key: id, structure: Structure(.heading2, destination: name))]
        var rule = rule(id: id, width: page.fullWidth, spaceBefore: 26)
        rule.clearsRail = true
        items.append(rule)
        var lines = setter.items(
            [StyledRun(text: title, style: type.heading)], id: id, role: "heading", width: page.fullWidth,
            lineHeight: type.headingLine, spaceBefore: 0, steps: steps, keepsTogether: true)
        for index in lines.indices {
            lines[index].keepsWithNext = true
            lines[index].headingLevel = 2
        }
        items += lines
        tail.append(ReportHeading(level: 2, title: title, name: name))
    }
}
