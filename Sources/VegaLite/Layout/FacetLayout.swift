import SceneGraph
import Tables

/// The cells of a facet: their values by row and column, or one after the other.
struct FacetCells {
    struct Item {
        var cell: ChartModel.Cell
        var row: Int
        var column: Int
    }

    let row: FacetHeader?
    let column: FacetHeader?
    let wrapped: FacetHeader?
    private(set) var items: [Item] = []
    private(set) var columnCount = 1

    var headers: [FacetHeader] { [row, column, wrapped].compactMap { $0 } }
    var rowCount: Int { (items.map(\.row).max() ?? 0) + 1 }

    init(_ id: Int, _ facet: View.Facet, in model: ChartModel, cell: ChartModel.Cell, most: Int? = nil) {
        func header(_ channel: Channel) -> FacetHeader? {
            facet.definitions.first { $0.channel == channel }.map {
                FacetHeader(
                    $0, values: model.values(of: $0, facet: facet, in: id, cell: cell), facet: facet, model: model)
            }
        }
        (row, column, wrapped) = (header(.row), header(.column), header(.facet))
        if let wrapped {
            let values = wrapped.values
            let standard = model.config.facet.columns ?? (model.config.isEditorial ? 3 : values.count)
            columnCount = max(1, min(facet.columns ?? standard, max(1, values.count), most ?? .max))
            for (index, value) in values.enumerated() {
                items.append(
                    Item(
                        cell: .init(values: cell.values + [value]), row: index / columnCount,
                        column: index % columnCount))
            }
            return
        }
        let (rows, columns) = (row?.values ?? [.null], column?.values ?? [.null])
        columnCount = max(1, columns.count)
        for (r, rowValue) in rows.enumerated() {
            for (c, columnValue) in columns.enumerated() {
                var values = cell.values
                if row != nil { values.append(rowValue) }
                if column != nil { values.append(columnValue) }
                items.append(Item(cell: .init(values: values), row: r, column: c))
            }
        }
    }
}

extension ChartModel {
    /// The values of a facet's field, sorted as a discrete scale's domain would be.
    func values(
        of part: View.Facet.Definition, facet: View.Facet, in id: Int, cell: Cell
    ) -> [DataValue] {
        guard let column = facet.table.column(part.column) else { return [] }
        var seen: Set<DataValue> = []
        var values: [DataValue] = []
        let outer = views[id].facetColumns.prefix(cell.values.count).map { facet.table.column($0) }
        rows: for row in 0..<facet.table.rowCount {
            for (index, column) in outer.enumerated() where column?[row] != cell.values[index] { continue rows }
            if seen.insert(column[row]).inserted { values.append(column[row]) }
        }
        switch part.definition.written.sort {
        case .unsorted: return values
        case .descending: return DomainOrder.natural(values, descending: true)
        case .values(let list):
            return DomainOrder.listed(values, by: list, part.definition.timeUnit) {
                constant($0, type: part.definition.type)
            }
        case .field(let field, let operation, let descending):
            guard case .name(let name) = field, let source = facet.table.column(name) ?? facet.table.field(name) else {
                return DomainOrder.natural(values, descending: descending)
            }
            var groups: [DataValue: [DataValue]] = [:]
            for row in 0..<facet.table.rowCount { groups[column[row], default: []].append(source[row]) }
            return DomainOrder.summarised(values, by: groups, operation: operation, descending: descending)
        default: return DomainOrder.natural(values)
        }
    }
}

extension ChartLayout {
    mutating func facetPicture(_ id: Int, cell: Cell, place: String) -> Picture {
        guard let facet = views[id].facet, let child = views[id].children.first else { return .empty }
        let cells = FacetCells(id, facet, in: model, cell: cell, most: scales.room.columns)
        let isFrame = views[child].isUnit || views[child].isLayer
        let plan = isFrame ? axisPlan(id) : .own
        let pictures = cells.items.map { picture(of: $0, in: id, child: child, cells, plan: plan, place: place) }
        guard !pictures.isEmpty else {
            let size = isFrame ? scales.size(of: child, cell: cell) : ViewSize(width: 0, height: 0)
            return Picture(
                bounds: Rectangle(x: 0, y: 0, width: size.width, height: size.height),
                size: Size(size.width, size.height))
        }
        let arrangement = GridArrangement(views[id].written.grid, config: config.facet, alignment: .all)
        let boxes = arrangement.boxes(of: pictures)
        let grid = arrangement.grid(boxes, columns: cells.columnCount)
        var result = Picture.empty
        add(pictures, at: grid.places, to: &result)
        let frame =
            zip(boxes, grid.places).map { $0.translated(by: $1) }.reduce(nil) { $0?.union($1) ?? $1 } ?? result.bounds
        let cellSize = pictures.first?.size ?? Size(0, 0)
        // Axes beside the grid, then headers beyond them.
        if isFrame {
            addAxes(to: &result, of: child, plan, cells, grid, frame: frame, cellSize: cellSize, place: place)
        }
        addHeaders(to: &result, cells, grid, cellSize: cellSize, id: id, place: place)
        let around = result.bounds.union(
            Rectangle(x: 0, y: 0, width: max(0, frame.maxX), height: max(0, frame.maxY)))
        addLegends(
            id, to: &result, cell: cell, size: ViewSize(width: cellSize.width, height: cellSize.height),
            xBounds: around, yBounds: around, place: place)
        addTitle(id, to: &result, place: place)
        return result
    }

