import SceneGraph

/// Changed pixels, laid to the things that are drawn there.
public struct ClusterAttribution: Sendable, Hashable {
    public var cluster: PixelCluster
    /// Ids of the changed things there; of whatever is drawn there where none changed.
    public var ids: [String]
    /// `label "Lhasa"`; empty where nothing is drawn.
    public var names: [String]

    /// - Parameter scale: pixels per figure unit.
    public static func attribute(
        _ clusters: [PixelCluster], to scene: RecordedScene, changes: [SceneChange], scale: Double
    ) -> [ClusterAttribution] {
        guard scale.isFinite, scale > 0 else { return [] }
        let words = FigureWords(scene)
        let parents = Set(scene.nodes.compactMap(\.parent))
        let leaves = scene.nodes.indices.filter { !parents.contains($0) }
        let changed = Set(changes.flatMap(\.ids))
        return clusters.map { cluster in
            // Smoothing reaches a pixel beyond what is drawn.
            let box = Rectangle(
                x: Double(cluster.box.x) / scale, y: Double(cluster.box.y) / scale,
                width: Double(cluster.box.width) / scale, height: Double(cluster.box.height) / scale
            ).inset(by: -1 / scale)
            let there = leaves.filter { scene.nodes[$0].bounds.inset(by: -0.01).intersects(box) }
            let guilty = there.filter { changed.contains(scene.nodes[$0].id) }
            // What covers the place and not much more is meant sooner than the ground that it stands on.
            let likely = there.map { (index: $0, share: share(of: scene.nodes[$0].bounds, box)) }
                .sorted { ($1.share, $0.index) < ($0.share, $1.index) }.map(\.index)
            let chosen = guilty.isEmpty ? likely.prefix(3) : guilty.prefix(6)
            return ClusterAttribution(
                cluster: cluster, ids: chosen.map { scene.nodes[$0].id }, names: chosen.map { words.name(of: $0) })
        }
    }

    /// What two rectangles share, of what they cover together.
    private static func share(of a: Rectangle, _ b: Rectangle) -> Double {
        let width = min(a.maxX, b.maxX) - max(a.minX, b.minX)
        let height = min(a.maxY, b.maxY) - max(a.minY, b.minY)
        let shared = max(0, width) * max(0, height)
        return shared / max(1e-9, a.width * a.height + b.width * b.height - shared)
    }
}
