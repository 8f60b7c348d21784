import Documents
import SceneGraph
import Tables
import Typography

extension Compilation {
    mutating func facetPicture(_ id: Int, cell: Cell, place: String) -> Picture {
        guard let facet = views[id].facet, let child = views[id].children.first else {
            return Picture(bounds: .zero, size: Size(0, 0))
        }
        let row = facet.definitions.first { $0.channel == .row }
        let column = facet.definitions.first { $0.channel == .column }
        let wrapped = facet.definitions.first { $0.channel == .facet }
        let rowValues = row.map { facetValues(id, $0, facet: facet, cell: cell) }
        let columnValues = (column ?? wrapped).map { facetValues(id, $0, facet: facet, cell: cell) }
        let isFrame = views[child].isUnit || views[child].isLayer
        // The axis of a scale that all cells share stands once.
        var plan = AxisPlan.own
        if isFrame {
            plan.sharedX = isShared(.x, in: views[id]) && isShared(.x, in: views[id], guide: "axis")
            plan.sharedY = isShared(.y, in: views[id]) && isShared(.y, in: views[id], guide: "axis")
        }
        struct Item {
            var cell: Cell
            var row: Int
            var column: Int
        }
        var items: [Item] = []
        var columnCount: Int
        if wrapped != nil {
            let values = columnValues ?? []
            columnCount = max(
                1,
                min(
                    facet.columns ?? wholeNumber(config["facet", "columns"]) ?? (config.isEditorial ? 3 : values.count),
                    max(1, values.count)))
            for (index, value) in values.enumerated() {
                items.append(
                    Item(
                        cell: Cell(values: cell.values + [value]), row: index / columnCount, column: index % columnCount
                    ))
            }
        } else {
            let rows = rowValues ?? [.null], columns = columnValues ?? [.null]
            columnCount = max(1, columns.count)
            for (r, rowValue) in rows.enumerated() {
                for (c, columnValue) in columns.enumerated() {
                    var values = cell.values
                    if row != nil { values.append(rowValue) }
                    if column != nil { values.append(columnValue) }
                    items.append(Item(cell: Cell(values: values), row: r, column: c))
                }
            }
        }
        var pictures: [Picture] = []
        for item in items {
            var picture =
                isLeftEmpty(child, item.cell, in: id)
                ? Picture(bounds: .zero, size: Size(0, 0))
                : picture(
                    of: child, cell: item.cell, plan: plan,
                    place: "\(place)\(item.cell.values.map(\.asText).joined(separator: ","))/")
            if let wrapped, let value = item.cell.values.last {
                addHeader(to: &picture, wrapped, value: value, id: id, place: "\(place)\(value.asText)/")
            }
            if let row, isWithinCells(row), let value = rowValues?[item.row] {
                addHeader(to: &picture, row, value: value, id: id, place: "\(place)\(value.asText)/")
            }
            if let column, isWithinCells(column), let value = columnValues?[item.column] {
                addHeader(to: &picture, column, value: value, id: id, place: "\(place)\(value.asText)/")
            }
            pictures.append(picture)
        }
        guard !pictures.isEmpty else {
            let size = isFrame ? size(of: child, cell: cell) : ViewSize(width: 0, height: 0)
            return Picture(
                bounds: Rectangle(x: 0, y: 0, width: size.width, height: size.height),
                size: Size(size.width, size.height))
        }
        let boxes = gridBoxes(of: pictures, in: id)
        let grid = GridLayout.grid(
            boxes, columns: columnCount, rowPadding: spacing(id, "row", isFacet: true),
            columnPadding: spacing(id, "column", isFacet: true),
            columnAlignment: alignment(id, "column", standard: .all),
            rowAlignment: alignment(id, "row", standard: .all), centersColumns: centers(id, "column"),
            centersRows: centers(id, "row"))
        var result = Picture(bounds: .zero, size: Size(0, 0))
        add(pictures, at: grid.places, to: &result)
        let cells =
            zip(boxes, grid.places).map { $0.translated(by: $1) }.reduce(nil) { $0?.union($1) ?? $1 } ?? result.bounds
        let cellSize = pictures.first?.size ?? Size(0, 0)
        let rowCount = (items.map(\.row).max() ?? 0) + 1

        // Axes beside the grid, then headers beyond them.
        var (left, right, top, bottom) = (cells.minX, cells.maxX, cells.minY, cells.maxY)
        if isFrame {
            for axis in axes(of: child) {
                let isX = axis.channel == .x
                guard isX ? plan.sharedX : plan.sharedY else { continue }
                let first = items.first?.cell ?? .whole
                let drawn = draw(
                    axis, cell: first, size: ViewSize(width: cellSize.width, height: cellSize.height),
                    part: .withoutGrid, place: place)
                guard let box = drawn.bounds else { continue }
                let lines = isX ? columnCount : rowCount
                for line in 0..<lines {
                    let shift: Point
                    if isX {
                        // Beneath the last cell of the column.
                        let start = grid.columnStarts.indices.contains(line) ? grid.columnStarts[line] : 0
                        let edge = axis.orient == "top" ? top.rounded(.down) : bottom.rounded(.up) - cellSize.height
                        shift = Point(start, edge)
                    } else {
                        let start = grid.rowStarts.indices.contains(line) ? grid.rowStarts[line] : 0
                        let edge = axis.orient == "right" ? right.rounded(.up) - cellSize.width : left.rounded(.down)
                        shift = Point(edge, start)
                    }
                    result.nodes += drawn.rest.map { $0.translated(by: shift) }
                    result.bounds = result.bounds.union(box.translated(by: shift))
                }
            }
            (left, right, top, bottom) = (
                result.bounds.minX, result.bounds.maxX, result.bounds.minY, result.bounds.maxY
            )
        }
        if let row, !isWithinCells(row), let values = rowValues {
            addLineHeaders(
                to: &result, row, values, starts: grid.rowStarts, length: cellSize.height, id: id, place: place)
        }
        if let column, !isWithinCells(column), let values = columnValues {
            addLineHeaders(
                to: &result, column, values, starts: grid.columnStarts, length: cellSize.width, id: id, place: place)
        }
        for definition in facet.definitions {
            addHeaderTitle(to: &result, definition, cells: cells, grid: grid, cellSize: cellSize, id: id, place: place)
        }
        let box = result.bounds
        let inner = Rectangle(x: 0, y: 0, width: max(0, cells.maxX), height: max(0, cells.maxY))
        result.size = Size(0, 0)
        addLegends(
            id, to: &result, cell: cell, size: ViewSize(width: cellSize.width, height: cellSize.height),
            xBounds: box.union(inner), yBounds: box.union(inner), place: place)
        addTitle(id, to: &result, place: place)
        return result
    }

