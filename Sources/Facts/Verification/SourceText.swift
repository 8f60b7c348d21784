/// A source's text, taken apart into sections and paragraphs, as locators count them.
///
/// Blank lines part paragraphs. A paragraph of one line that ends without a full stop and is no longer than
/// `longestHeading` is a heading; the first of these above any text is the title, and what follows it up to the next
/// heading is the section `lead`.
struct SourceText: Sendable {
    struct Section: Sendable {
        /// `lead`, or the heading with its spaces made single.
        var name: String
        var paragraphs: [String]
    }

    /// Characters; a line longer than this is text.
    static let longestHeading = 120

    private(set) var title: String?
    private(set) var sections: [Section] = []

    init(_ text: String) {
        var lead = Section(name: Locator.leadSection, paragraphs: [])
        for block in SourceText.blocks(of: text) {
            if let heading = SourceText.heading(block) {
                if title == nil, sections.isEmpty, lead.paragraphs.isEmpty {
                    title = heading
                } else {
                    sections.append(Section(name: heading, paragraphs: []))
                }
                continue
            }
            let paragraph = SourceText.joined(block)
            if sections.isEmpty {
                lead.paragraphs.append(paragraph)
            } else {
                sections[sections.count - 1].paragraphs.append(paragraph)
            }
        }
        sections.insert(lead, at: 0)
    }

    /// The section of that name; capitals and the number of spaces do not matter.
    func section(_ name: String) -> Section? {
        let wanted = SourceText.singleSpaced(name).lowercased()
        return sections.first { $0.name.lowercased() == wanted }
    }

    /// Every paragraph with where it stands.
    var located: [(locator: Locator, text: String)] {
        sections.flatMap { section in
            section.paragraphs.enumerated().map {
                (Locator(section: section.name, paragraph: $0.offset + 1), $0.element)
            }
        }
    }

    /// Lines between blank lines.
    private static func blocks(of text: String) -> [[String]] {
        var blocks: [[String]] = []
        var block: [String] = []
        // A line feed after a carriage return is one character to Swift, so both are named.
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }) {
            let line = String(line).trimmedOfSpace
            if !line.isEmpty {
                block.append(line)
            } else if !block.isEmpty {
                blocks.append(block)
                block = []
            }
        }
        if !block.isEmpty { blocks.append(block) }
        return blocks
    }

    private static func heading(_ block: [String]) -> String? {
        guard block.count == 1, let line = block.first else { return nil }
        let hashes = line.prefix { $0 == "#" }.count
        let text = singleSpaced(String(line.dropFirst(hashes)))
        if hashes > 0, hashes <= 6, !text.isEmpty { return text }
        guard line.count <= longestHeading, let last = line.last, !".!?:;,”\"".contains(last) else { return nil }
        return text
    }

    private static func joined(_ block: [String]) -> String { singleSpaced(block.joined(separator: " ")) }

    static func singleSpaced(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }
}
