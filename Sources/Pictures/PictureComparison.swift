import SceneGraph

/// Everything that can be told about a picture and the one it should be.
public struct PictureComparison: Sendable {
    /// What the pair is called in a report: the figure's name.
    public var name: String
    public var pixels: PixelComparison?
    /// Nil where one of the two has no scene.
    public var scene: SceneComparison?
    public var places: [ClusterAttribution] = []
    /// What kept the pair from being compared at all: a missing baseline, a broken file, a figure that cannot be drawn.
    public var problem: String?
    /// How the two were made, where that differs: `cairo 1.16.0 → 1.18.0`.
    public var circumstances: [String] = []
    /// Equal scenes are asked for too, though the pixels agree.
    public var comparesScenes: Bool

    /// The expected picture, the actual one and their difference as whole PNG files, for the report.
    public var expectedPNG: [UInt8]?
    public var actualPNG: [UInt8]?
    public var differencePNG: [UInt8]?
    /// Extent of the scenes, for laying boxes on the pictures.
    public var sceneSize: Size?

    public init(name: String, comparesScenes: Bool = false) {
        self.name = name
        self.comparesScenes = comparesScenes
    }

    public var passes: Bool {
        problem == nil && (pixels?.passes ?? true) && (!comparesScenes || (scene?.isSame ?? true))
            && (pixels != nil || (scene?.isSame ?? true))
    }

    /// The result line by line, most telling first.
    public var lines: [String] {
        if let problem { return [problem] }
        var lines: [String] = scene?.changes.map(\.message) ?? []
        if let pixels {
            if let scene, scene.isSame, !pixels.passes {
                lines.append("the scenes are equal: the renderer or a font drew it differently")
            }
            lines.append(pixels.summary)
            if scene?.isSame ?? true, !pixels.passes { lines += whereabouts(pixels) }
        } else if scene?.isSame ?? false {
            lines.append("the scenes are equal")
        }
        return lines + circumstances
    }

    /// The largest places, each with what is drawn there where that is known.
    private func whereabouts(_ pixels: PixelComparison) -> [String] {
        let names = Dictionary(places.map { ($0.cluster, $0.names) }, uniquingKeysWith: { first, _ in first })
        let most = 8
        var lines = pixels.clusters.prefix(most).map { cluster in
            let box = cluster.box
            let place = "\(cluster.count) px in \(box.width) × \(box.height) at (\(box.x), \(box.y))"
            guard let there = names[cluster] else { return place }
            return place + (there.isEmpty ? ", where nothing is drawn" : ", at " + there.joined(separator: ", "))
        }
        if pixels.clusters.count > most { lines.append("and \(pixels.clusters.count - most) more places") }
        return lines
    }
}
