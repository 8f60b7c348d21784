import Documents
import SceneGraph
import Tables

extension Compilation {
    /// Space between views along one direction.
    func spacing(_ id: Int, _ direction: String, isFacet: Bool) -> Double {
        let node = views[id].node["spacing"]
        let standard = config[isFacet ? "facet" : "concat", "spacing"]?.number ?? 20
        if let number = node?.number { return number }
        return node?[direction]?.number ?? standard
    }

    /// A count of columns, as a document writes it.
    func wholeNumber(_ node: DocumentNode?) -> Int? { node?.number.flatMap { $0 >= 1 && $0 < 1e6 ? Int($0) : nil } }

    func alignment(_ id: Int, _ direction: String, standard: GridLayout.Alignment) -> GridLayout.Alignment {
        let node = views[id].node["align"]
        let text = node?.string ?? node?[direction]?.string
        return text.flatMap(GridLayout.Alignment.init) ?? standard
    }

    func centers(_ id: Int, _ direction: String) -> Bool {
        let node = views[id].node["center"]
        return node?.boolean ?? node?[direction]?.boolean ?? false
    }

    mutating func concatPicture(_ id: Int, columns: Int?, cell: Cell, place: String) -> Picture {
        let children = views[id].children
        var pictures: [Picture] = []
        for (index, child) in children.enumerated() {
            pictures.append(picture(of: child, cell: cell, place: "\(place)\(index)/"))
        }
        guard !pictures.isEmpty else { return Picture(bounds: .zero, size: Size(0, 0)) }
        let count =
            columns ?? (views[id].node["concat"] == nil ? nil : wholeNumber(config["concat", "columns"]))
            ?? pictures.count
        // The views of a repeat are all given the same room.
        var standard = GridLayout.Alignment.each
        if case .concat(_, isRepeat: true) = views[id].kind { standard = .all }
        let grid = GridLayout.grid(
            gridBoxes(of: pictures, in: id), columns: count, rowPadding: spacing(id, "row", isFacet: false),
            columnPadding: spacing(id, "column", isFacet: false),
            columnAlignment: alignment(id, "column", standard: standard),
            rowAlignment: alignment(id, "row", standard: standard), centersColumns: centers(id, "column"),
            centersRows: centers(id, "row"))
        var result = Picture(bounds: .zero, size: Size(0, 0))
        add(pictures, at: grid.places, to: &result)
        result.size = Size(0, 0)
        // Legends and titles stand around all of it.
        let whole = result.bounds
        addLegends(
            id, to: &result, cell: cell, size: ViewSize(width: whole.width, height: whole.height), xBounds: whole,
            yBounds: whole,
            place: place)
        addTitle(id, to: &result, place: place)
        return result
    }

    /// What a grid keeps apart: all that a view draws, or with `bounds: flush` its own rectangle alone.
    func gridBoxes(of pictures: [Picture], in id: Int) -> [Rectangle] {
        let isFlush = views[id].node["bounds"]?.string == "flush"
        return pictures.map {
            isFlush ? Rectangle(x: 0, y: 0, width: $0.size.width, height: $0.size.height) : $0.bounds
        }
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
