import Testing

@testable import Pictures

@Suite("Changed pixels that lie together")
struct PixelClusterTests {
    private func clusters(_ places: [(Int, Int)], width: Int = 64, height: Int = 48) -> [PixelCluster] {
        var map = [PixelComparison.Mark](repeating: .same, count: width * height)
        for (x, y) in places { map[y * width + x] = .different }
        return PixelCluster.find(in: map, width: width, height: height)
    }

    @Test("tiles that touch, by a corner too, are one place")
    func touching() {
        let found = clusters([(7, 7), (8, 8), (10, 20)])
        #expect(found == [PixelCluster(box: PixelBox(x: 7, y: 7, width: 4, height: 14), count: 3)])
    }

    @Test("the largest comes first, then by rows")
    func order() {
        let found = clusters([(60, 1), (0, 0), (30, 40), (31, 40)])
        #expect(found.map(\.count) == [2, 1, 1])
        #expect(found.map(\.box.x) == [30, 0, 60])
    }

    @Test("a picture without changes has none, nor has one without pixels")
    func none() {
        #expect(clusters([]).isEmpty)
        #expect(PixelCluster.find(in: [], width: 0, height: 0).isEmpty)
    }

    @Test("boxes hold their first pixel, not the one after their last")
    func boxes() {
        let box = PixelBox(x: 2, y: 3, width: 4, height: -1)
        #expect(box.height == 0 && !box.contains(x: 2, y: 3))
        let joined = PixelBox(x: 0, y: 0, width: 1, height: 1).union(PixelBox(x: 5, y: 2, width: 2, height: 2))
        #expect(joined == PixelBox(x: 0, y: 0, width: 7, height: 4))
        #expect(joined.contains(x: 6, y: 3) && !joined.contains(x: 7, y: 3))
    }
}
