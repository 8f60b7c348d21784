import Documents

/// Which fields a document may ask for: those whose names stand in any of its texts. A file's other columns need not be
/// read. It errs on the side of reading: short names stand in many words.
public struct FieldMentions: Sendable, Hashable {
    private let texts: Set<String>
    /// An expression may take whole rows, or names it makes: every field is asked for.
    private let isAll: Bool

    /// - Parameter document: the whole document; the contents of its data are passed over.
    public init(_ document: DocumentNode) {
        var texts: Set<String> = []
        FieldMentions.gather(document, depth: 0, into: &texts)
        self.texts = texts
        isAll = texts.contains(where: FieldMentions.takesRows)
    }

    /// Whether a column of that name may be asked for.
    public func contains(_ name: String) -> Bool { isAll || texts.contains { $0 == name || $0.contains(name) } }

    private static func gather(_ node: DocumentNode, depth: Int, into texts: inout Set<String>) {
        guard depth < 100 else { return }
        switch node.value {
        case .string(let text): texts.insert(text.contains("\\") ? text.filter { $0 != "\\" } : text)
        case .array(let items): for item in items { gather(item, depth: depth + 1, into: &texts) }
        case .object(let object):
            for member in object.members where member.key != "datasets" {
                texts.insert(member.key)
                if member.key == "data" {
                    for part in member.value.object?.members ?? [] where part.key != "values" {
                        gather(part.value, depth: depth + 1, into: &texts)
                    }
                } else {
                    gather(member.value, depth: depth + 1, into: &texts)
                }
            }
        default: break
        }
    }

    /// Whether `datum` stands in it otherwise than before a plain member: `datum.name`, `datum['name']`.
    private static func takesRows(_ text: String) -> Bool {
        var rest = text[...]
        while let found = rest.firstRange(of: "datum") {
            rest = rest[found.upperBound...]
            let after = rest.drop { $0 == " " }
            if after.first == "." { continue }
            if after.first == "[" {
                let inside = after.dropFirst().drop { $0 == " " }
                if inside.first == "'" || inside.first == "\"" { continue }
            }
            if text == "datum" { continue }
            return true
        }
        return false
    }
}
