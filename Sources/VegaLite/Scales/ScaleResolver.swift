import Documents
import Figures
import Formats
import Geography
import Scales
import SceneGraph
import Tables

/// Width and height of a view.
struct ViewSize: Sendable {
    var width: Double
    var height: Double
}

/// What the page leaves to the views of a chart.
struct PageRoom: Sendable {
    /// Of the outermost view, where the page decides it.
    var width: Double?
    var height: Double?
    /// The width of a continuous view within a composition that the page's width is shared among.
    var sharedWidth: Double?
    /// The same for heights; nil where the composition is as high as it likes.
    var sharedHeight: Double?
    /// How much of their written widths and heights the views of a composition get.
    var widthShare = 1.0
    var heightShare = 1.0
    /// The most views that stand side by side; nil for as many as the document says.
    var columns: Int?
    /// The most that legends above or below take, in figure units.
    var legendWidth: Double?
    /// The most that names beside a vertical axis take.
    var labelWidth: Double?
    /// Whether categories along y may stand further apart, so that names go on over lines.
    var growsDown = false
    /// The least distance between categories along y.
    var leastStep = 0.0
    /// The axis of time of another figure that the chart is drawn along, in place of an x scale of its own.
    var sharedAxis: SharedTimeAxis?
}

/// Scales with their domains and ranges, for views of certain sizes: each is made when it is asked for, once.
struct ScaleResolver {
    let components: ScaleComponents
    let room: PageRoom
    var diagnostics = Diagnostics()
    private var resolved: [ResolvedKey: ResolvedScale] = [:]
    /// Row numbers by cell, for each unit beneath a facet.
    private var partitions: [Int: [Cell: [Int]]] = [:]
    var sizes: [Int: ViewSize] = [:]
    /// Projections by the frame they are fitted to.
    var projections: [Int: Projection] = [:]

    typealias Cell = ChartModel.Cell

    private struct ResolvedKey: Hashable {
        var scale: ScaleKey
        var cell: Cell
    }

    init(_ components: ScaleComponents, room: PageRoom = PageRoom()) {
        self.components = components
        self.room = room
    }

    var model: ChartModel { components.model }
    var views: [View] { components.model.views }
    var config: Config { components.model.config }
    var evaluator: Evaluator { components.model.evaluator }

    /// The scale of a unit's channel in a cell.
    mutating func scale(of channel: Channel, in id: Int, cell: Cell) -> ResolvedScale? {
        guard let component = components.component(of: channel, in: id) else { return nil }
        return resolve(component, in: cell, size: size(of: id, cell: cell))
    }

    mutating func resolve(_ component: ScaleComponent, in cell: Cell, size: ViewSize) -> ResolvedScale {
        let depth = views[component.key.view].facetColumns.count
        let owned = Cell(values: Array(cell.values.prefix(depth)))
        let key = ResolvedKey(scale: component.key, cell: owned)
        if let known = resolved[key] { return known }
        let scale = sharedScale(component) ?? makeScale(component, in: owned, size: size)
        resolved[key] = scale
        return scale
    }

    /// The rows of a unit that a cell draws; nil for all.
    mutating func rows(of id: Int, in cell: Cell) -> [Int]? {
        guard !cell.values.isEmpty, let unit = views[id].unit, !views[id].facetColumns.isEmpty else { return nil }
        if partitions[id] == nil {
            var parts: [Cell: [Int]] = [:]
            // Nested facets: a cell of an outer one holds every cell within it.
            let columns = views[id].facetColumns.map { unit.table.column($0) }
            for row in 0..<unit.table.rowCount {
                var values: [DataValue] = []
                for column in columns {
                    values.append(column?[row] ?? .null)
                    parts[Cell(values: values), default: []].append(row)
                }
            }
            partitions[id] = parts
        }
        let wanted = Cell(values: Array(cell.values.prefix(views[id].facetColumns.count)))
        return partitions[id]?[wanted] ?? []
    }

    // MARK: - What documents write

    func value(_ component: ScaleComponent, _ name: ScaleProperty) -> DataValue? {
        component.properties[name].map { evaluator.value(of: $0) }
    }

    func number(_ component: ScaleComponent, _ name: ScaleProperty) -> Double? {
        value(component, name)?.number.flatMap { $0.isFinite ? $0 : nil }
    }

