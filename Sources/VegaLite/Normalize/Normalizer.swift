import Documents

/// The second stage: a specification in fewer words. Facets written as channels, repeats, overlays and composite marks
/// become plain compositions of plain marks, which hand on what their views share.
struct Normalizer {
    let config: Config
    var diagnostics = Diagnostics()
    /// How many views there are so far: repeats within repeats multiply.
    private var views = 0

    /// What a view takes from those around it.
    struct Inheritance {
        /// What a repeat puts in the place of `{"repeat": "row"}`.
        var fields: [String: String] = [:]
        var encoding = Encoding()
        var projection: PropertyBag<ProjectionProperty>?
    }

    init(config: Config) { self.config = config }

    static func normalized(
        _ specification: Specification
    ) -> (specification: Specification, diagnostics: Diagnostics) {
        var normalizer = Normalizer(config: specification.config)
        var result = specification
        result.root = normalizer.normalized(specification.root, Inheritance())
        // Nothing is read or laid out for views that are not drawn.
        if normalizer.views > Limit.views.value { result.root.content = .nothing }
        return (result, normalizer.diagnostics)
    }

    mutating func normalized(_ view: ViewSpecification, _ outer: Inheritance) -> ViewSpecification {
        var result = view
        guard mayAdd(view) else {
            result.content = .nothing
            return result
        }
        let inner = Inheritance(fields: outer.fields)
        switch view.content {
        case .nothing: break
        case .repeat(let fields, let child): return expanded(view, fields, child, outer)
        case .facet(let facet, let child):
            let definitions = facet.definitions.map { $0.replacing(outer.fields) }
            result.content = .facet(FacetSpecification(definitions: definitions), normalized(child, inner))
        case .concat(let arrangement, let children):
            result.content = .concat(arrangement, children.map { normalized($0, inner) })
        case .layer(let children, let own):
            var shared = Inheritance(fields: outer.fields)
            shared.encoding = own.replacing(outer.fields).merged(over: outer.encoding)
            shared.projection = view.projection ?? outer.projection
            if let facet = shared.encoding.facet {
                // Row and column of a whole layer: the layer is drawn once a cell.
                result.content = .layer(children, shared.encoding.removing(.facet, .row, .column))
                return wrapped(result, in: facet, Inheritance(fields: outer.fields, projection: outer.projection))
            }
            result.projection = nil
            result.content = .layer(children.map { normalized($0, shared) }, Encoding())
        case .unit(let unit): return normalized(view, unit, outer)
        }
        return result
    }

    /// Counts a view; the first that is too many is told.
    private mutating func mayAdd(_ view: ViewSpecification) -> Bool {
        views += 1
        if views == Limit.views.value + 1 { exceed(views, "the views of the chart", view.place) }
        return views <= Limit.views.value
    }

    mutating func exceed(_ count: Int, _ what: String, _ place: Place) {
        var problem = Limit.views.exceeded(count, what)
        (problem.location, problem.path) = (place.location, place.path)
        diagnostics.add(problem)
    }

    private mutating func normalized(
        _ view: ViewSpecification, _ unit: UnitSpecification, _ outer: Inheritance
    ) -> ViewSpecification {
        var (view, unit) = (view, unit)
        unit.encoding = unit.encoding.replacing(outer.fields).merged(over: outer.encoding)
        if view.projection == nil { view.projection = outer.projection }
        view.content = .unit(unit)
        if let facet = unit.encoding.facet {
            unit.encoding = unit.encoding.removing(.facet, .row, .column)
            view.content = .unit(unit)
            return wrapped(view, in: facet, Inheritance())
        }
        if let composite = CompositeMark(unit, view: view, config: config) {
            return normalized(composite.expanded(), Inheritance())
        }
        if let overlaid = overlaid(view, unit) { return normalized(overlaid, Inheritance()) }
        return view
    }

    /// A view that is drawn once a cell: what is of the whole goes to the facet around it.
    private mutating func wrapped(
        _ view: ViewSpecification, in facet: FacetSpecification, _ inner: Inheritance
    ) -> ViewSpecification {
        var (outer, child) = (view, view)
        child.data = nil
        child.transforms = []
        child.title = nil
        child.resolve = Resolve()
        child.selections = []
        outer.projection = nil
        outer.background = .init()
        (outer.width, outer.height) = (nil, nil)
        child.grid = GridSpecification()
        // How the cells lie is written in the channels, or else beside the mark.
        for definition in facet.definitions {
            switch definition.channel {
            case .row: outer.grid = definition.grid.only(row: true).merged(over: outer.grid)
            case .column: outer.grid = definition.grid.only(row: false).merged(over: outer.grid)
            default: outer.grid = definition.grid.merged(over: outer.grid)
            }
        }
        outer.content = .facet(facet, normalized(child, inner))
        return outer
    }

    mutating func report(_ message: String, _ place: Place) {
        diagnostics.add(Diagnostic(message, at: place.location, path: place.path))
    }
}

extension Encoding {
    /// The facet that `facet`, `row` and `column` among the channels make.
    var facet: FacetSpecification? {
        if let whole = self[.facet] { return FacetSpecification(definitions: [whole]) }
        let parts = [self[.row], self[.column]].compactMap { $0 }
        return parts.isEmpty ? nil : FacetSpecification(definitions: parts)
    }

    /// The same with the fields of a repeat in their places.
    func replacing(_ fields: [String: String]) -> Encoding {
        if fields.isEmpty { return self }
        var result = self
        result.channels = channels.mapValues { $0.map { $0.replacing(fields) } }
        return result
    }
}

extension GridSpecification {
    /// What is said of one direction.
    func only(row isRow: Bool) -> GridSpecification {
        func part<Value>(_ both: Directional<Value>) -> Directional<Value> {
            isRow ? .init(row: both.row) : .init(column: both.column)
        }
        return GridSpecification(
            spacing: part(spacing), align: part(align), center: part(center), isFlush: isFlush)
    }
}
