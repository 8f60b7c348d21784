import SceneGraph

/// Boxes in rows and columns.
enum GridLayout {
    struct Grid {
        var places: [Point] = []
        /// The left edge and the width of each column's boxes, after placing.
        var columnStarts: [Double] = []
        var rowStarts: [Double] = []
    }

    enum Alignment: String { case all, each, none }

    /// The places of boxes that stand in rows of `columns`; each is measured from its own origin.
    static func places(
        _ boxes: [Rectangle], columns: Int, rowPadding: Double, columnPadding: Double, alignsColumns: Bool,
        centersRows: Bool = false
    ) -> [Point] {
        var result = grid(
            boxes, columns: columns, rowPadding: rowPadding, columnPadding: columnPadding, columnAlignment: .each,
            rowAlignment: .each
        ).places
        guard centersRows else { return result }
        let count = max(1, columns)
        for start in stride(from: 0, to: boxes.count, by: count) {
            let row = start..<min(start + count, boxes.count)
            let tallest = row.map { boxes[$0].maxY }.max() ?? 0
            let top = row.map { boxes[$0].minY }.min() ?? 0
            for index in row {
                let free = (tallest - top) - (boxes[index].maxY - boxes[index].minY)
                result[index].y += free / 2
            }
        }
        return result
    }

    /// - Parameters:
    ///   - columnAlignment: `all`: every column as wide as the widest; `each`: each as wide as its own widest; `none`:
    ///     boxes follow one another in their row.
    static func grid(
        _ boxes: [Rectangle], columns: Int, rowPadding: Double, columnPadding: Double,
        columnAlignment: Alignment, rowAlignment: Alignment, centersColumns: Bool = false, centersRows: Bool = false
    ) -> Grid {
        let columns = max(1, min(columns, max(1, boxes.count)))
        let rows = (boxes.count + columns - 1) / columns
        // How far each box reaches before and after its origin, in whole units.
        let before = boxes.map { Point(max(0, -$0.minX.rounded(.down)), max(0, -$0.minY.rounded(.down))) }
        let after = boxes.map { Point($0.maxX.rounded(.up), $0.maxY.rounded(.up)) }
        var grid = Grid(places: [Point](repeating: .zero, count: boxes.count))

        func line(_ members: [[Int]], _ alignment: Alignment, _ padding: Double, _ part: (Point) -> Double) -> [Double]
        {
            // Starts of each line of boxes along one direction.
            var lead = members.map { $0.map { part(before[$0]) }.max() ?? 0 }
            var trail = members.map { $0.map { part(after[$0]) }.max() ?? 0 }
            if alignment == .all {
                let (a, b) = (lead.max() ?? 0, trail.max() ?? 0)
                lead = lead.map { _ in a }
                trail = trail.map { _ in b }
            }
            var starts: [Double] = []
            var at = 0.0
            for index in members.indices {
                if index > 0 { at += trail[index - 1] + padding + lead[index] }
                starts.append(at)
            }
            return starts
        }
        let columnMembers = (0..<columns).map { column in boxes.indices.filter { $0 % columns == column } }
        let rowMembers = (0..<max(1, rows)).map { row in boxes.indices.filter { $0 / columns == row } }
        grid.columnStarts = line(columnMembers, columnAlignment, columnPadding) { $0.x }
        grid.rowStarts = line(rowMembers, rowAlignment, rowPadding) { $0.y }
        for index in boxes.indices {
            grid.places[index] = Point(grid.columnStarts[index % columns], grid.rowStarts[index / columns])
        }
        pack(&grid.places, rowMembers, columnAlignment, columnPadding, \.x, before: before, after: after)
        pack(&grid.places, columnMembers, rowAlignment, rowPadding, \.y, before: before, after: after)
        if centersColumns { center(&grid.places, columnMembers, \.x, before: before, after: after) }
        if centersRows { center(&grid.places, rowMembers, \.y, before: before, after: after) }
        return grid
    }

    /// Boxes that follow one another in their line, whatever the others do.
    private static func pack(
        _ places: inout [Point], _ lines: [[Int]], _ alignment: Alignment, _ padding: Double,
        _ part: WritableKeyPath<Point, Double>, before: [Point], after: [Point]
    ) {
        guard alignment == .none else { return }
        for line in lines {
            var at = 0.0
            for (position, index) in line.enumerated() {
                if position > 0 {
                    at += after[line[position - 1]][keyPath: part] + padding + before[index][keyPath: part]
                }
                places[index][keyPath: part] = at
            }
        }
    }

    /// Each box in the middle of what the largest of its line takes.
    private static func center(
        _ places: inout [Point], _ lines: [[Int]], _ part: WritableKeyPath<Point, Double>, before: [Point],
        after: [Point]
    ) {
        func extent(_ index: Int) -> Double { after[index][keyPath: part] + before[index][keyPath: part] }
        for line in lines {
            let largest = line.map(extent).max() ?? 0
            for index in line { places[index][keyPath: part] += (largest - extent(index)) / 2 }
        }
    }
}
