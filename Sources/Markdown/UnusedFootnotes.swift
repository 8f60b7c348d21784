import Documents

/// Footnotes that are defined and not called for. cmark-gfm leaves them out without a word.
enum UnusedFootnotes {
    static func find(in text: [UInt8], firstLine: Int) -> [(label: String, location: SourceLocation)] {
        let open = Array("[^".utf8)
        guard text.contains(UInt8(ascii: "^")) else { return [] }
        var definitions: [(label: String, location: SourceLocation)] = []
        var calls: Set<String> = []
        for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            var index = line.startIndex
            while index + 2 < line.endIndex {
                guard line[index] == open[0], line[index + 1] == open[1] else {
                    index += 1
                    continue
                }
                guard let end = line[index...].firstIndex(of: UInt8(ascii: "]")) else { break }
                let label = String(decoding: line[(index + 2)..<end], as: UTF8.self)
                let isDefinition =
                    end + 1 < line.endIndex && line[end + 1] == UInt8(ascii: ":")
                    && line[..<index].allSatisfy { $0 == 0x20 } && index - line.startIndex < 4
                if isDefinition {
                    definitions.append(
                        (label, SourceLocation(line: firstLine + number, column: index - line.startIndex + 1)))
                } else {
                    calls.insert(label.lowercased())
                }
                index = end + 1
            }
        }
        return definitions.filter { !calls.contains($0.label.lowercased()) }
    }
}
