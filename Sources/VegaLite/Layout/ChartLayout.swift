import Documents
import Figures
import SceneGraph
import Tables
import Typography

/// The last stage: views with their marks and guides, each at its place. A layout is for one room on the page; for
/// another a new one is made of the same scales.
struct ChartLayout {
    var scales: ScaleResolver
    let context: FigureContext
    /// Scales whose names stand at the marks, in place of a legend.
    var directlyLabelled: Set<ScaleKey> = []
    /// How far apart the names of categories along y would have to stand; 0 where they stand far enough.
    var wishedStep = 0.0
    /// How well the names of categories found room, the worst of all axes.
    var nameFit = CategoryLabels.Fit.flat
    /// What marks have to tell.
    private(set) var markDiagnostics = Diagnostics()

    typealias Cell = ChartModel.Cell

    init(_ components: ScaleComponents, room: PageRoom, in context: FigureContext) {
        scales = ScaleResolver(components, room: room)
        self.context = context
    }

    var components: ScaleComponents { scales.components }
    var model: ChartModel { scales.components.model }
    var views: [View] { scales.components.model.views }
    var config: Config { scales.components.model.config }
    var evaluator: Evaluator { scales.components.model.evaluator }
    var measurer: any TextMeasuring { context.measurer }
    var theme: Theme { config.theme }

    /// All that was found wrong on the way.
    var diagnostics: Diagnostics {
        var all = scales.diagnostics
        all.add(markDiagnostics)
        return all
    }

    mutating func report(
        _ message: String, _ location: SourceLocation?, path: String, advice: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        let problem = Diagnostic(message, severity: severity, at: location, path: path, advice: advice)
        markDiagnostics.addOnce(problem)
    }

    mutating func add(_ problems: Diagnostics) {
        markDiagnostics.addOnce(problems)
    }

    mutating func picture(of id: Int, cell: Cell, plan: AxisPlan = .own, place: String = "") -> Picture {
        switch views[id].kind {
        case .unit, .layer: framePicture(id, cell: cell, plan: plan, place: place)
        case .concat(let columns, let isWrapped):
            concatPicture(id, columns: columns, isWrapped: isWrapped, cell: cell, place: place)
        case .facet: facetPicture(id, cell: cell, place: place)
        }
    }

    // MARK: - What marks are drawn from

    mutating func scale(of channel: Channel, in id: Int, cell: Cell) -> ResolvedScale? {
        scales.scale(of: channel, in: id, cell: cell)
    }

    func component(of channel: Channel, in id: Int) -> ScaleComponent? { components.component(of: channel, in: id) }
    func units(under id: Int) -> [Int] { model.units(under: id) }
    func frame(of id: Int) -> Int { model.frame(of: id) }
    func markProperties(_ unit: View.Unit) -> Properties<MarkProperty> { model.markProperties(unit) }

    /// Everything a unit is drawn from, in one cell.
    mutating func encoder(for id: Int, cell: Cell) -> MarkEncoder? {
        guard let unit = views[id].unit else { return nil }
        let size = scales.size(of: id, cell: cell)
        let rows = unit.ordered(scales.rows(of: id, in: cell) ?? Array(0..<unit.table.rowCount))
        var evaluator = evaluator
        evaluator.setSize(width: size.width, height: size.height)
        var properties = markProperties(unit)
        properties.evaluator = evaluator
        var configuration = model.markConfiguration(unit)
        configuration.evaluator = evaluator
        var encoder = MarkEncoder(
            id: id, unit: unit, table: unit.table, rows: rows, size: size, properties: properties,
            configuration: configuration,
            evaluator: evaluator, config: config, name: context.name, path: views[id].path, cell: cell,
            measurer: measurer, projection: unit.isOnGlobe ? projection(of: id, size: size) : nil,
            isGraticule: unit.mark.isGeographic && isGraticule(id), picture: context.picture)
        if unit.isOnGlobe, let radius = projectionProperties(of: id, size: size).number(.pointRadius) {
            encoder.pointRadius = max(0, radius)
        }
        for channel in Channel.scaled {
            if let scale = scale(of: channel, in: id, cell: cell) { encoder.scales[channel] = scale }
        }
        return encoder
    }
}
