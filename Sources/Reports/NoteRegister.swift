import SceneGraph

/// Numbers the notes in the order in which the text first calls for them.
struct NoteRegister {
    enum Key: Hashable {
        case fact(String)
        case footnote(String)
    }

    private(set) var keys: [Key] = []

    /// The note's number, from 1.
    mutating func number(of key: Key) -> Int {
        if let index = keys.firstIndex(of: key) { return index + 1 }
        keys.append(key)
        return keys.count
    }

    /// The notes that a node calls for.
    static func calls(_ node: Node) -> [Int] {
        var found: [Int] = []
        node.forEach { node in
            if case .destination(let name)? = node.structure?.target, name.hasPrefix("note-"),
                let number = Int(name.dropFirst(5))
            {
                found.append(number)
            }
        }
        return found
    }

    static func destination(_ number: Int) -> String { "note-\(number)" }
}
