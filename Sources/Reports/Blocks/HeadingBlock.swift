import Markdown
import SceneGraph

/// A section's heading stands under a rule; lower ones stand in the prose.
struct HeadingBlock: ReportBlock {
    var level: Int
    var runs: [StyledRun]
    var name: String

    private var isSection: Bool { level <= 2 }

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .heading(let level, let inlines) = block.content else { return nil }
        resolver.seenHeading = true
        return HeadingBlock(
            level: level, runs: resolver.runs(inlines, notesWanted: false),
            name: ReportHeading.name(of: block, inlines))
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        let id = composer.nextID("heading")
        let type = composer.type
        let tag: Structure.Tag =
            switch level {
            case ...1: .heading1
            case 2: .heading2
            case 3: .heading3
            default: .heading4
            }
        if isSection { composer.items.append(composer.rule(id: id, width: place.width, spaceBefore: 26)) }
        var lines = composer.setter.items(
            composer.styled(runs, isSection ? type.heading : type.subheading), id: id, role: "heading",
            left: place.left, width: place.width, lineHeight: isSection ? type.headingLine : type.subheadingLine,
            spaceBefore: isSection ? 0 : 18,
            steps: [StructureStep(key: id, structure: Structure(tag, destination: name))], keepsTogether: true)
        for index in lines.indices {
            lines[index].keepsWithNext = true
            lines[index].headingLevel = max(1, level)
        }
        composer.items += lines
    }

    func html(in page: inout HTMLPage) -> String {
        // The title is the page's one `h1`.
        let tag = "h\(max(2, min(6, level)))"
        return "<\(tag) id=\"\(HTMLText.escape(name))\">\(page.phrases.html(runs))</\(tag)>\n"
    }
}
