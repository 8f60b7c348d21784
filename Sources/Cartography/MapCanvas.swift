import Documents
import Facts
import Figures
import Geography
import Phrases
import SceneGraph
import Typography

/// What the layers of a map draw on: the frame and its projection, the data at hand, what is drawn so far, and the
/// labels that want a place.
struct MapCanvas {
    let style: MapStyle
    let file: String
    let context: FigureContext
    let language: String
    let phrases: Phrases
    let worldview: Worldview
    /// The document names sources of its own.
    let namesSources: Bool
    let size: FigureSize
    /// Whether the frame is the whole world.
    let isWorld: Bool
    var layers: [any MapLayer]
    /// Which of several maps this is; nil where there is one.
    var panel: Panel?
    var library: GeodataLibrary
    var problems = Diagnostics()
    var warnings: [Diagnostic] = []

    /// The map's own rectangle, in figure units.
    var frame = Rectangle.zero
    var projection = Projection(.equalEarth)
    var path = GeographicPath(Projection(.equalEarth))
    var nodes: [Node] = []
    var requests: [LabelRequest] = []
    var placer = LabelPlacer(frame: .zero, gap: 0)
    var measures: [Measure] = []
    /// What stands outside the frame: degrees and their ticks.
    var outside: [Node] = []
    /// The states that are drawn, for their labels to keep to.
    var lands: [Land] = []
    /// Codes of the states that the map is about.
    let subject: [Code]
    /// Free space around what the frame must show, as a share of its smaller side; nil for the usual.
    let padding: Double?
    /// How strong the relief is, from 0 to 1; nil for none.
    let relief: Double?
    private var thinnedTopologies: [String: Topology] = [:]
    /// Ids of the facts that are shown.
    var facts: [String] = []
    var knownPlaces: PlaceIndex?
    /// What is drawn, for the alternative text.
    var namesDrawn: [String] = []

    init(map: MapDocument, file: String, context: FigureContext) {
        self.file = file
        self.context = context
        size = context.size ?? map.size ?? .page
        style = MapStyle(theme: context.theme)
        language = map.language ?? context.language
        phrases = Phrases.of(language)
        worldview = map.worldview
        namesSources = !map.sources.isEmpty
        isWorld = map.frame.isWorld
        subject = map.subject
        padding = map.padding
        relief = map.relief
        layers = map.layers
        library = GeodataLibrary(context: context)
        warnings = map.warnings
    }

    var theme: Theme { style.theme }
    var name: String { context.name }
    var measurer: any TextMeasuring { context.measurer }

    /// Nothing is drawn on the earth's surface.
    var isDiagram: Bool { !layers.isEmpty && layers.allSatisfy(\.isDiagram) }

    // MARK: - Frame

    /// Lays the projection into a frame; nothing is drawn or taken there yet.
    ///
    /// - Parameter box: what must be seen, in the projection's own unit.
    mutating func lay(_ box: Rectangle, into frame: Rectangle) {
        self.frame = frame
        let margin = min(frame.width, frame.height) * (padding ?? (isWorld ? 0 : 0.025))
        projection.clipExtent = nil
        projection.fit(to: frame.inset(by: margin), unitBounds: box)
        // Half a stroke beyond the frame, so that outlines do not run along it.
        projection.clipExtent = frame.inset(by: -4)
        path = GeographicPath(projection)
        placer = LabelPlacer(frame: frame.inset(by: 2), gap: 1.5)
        if isWorld { placer.outline = Interior(path.rings(of: .sphere)) }
    }

    /// What of a rectangle is on the earth; its edge finer than other lines, for it is long and bare.
    func earthOutline(within extent: Rectangle?) -> PathData {
        var fine = projection
        fine.clipExtent = extent
        fine.precision = 0.05
        return GeographicPath(fine).path(of: .sphere)
    }

    /// Whether there is anything in the frame that is not on the earth.
    var showsEdge: Bool {
        if isWorld { return true }
        guard let extent = projection.clipExtent else { return false }
        return path.area(of: .sphere) < extent.width * extent.height * 0.9995
    }

