import Documents

/// The network addresses that a figure's document names as its data.
public enum NamedAddresses {
    /// In the order of the document, each once. Addresses of pictures, links and schemas are none of them.
    public static func of(_ document: DocumentNode) -> [String] {
        var result: [String] = []
        gather(document, key: "", depth: 0, into: &result)
        return result
    }

    private static let keys: Set<String> = ["url", "table", "data", "geodata", "areas", "path", "file"]
    /// What holds addresses that are no data.
    private static let passed: Set<String> = [
        "mark", "encoding", "usermeta", "values", "datasets", "sources", "$schema",
    ]

    private static func gather(_ node: DocumentNode, key: String, depth: Int, into result: inout [String]) {
        guard depth < 60 else { return }
        switch node.value {
        case .string(let text) where keys.contains(key):
            if text.hasPrefix("https://") || text.hasPrefix("http://"), !result.contains(text) { result.append(text) }
        case .array(let items): for item in items { gather(item, key: key, depth: depth + 1, into: &result) }
        case .object(let object):
            for member in object.members where !passed.contains(member.key) {
                gather(member.value, key: member.key, depth: depth + 1, into: &result)
            }
        default: break
        }
    }
}
