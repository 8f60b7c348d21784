import Markdown

/// The caption of a table of the text, as Pandoc has it: a paragraph above or below that begins with `Table:` or `:`; a
/// name for references may end it, `{#growth}`.
enum TableCaption {
    /// The caption of the table at a place, and where it stands if it stands below.
    static func beside(_ index: Int, in blocks: [MarkdownBlock]) -> (caption: [MarkdownInline], skipped: Int) {
        if index + 1 < blocks.count, let caption = words(blocks[index + 1]) { return (caption, index + 1) }
        if index > 0, !isTaken(index - 1, in: blocks), let caption = words(blocks[index - 1]) { return (caption, -1) }
        return ([], -1)
    }

    /// Whether a paragraph is the caption of the table below it.
    static func isBefore(_ index: Int, in blocks: [MarkdownBlock]) -> Bool {
        guard index + 1 < blocks.count, case .table = blocks[index + 1].content, words(blocks[index]) != nil else {
            return false
        }
        return !isTaken(index, in: blocks)
    }

    /// Whether it is the caption of the table above it.
    private static func isTaken(_ index: Int, in blocks: [MarkdownBlock]) -> Bool {
        guard index > 0, case .table = blocks[index - 1].content else { return false }
        return true
    }

    private static func words(_ block: MarkdownBlock) -> [MarkdownInline]? {
        guard case .paragraph(var inlines) = block.content, case .text(let text)? = inlines.first?.content else {
            return nil
        }
        let mark = text.hasPrefix("Table: ") ? 7 : text.hasPrefix(": ") ? 2 : 0
        guard mark > 0 else { return nil }
        inlines[0].content = .text(String(text.dropFirst(mark)))
        return inlines
    }

    /// The words without a name at their end, and the name.
    static func parted(_ caption: [MarkdownInline]) -> (words: [MarkdownInline], name: String?) {
        guard case .text(let text)? = caption.last?.content, text.hasSuffix("}"),
            let start = text.ranges(of: "{#").last
        else { return (caption, nil) }
        var words = caption
        let name = String(text[start.upperBound...].dropLast())
        let rest = text[..<start.lowerBound]
        words[words.count - 1].content = .text(String(rest.last == " " ? rest.dropLast() : rest))
        return (words, name)
    }

    /// Names of captions, with the numbers of their tables: those of files and those of the text in one count.
    static func names(in document: MarkdownDocument, from images: ReportImages) -> [(String, Int)] {
        var found: [(String, Int)] = []
        var count = 0
        for (index, block) in document.blocks.enumerated() {
            switch block.content {
            case .paragraph(let inlines):
                count += Report.figures(in: inlines).filter { ReportImages.kind(of: $0.address) == .table }.count
            case .table:
                let caption = beside(index, in: document.blocks).caption
                guard !caption.isEmpty else { continue }
                count += 1
                if let name = parted(caption).name { found.append((name, count)) }
            default: continue
            }
        }
        return found
    }
}