    // MARK: - Layers

    /// Each reads what it shows.
    mutating func prepareLayers() {
        for index in layers.indices {
            if let values = layers[index].values { warnOfMissingSource(values) }
            var layer = layers[index]
            layer.prepare(in: &self)
            layers[index] = layer
        }
    }

    private mutating func warnOfMissingSource(_ values: ValueSource) {
        if case .facts = values.rows { return }
        guard values.source == nil, !namesSources else { return }
        warn(
            "nothing says where the numbers of \(values.name) come from", at: values.location, path: values.path,
            advice: "add `source: …` to the layer, or `sources: […]` to the map")
    }

    /// From the bottom up.
    mutating func drawLayers() {
        let ground = layers.lastIndex(where: \.isGround)
        if let relief, ground == nil, !isDiagram { drawRelief(strength: relief) }
        for (index, layer) in layers.enumerated() {
            layer.draw(on: &self, position: index)
            if let relief, index == ground { drawRelief(strength: relief) }
        }
    }

    /// What the layers need outside the frame.
    var gutter: FrameGutter {
        layers.reduce(FrameGutter()) { all, layer in
            let own = layer.gutter(on: self)
            return FrameGutter(left: max(all.left, own.left), bottom: max(all.bottom, own.bottom))
        }
    }

    var quietsBaseMap: Bool { layers.contains { $0.quietsBaseMap } }

    /// The first layer's that has any.
    var states: Dataset? { layers.lazy.compactMap { $0.states }.first }

    var drawsBoundaries: Bool { layers.contains { $0.drawsBoundaries } }

    // MARK: - Data

    /// The same with no more detail than this map shows.
    mutating func thinned(_ dataset: Dataset) -> (Topology, Topology.Layer)? {
        if let known = thinnedTopologies[dataset.name], let layer = known.layers.first { return (known, layer) }
        guard let (whole, layer) = topology(dataset) else { return nil }
        let thin = whole.simplified(for: projection)
        thinnedTopologies[dataset.name] = thin
        return (thin, layer)
    }

    /// The first layer of a dataset; nil, and the problem kept, where it cannot be read.
    mutating func topology(_ dataset: Dataset) -> (Topology, Topology.Layer)? {
        do throws(Diagnostic) { return try library.topology(dataset, file: file) } catch {
            problems.add(error)
            return nil
        }
    }

    mutating func features(_ dataset: Dataset) -> [Feature]? {
        do throws(Diagnostic) { return try library.features(dataset, file: file) } catch {
            problems.add(error)
            return nil
        }
    }

    mutating func records(_ dataset: Dataset) -> [DocumentNode]? {
        do throws(Diagnostic) { return try library.records(dataset, file: file) } catch {
            problems.add(error)
            return nil
        }
    }

    /// A feature's name in the map's language; in English where it has none.
    func localName(_ properties: DocumentObject) -> String? {
        properties["name_" + (language.split(separator: "-").first ?? "en")]?.string ?? properties["name_en"]?.string
            ?? properties["name"]?.string
    }

    // MARK: - Telling

    mutating func warn(_ message: String, at location: SourceLocation? = nil, path: String = "", advice: String? = nil)
    {
        warnings.append(
            Diagnostic(message, severity: .warning, file: file, at: location, path: path, advice: advice))
    }

    mutating func problem(
        _ message: String, at location: SourceLocation? = nil, path: String = "", advice: String? = nil
    ) {
        // A layer may read its table more than once.
        problems.addOnce(Diagnostic(message, file: file, at: location, path: path, advice: advice))
    }

    /// A code that nothing has, with the nearest that something has.
    mutating func addUnknown(_ code: Code, known: [String], what: String) {
        let near = suggestion(for: code.text, among: known)
        problem(
            "\(what) `\(code.text)`", at: code.location, path: code.path,
            advice: near.map { "did you mean `\($0)`?" }
                ?? (known.count <= 40 ? "known: " + known.joined(separator: ", ") : nil))
    }
}
