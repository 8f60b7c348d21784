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
                result[index].y += free / 2 + (boxes[index].minY - top) * 0
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
        if columnAlignment == .none {
            for row in rowMembers {
                var at = 0.0
                for (position, index) in row.enumerated() {
                    if position > 0 { at += after[row[position - 1]].x + columnPadding + before[index].x }
                    grid.places[index].x = at
                }
            }
        }
        if rowAlignment == .none {
            for column in columnMembers {
                var at = 0.0
                for (position, index) in column.enumerated() {
                    if position > 0 { at += after[column[position - 1]].y + rowPadding + before[index].y }
                    grid.places[index].y = at
                }
            }
        }
        if centersColumns {
            for column in columnMembers {
                let widest = column.map { after[$0].x + before[$0].x }.max() ?? 0
                for index in column { grid.places[index].x += (widest - after[index].x - before[index].x) / 2 }
            }
        }
        if centersRows {
            for row in rowMembers {
                let tallest = row.map { after[$0].y + before[$0].y }.max() ?? 0
                for index in row { grid.places[index].y += (tallest - after[index].y - before[index].y) / 2 }
            }
        }
        return grid
    }
}
