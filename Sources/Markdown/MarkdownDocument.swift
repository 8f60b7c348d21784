internal import CMarkdown
import Documents

/// A Markdown file: its YAML front matter, its blocks and its footnotes.
public struct MarkdownDocument: Sendable {
    public var file: String
    /// Nil where the file does not begin with `---`.
    public var frontMatter: DocumentNode?
    public var blocks: [MarkdownBlock]
    /// In the order of their first use, by which they are numbered: `1`, `2`; one that nothing calls for is left out.
    public var footnotes: [(label: String, blocks: [MarkdownBlock])]

    /// Definitions that nothing calls for: they are not among `footnotes`.
    public var unusedFootnotes: [(label: String, location: SourceLocation)]

    /// Larger files are refused.
    public static let largestFile = 64 << 20

    public init(file: String, contents: [UInt8]) throws(Diagnostics) {
        self.file = file
        guard contents.count <= MarkdownDocument.largestFile else {
            throw Diagnostics([Diagnostic("larger than \(MarkdownDocument.largestFile >> 20) MiB", file: file)])
        }
        var contents = contents
        if contents.starts(with: [0xEF, 0xBB, 0xBF]) { contents.removeFirst(3) }
        if let broken = MarkdownDocument.brokenLine(contents) {
            throw Diagnostics([
                Diagnostic(
                    "the text is not valid UTF-8", file: file, at: SourceLocation(line: broken, column: 1),
                    advice: "save the file as UTF-8")
            ])
        }
        let parts = try MarkdownDocument.split(contents, file: file)
        frontMatter = try parts.frontMatter.map { (text) throws(Diagnostics) in
            try YAMLReader.read(text, file: file, firstLine: 2)
        }
        unusedFootnotes = UnusedFootnotes.find(in: parts.body, firstLine: parts.bodyLine)
        let reader = MarkdownReader(parts.body, lineOffset: parts.bodyLine - 1)
        (blocks, footnotes) = reader.read()
    }

    private static func brokenLine(_ contents: [UInt8]) -> Int? {
        if String(validating: contents, as: UTF8.self) != nil { return nil }
        var line = 1
        for part in contents.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return 1
    }

    private static func split(
        _ contents: [UInt8], file: String
    ) throws(Diagnostics) -> (frontMatter: [UInt8]?, body: [UInt8], bodyLine: Int) {
        func isFence(_ line: ArraySlice<UInt8>) -> Bool {
            var line = line
            while let last = line.last, last == 0x0D || last == 0x20 || last == 0x09 { line.removeLast() }
            return Array(line) == Array("---".utf8)
        }
        let firstEnd = contents.firstIndex(of: 0x0A) ?? contents.endIndex
        guard isFence(contents[..<firstEnd]), firstEnd < contents.endIndex else { return (nil, contents, 1) }
        var start = firstEnd + 1
        var line = 2
        while start < contents.count {
            let end = contents[start...].firstIndex(of: 0x0A) ?? contents.endIndex
            if isFence(contents[start..<end]) {
                let matter = Array(contents[(firstEnd + 1)..<start])
                let isBlank = matter.allSatisfy { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
                return (isBlank ? nil : matter, Array(contents[min(end + 1, contents.count)...]), line + 1)
            }
            start = end + 1
            line += 1
        }
        throw Diagnostics([
            Diagnostic(
                "the front matter does not end", file: file, at: SourceLocation(line: 1, column: 1),
                advice: "close it with a line `---`")
        ])
    }
}