    /// The axis of a scale that all cells share stands once.
    private func axisPlan(_ id: Int) -> AxisPlan {
        func isShared(_ channel: Channel) -> Bool {
            model.isShared(channel, in: views[id]) && model.isShared(channel, in: views[id], \.axis)
        }
        return AxisPlan(sharedX: isShared(.x), sharedY: isShared(.y))
    }

    private mutating func picture(
        of item: FacetCells.Item, in id: Int, child: Int, _ cells: FacetCells, plan: AxisPlan, place: String
    ) -> Picture {
        var picture =
            isLeftEmpty(child, item.cell, in: id)
            ? .empty
            : picture(
                of: child, cell: item.cell, plan: plan,
                place: "\(place)\(item.cell.values.map(\.asText).joined(separator: ","))/")
        let within: [(FacetHeader?, DataValue?)] = [
            (cells.wrapped, item.cell.values.last),
            (cells.row.flatMap { $0.isWithinCells ? $0 : nil }, cells.row?.values[item.row]),
            (cells.column.flatMap { $0.isWithinCells ? $0 : nil }, cells.column?.values[item.column]),
        ]
        for case (let header?, let value?) in within {
            let drawing = HeaderDrawing(header, .label, measurer: measurer)
            let (node, box) = drawing.drawn(
                header.text(of: value), frame: picture.bounds, along: picture.size,
                id: "\(context.name)/\(place)\(value.asText)/header")
            if header.hasLabels { picture.add(node, box) }
        }
        return picture
    }

    /// A cell without a row stays empty where it would have scales, and so axes, of its own.
    private mutating func isLeftEmpty(_ child: Int, _ cell: Cell, in id: Int) -> Bool {
        guard !model.isShared(.x, in: views[id]) || !model.isShared(.y, in: views[id]) else { return false }
        let units = units(under: child)
        guard !units.isEmpty else { return false }
        for unit in units where scales.rows(of: unit, in: cell).map({ !$0.isEmpty }) ?? true { return false }
        return true
    }

    /// The axes that cells share: beneath each column, beside each row.
    private mutating func addAxes(
        to result: inout Picture, of child: Int, _ plan: AxisPlan, _ cells: FacetCells, _ grid: GridLayout.Grid,
        frame: Rectangle, cellSize: Size, place: String
    ) {
        for axis in axes(of: child) where plan.isShared(axis) {
            let size = ViewSize(width: cellSize.width, height: cellSize.height)
            guard
                let drawn = draw(
                    axis, cell: cells.items.first?.cell ?? .whole, size: size, part: .withoutGrid, place: place),
                let box = drawn.bounds
            else { continue }
            for line in 0..<(axis.isX ? cells.columnCount : cells.rowCount) {
                let starts = axis.isX ? grid.columnStarts : grid.rowStarts
                let start = starts.indices.contains(line) ? starts[line] : 0
                let shift: Point
                if axis.isX {
                    // Beneath the last cell of the column.
                    let edge =
                        axis.orient == "top"
                        ? frame.minY.rounded(.down) : frame.maxY.rounded(.up) - cellSize.height
                    shift = Point(start, edge)
                } else {
                    let edge =
                        axis.orient == "right"
                        ? frame.maxX.rounded(.up) - cellSize.width : frame.minX.rounded(.down)
                    shift = Point(edge, start)
                }
                result.nodes += drawn.rest.map { $0.translated(by: shift) }
                result.bounds = result.bounds.union(box.translated(by: shift))
            }
        }
    }

    /// The labels of rows and columns beside the grid, and what they are of.
    private func addHeaders(
        to result: inout Picture, _ cells: FacetCells, _ grid: GridLayout.Grid, cellSize: Size, id: Int, place: String
    ) {
        for header in [cells.row, cells.column].compactMap({ $0 }) where !header.isWithinCells && header.hasLabels {
            let (starts, length) =
                header.isRow ? (grid.rowStarts, cellSize.height) : (grid.columnStarts, cellSize.width)
            let drawing = HeaderDrawing(header, .label, measurer: measurer)
            let frame = result.bounds
            for (index, value) in header.values.enumerated() {
                let start = starts.indices.contains(index) ? starts[index] : 0
                let shift = header.isRow ? Point(0, start) : Point(start, 0)
                let (node, box) = drawing.drawn(
                    header.text(of: value), frame: frame, along: Size(length, length),
                    id: "\(context.name)/\(place)\(header.channel.rawValue)-header[\(value.asText)]")
                result.add(node?.translated(by: shift), box.translated(by: shift))
            }
        }
        // Vega-Lite's layout keeps the titles of rows and columns further off.
        let isNested = views[id].isWithinFacet || views[id].children.contains { views[$0].facet != nil }
        for header in cells.headers {
            guard let title = header.title else { continue }
            let last =
                header.isRow
                ? (grid.rowStarts.last ?? 0) + cellSize.height : (grid.columnStarts.last ?? 0) + cellSize.width
            let across =
                header.isRow
                ? (grid.columnStarts.last ?? 0) + cellSize.width : (grid.rowStarts.last ?? 0) + cellSize.height
            // On another side than their own they stand close.
            let isClose =
                header.channel == .facet || config.isEditorial || isNested
                || header.orient(.titleOrient) != (header.isRow ? "left" : "top")
            let drawing = HeaderDrawing(header, .title, measurer: measurer, further: isClose ? 0 : 10)
            let (node, box) = drawing.drawn(
                title, frame: result.bounds,
                along: header.channel == .facet
                    ? Size(last, last) : header.isRow ? Size(across, last) : Size(last, across),
                id: "\(context.name)/\(place)\(header.channel.rawValue)-title")
            result.add(node, box)
        }
    }
}
