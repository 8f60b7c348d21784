import Documents
import Tables

/// The chart as data: its views with their channels and rows, before anything has a place.
struct ChartModel: Sendable {
    let file: String
    let page: PageSpecification
    let extras: FigureExtras
    let description: String?
    let location: SourceLocation?
    var config: Config
    /// The document's parameters at their initial values.
    var evaluator: Evaluator
    var views: [View] = []
    /// Facts and sources in the order of first use.
    var facts: [String] = []
    var sources: [String] = []
    /// Something is wrong with the data or the transforms: which fields there are cannot be said.
    var hasBrokenData = false
    /// A field was asked for that the rows lack; columns that nobody seemed to mention may be what is missing.
    var lacksFields = false

    /// The rows that a cell of nested facets holds: the values of the facets' columns.
    struct Cell: Hashable, Sendable {
        var values: [DataValue] = []
        static let whole = Cell()
    }

    /// The resolve rule of a composition for a channel: shared with its siblings, or each its own.
    func isShared(_ channel: Channel, in view: View, _ rules: KeyPath<Resolve, [Channel: Bool]> = \.scale) -> Bool {
        if let explicit = view.written.resolve[keyPath: rules][channel] { return explicit }
        switch view.kind {
        case .layer, .unit: return true
        case .facet: return channel != .theta
        case .concat: return !(channel.isPosition || channel.isPolar || channel.isOffset)
        }
    }

    /// The view that a unit's scale of that channel lives in after merging upwards.
    func scaleOwner(of channel: Channel, in id: Int) -> Int {
        var owner = id
        while let parent = views[owner].parent, isShared(channel, in: views[parent]) { owner = parent }
        return owner
    }

    /// All units at or beneath a view.
    func units(under id: Int) -> [Int] {
        views[id].isUnit ? [id] : views[id].children.flatMap(units(under:))
    }

    /// The view that decides a unit's size: the outermost of the layers it lies in.
    func frame(of id: Int) -> Int {
        var frame = id
        while let parent = views[frame].parent, views[parent].isLayer { frame = parent }
        return frame
    }

    /// No unit has a row to draw.
    var isEmpty: Bool { !views.contains { ($0.unit?.table.rowCount ?? 0) > 0 } }

    /// The mark's definition, its styles and its configuration, the most specific first.
    func markProperties(_ unit: View.Unit) -> Properties<MarkProperty> {
        var properties = markConfiguration(unit)
        properties.sources.insert(unit.definition.properties, at: 0)
        return properties
    }

    /// What the configuration says of a mark. `config.mark` has no say where a mark has a default of its own.
    func markConfiguration(_ unit: View.Unit) -> Properties<MarkProperty> {
        let own = config.marks[unit.mark.name]?.properties
        let isFilled =
            (unit.definition.properties.value(.filled) ?? own?.value(.filled))?.boolean ?? unit.mark.isFilled
        // What a style paints a mark with is its `color`: a default stands in place of the `fill` or `stroke` that
        // would be the mark's own.
        let covered: [MarkProperty] = isFilled ? [.fill] : unit.mark is PointMark ? [.fill, .stroke] : [.stroke]
        var sources: [PropertyBag<MarkProperty>?] = []
        sources += config.styles(unit.definition.properties.value(.style)).map {
            $0.mark.properties.removing(covered)
        }
        sources.append(config.styles[unit.mark.name]?.mark.properties.removing(covered))
        sources.append(own)
        sources.append(config.marks["mark"]?.properties.removing(unit.mark.ownDefaults))
        return Properties(sources, evaluator: evaluator)
    }

    /// A datum or a domain's member as the table has it: dates become moments.
    func constant(_ value: DataValue, type: MeasurementType) -> DataValue { evaluator.constant(value, type: type) }

    /// The title of a definition as an axis, legend or header shows it; nil where it is none.
    func title(of definition: ChannelDefinition, guide: Setting?) -> [String]? {
        if let written = guide ?? definition.written.title { return textLines(evaluator.value(of: written)) }
        if definition.datum != nil || !definition.isField { return nil }
        return [FieldTitle.verbal(definition.written, config: config)]
    }

    /// The title of the figure as a line of text.
    var title: String {
        views.first?.written.title?.properties[.text].flatMap { textLines(evaluator.value(of: $0)) }?
            .joined(separator: " ") ?? ""
    }

    var subtitle: String {
        views.first?.written.title?.properties[.subtitle].flatMap { textLines(evaluator.value(of: $0)) }?
            .joined(separator: " ") ?? ""
    }

    /// What a reader who cannot see the chart is told.
    func alternative(title: String) -> String {
        extras.alternative ?? description ?? AlternativeText.written(self, title: title)
    }
}
