import Documents

/// A small map of where the frame lies.
struct Inset: Sendable {
    enum Corner: String, Sendable, CaseIterable {
        case topLeft = "top-left", topRight = "top-right", bottomLeft = "bottom-left", bottomRight = "bottom-right"
        /// Where it covers least.
        case auto
    }

    /// Nil for a globe that looks at the middle of the frame.
    var projection: MapDocument.MapProjection?
    /// What it shows; the whole globe, or the world, where nil.
    var frame: MapDocument.Frame?
    var corner = Corner.auto
    /// Its width as a share of the map's smaller side.
    var size = 0.25
    var data: Dataset
    var location: SourceLocation
}

extension MapReader {
    /// `inset: globe`, or `inset: {projection: …, frame: …, corner: bottom-left, size: 0.3}`.
    mutating func inset(_ node: DocumentNode) -> Inset? {
        let usual = Dataset(name: "countries-world", location: node.location, path: "inset")
        if node.string == "globe" || node.boolean == true { return Inset(data: usual, location: node.location) }
        if node.boolean == false { return nil }
        guard let object = node.object else {
            problem("an inset is `globe`, or has `projection`, `frame`, `corner` and `size`", node, "inset")
            return nil
        }
        check(object, ["projection", "frame", "corner", "size", "data"], "inset")
        var inset = Inset(
            data: object["data"] == nil ? usual : dataset(object, "countries-world", "inset"), location: node.location)
        if let node = object["projection"] { inset.projection = projection(node, "inset.projection") }
        if let node = object["frame"] { inset.frame = frame(node, "inset.frame") }
        if inset.frame != nil, inset.projection?.isAutomatic ?? true {
            inset.projection = MapDocument.MapProjection(name: "naturalEarth1")
        }
        if let node = object["corner"] {
            if let corner = node.string.flatMap({ Inset.Corner(rawValue: $0) }) {
                inset.corner = corner
            } else {
                unknown("corner", node.string ?? node.kind, Inset.Corner.allCases.map(\.rawValue), node, "inset.corner")
            }
        }
        if let node = object["size"] { inset.size = number(node, "inset.size", within: 0.1...0.6) ?? inset.size }
        return inset
    }
}
