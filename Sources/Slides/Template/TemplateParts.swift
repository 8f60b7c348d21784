import Archives
import Documents
import XML

/// What one part of a template says about another.
struct TemplateRelationship: Sendable {
    var id: String
    var type: String
    /// As it is written.
    var target: String
    /// The part that it leads to; nil where it leads out of the file.
    var part: String?

    /// The last word of the type's address.
    var kind: String { type.split(separator: "/").last.map(String.init) ?? type }
}

/// The parts of a template by path (ISO/IEC 29500-2, 6.2).
struct TemplateParts {
    private let parts: [String: [UInt8]]
    private let file: String

    init(_ entries: [ArchiveEntry], file: String) {
        parts = Dictionary(entries.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        self.file = file
    }

    subscript(path: String) -> [UInt8]? { parts[path] }

    func notPowerPoint(_ reason: String) -> Diagnostic {
        Diagnostic("is no PowerPoint file: \(reason)", file: file, advice: "name a .pptx or .potx")
    }

    func element(_ path: String) throws(Diagnostic) -> XMLElement? {
        guard let bytes = parts[path] else { return nil }
        return try XMLReader.read(bytes, file: "\(file)/\(path)")
    }

    /// What a part leads to, in the order of its list; that of the whole package for "".
    func relationships(of path: String) throws(Diagnostic) -> [TemplateRelationship] {
        let cut = path.lastIndex(of: "/")
        let folder = cut.map { String(path[...$0]) } ?? ""
        let name = cut.map { String(path[path.index(after: $0)...]) } ?? path
        guard let list = try element("\(folder)_rels/\(name).rels") else { return [] }
        return list.children.compactMap { item in
            guard let id = item["Id"], let type = item["Type"], let target = item["Target"] else { return nil }
            let part = item["TargetMode"] == "External" ? nil : TemplateParts.resolve(target, from: folder)
            return TemplateRelationship(id: id, type: type, target: target, part: part)
        }
    }

    /// The part that a `.rels` file is about; nil for other files.
    static func owner(ofRelationships path: String) -> String? {
        guard path.hasSuffix(".rels") else { return nil }
        var steps = path.dropLast(5).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard steps.count >= 2, steps[steps.count - 2] == "_rels" else { return nil }
        steps.remove(at: steps.count - 2)
        return steps.joined(separator: "/")
    }

    private static func resolve(_ target: String, from folder: String) -> String? {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for step in target.split(separator: "/").map(String.init) {
            if step == ".." {
                guard !steps.isEmpty else { return nil }
                steps.removeLast()
            } else if step != "." {
                steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
