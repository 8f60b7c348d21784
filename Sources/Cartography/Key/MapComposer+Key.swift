import SceneGraph
import Typography

extension MapComposer {
    private func key(isColumn: Bool, width: Double) -> MapKey {
        MapKey(
            name: name, style: style, measurer: context.measurer, phrases: canvas.phrases, isColumn: isColumn,
            width: width)
    }

    /// What the layers want explained, in their order: what explains values comes first, with single signs after it.
    private func blocks(of key: MapKey) -> [LegendBlock] {
        let blocks = canvas.layers.enumerated().flatMap { $1.key(key, on: canvas, position: $0) }
        let isSign = { (block: LegendBlock) in block.size.height <= key.lineHeight * 1.2 }
        return blocks.filter { !isSign($0) } + blocks.filter(isSign)
    }

    /// The blocks in rows, or below each other, with the left upper corner of each.
    private func placed(_ key: MapKey) -> [(block: LegendBlock, corner: Point)] {
        var placed: [(block: LegendBlock, corner: Point)] = []
        var row: [LegendBlock] = []
        var top = 0.0
        let gap = 16.0
        func finishRow() {
            let height = row.map(\.size.height).max() ?? 0
            var x = 0.0
            for block in row {
                // Headings stand on one line; a single sign stands in the middle of its row.
                let isSign = block.size.height <= key.lineHeight * 1.2
                placed.append((block, Point(x, top + (isSign ? (height - block.size.height) / 2 : 0))))
                x += block.size.width + gap
            }
            if !row.isEmpty {
                top += height + (height > key.lineHeight * 1.2 ? (key.isColumn ? 12 : 5) : 0)
            }
            row = []
        }
        for block in blocks(of: key) {
            let used = row.reduce(0) { $0 + $1.size.width + gap }
            if key.isColumn || !row.isEmpty && used + block.size.width > key.width { finishRow() }
            row.append(block)
        }
        finishRow()
        return placed
    }

    /// The width of the key as a column of its own, beside the map.
    var legendColumnWidth: Double {
        let key = key(isColumn: true, width: size.width * 0.3)
        return blocks(of: key).map(\.size.width).max() ?? key.swatchWidth
    }

    /// What the key takes above the map, with the space below it; 0 where there is none.
    func legendHeight(width: Double) -> Double {
        let placed = placed(key(isColumn: false, width: width))
        let height = placed.map { $0.corner.y + $0.block.size.height }.max() ?? 0
        return height == 0 ? 0 : height + theme.margin * 0.4
    }

    /// - Parameter width: what the key may take; nil for what the figure leaves.
    func drawLegend(top: Double, width: Double? = nil) -> Node? {
        let usual = legendIsBeside ? size.width * 0.3 : size.width - 2 * theme.margin
        let placed = placed(key(isColumn: legendIsBeside, width: width ?? usual))
        guard !placed.isEmpty else { return nil }
        let left = legendIsBeside ? frame.maxX + theme.margin : theme.margin
        return .group(
            id: "\(name)/legend", role: "legend",
            placed.flatMap { item in
                item.block.nodes.map { $0.translated(by: Point(left + item.corner.x, top + item.corner.y)) }
            })
    }
}
