import Documents
import Facts

/// `{fact:ID}` in the texts of a figure, written out before the figure is read; what was written is kept, so that the
/// texts carry their facts.
struct FigurePlaceholders {
    struct Written: Hashable {
        /// What the fact wrote.
        var text: String
        var fact: String
        /// The whole text that it stands in.
        var whole: String
    }

    private(set) var document: Document
    private(set) var written: [Written] = []
    private var problems = Diagnostics()
    private let facts: FactBase
    private let language: String

    init(_ document: Document, facts: FactBase, language: String) throws(Diagnostics) {
        self.document = document
        self.facts = facts
        self.language = language
        guard FigurePlaceholders.isIn(document.root) else { return }
        self.document.root = replaced(document.root, path: "")
        try problems.throwIfErrors()
    }

    /// Whether a document has any.
    static func isIn(_ node: DocumentNode) -> Bool {
        switch node.value {
        case .string(let text): text.utf8.count > 7 && text.contains("{fact:")
        case .array(let items): items.contains(where: isIn)
        case .object(let object): object.members.contains { isIn($0.value) }
        default: false
        }
    }

    private mutating func replaced(_ node: DocumentNode, path: String) -> DocumentNode {
        switch node.value {
        case .string(let text):
            guard text.contains("{fact:") else { return node }
            return DocumentNode(.string(replaced(text, at: node.location, path: path)), at: node.location)
        case .array(let items):
            var changed: [DocumentNode] = []
            for (index, item) in items.enumerated() { changed.append(replaced(item, path: "\(path)[\(index)]")) }
            return DocumentNode(.array(changed), at: node.location)
        case .object(let object):
            var changed = object.members
            for index in changed.indices {
                let key = changed[index].key
                changed[index].value = replaced(changed[index].value, path: path.isEmpty ? key : "\(path).\(key)")
            }
            return DocumentNode(.object(DocumentObject(changed)), at: node.location)
        default: return node
        }
    }

    private mutating func replaced(_ text: String, at location: SourceLocation, path: String) -> String {
        var result = ""
        var found: [(text: String, fact: String)] = []
        for part in FactPlaceholder.parts(of: text) {
            switch part {
            case .text(let text): result += text
            case .placeholder(let placeholder):
                guard let fact = facts[placeholder.id] else {
                    problems.add(
                        Diagnostic(
                            "no fact has the id `\(placeholder.id)`", file: document.file, at: location, path: path,
                            advice: facts.adviceForUnknown(placeholder.id)))
                    continue
                }
                if let form = placeholder.form, !FactPlaceholder.forms.contains(form) {
                    problems.add(
                        Diagnostic(
                            "unknown form `\(form)` of a fact", file: document.file, at: location, path: path,
                            advice: "known forms: "
                                + FactPlaceholder.forms.map { "{fact:\(fact.id)|\($0)}" }.joined(separator: ", ")))
                    continue
                }
                let written = placeholder.written(fact, language: language)
                found.append((written, fact.id))
                result += written
            }
        }
        self.written += found.map { Written(text: $0.text, fact: $0.fact, whole: result) }
        return result
    }
}
