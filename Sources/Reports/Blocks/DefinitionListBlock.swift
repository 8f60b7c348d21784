import Markdown
import SceneGraph

/// Terms, each above what it means.
struct DefinitionListBlock: ReportBlock {
    var entries: [(term: [StyledRun], meanings: [[any ReportBlock]])]

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .definitionList(let definitions) = block.content else { return nil }
        return DefinitionListBlock(
            entries: definitions.map { definition in
                (resolver.runs(definition.term), definition.meanings.map { resolver.blocks($0) })
            })
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        let id = composer.nextID("definitions")
        let steps = place.steps + [StructureStep(key: id, structure: Structure(.list))]
        for (index, entry) in entries.enumerated() {
            let itemID = "\(id)/item-\(index + 1)"
            let itemSteps = steps + [StructureStep(key: itemID, structure: Structure(.listItem))]
            var bold = composer.type.body
            bold.font.weight = 700
            var term = composer.setter.items(
                composer.styled(entry.term, bold), id: itemID + "/term", role: "paragraph", left: place.left,
                width: place.width, lineHeight: composer.type.bodyLine, spaceBefore: 10,
                steps: itemSteps + [StructureStep(key: itemID + "/term", structure: Structure(.listLabel))],
                keepsTogether: true)
            for index in term.indices { term[index].keepsWithNext = true }
            composer.items += term
            let body = itemSteps + [StructureStep(key: itemID + "/body", structure: Structure(.listBody))]
            for meaning in entry.meanings {
                let start = composer.items.count
                composer.set(meaning, at: place.inset(22, steps: body))
                if composer.items.indices.contains(start) { composer.items[start].spaceBefore = 2 }
            }
        }
    }

    func html(in page: inout HTMLPage) -> String {
        var html = "<dl>\n"
        for entry in entries {
            html += "<dt>\(page.phrases.html(entry.term))</dt>\n"
            for meaning in entry.meanings { html += "<dd>\(meaning.map { $0.html(in: &page) }.joined())</dd>\n" }
        }
        return html + "</dl>\n"
    }
}
