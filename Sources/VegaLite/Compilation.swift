import Documents
import Figures
import Geography
import SceneGraph
import Tables
import Transforms
import Typography

/// A chart on its way from document to scene: the views of the model, and what they share.
struct Compilation {
    let document: Document
    var context: FigureContext
    var config: Config
    var evaluator: Evaluator
    var diagnostics = Diagnostics()
    var views: [View] = []
    /// Scales by the view that owns them.
    var scales: [ScaleKey: ScaleComponent] = [:]
    var resolved: [ResolvedKey: ResolvedScale] = [:]
    /// Projections by the frame they are fitted to.
    var projections: [Int: Projection] = [:]
    /// Row numbers by cell, for each unit beneath a facet.
    var partitions: [Int: [Cell: [Int]]] = [:]
    var sizes: [Int: ViewSize] = [:]
    /// Width and height of the outermost view where the page decides them.
    var sizeOverrides: [String: Double] = [:]
    /// The width of a continuous view within a composition that the page's width is shared among.
    var sharedWidth: Double?
    /// The axis of time of another figure that the chart is drawn along, in place of an x scale of its own.
    var sharedAxis: SharedTimeAxis?
    /// Scales whose names stand at the marks, in place of a legend.
    var directlyLabelled: Set<ScaleKey> = []
    /// Something is wrong with the data or the transforms: which fields there are cannot be said.
    var hasBrokenData = false
    let loader: DataLoader
    var transforming: TransformContext
    /// Facts and sources in the order of first use.
    var facts: [String] = []
    var sources: [String] = []
    var measurer: any TextMeasuring { context.measurer }
    var theme: Theme { config.theme }

    /// - Parameter readsAll: whether every column of a file is read, though nothing mentions it.
    init(document: Document, context: FigureContext, readsAll: Bool = false) {
        self.document = document
        self.context = context
        config = Config(document: document.root["config"], theme: context.theme)
        evaluator = Evaluator(root: document.root, config: config)
        var loader = DataLoader(document: document.root, root: context.dataRoot)
        let (facts, language) = (context.facts, context.language)
        loader.facts = { (selection, path) throws(Diagnostics) in
            try facts.table(selecting: selection, path: path, language: language)
        }
        loader.care = config.isEditorial ? .refusing : .asReference
        if !readsAll { loader.mentions = FieldMentions(document.root) }
        self.loader = loader
        let reading = loader
        transforming = TransformContext(environment: evaluator.environment) { (data, path) throws(Diagnostics) in
            try reading.table(for: data, path: path)
        }
    }

    /// The rows that a cell of nested facets holds: the values of the facets' columns.
    struct Cell: Hashable {
        var values: [DataValue] = []
        static let whole = Cell()
    }

    struct ScaleKey: Hashable {
        var view: Int
        var channel: Channel
    }

    struct ResolvedKey: Hashable {
        var scale: ScaleKey
        var cell: Cell
    }

    struct ViewSize {
        var width: Double
        var height: Double
    }

    mutating func report(
        _ message: String, _ node: DocumentNode?, path: String, advice: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        let diagnostic = Diagnostic(
            message, severity: severity, file: document.file, at: node?.location, path: path, advice: advice)
        if !diagnostics.all.contains(where: { $0.path == path && $0.message == message }) {
            diagnostics.add(diagnostic)
        }
    }

    func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The resolve rule of a composition for a channel: shared with its siblings, or each its own.
    func isShared(_ channel: Channel, in view: View, guide: String? = nil) -> Bool {
        if let explicit = view.node["resolve"]?[guide ?? "scale"]?[channel.rawValue]?.string {
            return explicit == "shared"
        }
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
}