    /// A cell without a row stays empty where it would have scales, and so axes, of its own.
    private mutating func isLeftEmpty(_ child: Int, _ cell: Cell, in id: Int) -> Bool {
        guard !isShared(.x, in: views[id]) || !isShared(.y, in: views[id]) else { return false }
        let units = units(under: child)
        guard !units.isEmpty else { return false }
        for unit in units where rows(of: unit, in: cell).map({ !$0.isEmpty }) ?? true { return false }
        return true
    }

    /// The values of a facet's field, in their order.
    private mutating func facetValues(
        _ id: Int, _ facet: View.Facet.Definition, facet whole: View.Facet, cell: Cell
    ) -> [DataValue] {
        guard let column = whole.table.column(facet.column) else { return [] }
        var seen: Set<DataValue> = []
        var values: [DataValue] = []
        let outer = views[id].facetColumns.prefix(cell.values.count).map { whole.table.column($0) }
        rows: for row in 0..<whole.table.rowCount {
            for (index, column) in outer.enumerated() where column?[row] != cell.values[index] { continue rows }
            let value = column[row]
            if seen.insert(value).inserted { values.append(value) }
        }
        // Sorted as a discrete scale's domain would be.
        var definition = facet.definition
        definition.column = facet.column
        let sort = definition.sort
        func natural(_ descending: Bool) -> [DataValue] {
            values.enumerated().sorted { a, b in
                let order = DataValue.ascending(a.element, b.element)
                return order == 0 ? a.offset < b.offset : descending ? order > 0 : order < 0
            }.map(\.element)
        }
        guard let sort else { return natural(false) }
        if sort.isNull { return values }
        if let list = sort.array {
            let wanted = list.map { constant($0, type: definition.type) }
            let unit = definition.timeUnit.flatMap(TimeUnitName.init)
            func rank(_ value: DataValue) -> Int {
                if let index = wanted.firstIndex(of: value) { return index }
                if let unit, let number = value.number,
                    let index = list.firstIndex(where: { Self.matches($0, unit, number) })
                {
                    return index
                }
                return wanted.count
            }
            return values.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
                \.element)
        }
        if let text = sort.string { return natural(text == "descending") }
        guard let field = sort["field"]?.string, let source = whole.table.column(field) ?? whole.table.field(field)
        else {
            return natural(sort["order"]?.string == "descending")
        }
        let op = sort["op"]?.string ?? "min"
        var groups: [DataValue: [Double]] = [:]
        for row in 0..<whole.table.rowCount { groups[column[row], default: []].append(source[row].asNumber ?? .nan) }
        let summaries = groups.mapValues { list in
            op == "max"
                ? list.filter { !$0.isNaN }.max() ?? .nan
                : SortSummary.value(op, list.filter { !$0.isNaN }, count: list.count)
        }
        let descending = sort["order"]?.string == "descending"
        return values.enumerated().sorted { a, b in
            let (x, y) = (summaries[a.element] ?? .nan, summaries[b.element] ?? .nan)
            return x == y ? a.offset < b.offset : descending ? x > y : x < y
        }.map(\.element)
    }

    /// Whether the facet lies in another, or holds one.
    private func isNested(_ id: Int) -> Bool {
        views[id].isWithinFacet || views[id].children.contains { views[$0].facet != nil }
    }

    // MARK: Headers

    private func headerProperties(_ facet: View.Facet.Definition) -> Properties {
        let own = facet.definition.node["header"]
        let name = facet.channel == .row ? "headerRow" : facet.channel == .column ? "headerColumn" : "headerFacet"
        return Properties([own, config[name], config["header"]], evaluator: evaluator)
    }

    private func headerText(_ id: Int, _ facet: View.Facet.Definition, _ value: DataValue) -> [String] {
        var definition = facet.definition
        if definition.isBinning { definition.type = .quantitative }
        let writer = ValueWriter(
            definition, config: config, evaluator: evaluator, guide: facet.definition.node["header"])
        if definition.isBinning, let table = views[id].facet?.table, let starts = table.column(definition.column),
            let ends = definition.endColumn.flatMap({ table.column($0) }),
            let row = (0..<table.rowCount).first(where: { starts[$0] == value }),
            let low = writer.text(of: value), let high = writer.text(of: ends[row]), case .number = value
        {
            return ["\(low) – \(high)"]
        }
        return writer.label(of: value, index: 0)
    }

    private func headerSetting(
        _ p: Properties, _ prefix: String, size: Double, weight: Int, orient: String
    ) -> TextSetting {
        var setting = TextSetting(
            font: Font(
                config.family(p.string(prefix + "Font")), size: p.number(prefix + "FontSize") ?? size,
                weight: FontWeights.weight(p[prefix + "FontWeight"], standard: weight),
                italic: p.string(prefix + "FontStyle") == "italic"))
        let vertical = orient == "left" || orient == "right"
        setting.angle = p.number(prefix + "Angle") ?? (vertical ? (orient == "left" ? -90 : 90) : 0)
        setting.limit = p.number(prefix + "Limit") ?? 0
        setting.lineHeight = p.number(prefix + "LineHeight")
        return setting
    }

    /// A row's label above or below its cells, or a column's beside them, is part of each cell.
    private func isWithinCells(_ facet: View.Facet.Definition) -> Bool {
        let p = headerProperties(facet)
        guard let orient = p.string("labelOrient") ?? p.string("orient") else { return false }
        return facet.channel == .row
            ? orient == "top" || orient == "bottom"
            : facet.channel == .column && (orient == "left" || orient == "right")
    }

    /// The label over a cell of a wrapped facet.
    private mutating func addHeader(
        to picture: inout Picture, _ facet: View.Facet.Definition, value: DataValue, id: Int, place: String
    ) {
        let p = headerProperties(facet)
        if facet.definition.node["header"]?.isNull == true || p.boolean("labels") == false { return }
        let orient = p.string("labelOrient") ?? p.string("orient") ?? "top"
        let lines = headerText(id, facet, value)
        let (node, box) = header(
            p, "label", lines, orient: orient, frame: picture.bounds, along: picture.size,
            size: config.isEditorial ? theme.labelSize : 10, weight: config.isEditorial ? 700 : 400,
            role: "header-label", id: "\(context.name)/\(place)header", editorialColor: theme.ink)
        if let node { picture.nodes.append(node) }
        picture.bounds = picture.bounds.union(box)
    }

    private func header(
        _ p: Properties, _ prefix: String, _ lines: [String], orient: String, frame: Rectangle, along: Size,
        size: Double, weight: Int,
        role: Role, id: String, editorialColor: Color, further: Double = 0
    ) -> (Node?, Rectangle) {
        var setting = headerSetting(p, prefix, size: size, weight: weight, orient: orient)
        let padding = (p.number(prefix + "Padding") ?? 10) + further
        let anchor = p.string(prefix + "Anchor") ?? (config.isEditorial ? "start" : "middle")
        let share: Double = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
        setting.align =
            p.string(prefix + "Align") ?? (anchor == "start" ? "left" : anchor == "end" ? "right" : "center")
        let height = setting.font.size + Double(lines.count - 1) * setting.lineStep
        var point: Point
        switch orient {
        case "bottom":
            setting.baseline = "top"
            point = Point(along.width * share, frame.maxY + padding)
        case "left", "right":
            let isLeft = orient == "left"
            let turned = setting.angle.truncatingRemainder(dividingBy: 180) != 0
            setting.baseline = "top"
            if turned {
                point = Point(
                    isLeft ? frame.minX - padding - height : frame.maxX + padding + height,
                    along.height * (isLeft ? 1 - share : share))
            } else {
                // An upright label beside its row ends, or begins, at the padding.
                setting.baseline = p.string(prefix + "Baseline") ?? "middle"
                setting.align = p.string(prefix + "Align") ?? (isLeft ? "right" : "left")
                let width = lines.map { measurer.width(of: $0, font: setting.font) }.max() ?? 0
                point = Point(
                    isLeft ? frame.minX - padding : frame.maxX + padding,
                    along.height * (anchor == "middle" ? 0.5 : share))
                // Vega places the whole width before the anchor, wherever the text then stands by it.
                if isLeft, setting.align == "left" || !config.isEditorial { point.x -= width }
                if setting.align == "right", !isLeft { point.x += width }
            }
        default:
            setting.baseline = "top"
            point = Point(along.width * share, frame.minY - padding - height)
        }
        if let baseline = p.string(prefix + "Baseline"), orient == "top" || orient == "bottom" {
            setting.baseline = baseline
        }
        let box = setting.bounds(lines, at: point, measurer: measurer)
        let color = p.color(prefix + "Color", default: config.isEditorial ? editorialColor : .black)
        guard let color, lines.contains(where: { !$0.isEmpty }) else { return (nil, box) }
        return (
            measurer.node(id: id, role: role, setting.text(lines, at: point, fill: .color(color), measurer: measurer)),
            box
        )
    }

    /// The labels of rows or columns, beside the grid.
    private mutating func addLineHeaders(
        to picture: inout Picture, _ facet: View.Facet.Definition, _ values: [DataValue], starts: [Double],
        length: Double,
        id: Int, place: String
    ) {
        let p = headerProperties(facet)
        if facet.definition.node["header"]?.isNull == true || p.boolean("labels") == false { return }
        let isRow = facet.channel == .row
        let orient = p.string("labelOrient") ?? p.string("orient") ?? (isRow ? "left" : "top")
        let frame = picture.bounds
        for (index, value) in values.enumerated() {
            let start = starts.indices.contains(index) ? starts[index] : 0
            let shift = isRow ? Point(0, start) : Point(start, 0)
            let local = frame
            let (node, box) = header(
                p, "label", headerText(id, facet, value), orient: orient, frame: local, along: Size(length, length),
                size: config.isEditorial ? theme.labelSize : 10,
                weight: config.isEditorial ? 700 : 400, role: "header-label",
                id: "\(context.name)/\(place)\(facet.channel.rawValue)-header[\(value.asText)]",
                editorialColor: theme.ink)
            if let node { picture.nodes.append(node.translated(by: shift)) }
            picture.bounds = picture.bounds.union(box.translated(by: shift))
        }
    }

    /// What the rows or columns are of.
    private mutating func addHeaderTitle(
        to picture: inout Picture, _ facet: View.Facet.Definition, cells: Rectangle, grid: GridLayout.Grid,
        cellSize: Size, id: Int, place: String
    ) {
        let p = headerProperties(facet)
        let node = facet.definition.node["header"]
        if node?.isNull == true { return }
        guard let title = title(of: facet.definition, guide: node), title.contains(where: { !$0.isEmpty }) else {
            return
        }
        if p.isNull("title") { return }
        let isRow = facet.channel == .row
        let orient = p.string("titleOrient") ?? p.string("orient") ?? (isRow ? "left" : "top")
        let last = isRow ? (grid.rowStarts.last ?? 0) + cellSize.height : (grid.columnStarts.last ?? 0) + cellSize.width
        let along = Size(last, last)
        let (text, box) = header(
            p, "title", title, orient: orient, frame: picture.bounds, along: along, size: 11, weight: 700,
            role: "header-title",
            id: "\(context.name)/\(place)\(facet.channel.rawValue)-title", editorialColor: theme.mutedInk,
            // Vega-Lite's layout keeps the titles of rows and columns this much further off.
            further: facet.channel == .facet || config.isEditorial || isNested(id)
                ? 0 : p.boolean("labels") == false ? -10 : 10)
        if let text { picture.nodes.append(text) }
        picture.bounds = picture.bounds.union(box)
    }
}
