import SceneGraph
import Tables

/// How the views of a composition lie, with the defaults that the document leaves.
struct GridArrangement {
    var rowSpacing: Double
    var columnSpacing: Double
    var rowAlignment: GridLayout.Alignment
    var columnAlignment: GridLayout.Alignment
    var centersRows: Bool
    var centersColumns: Bool
    var isFlush: Bool

    init(_ written: GridSpecification, config: GridSpecification, alignment: GridLayout.Alignment) {
        let grid = written.merged(over: config)
        (rowSpacing, columnSpacing) = (grid.spacing.row ?? 20, grid.spacing.column ?? 20)
        (rowAlignment, columnAlignment) = (grid.align.row ?? alignment, grid.align.column ?? alignment)
        (centersRows, centersColumns) = (grid.center.row ?? false, grid.center.column ?? false)
        isFlush = grid.isFlush ?? false
    }

    /// What is kept apart: all that a view draws, or its own rectangle alone.
    func boxes(of pictures: [Picture]) -> [Rectangle] {
        pictures.map {
            isFlush ? Rectangle(x: 0, y: 0, width: $0.size.width, height: $0.size.height) : $0.bounds
        }
    }

    func grid(_ boxes: [Rectangle], columns: Int) -> GridLayout.Grid {
        GridLayout.grid(
            boxes, columns: columns, rowPadding: rowSpacing, columnPadding: columnSpacing,
            columnAlignment: columnAlignment, rowAlignment: rowAlignment, centersColumns: centersColumns,
            centersRows: centersRows)
    }
}

extension ChartLayout {
    mutating func concatPicture(_ id: Int, columns: Int?, isWrapped: Bool, cell: Cell, place: String) -> Picture {
        var pictures: [Picture] = []
        for (index, child) in views[id].children.enumerated() {
            pictures.append(picture(of: child, cell: cell, place: "\(place)\(index)/"))
        }
        guard !pictures.isEmpty else { return .empty }
        // The views of a repeat are all given the same room.
        let written = views[id].written
        let arrangement = GridArrangement(
            written.grid, config: config.concat, alignment: written.isRepeat ? .all : .each)
        let asked = columns ?? (isWrapped ? config.concat.columns : nil) ?? pictures.count
        let count = min(asked, scales.room.columns ?? asked)
        let grid = arrangement.grid(arrangement.boxes(of: pictures), columns: count)
        var result = Picture.empty
        add(pictures, at: grid.places, to: &result)
        // Legends and titles stand around all of it.
        let whole = result.bounds
        addLegends(
            id, to: &result, cell: cell, size: ViewSize(width: whole.width, height: whole.height), xBounds: whole,
            yBounds: whole, place: place)
        addTitle(id, to: &result, place: place)
        return result
    }

    /// Puts views at their places in an empty picture, whose bounds become theirs.
    func add(_ pictures: [Picture], at places: [Point], to result: inout Picture) {
        var bounds: Rectangle?
        for (picture, place) in zip(pictures, places) {
            let moved = picture.translated(by: place)
            result.nodes += moved.nodes
            bounds = bounds?.union(moved.bounds) ?? moved.bounds
        }
        result.bounds = bounds ?? .zero
    }
}
