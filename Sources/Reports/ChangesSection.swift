import SceneGraph

extension ReportComposer {
    /// "What changed" since the edition that the front matter names; nothing where it names none.
    mutating func addChanges(template: PageTemplate) {
        guard report.matter.changesSince != nil else { return }
        addSectionTitle(words.report.whatChanged)
        let sentences = context.changes.isEmpty ? [words.report.nothing] : context.changes
        for (index, sentence) in sentences.enumerated() {
            let id = "report/change-\(index + 1)"
            items += setter.items(
                [StyledRun(text: sentence, style: type.small)], id: id, role: "paragraph", left: template.textLeft,
                width: textWidth, lineHeight: type.smallLine, spaceBefore: 4,
                steps: [StructureStep(key: id, structure: Structure(.paragraph))], setting: .small)
        }
    }
}
