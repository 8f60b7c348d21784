import SceneGraph
import Tables
import Typography

/// The labels and the title of a facet's rows, columns or cells.
struct FacetHeader {
    let channel: Channel
    /// In their order.
    let values: [DataValue]
    let properties: Properties<HeaderProperty>
    let title: [String]?
    let isOff: Bool
    private let model: ChartModel
    private let definition: ChannelDefinition
    private let facet: View.Facet

    init(_ part: View.Facet.Definition, values: [DataValue], facet: View.Facet, model: ChartModel) {
        channel = part.channel
        self.values = values
        self.facet = facet
        self.model = model
        definition = part.definition
        let own = definition.header?.bag
        let config = model.config
        let name: ConfigProperty =
            channel == .row ? .headerRow : channel == .column ? .headerColumn : .headerFacet
        properties = Properties(
            [
                own, config.headers[name], config.headers[.header], config.textStyle("guide-label", as: "label"),
                config.textStyle("guide-title", as: "title"),
            ], evaluator: model.evaluator)
        isOff = definition.header?.isOff ?? false
        let written = properties.setting(.title)
        var lines = model.title(of: definition, guide: written)
        if written == nil, definition.written.title == nil { lines = FieldTitle.begun(lines, config: model.config) }
        title = isOff || lines?.allSatisfy(\.isEmpty) ?? true ? nil : lines
    }

    var isRow: Bool { channel == .row }
    /// Rows and columns can go without labels; the cells of a wrapped facet keep them, whatever the header says.
    var hasLabels: Bool {
        guard !isOff, channel != .facet else { return !isOff }
        let written = definition.header?.bag?[.labels] ?? config.headers[.header]?[.labels]
        return written.map { model.evaluator.value(of: $0).boolean } != false
    }
    var config: Config { model.config }

    /// Vega-Lite reads `orient` of a header, and not of the configuration.
    private var ownOrient: String? {
        guard let written = definition.header?.bag?[.orient] else {
            return config.isEditorial ? properties.string(.orient) : nil
        }
        return model.evaluator.value(of: written).string
    }

    /// The side that labels, or the title, stand on.
    func orient(_ own: HeaderProperty) -> String {
        properties.string(own) ?? ownOrient ?? (isRow ? "left" : "top")
    }

    /// A row's label above or below its cells, or a column's beside them, is part of each cell.
    var isWithinCells: Bool {
        let orient = orient(.labelOrient)
        switch channel {
        case .row: return orient == "top" || orient == "bottom"
        case .column: return orient == "left" || orient == "right"
        default: return true
        }
    }

    func text(of value: DataValue) -> [String] {
        var definition = definition
        if definition.isBinning { definition.type = .quantitative }
        let format = GuideFormat(
            format: properties[.format], formatType: properties.string(.formatType),
            labelExpression: properties.string(.labelExpr))
        let writer = ValueWriter(definition, in: model, guide: format)
        if definition.isBinning, let starts = facet.table.column(definition.column),
            let ends = definition.endColumn.flatMap({ facet.table.column($0) }), case .number = value,
            let row = (0..<facet.table.rowCount).first(where: { starts[$0] == value }),
            let low = writer.text(of: value), let high = writer.text(of: ends[row])
        {
            return ["\(low) – \(high)"]
        }
        return writer.label(of: value, index: 0)
    }
}

/// Sets a text of a header beside a frame.
struct HeaderDrawing {
    enum Part: String { case label, title }

    private let p: Properties<HeaderProperty>
    private let names: TextNames<HeaderProperty>
    private let setting: TextSetting
    private let orient: String
    private let anchor: String
    private let padding: Double
    private let role: Role
    private let isEditorial: Bool
    private let measurer: any TextMeasuring

    init(_ header: FacetHeader, _ part: Part, measurer: any TextMeasuring, further: Double = 0) {
        p = header.properties
        names = TextNames(part.rawValue)
        orient = header.orient(part == .label ? .labelOrient : .titleOrient)
        anchor = p.string(part == .label ? .labelAnchor : .titleAnchor) ?? "middle"
        padding = p.length(part == .label ? .labelPadding : .titlePadding) + further
        role = part == .label ? "header-label" : "header-title"
        isEditorial = header.config.isEditorial
        self.measurer = measurer
        var setting = p.text(names, config: header.config)
        let written = names.angle.flatMap { [p] in p.number($0) }
        setting.angle = written ?? (orient == "left" ? -90 : orient == "right" ? 90 : 0)
        // A turned text stands as the label of an axis to the left, or above, would.
        let isBeside = part == .label ? header.isRow : orient == "left" || orient == "right"
        let turn = written.map { LabelTurning(angle: $0, orient: isBeside ? "left" : "top") }
        setting.align =
            names.align.flatMap { [p] in p.string($0) }
            ?? (anchor == "start" ? "left" : anchor == "end" ? "right" : turn?.align ?? "center")
        let turned = turn.map { !isBeside && (written ?? 0) < 0 ? "bottom" : $0.baseline }
        setting.baseline = names.baseline.flatMap { [p] in p.string($0) } ?? turned ?? "top"
        self.setting = setting
    }

    private var share: Double { anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5 }

    /// - Parameters:
    ///   - frame: what the text stands beside.
    ///   - along: the extent of what it is anchored to.
    func drawn(_ lines: [String], frame: Rectangle, along: Size, id: String) -> (Node?, Rectangle) {
        let own = setting.bounds(lines, at: .zero, measurer: measurer)
        var point =
            switch orient {
            case "bottom": Point(along.width * share, frame.maxY + padding)
            // The whole width goes before the anchor, wherever the text then stands by it.
            case "left": Point(frame.minX - padding - own.width, along.height * (1 - share))
            case "right": Point(frame.maxX + padding + own.width, along.height * share)
            default: Point(along.width * share, frame.minY - padding - own.height)
            }
        if isEditorial, orient == "left", setting.angle == 0, setting.align == "right" { point.x += own.width }
        let box = setting.bounds(lines, at: point, measurer: measurer)
        guard let color = p.textColor(names), lines.contains(where: { !$0.isEmpty }) else { return (nil, box) }
        let text = setting.text(lines, at: point, fill: .color(color), measurer: measurer)
        return (measurer.node(id: id, role: role, text), box)
    }
}
