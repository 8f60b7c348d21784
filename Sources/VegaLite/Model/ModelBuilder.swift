import Transforms
import Documents
import Facts
import Figures
import Tables

/// The third stage: views with their rows. Reads the data, applies the transforms, and works out what the channels
/// imply.
struct ModelBuilder {
    var model: ChartModel
    var diagnostics = Diagnostics()
    let loader: DataLoader
    var transforming: TransformContext
    let context: FigureContext

    /// - Parameter loader: reads the data that the document names.
    static func model(
        of specification: Specification, file: String, loader: DataLoader, in context: FigureContext
    ) -> (model: ChartModel, diagnostics: Diagnostics) {
        var builder = ModelBuilder(specification, file: file, loader: loader, context: context)
        _ = builder.build(specification.root, path: "", parent: nil, table: Table(rowCount: 1), facetColumns: [])
        return (builder.model, builder.diagnostics)
    }

    private init(_ specification: Specification, file: String, loader: DataLoader, context: FigureContext) {
        self.loader = loader
        self.context = context
        let (root, view) = (specification.root, specification.config.view)
        func length(_ extent: ViewSpecification.Extent?, _ standard: Double) -> Double {
            if case .fixed(let setting) = extent { setting.constant?.number ?? standard } else { standard }
        }
        let evaluator = Evaluator(
            parameters: specification.parameters, width: length(root.width, view.continuousWidth),
            height: length(root.height, view.continuousHeight))
        model = ChartModel(
            file: file, page: specification.page, extras: specification.extras,
            description: specification.description, location: root.place.location, config: specification.config,
            evaluator: evaluator)
        transforming = TransformContext(environment: evaluator.environment, selections: evaluator.selections) {
            (data, path) throws(Diagnostics) in
            try loader.table(for: data, path: path)
        }
    }

    // MARK: - Views

    /// Makes the model of a view; returns its number.
    ///
    /// - Parameter isTransformed: whether the rows are past the view's own transforms.
    mutating func build(
        _ written: ViewSpecification, path: String, parent: Int?, table: Table, facetColumns: [String],
        isTransformed: Bool = false
    ) -> Int {
        let id = model.views.count
        var view = View(id: id, parent: parent, kind: .layer, written: written, path: path)
        view.written.content = .nothing
        view.facetColumns = facetColumns
        model.views.append(view)
        var rows = table
        if let data = written.data {
            rows = data.node.isNull ? Table(rowCount: 1) : load(data, types: ImpliedTypes.of(written))
        }
        if !isTransformed, !written.transforms.isEmpty {
            rows = parsingTimes(in: written, rows)
            rows = apply(written.transforms, to: rows, partedBy: facetColumns)
        }
        model.views[id].table = rows
        func addChildren(_ children: [ViewSpecification], _ key: String, to builder: inout ModelBuilder) {
            for (index, child) in children.enumerated() {
                let number = builder.build(
                    child, path: "\(join(path, key))[\(index)]", parent: id, table: rows, facetColumns: facetColumns)
                builder.model.views[id].children.append(number)
            }
        }
        switch written.content {
        case .layer(let children, _): addChildren(children, "layer", to: &self)
        case .facet(let facet, let child): buildFacet(id, facet, child, rows: rows)
        case .concat(let arrangement, let children):
            let columns: Int? =
                switch arrangement {
                case .vertical: 1
                case .horizontal: nil
                case .wrapped: written.grid.columns
                }
            model.views[id].kind = .concat(columns: columns, isWrapped: arrangement == .wrapped)
            addChildren(children, arrangement.rawValue, to: &self)
        case .unit(let unit): buildUnit(id, unit, rows: rows)
        case .repeat, .nothing: break
        }
        return id
    }

    private mutating func buildUnit(_ id: Int, _ written: UnitSpecification, rows: Table) {
        guard let mark = MarkRegistry.mark(named: written.mark.name) else { return }
        var unit = View.Unit(mark: mark, definition: written.mark)
        for channel in Channel.allCases {
            for definition in written.encoding.channels[channel] ?? [] {
                let made = ChannelDefinition(definition, evaluator: model.evaluator)
                if channel.isIdle {
                    if definition.field != nil { unit.idle.append(made) }
                } else if channel == .detail {
                    unit.details.append(made)
                } else if channel == .order {
                    unit.orders.append(made)
                } else if [.shape, .size].contains(channel), !mark.channels.contains(channel) {
                    leaveOut(definition, of: channel, mark)
                } else if !definition.saysNothing {
                    unit.encoding[channel] = made
                }
            }
        }
        leaveOutColor(&unit)
        inferTypesOfSecondaries(&unit)
        makeTable(&unit, rows: rows, facetColumns: model.views[id].facetColumns)
        model.views[id].kind = .unit(unit)
    }

