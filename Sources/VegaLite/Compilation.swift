import Documents
import Furniture
import SceneGraph
import Tables
import Typography

/// A chart on its way from document to scene: the views of the model, and what they share.
struct Compilation {
    let document: Document
    let context: FigureContext
    var config: Config
    var evaluator: Evaluator
    var diagnostics = Diagnostics()
    var views: [View] = []
    /// Scales by the view that owns them.
    var scales: [ScaleKey: ScaleComponent] = [:]
    var resolved: [ResolvedKey: ResolvedScale] = [:]
    /// Row numbers by cell, for each unit beneath a facet.
    var partitions: [Int: [Cell: [Int]]] = [:]
    var sizes: [Int: ViewSize] = [:]
    /// Facts and sources in the order of first use.
    var facts: [String] = []
    var sources: [String] = []
    var measurer: any TextMeasuring { context.measurer }
    var theme: Theme { config.theme }

    init(document: Document, context: FigureContext) {
        self.document = document
        self.context = context
        config = Config(document: document.root["config"], theme: context.theme)
        evaluator = Evaluator(root: document.root, config: config)
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
        if !diagnostics.all.contains(where: { $0.path == path && $0.message == message }) { diagnostics.add(diagnostic) }
    }

    func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The resolve rule of a composition for a channel: shared with its siblings, or each its own.
    func isShared(_ channel: Channel, in view: View, guide: String? = nil) -> Bool {
        if let explicit = view.node["resolve"]?[guide ?? "scale"]?[channel.rawValue]?.string { return explicit == "shared" }
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
