import Documents

/// A small map of where the frame lies.
struct Inset: Sendable {
    enum Corner: String, Sendable, CaseIterable {
        case topLeft = "top-left", topRight = "top-right", bottomLeft = "bottom-left", bottomRight = "bottom-right"
        /// Where it covers least.
        case auto
    }

    /// Nil for a globe that looks at the middle of the frame.
    var projection: ProjectionWish?
    /// What it shows; the whole globe, or the world, where nil.
    var frame: MapFrame?
    var corner = Corner.auto
    /// Its width as a share of the map's smaller side.
    var size = 0.25
    var data: Dataset
    var location: SourceLocation
}

extension DocumentReader {
    /// `inset: globe`, or `inset: {projection: …, frame: …, corner: bottom-left, size: 0.3}`.
    mutating func inset(_ key: String = "inset") -> Inset? {
        guard let node = value(key) else { return nil }
        let usual = Dataset(name: "countries-world", location: node.location, path: path(of: key))
        if node.string == "globe" || node.boolean == true { return Inset(data: usual, location: node.location) }
        if node.boolean == false { return nil }
        guard node.object != nil else {
            report(key, "an inset is `globe`, or has `projection`, `frame`, `corner` and `size`")
            return nil
        }
        return object(key, noun: "an inset") { reader in
            var inset = Inset(data: reader.dataset(usual.name), location: node.location)
            inset.projection = reader.projection()
            inset.frame = reader.frame()
            if inset.frame != nil, inset.projection?.isAutomatic ?? true {
                inset.projection = ProjectionWish(name: "naturalEarth1")
            }
            inset.corner = reader.word("corner", of: Inset.Corner.self, called: "corner") ?? .auto
            inset.size = reader.number("size", in: 0.1...0.6) ?? inset.size
            return inset
        }
    }
}
