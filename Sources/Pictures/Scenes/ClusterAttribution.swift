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
            let area = { (index: Int) in scene.nodes[index].bounds.width * scene.nodes[index].bounds.height }
            // What is small and on top is meant sooner than the ground that it stands on.
            let chosen = guilty.isEmpty ? there.sorted { area($0) < area($1) }.prefix(3) : guilty.prefix(6)
            return ClusterAttribution(
                cluster: cluster, ids: chosen.map { scene.nodes[$0].id }, names: chosen.map { words.name(of: $0) })
        }
    }
}
