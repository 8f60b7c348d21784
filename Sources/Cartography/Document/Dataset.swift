import Documents

/// A file of shapes: of the program's geodata by name (`countries-region`), or beneath the data root by path.
struct Dataset: Sendable {
    var name: String
    var location: SourceLocation
    var path: String

    var isGeodata: Bool { GeodataLibrary.datasets.contains(name) }
}

/// A code or name of a document, and where it stands.
struct Code: Sendable {
    var text: String
    var location: SourceLocation
    var path: String
}

extension DocumentReader {
    /// The file that `data` names, `usual` where it names none.
    mutating func dataset(_ usual: String) -> Dataset {
        guard let node = value("data"), let name = text("data") else {
            return Dataset(name: usual, location: node.location, path: path)
        }
        return Dataset(name: name, location: node.location, path: path(of: "data"))
    }

    /// A list of codes or names; one alone is a list of one.
    mutating func codes(_ key: String) -> [Code] {
        guard let node = value(key) else { return [] }
        guard let items = node.array else {
            if let single = node.string { return [Code(text: single, location: node.location, path: path(of: key))] }
            report(key, "`\(key)` must be a list of codes, not \(node.kind)")
            return []
        }
        return items.enumerated().compactMap { index, item in
            let place = "\(path(of: key))[\(index)]"
            guard let text = item.string else {
                report(item, "a code is a word, not \(item.kind)", path: place)
                return nil
            }
            return Code(text: text, location: item.location, path: place)
        }
    }
}
