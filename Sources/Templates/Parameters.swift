import Documents
import Expressions
import Tables

/// What the front matter of a report says of its parameters: `params`, and `output`, the pattern of file names.
///
/// Both are read from the text of the front matter by themselves, before anything of it is filled.
package struct Parameters: Sendable {
    package let file: String
    package let declarations: [ParameterDeclaration]
    /// Nil where the report does not say how its outputs are called.
    package let output: OutputPattern?

    package var names: [String] { declarations.map(\.name) }

    /// Nil where the front matter declares no parameters: the file is no template then.
    package init?(_ contents: [UInt8], file: String) throws(Diagnostics) {
        guard let matter = FrontMatterText(contents), let params = matter.entry("params") else { return nil }
        self.file = file
        let root = try YAMLReader.read(params.bytes, file: file, firstLine: params.line)
        let node = root["params"] ?? root
        var reader = DocumentReader(node, path: "params", file: file, noun: "`params`")
        var declarations: [ParameterDeclaration] = []
        for member in node.object?.members ?? [] {
            if let declaration = ParameterDeclaration(member, in: &reader) { declarations.append(declaration) }
        }
        reader.allow(reader.keys)
        try reader.problems.throwIfErrors()
        self.declarations = declarations
        if let entry = matter.entry("output") {
            output = try OutputPattern(entry, file: file, names: declarations.map(\.name))
        } else {
            output = nil
        }
    }

    /// The values of all parameters for one report.
    ///
    /// - Parameters:
    ///   - given: by name; what is missing has its default.
    ///   - told: where problems stand, for what is wrong with a value of that name.
    package func values(
        _ given: (String) -> DataValue?, told: (String, Diagnostic) -> Diagnostic
    ) throws(Diagnostics) -> [String: DataValue] {
        var values: [String: DataValue] = [:]
        var problems = Diagnostics()
        for declaration in declarations {
            do throws(Diagnostic) {
                values[declaration.name] = try declaration.value(of: given(declaration.name) ?? .null)
            } catch { problems.add(told(declaration.name, error)) }
        }
        try problems.throwIfErrors()
        return values
    }

    /// The defaults; every parameter without one is an error at its place.
    package func defaults() throws(Diagnostics) -> [String: DataValue] {
        var problems = Diagnostics()
        var values: [String: DataValue] = [:]
        for declaration in declarations {
            if let usual = declaration.usual {
                values[declaration.name] = usual
            } else {
                problems.add(
                    Diagnostic(
                        "the parameter `\(declaration.name)` has no value", file: file, at: declaration.location,
                        path: "params.\(declaration.name)",
                        advice: "give it by --param \(declaration.name)=…, a table by --params, or a `default`"))
            }
        }
        try problems.throwIfErrors()
        return values
    }
}

/// The lines of a file's front matter, as text.
struct FrontMatterText {
    struct Entry {
        var bytes: [UInt8]
        /// Of the file, from 1.
        var line: Int
    }

    private var lines: [ArraySlice<UInt8>] = []

    /// Nil where the file begins with no front matter.
    init?(_ contents: [UInt8]) {
        let start = contents.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let all = contents[start...].split(separator: 0x0A, maxSplits: 2_000, omittingEmptySubsequences: false)
        func isFence(_ line: ArraySlice<UInt8>) -> Bool {
            line.starts(with: Array("---".utf8)) && line.dropFirst(3).allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
        }
        guard let first = all.first, isFence(first) else { return nil }
        for line in all.dropFirst() {
            if isFence(line) { return }
            lines.append(line)
        }
        return nil
    }

    /// A key at the outermost level, with the lines that belong to it.
    func entry(_ key: String) -> Entry? {
        let start = Array((key + ":").utf8)
        guard let first = lines.firstIndex(where: { $0.starts(with: start) }) else { return nil }
        var end = first + 1
        while end < lines.count {
            let line = lines[end]
            guard let byte = line.first, byte != 0x0D else {
                end += 1
                continue
            }
            guard [0x20, 0x09, UInt8(ascii: "#"), UInt8(ascii: "}"), UInt8(ascii: "-")].contains(byte) else { break }
            end += 1
        }
        return Entry(bytes: Array(lines[first..<end].joined(separator: [0x0A])), line: first + 2)
    }
}
