/// Changed pixels that lie together.
public struct PixelCluster: Sendable, Hashable {
    public var box: PixelBox
    /// How many pixels in the box changed.
    public var count: Int

    public init(box: PixelBox, count: Int) {
        self.box = box
        self.count = count
    }

    /// Pixels in tiles of this side that touch are one place: a changed word is one, not a dozen strokes.
    private static let tile = 8

    static func find(in map: [PixelComparison.Mark], width: Int, height: Int) -> [PixelCluster] {
        let (columns, rows) = ((width + tile - 1) / tile, (height + tile - 1) / tile)
        guard columns > 0, rows > 0 else { return [] }
        var tiles = [PixelCluster?](repeating: nil, count: columns * rows)
        for y in 0..<height {
            for x in 0..<width where map[y * width + x] == .different {
                let index = y / tile * columns + x / tile
                let pixel = PixelBox(x: x, y: y, width: 1, height: 1)
                tiles[index] =
                    tiles[index].map { PixelCluster(box: $0.box.union(pixel), count: $0.count + 1) }
                    ?? PixelCluster(box: pixel, count: 1)
            }
        }
        var clusters: [PixelCluster] = []
        var waiting: [Int] = []
        for start in tiles.indices {
            guard var cluster = tiles[start] else { continue }
            tiles[start] = nil
            waiting.append(start)
            while let index = waiting.popLast() {
                let (column, row) = (index % columns, index / columns)
                for nearRow in max(0, row - 1)...min(rows - 1, row + 1) {
                    for nearColumn in max(0, column - 1)...min(columns - 1, column + 1) {
                        let near = nearRow * columns + nearColumn
                        guard let found = tiles[near] else { continue }
                        tiles[near] = nil
                        cluster = PixelCluster(
                            box: cluster.box.union(found.box), count: cluster.count + found.count)
                        waiting.append(near)
                    }
                }
            }
            clusters.append(cluster)
        }
        return clusters.sorted { ($1.count, $0.box.y, $0.box.x) < ($0.count, $1.box.y, $1.box.x) }
    }
}