    /// A mark that has its own fill or stroke has no colour besides.
    private mutating func leaveOutColor(_ unit: inout View.Unit) {
        let paint: Channel = model.isFilled(unit) ? .fill : .stroke
        guard unit.encoding[paint] != nil, let color = unit.encoding[.color] else { return }
        unit.encoding[.color] = nil
        diagnostics.add(
            Diagnostic(
                "`color` is left out beside `\(paint.rawValue)`, which paints the mark `\(unit.mark.name)`",
                severity: .warning, at: color.written.place.location, path: color.written.place.path))
    }

    /// A shape of discs or a size of areas would be explained by a legend and seen in no mark.
    private mutating func leaveOut(_ definition: ChannelSpecification, of channel: Channel, _ mark: any MarkKind) {
        guard !definition.saysNothing else { return }
        diagnostics.add(
            Diagnostic(
                "`\(channel.rawValue)` says nothing of the mark `\(mark.name)` and is left out", severity: .warning,
                at: definition.place.location, path: definition.place.path))
    }

    /// `x2` and the like have no type of their own.
    private func inferTypesOfSecondaries(_ unit: inout View.Unit) {
        for channel in [Channel.x, .y, .theta, .radius] {
            if let second = channel.secondary, let type = unit.encoding[channel]?.type {
                unit.encoding[second]?.type = type
            }
        }
        for (error, channel) in [(Channel.xError, Channel.x), (.yError, .y), (.xError2, .x), (.yError2, .y)] {
            if let type = unit.encoding[channel]?.type { unit.encoding[error]?.type = type }
        }
    }

    // MARK: - Facets

    /// A facet parts the rows that the view inside it has transformed: only what comes after a fork (a layer's own
    /// transforms, say) sees the rows of one cell alone. What groups rows on the way groups them by the facet's fields
    /// too.
    private mutating func buildFacet(_ id: Int, _ written: FacetSpecification, _ child: ViewSpecification, rows: Table)
    {
        var facet = View.Facet()
        facet.columns =
            model.views[id].written.grid.columns ?? written.definitions.lazy.compactMap(\.grid.columns).first
        var table = rows
        var later: [View.Facet.Definition] = []
        for definition in written.definitions {
            let part = View.Facet.Definition(
                channel: definition.channel, definition: ChannelDefinition(definition, evaluator: model.evaluator),
                column: "facet:\(id):\(definition.channel.rawValue)")
            facet.definitions.append(part)
            if definition.fieldName.map({ table.field($0) == nil }) ?? false {
                later.append(part)
            } else {
                partRows(&table, by: part, in: &facet)
            }
        }
        let isTransformed: Bool
        switch child.content {
        case .unit, .layer: isTransformed = child.data == nil
        default: isTransformed = false
        }
        if isTransformed {
            let fields = facet.definitions.map(\.column) + later.compactMap(\.definition.field)
            table = parsingTimes(in: child, table)
            for step in child.transforms {
                let kept = step.grouping(by: fields.filter { table.column($0) != nil })
                table = apply([kept], to: table)
            }
        }
        for part in later { partRows(&table, by: part, in: &facet) }
        facet.table = table
        model.views[id].kind = .facet(facet)
        let columns = model.views[id].facetColumns + facet.definitions.map(\.column)
        let number = build(
            child, path: join(model.views[id].path, "spec"), parent: id, table: table, facetColumns: columns,
            isTransformed: isTransformed)
        model.views[id].children = [number]
    }

    /// Adds the column of a facet's values.
    private mutating func partRows(_ table: inout Table, by part: View.Facet.Definition, in facet: inout View.Facet) {
        guard let index = facet.definitions.firstIndex(where: { $0.column == part.column }) else { return }
        derive(&facet.definitions[index].definition, in: &table)
        if let source = table.column(facet.definitions[index].definition.column) { table.set(part.column, source) }
    }

    // MARK: - Telling

    mutating func add(_ problem: Diagnostic) {
        diagnostics.addOnce(problem)
    }

    mutating func report(
        _ message: String, _ place: Place, key: String? = nil, advice: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        add(
            Diagnostic(
                message, severity: severity, at: place.location, path: key.map { join(place.path, $0) } ?? place.path,
                advice: advice))
    }
}