    func boolean(_ component: ScaleComponent, _ name: ScaleProperty) -> Bool? { value(component, name)?.boolean }

    /// A moment, or a number.
    func bound(_ component: ScaleComponent, _ name: ScaleProperty) -> Double? {
        value(component, name).flatMap {
            model.constant($0, type: component.lead?.definition.type ?? .quantitative).asNumber
        }.flatMap { $0.isFinite ? $0 : nil }
    }

    func path(_ component: ScaleComponent, _ name: ScaleProperty) -> String {
        join(join(component.lead?.definition.path ?? "", "scale"), name.rawValue)
    }

    mutating func report(
        _ message: String, _ component: ScaleComponent, _ name: ScaleProperty, advice: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        let problem = Diagnostic(
            message, severity: severity,
            at: component.properties[name]?.location ?? component.lead?.definition.place.location,
            path: path(component, name), advice: advice)
        diagnostics.addOnce(problem)
    }

    func unit(_ contribution: ScaleComponent.Contribution?) -> View.Unit? {
        contribution.flatMap { views[$0.unit].unit }
    }

    // MARK: - Scales

    private mutating func makeScale(_ component: ScaleComponent, in cell: Cell, size: ViewSize) -> ResolvedScale {
        let type = component.type
        // A raw domain stands in place of any other.
        let raw = value(component, .domainRaw).flatMap { $0.array == nil ? nil : $0 }
        let domain = raw ?? initialDomain(component) ?? value(component, .domain)
        var scale: ResolvedScale
        if type.isDiscrete {
            let values = discreteDomain(component, domain, in: cell)
            scale = discrete(component, values, size: size, cell: cell)
            scale.domainValues = values
        } else if type.isDiscretizing {
            scale = discretizing(component, domain, in: cell, size: size)
        } else if type == .identity {
            scale = ResolvedScale(type: type, channel: component.channel, mapping: .identity, range: .numbers([]))
        } else {
            scale = continuous(component, domain, in: cell, size: size)
        }
        scale.isClamped = boolean(component, .clamp) ?? config.boolean(.clamp) ?? false
        return scale
    }

    private mutating func discreteDomain(
        _ component: ScaleComponent, _ domain: DataValue?, in cell: Cell
    ) -> [DataValue] {
        let type = component.lead?.definition.type ?? .nominal
        var values = domain?.array?.map { model.constant($0, type: type) } ?? []
        if let union = domain?["unionWith"]?.array {
            let extra = union.map { model.constant($0, type: type) }
            values = extra + self.values(of: component, in: cell).filter { !extra.contains($0) }
            if case .unsorted = component.lead?.definition.written.sort {
            } else {
                values = sorted(values, of: component, in: cell)
            }
        } else if domain == nil || values.isEmpty && domain?.array?.isEmpty != true {
            values = self.values(of: component, in: cell)
        }
        if boolean(component, .reverse) == true, component.type == .ordinal, !component.channel.isColor {
            values.reverse()
        }
        return values
    }

    /// The domain that a selection gives from the start: the scale is bound to it, or names it.
    mutating func initialDomain(_ component: ScaleComponent) -> DataValue? {
        let domain = component.properties.value(.domain)
        if let domain, let name = domain["param"]?.string ?? domain["selection"]?.string {
            guard let selection = evaluator.selections[name] else {
                report(
                    "there is no selection `\(name)`", component, .domain,
                    advice: suggestion(for: name, among: evaluator.selections.keys.sorted()).map {
                        "did you mean `\($0)`?"
                    })
                return nil
            }
            let field = domain["field"]?.string
            let channel =
                domain["encoding"]?.string
                ?? (field == nil && selection.extents.count > 1 ? component.channel.rawValue : nil)
            return selection.domain(channel: channel, field: field).map { .array($0) }
        }
        guard component.channel.isPosition else { return nil }
        for contribution in component.contributions {
            var id: Int? = contribution.unit
            while let at = id {
                for name in views[at].written.selections {
                    guard let selection = evaluator.selections[name], selection.isBoundToScales,
                        let found = selection.extents.first(where: { $0.channel == component.channel.rawValue })
                    else { continue }
                    return .array(found.extent.values)
                }
                id = views[at].parent
            }
        }
        return nil
    }
}
